using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DisclosureMiner.Scoring;

/// <summary>
/// Reads <c>expected.jsonl</c>, which says of each document only what is wrong, one entry for every wrong statement, and what
/// merely looks so.
/// </summary>
internal static class TruthLines
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static ImmutableArray<GroundTruth> Read(string text, TruthMistakes mistakes)
    {
        var truths = ImmutableArray.CreateBuilder<GroundTruth>();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            try
            {
                truths.Add(Truth(JsonSerializer.Deserialize<Entry>(lines[i], Options)!, i + 1));
            }
            catch (JsonException exception)
            {
                mistakes.Add(i + 1, $"Expected an object with file, errors, rounding, truncated, doubtful and clean_relations: {exception.Message}");
            }
        }

        return truths.ToImmutable();
    }

    private static GroundTruth Truth(Entry entry, int line) => new(
        entry.File,
        Status: null,
        Organisation: null,
        FiscalYear: null,
        Genre: null,
        Tables: null,
        Figures: null,
        [.. entry.Errors.Select(error => new TrueDiscrepancy(error.Kind, null, error.Quote, error.Figures, error.Explain, line))],
        [
            .. entry.Rounding.Select(mark => new TrueRemark(RemarkKind.Rounding, "", mark.Quote, mark.Explain, line)),
            .. entry.Truncated.Select(mark => new TrueRemark(RemarkKind.Truncated, "", mark.Quote, mark.Explain, line)),
            .. entry.Doubtful.Select(mark => new TrueRemark(RemarkKind.Doubtful, "", mark.Quote, mark.Explain, line)),
        ],
        IsByCause: false,
        entry.CleanRelations);

    private sealed record Entry(
        string File,
        ImmutableArray<Error> Errors,
        ImmutableArray<Mark> Rounding,
        ImmutableArray<Mark> Truncated,
        ImmutableArray<Mark> Doubtful,
        int CleanRelations);

    private sealed record Error(string Quote, ImmutableArray<string> Figures, string Kind, string Explain);

    private sealed record Mark(string Quote, string Explain = "");
}
