using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>A part of a page in reading order: a ruled table, or rows of print.</summary>
/// <param name="Table">The table, or null.</param>
/// <param name="Rows">The rows, from top to bottom; empty for a table.</param>
/// <param name="Rules">Horizontal lines of the page that belong to no grid.</param>
/// <param name="Width">The width of the page.</param>
internal sealed record PagePart(TableBlock? Table, List<TextRow> Rows, ImmutableArray<Ruling> Rules, double Width)
{
    /// <summary>The parts of a page.</summary>
    public static List<PagePart> Of(PageContent page)
    {
        List<Glyph> free = Watermarks.Without(page.Glyphs);
        var tables = new List<TableBlock>();
        List<RuledGrid> grids = RuledGrid.Find(page);
        ImmutableArray<Ruling> rules = [.. page.Horizontal.Where(rule => !grids.Exists(grid => rule.At > grid.Box.Y0 - 4 && rule.At < grid.Box.Y1 + 4))];
        foreach (RuledGrid grid in grids)
        {
            List<Glyph> inside = [.. free.Where(grid.Holds)];
            free.RemoveAll(grid.Holds);

            // A grid without a character is decoration, or a sheet that was printed by mistake.
            if (inside.Exists(glyph => !glyph.IsSpace))
            {
                tables.Add(new TableBlock(page.Number, grid.Box, grid.Read(page.Number, inside), [.. grid.Columns]));
            }
        }

        var parts = new List<PagePart>();
        for (int i = 0; i <= tables.Count; i++)
        {
            List<Glyph> between = [.. free.Where(glyph => tables.Count(table => Middle(table.Box) < glyph.MiddleY) == i)];
            parts.AddRange(PrintColumns.Split(TextRow.Of(page.Number, between)).Select(rows => new PagePart(null, rows, rules, page.Width)));
            if (i < tables.Count)
            {
                parts.Add(new PagePart(tables[i], [], [], page.Width));
            }
        }

        return parts;
    }

    private static double Middle(Box box) => (box.Y0 + box.Y1) / 2;
}
