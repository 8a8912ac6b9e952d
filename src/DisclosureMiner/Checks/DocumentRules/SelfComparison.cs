using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// N-27, D-02: a year is compared with an earlier one, never with itself ("2026年…比2026年预算增加"). All places are one cause.
/// </summary>
internal static partial class SelfComparison
{
    private const int LongestBase = 14;
    private static readonly ImmutableArray<string> Rules = ["N-27", "D-02"];

    private readonly record struct Comparison(Stretch Stretch, int Start, int End, int Year, int? Speaker);

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        if (inspection.Document.FiscalYear is not { } year || OtherPhases(inspection) is not { } others)
        {
            yield break;
        }

        List<Comparison> comparisons = [.. inspection.Prose.SelectMany(sentence => In(sentence, inspection, others))];
        List<Comparison> own = [.. comparisons.Where(x => x.Year == year && (x.Speaker is null || x.Speaker == year))];
        if (own.Count > 0)
        {
            string y = year.ToString(CultureInfo.InvariantCulture);
            yield return Worded.Broken(Rules, "self-comparison", Severity.Error, $"{y} = {y}",
                new Bilingual($"{y}年与{y}年自身比较", $"{y} is compared with itself"), own.Select(Quote));
        }
        else if (comparisons.Count > 0)
        {
            yield return Worded.Holds(Rules, "self-comparison", new Bilingual("比较的基期均为其他年度", "every comparison is with another year"));
        }

        // A base two years back, where the others have last year: the sentence of last year's text, not brought forward.
        List<Comparison> stale = [.. comparisons.Where(x => x.Year < year - 1 && (x.Speaker is null || x.Speaker == year))];
        if (stale.Count > 0 && comparisons.Count(x => x.Year == year - 1) >= 2)
        {
            yield return Worded.Broken(["D-02", "N-27"], "year", Severity.Note, Invariant($"{stale[0].Year} ≠ {year - 1}"),
                new Bilingual("比较的基期不是上年", "the base of the comparison is not last year"), stale.Select(Quote));
        }
    }

    private static IEnumerable<Comparison> In(Stretch sentence, Inspection inspection, ImmutableArray<string> otherPhases)
    {
        string text = sentence.Text;
        int? speaker = null;
        int bracketed = 0;
        foreach (Match match in Years().Matches(text))
        {
            if (match.Value is "(" or "《")
            {
                bracketed++;
            }
            else if (match.Value is ")" or "》")
            {
                bracketed = Math.Max(0, bracketed - 1);
            }
            else if (End(text, match, inspection, otherPhases) is { } found)
            {
                yield return new Comparison(sentence, found.Start, found.End, YearOf(match), speaker);
            }
            else if (bracketed == 0 && Verb(text, match.Index, inspection) == 0)
            {
                speaker = YearOf(match);
            }
        }
    }

    /// <summary>The stretch from the verb to what the comparison comes to, or null when the year is no base of its own phase.</summary>
    private static (int Start, int End)? End(string text, Match year, Inspection inspection, ImmutableArray<string> otherPhases)
    {
        int verb = Verb(text, year.Index, inspection);
        if (verb == 0)
        {
            return null;
        }

        bool with = inspection.Words["comparison-with"].Any(word => text.AsSpan(0, year.Index).EndsWith(word, StringComparison.Ordinal));
        int from = year.Index + year.Length;
        for (int at = from; at < text.Length && at - from <= LongestBase && text[at] is not ('。' or ';' or ':' or '(' or ','); at++)
        {
            string? result = inspection.Words[with ? "comparison-with-results" : "comparison-results"]
                .Where(word => text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                .MaxBy(word => word.Length);
            if (result is null)
            {
                continue;
            }

            string named = text[from..at];
            bool isAmount = text.AsSpan(0, year.Index).Contains('元');
            bool isOther = otherPhases.Any(word => named.Contains(word, StringComparison.Ordinal));
            return isOther || (result is "一致" or "相同" && !isAmount) ? null : (year.Index - verb, at + result.Length);
        }

        return null;
    }

    private static int Verb(string text, int index, Inspection inspection) =>
        inspection.Words["comparison-verbs"].Concat(inspection.Words["comparison-with"])
            .Where(verb => text.AsSpan(0, index).EndsWith(verb, StringComparison.Ordinal))
            .Select(verb => verb.Length)
            .FirstOrDefault();

    /// <summary>Words that make a base another thing than what this document states, or null when that is not one thing.</summary>
    private static ImmutableArray<string>? OtherPhases(Inspection inspection)
    {
        string title = Documents.Folding.Label(inspection.Document.Title);
        bool threePublic = inspection.Document.Genre == "three-public";
        bool final = inspection.IsFinal || (threePublic && inspection.Words["phase-final"].Any(word => title.Contains(word, StringComparison.Ordinal)));
        bool budget = inspection.IsBudget || (threePublic && inspection.Words["phase-budget"].Any(word => title.Contains(word, StringComparison.Ordinal)));
        return final ? inspection.Words["comparison-not-final"] : budget ? inspection.Words["comparison-not-budget"] : null;
    }

    private static Passage Quote(Comparison comparison) => comparison.Stretch.Passage(comparison.Start, comparison.End - comparison.Start);

    private static int YearOf(Match match) => int.Parse(match.ValueSpan[..4], CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex("(?<![0-9])20[0-9]{2}年度?|[()《》]")]
    private static partial Regex Years();
}
