using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>The tables as they were read, cell for cell, every number coloured by its verdict.</summary>
internal static class HtmlTable
{
    public static void WriteAll(HtmlPage page)
    {
        WriteLegend(page.Html);
        foreach (Table table in page.Document.Tables)
        {
            Write(page, table);
        }
    }

    /// <summary>The cell that covers each position of the printed grid; null where nothing was printed.</summary>
    public static Cell?[,] Covering(Table table)
    {
        int width = Math.Max(table.Columns.Length, table.Grid.Select(row => row.Length).DefaultIfEmpty().Max());
        var covering = new Cell?[table.Grid.Length, width];
        foreach (Cell? cell in table.Grid.SelectMany(row => row))
        {
            if (cell is null)
            {
                continue;
            }

            for (int row = cell.Row; row < Math.Min(cell.Row + cell.RowSpan, table.Grid.Length); row++)
            {
                for (int column = cell.Column; column < Math.Min(cell.Column + cell.ColumnSpan, width); column++)
                {
                    covering[row, column] ??= cell;
                }
            }
        }

        return covering;
    }

    /// <summary>What the colours mean.</summary>
    public static void WriteLegend(HtmlWriter html)
    {
        html.Add($"<p class=\"key\">");
        foreach (FactVerdict verdict in Enum.GetValues<FactVerdict>())
        {
            html.Add($"<span><mark class=\"{HtmlPage.Colour(verdict)}\">1.23</mark> {Wording.Of(verdict)}</span> ");
        }

        html.Add($"</p>\n");
    }

    private static void Write(HtmlPage page, Table table)
    {
        HtmlWriter html = page.Html;
        html.Add($"<div class=\"scroll\" id=\"{page.Prefix}-{table.Id}\"><table class=\"grid\" lang=\"zh\">");
        html.Add($"<caption>{page.Say(places => PagesOf(places, table) + places.TableName(table))}");
        html.Add($" <small><code>{table.Id}</code> {table.Kind}");
        if (table.Unit.Symbol.Length > 0)
        {
            html.Add($" · {HtmlPage.Label("unit")}{table.Unit.Symbol}");
        }

        if (table.IsEmpty)
        {
            html.Add($" · {HtmlPage.Label("table-empty")}");
        }

        html.Add($"</small></caption>");
        Cell?[,] covering = Covering(table);
        int heads = Math.Clamp(table.HeaderRows, 0, table.Grid.Length);
        WriteRows(page, table, covering, "thead", 0, heads);
        WriteRows(page, table, covering, "tbody", heads, table.Grid.Length);
        html.Add($"</table></div>\n");
    }

    /// <summary>The first page of a table and, where it goes on, the last.</summary>
    private static string PagesOf(WordingPlaces places, Table table)
    {
        Place?[] all = [.. table.Grid.SelectMany(row => row).Select(cell => cell?.Place).Where(place => place is { Regions.IsEmpty: false })];
        return all.Length == 0 ? "" : places.Pages(all.Min(place => place!.Regions[0].Page), all.Max(place => place!.Regions[^1].Page));
    }

    private static void WriteRows(HtmlPage page, Table table, Cell?[,] covering, string section, int from, int to)
    {
        if (from >= to)
        {
            return;
        }

        HtmlWriter html = page.Html;
        html.Raw($"<{section}>\n");
        for (int row = from; row < to; row++)
        {
            html.Add($"<tr>");
            for (int column = 0; column < covering.GetLength(1); column++)
            {
                Cell? cell = covering[row, column];
                if (cell is null)
                {
                    html.Raw(section == "thead" ? "<th></th>" : "<td></td>");
                }
                else if (cell.Column == column && (cell.Row == row || (row == from && cell.Row < from)))
                {
                    // A head may reach into the data; markup cannot, so it is cut at the border.
                    WriteCell(page, table, cell, section == "thead", Math.Min(cell.Row + cell.RowSpan, to) - row);
                }
            }

            html.Add($"</tr>\n");
        }

        html.Raw($"</{section}>");
    }

    private static void WriteCell(HtmlPage page, Table table, Cell cell, bool isHead, int rowSpan)
    {
        HtmlWriter html = page.Html;
        html.Raw(isHead ? "<th" : "<td");
        if (rowSpan > 1)
        {
            html.Add($" rowspan=\"{rowSpan}\"");
        }

        if (cell.ColumnSpan > 1)
        {
            html.Add($" colspan=\"{cell.ColumnSpan}\"");
        }

        string id = HtmlPage.CellId(table, cell);
        FactStanding standing = page.Mined.StandingOf(id);
        bool isNumber = cell.Type == CellType.Number;
        if (page.Cells.TryGetValue(id, out Fact? fact) && (isNumber || !standing.Obligations.IsEmpty))
        {
            // A blank cell takes part in sums, yet only as the cause of a conflict has it a colour.
            string colour = isNumber || standing.Verdict == FactVerdict.Contradicted ? HtmlPage.Colour(standing.Verdict) : "";
            html.Add($" class=\"n {colour}\" id=\"{page.Prefix}-{id}\" data-name=\"{fact.Label}\"");
            HtmlNarrative.WriteStanding(html, standing);
        }
        else if (isNumber)
        {
            html.Add($" class=\"n\"");
        }
        else if (cell.Type == CellType.Unreadable)
        {
            html.Add($" class=\"unreadable\"");
        }

        // A form's cells hold sentences, and sentences hold figures.
        html.Add($">");
        HtmlNarrative.WriteText(page, cell.Text, page.Figures[table.Index].Where(figure => WordingPlaces.Covers(cell.Place, figure.Place)));
        html.Raw(isHead ? "</th>" : "</td>");
    }
}
