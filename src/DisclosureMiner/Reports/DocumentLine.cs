using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>A line of documents.jsonl: a stored document with the paths at which this run found it.</summary>
internal sealed record DocumentLine(
    string Id,
    string Path,
    ImmutableArray<string> Paths,
    string? Sha256,
    string MediaType,
    string Status,
    ErrorLine? Error,
    string? Title,
    string? Organisation,
    int? FiscalYear,
    string? Genre,
    int? Pages,
    int Tables,
    int Figures,
    VerdictCounts Checks)
{
    /// <summary>The line of a document.</summary>
    public static DocumentLine Of(DocumentRecord document, ImmutableArray<string> paths, Language language) => new(
        document.Id,
        paths[0],
        paths,
        document.Sha256,
        document.MediaType,
        Words.Of(document.Status),
        document.Error is { } error ? ErrorLine.Of(error, language) : null,
        document.Title,
        document.Organisation,
        document.FiscalYear,
        document.Genre,
        document.Pages,
        document.Tables,
        document.Figures,
        document.Checks);
}

/// <summary>Why a document was not mined: a stable code, and a sentence in the language of the run.</summary>
internal sealed record ErrorLine(string Code, string Message)
{
    public static ErrorLine Of(MiningError error, Language language) => new(error.Code, error.Message.In(language));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DocumentLine))]
internal sealed partial class DocumentLineJson : JsonSerializerContext;

/// <summary>Writes documents as JSON, Chinese as it is.</summary>
internal static class DocumentLines
{
    private static readonly DocumentLineJson Json = new(new JsonSerializerOptions(DocumentLineJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(DocumentLine line) => JsonSerializer.Serialize(line, Json.DocumentLine);
}
