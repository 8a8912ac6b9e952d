namespace DisclosureMiner.Reports;

/// <summary>A stretch of a text that is marked: its offsets, the classes of the mark, and where it leads to.</summary>
internal sealed record HtmlMark(int Start, int End, string Classes, string Href)
{
    /// <summary>Writes a text with its marks; of two that overlap, the first keeps the characters. Marks that lead somewhere are links.</summary>
    public static void Write(HtmlWriter html, string text, IEnumerable<HtmlMark> marks)
    {
        int at = 0;
        foreach (HtmlMark mark in marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End))
        {
            if (mark.Start < at || mark.End <= mark.Start || mark.End > text.Length)
            {
                continue;
            }

            html.Add($"{text[at..mark.Start]}<mark class=\"{mark.Classes}\">");
            if (mark.Href.Length > 0)
            {
                html.Add($"<a href=\"{mark.Href}\">{text[mark.Start..mark.End]}</a>");
            }
            else
            {
                html.Add($"{text[mark.Start..mark.End]}");
            }

            html.Add($"</mark>");
            at = mark.End;
        }

        html.Add($"{text[at..]}");
    }
}
