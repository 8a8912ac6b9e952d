using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// D-01: what the contents page lists follows. Titles are matched by their words, for hardly a document prints one twice in the
/// same way; an entry over others (五、部门预算表) need not be printed again. What a page with attachments does not print may be in these.
/// </summary>
internal static partial class Contents
{
    private const int LongestTitle = 40;

    // Two or three characters are in every title.
    private const int ShortestLike = 4;

    // What ends in such a title is one: 某项目|项目经费情况说明.
    private const int ShortestEnding = 6;
    private const int FewestColumns = 4;
    private static readonly ImmutableArray<string> Rules = ["D-01"];

    private readonly record struct Entry(Stretch Stretch, string Lead, string Words, int Level);

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        List<Entry> entries = [.. inspection.Titles.Where(title => title.Kind == StretchKind.ContentsEntry).Select(title => EntryOf(title, inspection))];
        entries.RemoveAll(entry => entry.Words.Length < 2 || inspection.Words["contents-heads"].Contains(entry.Words, StringComparer.Ordinal));
        if (entries.Count == 0)
        {
            yield break;
        }

        List<Entry> missing = Missing(entries, inspection);

        // With most entries unmatched it is the reading of the titles that failed.
        if (missing.Count * 2 > entries.Count)
        {
            yield break;
        }

        if (missing.Count == 0)
        {
            yield return Worded.Holds(Rules, "presence", new Bilingual($"目录所列{entries.Count}项均有", $"all {entries.Count} entries of the contents follow"));
            yield break;
        }

        if (!inspection.Document.Attachments.IsEmpty)
        {
            yield break;
        }

        List<Entry> tables = AreTablesMissing(entries, missing, inspection) ? missing.FindAll(IsTable) : [];
        foreach ((List<Entry> part, Severity severity) in new[] { (tables, Severity.Warning), (missing.Except(tables).ToList(), Severity.Note) })
        {
            if (part.Count > 0)
            {
                yield return Worded.Broken(Rules, "presence", severity, string.Join('、', part.Select(entry => entry.Stretch.Printed)),
                    new Bilingual("目录所列未见于正文", "listed in the contents and not found after"), part.Select(entry => entry.Stretch.Passage()));
            }
        }
    }

    private static bool IsTable(Entry entry) => entry.Words.EndsWith('表');

    /// <summary>
    /// Whether tables are missing, and not only their titles: most were read, and no more than entries that were found. A table
    /// of the form without a title may be any of them.
    /// </summary>
    private static bool AreTablesMissing(List<Entry> entries, List<Entry> missing, Inspection inspection)
    {
        int printed = inspection.Document.Tables.Count(table => table.Kind != "other" || (table.Title.Length == 0 && table.Columns.Length >= FewestColumns));
        int listed = entries.Where((entry, i) => IsTable(entry) && !IsAbove(entries, i)).Count();
        return printed * 2 >= listed && printed + missing.Count(IsTable) <= listed;
    }

    private static List<Entry> Missing(List<Entry> entries, Inspection inspection)
    {
        int last = entries.Max(entry => entry.Stretch.Block);
        List<Entry> titles = [.. inspection.Stretches
            .Where(stretch => stretch.Kind is StretchKind.Heading or StretchKind.TableHead || (stretch.Kind == StretchKind.Sentence && stretch.Text.Length <= LongestTitle))
            .Where(stretch => stretch.Block > last)
            .Select(stretch => EntryOf(stretch, inspection))];
        HashSet<string> parts = [.. titles.Where(title => title.Lead.StartsWith('第')).Select(title => title.Lead)];
        HashSet<string> names = [.. titles.Where(title => !title.Lead.StartsWith('第')).Select(title => title.Words).Where(words => words.Length >= 2)];

        // Of company reports the contents stand in the first chapter.
        int first = entries.Min(entry => entry.Stretch.Block);
        HashSet<string> before = [.. inspection.Stretches
            .Where(stretch => stretch.Kind == StretchKind.Heading && stretch.Block < first).Select(stretch => EntryOf(stretch, inspection).Words).Where(words => words.Length >= 2)];

        // Each title answers one entry, exact ones first: 支出决算表 must not be found in 财政拨款支出决算表, nor a table in the
        // head of a column.
        List<Entry> open = [.. entries.Where(entry => !parts.Contains(entry.Lead) && !names.Contains(entry.Words) && !before.Contains(entry.Words))];
        names.ExceptWith(entries.Select(entry => entry.Words));
        var missing = new List<Entry>();
        foreach (Entry entry in open)
        {
            string? closest = names.Where(name => IsLike(name, entry.Words) && (!IsTable(entry) || name.Contains('表', StringComparison.Ordinal))).OrderByDescending(name => Likeness(name, entry.Words)).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();
            if (closest is not null)
            {
                names.Remove(closest);
                continue;
            }

            if (!IsTable(entry) && entry.Words.Length >= ShortestEnding && names.Any(name => name.EndsWith(entry.Words, StringComparison.Ordinal)))
            {
                continue;
            }

            if (!IsAbove(entries, entries.IndexOf(entry)))
            {
                missing.Add(entry);
            }
        }

        return missing;
    }

    private static bool IsAbove(List<Entry> entries, int index) =>
        index + 1 < entries.Count && entries[index].Level > 0 && entries[index + 1].Level > entries[index].Level;

    private static Entry EntryOf(Stretch title, Inspection inspection)
    {
        string lead = Enumerator().Match(title.Text).Value;
        string words = Leader().Replace(title.Text[lead.Length..], "");
        string body = Folding.Label(inspection.Document.Organisation);
        words = body.Length > 0 ? words.Replace(body, "", StringComparison.Ordinal) : words;
        words = Year().Replace(words, "");
        words = inspection.Words["contents-fillers"].Aggregate(words, (rest, filler) => rest.Replace(filler, "", StringComparison.Ordinal));
        return new Entry(title, lead, words, LevelOf(lead));
    }

    private static int LevelOf(string lead) => lead switch
    {
        "" => 0,
        ['第', ..] => 1,
        ['(', ..] => 3,
        _ when char.IsAsciiDigit(lead[0]) => 4,
        _ => 2,
    };

    private static bool IsLike(string x, string y)
    {
        int shorter = Math.Min(x.Length, y.Length), longer = Math.Max(x.Length, y.Length);
        bool holds = x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal);
        return shorter >= ShortestLike && ((holds && shorter * 2 >= longer) || Likeness(x, y) >= 60);
    }

    /// <summary>Dice's coefficient of the pairs of neighbouring characters, in percent.</summary>
    private static int Likeness(string x, string y)
    {
        List<string> pairs = [.. Pairs(y)];
        int all = x.Length - 1 + pairs.Count;
        int common = Pairs(x).Count(pairs.Remove);
        return all <= 0 ? 0 : 200 * common / all;
    }

    private static IEnumerable<string> Pairs(string text) => Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2));

    [GeneratedRegex("^(?:第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]+、|\\([一二三四五六七八九十]+\\)|[0-9]+[.、])?")]
    private static partial Regex Enumerator();

    /// <summary>Dots and the page number.</summary>
    [GeneratedRegex(@"[.…·\-\s]*[0-9]*$")]
    private static partial Regex Leader();

    [GeneratedRegex("20[0-9]{2}年度?")]
    private static partial Regex Year();
}
