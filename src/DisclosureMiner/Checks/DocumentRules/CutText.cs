using System.Collections.Immutable;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>D-08: no text is cut off by its cell. Only clear cases: the same words go on elsewhere, or a bracket stays open.</summary>
internal static class CutText
{
    private const int ShortestCell = 15;
    private const int ShortestTail = 8;
    private const int LongestRest = 2;
    private static readonly ImmutableArray<string> Rules = ["D-08"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        List<Stretch> cells = [.. inspection.Stretches.Where(stretch => stretch.Kind == StretchKind.Cell && stretch.Text.Length >= ShortestCell)];
        if (cells.Count == 0)
        {
            yield break;
        }

        var cut = new List<Passage>();
        foreach (Stretch cell in cells)
        {
            int tail = TailOf(cell.Text);
            string words = cell.Text[tail..];
            if (cell.Text[^1] is '(' or '《' or '、')
            {
                cut.Add(cell.Passage(cell.Text.Length - 1, 1));
            }
            else if (tail > 0 && words.Length >= ShortestTail
                && inspection.Stretches.Any(other => !ReferenceEquals(other, cell) && GoesOn(other.Text, words)))
            {
                cut.Add(cell.Passage(tail, words.Length));
            }
        }

        yield return cut.Count == 0
            ? Worded.Holds(Rules, "cut-text", new Bilingual("单元格文字完整", "the text of the cells is whole"))
            : Worded.Broken(Rules, "cut-text", Severity.Note, cut[0].Text, new Bilingual("单元格文字未完", "the text breaks off in its cell"), cut);
    }

    /// <summary>Where the last run of Chinese characters begins.</summary>
    private static int TailOf(string text)
    {
        int start = text.Length;
        while (start > 0 && IsHan(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    /// <summary>Whether the words stand there as a clause of their own with one or two characters more before its end.</summary>
    private static bool GoesOn(string text, string words)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && IsHan(text[at - 1])))
        {
            return false;
        }

        int rest = at + words.Length, end = rest;
        while (end < text.Length && IsHan(text[end]))
        {
            end++;
        }

        return end - rest is > 0 and <= LongestRest && end < text.Length && text[end] is '。' or ';' or ',';
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
