using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>The whole narrative in reading order, every figure coloured by its verdict and saying what holds it.</summary>
internal static class HtmlNarrative
{
    public static void Write(HtmlPage page)
    {
        HtmlWriter html = page.Html;
        html.Add($"<p class=\"hint\">{HtmlPage.Label("narrative-hint")}</p>");
        HtmlTable.WriteLegend(html);
        html.Add($"<div class=\"text\" lang=\"zh\">\n");
        int sheet = 0;
        foreach (Block block in page.Document.Blocks)
        {
            WritePage(page, block, ref sheet);
            switch (block)
            {
                case Paragraph paragraph:
                    WriteParagraph(page, paragraph);
                    break;
                case Table table:
                    html.Add($"<p class=\"to-table\"><a href=\"{page.Href(table.Id)}\">{page.Say(places => places.TableName(table))}</a></p>\n");
                    break;
            }
        }

        html.Add($"</div>\n");
    }

    /// <summary>The attributes from which the page's script tells what holds a number.</summary>
    public static void WriteStanding(HtmlWriter html, FactStanding standing)
    {
        if (!standing.Obligations.IsEmpty)
        {
            html.Add($" data-o=\"{string.Join(' ', standing.Obligations)}\"");
        }

        if (standing.Reason.Length > 0)
        {
            Bilingual reason = Wording.Reason(standing.Reason);
            html.Add($" data-zh=\"{reason.Zh}\" data-en=\"{reason.En}\"");
        }
    }

    /// <summary>A text with its figures marked.</summary>
    public static void WriteText(HtmlPage page, string text, IEnumerable<Figure> figures)
    {
        int at = 0, sentence = 0;
        foreach (Figure figure in figures)
        {
            int start = StartOf(text, figure, at, ref sentence);
            if (start < at)
            {
                continue;
            }

            page.Html.Add($"{text[at..start]}");
            WriteFigure(page, figure);
            at = start + figure.Text.Length;
        }

        page.Html.Add($"{text[at..]}");
    }

    /// <summary>The number of the page, wherever a new one begins.</summary>
    private static void WritePage(HtmlPage page, Block block, ref int sheet)
    {
        Place? place = block switch
        {
            Paragraph { Content.Length: > 0 } paragraph => paragraph.Content.Place,
            Table table => table.Grid.SelectMany(row => row).FirstOrDefault(cell => cell is not null)?.Place,
            _ => null,
        };
        if (place is { Regions: [var region, ..] } && region.Page > sheet)
        {
            sheet = region.Page;
            page.Html.Add($"<p class=\"sheet\">{page.Say(places => places.Page(place))}</p>\n");
        }
    }

    private static void WriteParagraph(HtmlPage page, Paragraph paragraph)
    {
        HtmlWriter html = page.Html;
        string classes = paragraph.Kind switch
        {
            ParagraphKind.Heading => "h h" + (char)('0' + Math.Clamp(paragraph.Level, 0, 5)),
            ParagraphKind.ContentsEntry => "contents",
            ParagraphKind.TableCaption => "caption",
            ParagraphKind.TableNote => "table-note",
            _ => "body",
        };
        html.Add($"<p class=\"{classes}\">");
        WriteText(page, paragraph.Content.Text, page.Figures[paragraph.Index]);
        html.Add($"</p>\n");
    }

    /// <summary>
    /// Where a figure stands in its paragraph, or -1. The same sentence may stand twice in one paragraph, so the search goes on from
    /// the sentence of the figure before.
    /// </summary>
    private static int StartOf(string text, Figure figure, int from, ref int sentence)
    {
        for (int found = text.IndexOf(figure.Sentence, sentence, StringComparison.Ordinal); found >= 0;
             found = text.IndexOf(figure.Sentence, found + 1, StringComparison.Ordinal))
        {
            int start = found + figure.Start;
            if (start >= from && string.CompareOrdinal(text, start, figure.Text, 0, figure.Text.Length) == 0)
            {
                sentence = found;
                return start;
            }
        }

        return text.IndexOf(figure.Text, from, StringComparison.Ordinal);
    }

    private static void WriteFigure(HtmlPage page, Figure figure)
    {
        HtmlWriter html = page.Html;
        FactStanding standing = page.Mined.StandingOf(figure.Id);
        Bilingual role = Wording.Of(figure.Role);
        html.Add($"<mark class=\"{HtmlPage.Colour(standing.Verdict)}\" id=\"{page.Prefix}-{figure.Id}\" tabindex=\"0\"");
        html.Add($" data-name=\"{figure.Subject}\" data-role-zh=\"{role.Zh}\" data-role-en=\"{role.En}\" data-period=\"{figure.Period}\"");
        WriteStanding(html, standing);
        html.Add($" title=\"{TitleOf(page, figure, standing)}\">{figure.Text}</mark>");
    }

    /// <summary>Role, subject and what holds it, for those who see the page without scripts.</summary>
    private static string TitleOf(HtmlPage page, Figure figure, FactStanding standing)
    {
        string[] what =
        [
            page.Tongue(Wording.Of(figure.Role)), figure.Subject, figure.Period, page.Tongue(Wording.Of(standing.Verdict)),
            standing.Reason.Length > 0 ? page.Tongue(Wording.Reason(standing.Reason)) : "",
        ];
        var held = standing.Obligations.Select(id => page.Obligations.GetValueOrDefault(id)).OfType<Ruling>()
            .Where(ruling => ruling.IsDecided).Take(4)
            .Select(ruling => $"{ruling.Obligation.Rule} {HtmlFormula.Of(ruling.Obligation)}");
        return string.Join(" · ", what.Where(part => part.Length > 0)) + string.Concat(held.Select(line => "\n" + line));
    }
}
