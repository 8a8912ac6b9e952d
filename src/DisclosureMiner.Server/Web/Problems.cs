using DisclosureMiner.Store;
using Microsoft.AspNetCore.Diagnostics;

namespace DisclosureMiner.Server.Web;

/// <summary>Errors as problem details (RFC 9457), each with what to do.</summary>
internal static class Problems
{
    /// <summary>An error of which only the status is known.</summary>
    public static IResult Of(int status) => Of(status, status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address. All addresses are listed at /openapi/v1.json.",
        StatusCodes.Status405MethodNotAllowed => "This address does not answer to that method; see /openapi/v1.json.",
        StatusCodes.Status413PayloadTooLarge => "What was sent is too large.",
        StatusCodes.Status415UnsupportedMediaType =>
            "Send the file itself (application/pdf, text/html, text/plain or application/octet-stream) or a form (multipart/form-data).",
        _ => null,
    });

    /// <summary>An error and what to do about it.</summary>
    public static IResult Of(int status, string? detail) => Results.Problem(statusCode: status, detail: detail);

    /// <summary>There is no such thing.</summary>
    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);
}

/// <summary>What went wrong while a request was answered, as problem details.</summary>
internal sealed class ProblemsOfExceptions(ILogger<ProblemsOfExceptions> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
            return true;
        }

        if (exception is not BadHttpRequestException)
        {
            log.Failed(exception, httpContext.Request.Method, httpContext.Request.Path);
        }

        await ProblemOf(exception).ExecuteAsync(httpContext);
        return true;
    }

    // What a message of the database or the system says about this machine is for the log alone.
    private static IResult ProblemOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => Problems.Of(bad.StatusCode, bad.Message),
        StoreException store => Problems.Of(
            StatusCodes.Status503ServiceUnavailable, $"The store cannot be used now ({Words.Of(store.Problem)}). Try again; /ready tells more."),
        _ => Problems.Of(StatusCodes.Status500InternalServerError, "The server has made a mistake; its log says which."),
    };
}
