using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>A part of a page in reading order: a ruled table, or rows of print.</summary>
/// <param name="Table">The table, or null.</param>
/// <param name="Rows">The rows, from top to bottom; empty for a table.</param>
/// <param name="Rules">Horizontal lines of the page that belong to no grid.</param>
/// <param name="Width">The width of the page.</param>
/// <param name="Pictures">Where lines draw charts.</param>
internal sealed record PagePart(TableBlock? Table, List<TextRow> Rows, ImmutableArray<Ruling> Rules, double Width, ImmutableArray<Box> Pictures)
{
    /// <summary>How tables are to be read.</summary>
    public TableWay Way { get; init; }

    // So far from a chart stand the figures at its axes.
    private const double Beside = 40;
    private const double Below = 30;

    // So many dashes side by side are a line.
    private const int FewestDashes = 12;

    /// <summary>Whether a row stands in or at a chart.</summary>
    public bool IsOfPicture(TextRow row) => Pictures.Any(box =>
        row.Box.X0 > box.X0 - Beside && row.Box.X1 < box.X1 + Beside && row.MiddleY > box.Y0 - Below && row.MiddleY < box.Y1 + Below);

    /// <summary>The parts of a page, its tables read in the given way.</summary>
    public static List<PagePart> Of(PageContent page, TableWay way = TableWay.Usual)
    {
        List<Glyph> free = Watermarks.Without(page.Glyphs);
        var tables = new List<TableBlock>();
        var drawn = new List<Box>();
        var pictures = new List<Box>();
        foreach (RuledGrid grid in RuledGrid.Find(page))
        {
            if (grid.Read(page.Number, [.. free.Where(grid.Holds)], way) is { } table)
            {
                free.RemoveAll(grid.Holds);
                tables.Add(table);
            }
            else
            {
                pictures.Add(grid.Box);
            }

            drawn.Add(grid.Box);
        }

        ImmutableArray<Ruling> rules = [.. page.Horizontal.Where(rule => !drawn.Exists(box => rule.At > box.Y0 - 4 && rule.At < box.Y1 + 4))];
        var parts = new List<PagePart>();
        ILookup<int, Glyph> print = free.ToLookup(TablesAbove([.. tables.Select(table => Middle(table.Box))]));
        for (int i = 0; i <= tables.Count; i++)
        {
            ILookup<bool, TextRow> rows = TextRow.Of(page.Number, print[i]).ToLookup(IsDashes);
            ImmutableArray<Ruling> all = [.. rules, .. rows[true].Select(row => new Ruling(row.MiddleY, row.Box.X0, row.Box.X1))];
            parts.AddRange(PrintColumns.Split([.. rows[false]]).Select(own => new PagePart(null, own, all, page.Width, [.. pictures]) { Way = way }));
            if (i < tables.Count)
            {
                parts.Add(new PagePart(tables[i], [], [], page.Width, []));
            }
        }

        return parts;
    }

    private static Func<Glyph, int> TablesAbove(double[] middles) => glyph =>
    {
        int above = 0;
        foreach (double middle in middles)
        {
            above += middle < glyph.MiddleY ? 1 : 0;
        }

        return above;
    };

    private static bool IsDashes(TextRow row) => row.Text.Length >= FewestDashes && row.Text.All(c => c is '-' or '_' or '=' or '─' or '━');

    private static double Middle(Box box) => (box.Y0 + box.Y1) / 2;
}
