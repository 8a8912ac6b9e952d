using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>
/// Finds contents pages. Their entries repeat every title of the document, so taking them for headings would double each
/// section and each table.
/// </summary>
internal static partial class ContentsPages
{
    private const int LongestEntry = 60;

    /// <summary>For every line, whether it belongs to a contents page.</summary>
    /// <param name="lines">The lines of the document as printed, trimmed, without list markers; blank lines are empty.</param>
    /// <param name="words">What contents pages are headed with.</param>
    public static bool[] Find(IReadOnlyList<string> lines, ReadingWords words)
    {
        bool[] marks = new bool[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            if (marks[i])
            {
                continue;
            }

            if (words.Is("contents-heads", Folding.Label(lines[i]).ToLowerInvariant()))
            {
                Mark(lines, i, marks);
            }
            else if (DottedLeader().IsMatch(lines[i]))
            {
                marks[i] = true;
            }
        }

        return marks;
    }

    private static void Mark(IReadOnlyList<string> lines, int head, bool[] marks)
    {
        var entries = new List<(int Line, string Key, Enumerator Enumerator, bool HasPage)>();
        bool reappeared = false;
        int stop = head + 1;
        for (; stop < lines.Count; stop++)
        {
            string line = lines[stop];
            if (line.Length == 0)
            {
                continue;
            }

            Enumerator enumerator = Enumerator.Read(line);
            bool hasPage = PageNumber().Match(line) is { Success: true };
            string key = Folding.Label(hasPage ? PageNumber().Replace(line, "") : line);
            if (entries.Count > 0 && IsAgain(entries[0].Key, entries[0].Enumerator, key, enumerator))
            {
                reappeared = true;
                break;
            }

            // 第一部分 … every entry has its number: a line without one is the first heading of the document itself.
            bool isOdd = !hasPage && enumerator.IsNone && entries.Count >= 3 && entries.TrueForAll(entry => !entry.Enumerator.IsNone);
            bool isBody = line.Length > LongestEntry || Lines.HasClause(line[enumerator.Length..]) || Lines.HasFigure(line)
                || (!hasPage && line.AsSpan().ContainsAny('\t', '|'));
            if (isOdd || isBody)
            {
                break;
            }

            entries.Add((stop, key, enumerator, hasPage));
        }

        if (!reappeared)
        {
            DropHeadings(entries, lines, ref stop);
        }

        marks[head] = true;
        foreach ((int line, _, _, _) in entries)
        {
            marks[line] = true;
        }
    }

    private static bool IsAgain(string firstKey, Enumerator first, string key, Enumerator enumerator) =>
        key == firstKey || (!first.IsNone && first.Level == enumerator.Level && Folding.Label(first.Text) == Folding.Label(enumerator.Text));

    // The list ran into the first paragraph of the document: the headings just before that are no entries.
    private static void DropHeadings(List<(int Line, string Key, Enumerator Enumerator, bool HasPage)> entries, IReadOnlyList<string> lines, ref int stop)
    {
        if (entries.Exists(entry => entry.HasPage))
        {
            entries.RemoveRange(entries.FindLastIndex(entry => entry.HasPage) + 1, entries.Count - 1 - entries.FindLastIndex(entry => entry.HasPage));
            return;
        }

        int repeated = entries.FindIndex(entry => entries.FindIndex(other => other.Key == entry.Key) < entries.IndexOf(entry));
        if (repeated > 0)
        {
            entries.RemoveRange(repeated, entries.Count - repeated);
            return;
        }

        // An unnumbered heading that a gap parts from the list.
        while (entries.Count > 1 && entries[^1].Enumerator.IsNone && !entries[0].Enumerator.IsNone && lines[entries[^1].Line - 1].Length == 0)
        {
            stop = entries[^1].Line;
            entries.RemoveAt(entries.Count - 1);
        }
    }

    [GeneratedRegex(@"(?:[.．…·•\-—_\s]*[.．…·•\-—_\s])(?:第\s*)?\(?\d{1,3}\)?\s*页?\s*$")]
    private static partial Regex PageNumber();

    // From the right, because from the left every place of a long line would be tried, and from each all that follows.
    [GeneratedRegex(@"\S.*(?:[.．·•]{4,}|…{2,}|(?:\s[.．·…]){4,})\s*[-(]?\d{1,3}[-)]?\s*$", RegexOptions.RightToLeft)]
    private static partial Regex DottedLeader();
}
