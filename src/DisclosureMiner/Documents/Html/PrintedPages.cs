using System.Globalization;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Html;

/// <summary>Drops the heads and numbers of the printed pages from which a page was made.</summary>
internal static class PrintedPages
{
    private const int FewestHeads = 3;
    private const int FewestNumbers = 3;
    private const int ShortestHead = 8;

    /// <summary>The parts without them; what follows one begins a new page.</summary>
    public static List<PagePart> Remove(List<PagePart> parts)
    {
        HashSet<int> drop = [.. Heads(parts), .. Numbers(parts)];
        var kept = new List<PagePart>(parts.Count);
        bool pageEnds = false;
        for (int i = 0; i < parts.Count; i++)
        {
            if (drop.Contains(i))
            {
                pageEnds = true;
                continue;
            }

            kept.Add(pageEnds ? parts[i] with { AfterPage = true } : parts[i]);
            pageEnds = false;
        }

        return kept;
    }

    // The title or a part of it, over and over. A table's title may come again for the next body's table.
    private static IEnumerable<int> Heads(List<PagePart> parts)
    {
        string title = parts.Count > 0 && parts[0].Block is RawLine first ? Folding.Label(first.Content.Text) : "";
        if (title.Length < ShortestHead)
        {
            return [];
        }

        return Enumerable.Range(1, Math.Max(0, parts.Count - 1))
            .Select(i => (Index: i, Label: parts[i].Block is RawLine line && line.Content.Length < 3 * title.Length ? Folding.Label(line.Content.Text) : ""))
            .Where(line => line.Label.Length >= ShortestHead
                && (line.Label.Contains(title, StringComparison.Ordinal) || title.Contains(line.Label, StringComparison.Ordinal)) && !Lines.EndsSentence(line.Label))
            .GroupBy(line => line.Label, StringComparer.Ordinal)
            .Where(group => group.Count() >= FewestHeads)
            .SelectMany(group => group.Select(line => line.Index));
    }

    // Lines of nothing but a number that count up by one.
    private static IEnumerable<int> Numbers(List<PagePart> parts)
    {
        List<(int Index, int Number)> numbers = [.. Enumerable.Range(0, parts.Count)
            .Select(i => (i, parts[i].Block is RawLine { Content.Length: <= 4 } line
                && int.TryParse(line.Content.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1))
            .Where(line => line.Item2 > 0)];
        int steps = numbers.Zip(numbers.Skip(1)).Count(pair => pair.Second.Number == pair.First.Number + 1);
        return numbers.Count >= FewestNumbers && steps * 5 >= (numbers.Count - 1) * 4 ? numbers.Select(line => line.Index) : [];
    }
}
