using System.Collections.Immutable;
using DisclosureMiner.Server.Ingestion;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DisclosureMiner.Server.Web;

/// <summary>
/// Takes files in: the body is the file, or a form with files. A file goes straight to the disk; memory holds a few kilobytes of it,
/// however large it is.
/// </summary>
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

    private static async Task<IResult> Receive(
        HttpContext context, IIntake intake, IWorkStatus work, ServerOptions options, ILogger<Upload> log, string? name)
    {
        Asked.Only(context.Request, "name");
        if (work.Overview().Waiting >= options.MaxBacklog)
        {
            context.Response.Headers.RetryAfter = RetrySeconds;
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "Too many documents wait to be mined. Try again later.");
        }

        var upload = new Upload(intake, options, log, context.RequestAborted);
        ImmutableArray<Receipt> receipts = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? await Form(upload, context.Request.Body, type)
                : [await upload.Take(context.Request.Body, UploadName.Of(name))];
        var answer = new UploadAnswer([.. receipts.Select(TakenIn.Of)]);
        return TypedResults.Accepted(receipts is [_] ? answer.Items[0].Document : null, answer);
    }

    private static async Task<ImmutableArray<Receipt>> Form(Upload upload, Stream body, MediaTypeHeaderValue type)
    {
        string boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } given
            ? given
            : throw Asked.Bad("The form does not say its boundary.");
        var receipts = ImmutableArray.CreateBuilder<Receipt>();
        try
        {
            var reader = new MultipartReader(boundary, body);
            while (await reader.ReadNextSectionAsync(upload.Stop) is { } section)
            {
                if (section.AsFileSection() is not { FileStream: { } file } part)
                {
                    continue;
                }

                if (receipts.Count == MostFiles)
                {
                    throw Asked.Bad($"At most {MostFiles} files can be sent at once; those before were taken in.");
                }

                receipts.Add(await upload.Take(file, UploadName.Of(part.FileName)));
            }
        }
        catch (InvalidDataException)
        {
            throw Asked.Bad("The form cannot be read.");
        }
        catch (IOException problem) when (problem is not BadHttpRequestException && !upload.Stop.IsCancellationRequested)
        {
            throw Asked.Bad("The form ends in the middle.");
        }

        return receipts.Count > 0 ? receipts.ToImmutable() : throw Asked.Bad("The form has no file.");
    }
}

/// <summary>The files that were taken in.</summary>
/// <param name="Items">In the order in which they were sent.</param>
internal sealed record UploadAnswer(ImmutableArray<TakenIn> Items);

/// <summary>A file that was taken in.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsNew">Whether these bytes were not there before.</param>
/// <param name="Document">Where the document is when it is mined.</param>
/// <param name="Work">Where to see how far it is.</param>
internal sealed record TakenIn(string Id, string Sha256, string Name, bool IsNew, string Document, string Work)
{
    public static TakenIn Of(Receipt receipt) => new(
        receipt.Id, receipt.Sha256, receipt.FileName, receipt.IsNew, $"/api/v1/documents/{receipt.Id}", $"/api/v1/work/{receipt.Id}");
}
