using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// D-02, N-27: the fiscal year agrees in the slots of the form (titles, table titles, sentences of the form, project periods, the
/// date of the assets). Citations (从2020年起, 《2024年…任务书》, 〔2017〕) and prior years are no slots.
/// </summary>
internal static partial class FiscalYear
{
    private static readonly ImmutableArray<string> Rules = ["D-02", "N-27"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        if (inspection.Document.FiscalYear is not { } year || !(inspection.IsBudget || inspection.IsFinal || inspection.IsThreePublic))
        {
            return [];
        }

        return [.. Titles(inspection, year), .. Statements(inspection, year), .. Assets(inspection, year), .. Periods(inspection, year)];
    }

    private static IEnumerable<Obligation> Titles(Inspection inspection, int year)
    {
        var own = new List<Passage>();
        var other = new SortedDictionary<int, List<Passage>>();
        foreach (Stretch title in inspection.Titles.Where(title => IsOwnTitle(title, inspection)))
        {
            List<Match> years = [.. Years().Matches(Citations().Replace(title.Text, cited => new string('》', cited.Length))).OfType<Match>()];
            if (years.Count == 0)
            {
                continue;
            }

            if (years.Any(match => YearOf(match) == year))
            {
                own.Add(title.Passage());
                continue;
            }

            if (!other.TryGetValue(YearOf(years[0]), out List<Passage>? passages))
            {
                other.Add(YearOf(years[0]), passages = []);
            }

            passages.Add(title.Passage(years[0].Index, years[0].Length));
        }

        // Where most titles have the other year, it is the cover that stands alone, and it may be the year of publication.
        foreach ((int wrong, List<Passage> passages) in other)
        {
            yield return Broken("year", passages.Count < own.Count ? Severity.Warning : Severity.Note, wrong, year, passages);
        }

        if (other.Count == 0 && own.Count > 0)
        {
            yield return Worded.Holds(Rules, "year", new Bilingual($"{own.Count}处标题的年度一致", $"{own.Count} titles have one fiscal year"));
        }
    }

