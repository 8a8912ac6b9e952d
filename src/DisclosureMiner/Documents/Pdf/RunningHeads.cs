using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Removes what every page repeats at its top and bottom: running heads, running feet, page numbers.</summary>
internal static partial class RunningHeads
{
    // Heads and feet stand in the outer ninth of the page.
    private const double Margin = 0.11;
    private const int FewestPages = 3;

    /// <summary>Removes them from the parts of all pages.</summary>
    /// <param name="pages">The parts of each page.</param>
    /// <param name="heights">The height of each page.</param>
    public static void Remove(List<List<PagePart>> pages, IReadOnlyList<double> heights)
    {
        var seen = new Dictionary<(bool, string), int>();
        for (int p = 0; p < pages.Count; p++)
        {
            foreach ((bool isTop, string key) in Outer(pages[p], heights[p]).Select(row => (IsTop(row, heights[p]), Key(row.Text))).Distinct())
            {
                seen[(isTop, key)] = seen.GetValueOrDefault((isTop, key)) + 1;
            }
        }

        int enough = Math.Max(FewestPages, pages.Count / 3);
        for (int p = 0; p < pages.Count; p++)
        {
            double height = heights[p];
            HashSet<TextRow> running = [.. Outer(pages[p], height).Where(row =>
                PageNumber().IsMatch(row.Text.Trim()) || seen[(IsTop(row, height), Key(row.Text))] >= enough)];
            foreach (PagePart part in pages[p])
            {
                part.Rows.RemoveAll(running.Contains);
            }

            pages[p].RemoveAll(part => part.Table is null && part.Rows.Count == 0);
        }
    }

    // Rows in the margins, with nothing but such rows between them and the edge.
    private static IEnumerable<TextRow> Outer(List<PagePart> parts, double height)
    {
        List<TextRow> rows = [.. parts.SelectMany(part => part.Rows)];
        return rows.Where(row => IsTop(row, height) || row.MiddleY > (1 - Margin) * height);
    }

    private static bool IsTop(TextRow row, double height) => row.MiddleY < Margin * height;

    // The text with its numbers masked: 第3页 and 第4页 are the same foot.
    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && !(char.IsAsciiDigit(c) && key.Length > 0 && key[^1] == '#'))
            {
                key.Append(char.IsAsciiDigit(c) ? '#' : c);
            }
        }

        return key.ToString();
    }

    // 3, - 3 -, [3], iv; 3/40, 3 of 40, Page 3; 第3页 共40页, 第三页; 共40页 第3页. An amount with its commas is none.
    [GeneratedRegex(
        """
        ^(?:
          [-—–－~～·•\s]*
          (?: [\[(（]? (?: \d{1,3} | (?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})) [\])）]?
            | (?: page | p\. | 页码[:：]? )? \s* \d{1,3} (?: \s* (?: / | ／ | of ) \s* \d{1,3} )?
            | 第 \s* (?: \d{1,3} | [一二三四五六七八九十百零〇]{1,5} ) \s* 页 (?: [\s,，/／]* 共 \s* (?: \d{1,3} | [一二三四五六七八九十百零〇]{1,5} ) \s* 页 )?
            | 共 \s* \d{1,3} \s* 页 [\s,，/／]* 第 \s* \d{1,3} \s* 页 )
          [-—–－~～·•\s]*
        )$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
