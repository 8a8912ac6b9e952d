using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>How records become JSON: camelCase, enumerations as kebab-case words, Chinese as it is, nulls written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(PlaceJson),
        typeof(BoxJson),
        typeof(TextSpanJson),
        typeof(KebabCase<MiningStatus>),
        typeof(KebabCase<CellType>),
        typeof(KebabCase<FigureRole>),
        typeof(KebabCase<Direction>),
        typeof(KebabCase<FactVerdict>),
        typeof(KebabCase<Verdict>),
        typeof(KebabCase<Severity>),
        typeof(KebabCase<Phase>),
        typeof(KebabCase<Measure>),
    ])]
[JsonSerializable(typeof(DocumentRecord))]
[JsonSerializable(typeof(TableRecord))]
[JsonSerializable(typeof(FigureRecord))]
[JsonSerializable(typeof(CheckRecord))]
[JsonSerializable(typeof(FactRecord))]
[JsonSerializable(typeof(DiscrepancyRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;

/// <summary>The one context that all records are written and read with.</summary>
internal static class RecordLines
{
    /// <summary>The lines are data for programs, never part of a page, so Chinese and quotes are not escaped.</summary>
    public static RecordJson Json { get; } = new(new JsonSerializerOptions(RecordJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <summary>An enumeration as a word: <c>decision-conflict</c>.</summary>
internal sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