    private static bool IsOwnTitle(Stretch title, Inspection inspection)
    {
        // The title of the cover above a table is a title like any other.
        bool isOfTable = title.Kind == StretchKind.TableHead && !title.Text.StartsWith(Documents.Folding.Label(inspection.Document.Organisation), StringComparison.Ordinal);
        string ends = isOfTable ? "year-table-title-ends" : "year-title-ends";
        string text = ContentsLeader().Replace(title.Text, "");
        return title.HasAny(inspection.Words["year-title-words"])
            && !title.HasAny(inspection.Words["year-title-other"])
            && !YearRange().IsMatch(text)
            && !IsOtherPhase(text, inspection)
            && inspection.Words[ends].Any(end => text.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>A budget that speaks of a final account, or the other way round, speaks of another year.</summary>
    private static bool IsOtherPhase(string title, Inspection inspection)
    {
        bool final = inspection.Words["phase-final"].Any(word => title.Contains(word, StringComparison.Ordinal));
        return inspection.IsBudget ? final : inspection.IsFinal && !final && inspection.Words["phase-budget"].Any(word => title.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Sentences of the form that open with another year, each in a paragraph that never names the document's: all with one year are one matter.</summary>
    private static IEnumerable<Obligation> Statements(Inspection inspection, int year)
    {
        string own = year.ToString(CultureInfo.InvariantCulture);
        ILookup<int, Stretch> paragraphs = inspection.Prose.ToLookup(sentence => sentence.Block);
        var wrong = new List<(int Year, Passage Passage)>();
        foreach (Stretch sentence in inspection.Prose.Where(sentence => sentence.HasAny(inspection.Words["year-own-statements"])))
        {
            Match opening = Opening().Match(sentence.Text);
            if (opening.Success && YearOf(opening) is var stated && stated != year
                && !sentence.HasAny(inspection.Words[inspection.IsBudget ? "comparison-not-budget" : "comparison-not-final"])
                && !paragraphs[sentence.Block].Any(other => other.Text.Contains(own, StringComparison.Ordinal)))
            {
                wrong.Add((stated, sentence.Passage(opening.Groups["year"].Index, opening.Groups["year"].Length + 1)));
            }
        }

        return wrong.GroupBy(pair => pair.Year, pair => pair.Passage).Select(group => Broken("year", Severity.Note, group.Key, year, group));
    }

    /// <summary>
    /// The date of the assets: in the year that the form has it; where the form leaves it open, in a final account's year, or in a budget's year or
    /// the one before.
    /// </summary>
    private static IEnumerable<Obligation> Assets(Inspection inspection, int year)
    {
        foreach (Stretch sentence in inspection.Prose.Where(sentence => sentence.HasAny(inspection.Words["year-asset-words"])))
        {
            foreach (Match date in AssetDate().Matches(sentence.Text))
            {
                int stated = YearOf(date);
                bool fits = inspection.Form.AssetYear is { } distance ? stated == year + distance : stated == year || (!inspection.IsFinal && stated == year - 1);
                Passage passage = sentence.Passage(date.Index, date.Length);
                yield return fits
                    ? Worded.Holds(Rules, "year", new Bilingual("资产日期与年度相符", "the date of the assets fits the year"), passage)
                    : Broken("year", inspection.IsFinal && stated == year - 1 ? Severity.Warning : Severity.Note, stated, year, [passage]);
            }
        }
    }

    private static IEnumerable<Obligation> Periods(Inspection inspection, int year)
    {
        if (!inspection.IsBudget)
        {
            yield break;
        }

        var wrong = new List<(int Year, Passage Passage)>();
        var right = new List<Passage>();
        foreach (Stretch stretch in inspection.Stretches.Where(stretch => stretch.Kind is StretchKind.Sentence or StretchKind.Cell))
        {
            ImmutableArray<string> words = inspection.Words["year-period-words"];
            if (!stretch.HasAny(words) && !stretch.Section.Any(heading => words.Any(word => heading.Contains(word, StringComparison.Ordinal))))
            {
                continue;
            }

            foreach (Match period in Period().Matches(stretch.Text))
            {
                Passage passage = stretch.Passage(period.Index, period.Length);
                if (YearOf(period) == year)
                {
                    right.Add(passage);
                }
                else
                {
                    wrong.Add((YearOf(period), passage));
                }
            }
        }

        if (wrong.Count > 0)
        {
            yield return Broken("project-period", Severity.Note, wrong[0].Year, year, wrong.Select(pair => pair.Passage));
        }
        else if (right.Count > 0)
        {
            yield return Worded.Holds(Rules, "project-period", new Bilingual("项目期间与年度相符", "project periods fit the year"), right);
        }
    }

    private static Obligation Broken(string defect, Severity severity, int stated, int year, IEnumerable<Passage> passages) =>
        Worded.Broken(Rules, defect, severity, FormattableString.Invariant($"{stated} ≠ {year}"),
            new Bilingual(FormattableString.Invariant($"此处为{stated}年，封面为{year}年"), FormattableString.Invariant($"{stated} here, {year} on the cover")), passages);

    private static int YearOf(Match match) => int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<![0-9])(?<year>20[0-9]{2})年")]
    private static partial Regex Years();

    [GeneratedRegex("《[^》]*》")]
    private static partial Regex Citations();

    [GeneratedRegex("20[0-9]{2}年?(?:-|—|~|至|到)20[0-9]{2}")]
    private static partial Regex YearRange();

    /// <summary>Dots and the page number behind an entry of a contents page.</summary>
    [GeneratedRegex("[.…·]*[0-9]*$")]
    private static partial Regex ContentsLeader();

    [GeneratedRegex("^(?:[0-9]+[.、]|\\([一二三四五六七八九十0-9]+\\)|[一二三四五六七八九十]+、)?(?<year>20[0-9]{2})年")]
    private static partial Regex Opening();

    [GeneratedRegex("截[至止]到?(?<year>20[0-9]{2})年(?:底|末|年底|年末|[0-9]{1,2}月[0-9]{1,2}日)")]
    private static partial Regex AssetDate();

    [GeneratedRegex("(?<year>20[0-9]{2})(?:年0?1月(?:0?1日)?|[./]0?1[./]0?1)(?:-|—|~|至|到)+(?:\\k<year>(?:年|[./]))?12(?:月(?:31日)?|[./]31)|(?<year>20[0-9]{2})年0?1(?:-|—|~|至)+12月")]
    private static partial Regex Period();
}
