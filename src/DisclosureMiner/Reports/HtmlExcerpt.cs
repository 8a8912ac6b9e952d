using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Reports;

/// <summary>The rows of one table that a discrepancy is about, with their neighbours and totals, the cells concerned marked.</summary>
internal static class HtmlExcerpt
{
    // As many columns as fit beside a sentence; of wider tables only those concerned are shown.
    private const int MostColumns = 9;
    private const int MostRows = 40;

    // Longer names get room, lest they be squeezed into a column one character wide.
    private const int ShortWords = 4;

    public static void Write(HtmlPage page, IReadOnlyList<Fact> facts, Fact? culprit)
    {
        HtmlWriter html = page.Html;
        Table table = facts[0].Table!;
        Cell?[,] covering = HtmlTable.Covering(table);
        var rows = RowsOf(table, facts, culprit);
        var columns = ColumnsOf(table, facts);
        var concerned = facts.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);

        Bilingual name = page.Say(places => places.TableOf(facts[0]));
        html.Add($"<figure class=\"excerpt\"><figcaption>");
        if (facts[0].Source is null)
        {
            html.Add($"<a href=\"{page.Href(table.Id)}\">{name}</a>");
        }
        else
        {
            html.Add($"{name}");
        }

        if (table.Unit.Symbol.Length > 0)
        {
            html.Add($" <small>{HtmlPage.Label("unit")}{table.Unit.Symbol}</small>");
        }

        html.Add($"</figcaption><div class=\"scroll\"><table class=\"grid\" lang=\"zh\"><thead><tr>");
        ForEachWithGaps(columns, column => html.Add($"<th>{HeadOf(table, column)}</th>"), () => html.Add($"<th class=\"gap\">⋯</th>"));
        html.Add($"</tr></thead><tbody>\n");
        ForEachWithGaps(
            rows,
            row =>
            {
                html.Add($"<tr>");
                ForEachWithGaps(
                    columns,
                    column => WriteCell(page, facts[0].Source, table, covering[row, column], concerned, culprit),
                    () => html.Add($"<td class=\"gap\"></td>"));
                html.Add($"</tr>\n");
            },
            () => html.Add($"<tr class=\"gap\"><td colspan=\"{WithGaps(columns)}\">⋯</td></tr>\n"));
        html.Add($"</tbody></table></div></figure>");
    }

    private static void WriteCell(HtmlPage page, FactSource? source, Table table, Cell? cell, HashSet<string> concerned, Fact? culprit)
    {
        HtmlWriter html = page.Html;
        if (cell is null)
        {
            html.Add($"<td></td>");
            return;
        }

        string id = (source is null ? "" : source.Id + ":") + HtmlPage.CellId(table, cell);
        string classes = cell.Type == CellType.Number ? "n" : cell.Text.Length > ShortWords ? "w" : "";
        if (id == culprit?.Id)
        {
            classes += " here";
        }
        else if (concerned.Contains(id))
        {
            classes += " part";
        }

        html.Add($"<td class=\"{classes.Trim()}\">{cell.Text}</td>");
    }

    private static List<int> RowsOf(Table table, IReadOnlyList<Fact> facts, Fact? culprit)
    {
        var rows = new SortedSet<int>(facts.Select(fact => fact.Cell!.Row));
        Fact centre = facts.FirstOrDefault(fact => fact.Id == culprit?.Id) ?? facts[0];
        var lines = centre.Part!.Lines;
        int line = lines.IndexOf(centre.Line!);
        if (line >= 0)
        {
            // Its neighbours, because a number may have slipped by a row, and the whole it belongs to.
            foreach (int near in new[] { line - 1, line + 1, centre.Line!.Parent })
            {
                if (near >= 0 && near < lines.Length)
                {
                    rows.Add(lines[near].Row);
                }
            }

            if (lines.FirstOrDefault(other => other.Role == LineRole.Total) is { } total)
            {
                rows.Add(total.Row);
            }
        }

        return [.. rows.Where(row => row < table.Grid.Length).Take(MostRows)];
    }

    private static List<int> ColumnsOf(Table table, IReadOnlyList<Fact> facts)
    {
        int width = table.Columns.Length;
        if (width <= MostColumns)
        {
            return [.. Enumerable.Range(0, width)];
        }

        var values = table.Parts.SelectMany(part => part.Columns).Select(column => column.Column).ToHashSet();
        var columns = new SortedSet<int>(facts.Select(fact => fact.Cell!.Column));
        columns.UnionWith(Enumerable.Range(0, width).Where(column => !values.Contains(column)).Take(3));
        columns.UnionWith(facts.Select(fact => fact.Line!.LabelCell?.Column ?? 0));
        return [.. columns];
    }

    /// <summary>The whole path over values; over names and codes its last step says enough.</summary>
    private static string HeadOf(Table table, int column) =>
        column >= table.Columns.Length ? ""
        : table.Parts.Any(part => part.Columns.Any(value => value.Column == column)) ? string.Join(" / ", table.Columns[column])
        : table.Columns[column].LastOrDefault() ?? "";

    private static int WithGaps(List<int> columns)
    {
        int count = 0;
        ForEachWithGaps(columns, _ => count++, () => count++);
        return count;
    }

    private static void ForEachWithGaps(List<int> sorted, Action<int> each, Action gap)
    {
        for (int i = 0; i < sorted.Count; i++)
        {
            if (i > 0 && sorted[i] > sorted[i - 1] + 1)
            {
                gap();
            }

            each(sorted[i]);
        }
    }
}
