using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>
/// A line of documents.jsonl: a stored document with the paths at which this run found it, and a message in the run's language if
/// it was not mined.
/// </summary>
internal static class DocumentLine
{
    public static string Of(DocumentRecord document, ImmutableArray<string> paths, Language language) => RecordJson.Json(json =>
    {
        json.WriteString("id", document.Id);
        json.WriteString("path", paths.FirstOrDefault());
        RecordJson.Write(json, "paths", paths);
        json.WriteString("sha256", document.Sha256);
        json.WriteString("mediaType", document.MediaType);
        json.WriteString("status", Words.Of(document.Status));
        if (document.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message.In(language));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("error");
        }

        json.WriteString("title", document.Title);
        json.WriteString("organisation", document.Organisation);
        RecordJson.WriteNumber(json, "fiscalYear", document.FiscalYear);
        json.WriteString("genre", document.Genre);
        RecordJson.WriteNumber(json, "pages", document.Pages);
        json.WriteNumber("tables", document.Tables);
        json.WriteNumber("figures", document.Figures);
        RecordJson.Write(json, "checks", document.Checks);
        FormJson.Write(json, document);
        RecordJson.Write(json, document.Attachments);
        RecordJson.Write(json, "remarks", document.Remarks);
    });
}
