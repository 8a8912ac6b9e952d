using System.Collections.Immutable;
using System.Text.Json;

namespace DisclosureMiner.Scoring;

/// <summary>
/// Reads <c>expected.jsonl</c>, which says of each document only what is wrong, one entry for every wrong statement, and what
/// merely looks so.
/// </summary>
internal static class TruthLines
{
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
                using var json = JsonDocument.Parse(lines[i]);
                truths.Add(Truth(json.RootElement, i + 1, mistakes));
            }
            catch (JsonException exception)
            {
                mistakes.Add(i + 1, FormattableString.Invariant(
                    $"This is no JSON at byte {exception.BytePositionInLine + 1}; every line has to be a whole JSON object, its texts in double quotes."));
            }
        }

        return truths.ToImmutable();
    }

    private static GroundTruth Truth(JsonElement entry, int line, TruthMistakes mistakes)
    {
        TruthObject fields = TruthObject.Of(entry, "a document", line, mistakes, "file", "errors", "rounding", "truncated", "doubtful", "clean_relations");
        return new GroundTruth(
            fields.Text("file"),
            Status: null,
            Organisation: null,
            FiscalYear: null,
            Genre: null,
            Tables: null,
            Figures: null,
            [.. fields.Items("errors").Select(item => ReadError(item, line, mistakes))],
            [
                .. fields.Items("rounding").Select(item => ReadRemark(item, RemarkKind.Rounding, line, mistakes)),
                .. fields.Items("truncated").Select(item => ReadRemark(item, RemarkKind.Truncated, line, mistakes)),
                .. fields.Items("doubtful").Select(item => ReadRemark(item, RemarkKind.Doubtful, line, mistakes)),
            ],
            IsByCause: false,
            fields.Number("clean_relations"));
    }

    private static TrueDiscrepancy ReadError(JsonElement entry, int line, TruthMistakes mistakes)
    {
        TruthObject fields = TruthObject.Of(entry, "an error", line, mistakes, "quote", "figures", "kind", "explain");
        return new TrueDiscrepancy(fields.Text("kind"), null, fields.Text("quote"), fields.Texts("figures"), fields.Text("explain"), line);
    }

    private static TrueRemark ReadRemark(JsonElement entry, RemarkKind kind, int line, TruthMistakes mistakes)
    {
        TruthObject fields = TruthObject.Of(entry, $"an entry of `{FileWord.Of(kind)}`", line, mistakes, "quote", "explain");
        return new TrueRemark(kind, "", fields.Text("quote"), fields.OptionalText("explain"), line);
    }
}
