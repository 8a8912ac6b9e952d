using DisclosureMiner.Checks;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Reports;

/// <summary>Tables as one page that needs nothing beside it, with spans as spans.</summary>
internal static class TablesHtml
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { margin: 0 auto; padding: 1.5rem; max-width: 78rem; font: 15px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
        caption { text-align: left; opacity: .7; font-size: .85rem; }
        td { border: 1px solid #8888; padding: .15rem .5rem; vertical-align: top; font-variant-numeric: tabular-nums; }
        """;

    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter writer, string name, ExtractedTables tables, Language language)
    {
        var html = new HtmlWriter(writer);
        html.Add($"<!DOCTYPE html>\n<html lang=\"{(language == Language.Zh ? "zh" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Add($"<meta name=\"viewport\" content=\"width=device-width\">\n<title>{name}</title>\n<style>\n");
        html.Raw(Style.ReplaceLineEndings("\n"));
        html.Add($"\n</style>\n</head>\n<body>\n<h1>{name}</h1>\n");
        int onPage = 0;
        foreach ((int page, int number, ExtractedTable table) in tables.Numbered)
        {
            if (page != onPage)
            {
                html.Add($"<h2>{new Bilingual($"第{page}页", $"Page {page}").In(language)}</h2>\n");
                onPage = page;
            }

            html.Add($"<table id=\"p{page}-t{number}\">\n<caption>{new Bilingual($"表 {number}", $"Table {number}").In(language)}</caption>\n");
            foreach (var row in table.Rows)
            {
                html.Add($"<tr>");
                foreach (ExtractedCell? cell in row)
                {
                    WriteCell(html, cell);
                }

                html.Add($"</tr>\n");
            }

            html.Add($"</table>\n");
        }

        if (onPage == 0)
        {
            html.Add($"<p>{new Bilingual("没有表格。", "There is no table.").In(language)}</p>\n");
        }

        html.Add($"</body>\n</html>\n");
    }

    private static void WriteCell(HtmlWriter html, ExtractedCell? cell)
    {
        if (cell is null)
        {
            return;
        }

        html.Raw("<td");
        if (cell.RowSpan > 1)
        {
            html.Add($" rowspan=\"{cell.RowSpan}\"");
        }

        if (cell.ColumnSpan > 1)
        {
            html.Add($" colspan=\"{cell.ColumnSpan}\"");
        }

        html.Add($">{cell.Text}</td>");
    }
}
