using System.Collections.Immutable;
using DisclosureMiner.Server.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DisclosureMiner.Server.Web;

/// <summary>Takes files in: the body is the file, or a form with files.</summary>
internal static class UploadEndpoint
{
    private const int MostFiles = 100;

    // The heads of a form's parts, beside the files.
    private const long FormOverhead = 1 << 16;

    private const string RetrySeconds = "60";

    public static void Map(IEndpointRouteBuilder api, ServerOptions options) => api.MapPost("/documents", Receive)
        .WithSummary("Takes files in to be mined: one as the body, with its name in the query, or several as a form.")
        .WithTags("documents")
        .WithMetadata(new RequestSizeLimitAttribute(options.MaxUpload + FormOverhead))
        .Accepts<Stream>("application/octet-stream", "application/pdf", "application/xhtml+xml", "text/html", "text/plain", "multipart/form-data")
        .Produces<UploadAnswer>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Receive(HttpContext context, Upload upload, WorkStatus work, string? name)
    {
        Asked.Only(context.Request, "name");
        if (work.IsTooMuch)
        {
            context.Response.Headers.RetryAfter = RetrySeconds;
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "Too many documents wait to be mined. Try again later.");
        }

        ImmutableArray<TakenIn> taken = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? await Form(upload, context.Request.Body, type, context.RequestAborted)
                : [await upload.Take(context.Request.Body, UploadName.Of(name), context.RequestAborted)];
        return TypedResults.Accepted(taken is [var one] ? one.Document : null, new UploadAnswer(taken));
    }

    private static async Task<ImmutableArray<TakenIn>> Form(Upload upload, Stream body, MediaTypeHeaderValue type, CancellationToken stop)
    {
        string boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } given
            ? given
            : throw Asked.Bad("The form does not say its boundary.");
        var taken = ImmutableArray.CreateBuilder<TakenIn>();
        try
        {
            var reader = new MultipartReader(boundary, body);
            while (await reader.ReadNextSectionAsync(stop) is { } section)
            {
                if (section.AsFileSection() is not { FileStream: { } file } part)
                {
                    continue;
                }

                if (taken.Count == MostFiles)
                {
                    throw Asked.Bad($"At most {MostFiles} files can be sent at once; those before were taken in.");
                }

                taken.Add(await upload.Take(file, UploadName.Of(part.FileName), stop));
            }
        }
        catch (InvalidDataException)
        {
            throw Asked.Bad("The form cannot be read.");
        }
        catch (IOException problem) when (problem is not BadHttpRequestException && !stop.IsCancellationRequested)
        {
            throw Asked.Bad("The form ends in the middle.");
        }

        return taken.Count > 0 ? taken.ToImmutable() : throw Asked.Bad("The form has no file.");
    }
}

/// <summary>The files that were taken in.</summary>
/// <param name="Items">In the order in which they were sent.</param>
internal sealed record UploadAnswer(ImmutableArray<TakenIn> Items);
