using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>Headings that stand on the line with which their text begins: 一、收入支出决算总体情况　2024年度收入总计760.70万元，….</summary>
internal static class RunInHeadings
{
    private const int ShortestTitle = 4;

    /// <summary>The heading and the text behind it; null when the line is not both.</summary>
    /// <param name="line">A line as printed.</param>
    /// <param name="isFull">Whether the page's width cut it, so that it is prose without any mark to show it.</param>
    public static (RawLine Heading, RawLine Text)? Split(RawLine line, bool isFull)
    {
        string text = line.Content.Text;
        Enumerator enumerator = Enumerator.Read(text);
        if (enumerator.IsNone || line.IsContents || line.Marker == LineMarker.Heading)
        {
            return null;
        }

        int gap = text.IndexOf('　', enumerator.Length);
        if (gap - enumerator.Length < ShortestTitle || gap + 1 == text.Length || !Lines.IsHeading(text[..gap], enumerator))
        {
            return null;
        }

        RawLine rest = line with { Content = line.Content.Slice(gap + 1, text.Length).Trim(), AfterGap = false };
        return isFull || Lines.HasClause(rest.Content.Text)
            ? (line with { Content = line.Content.Slice(0, gap).Trim(), Marker = LineMarker.Heading }, rest)
            : null;
    }
}
