using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Reads the table of one region of a page in a given way.</summary>
internal static class RegionReading
{
    /// <summary>The table of a page that covers most of the region; null when none does.</summary>
    /// <param name="page">What stands on the page.</param>
    /// <param name="region">The region, for a reader who holds the page upright.</param>
    /// <param name="way">How to read.</param>
    public static TableBlock? Of(PageContent page, Box region, TableWay way) =>
        way == TableWay.AlignedInsteadOfDrawn
            ? Aligned(page, region)
            : PagePart.Of(page, way).SelectMany(Tables).Where(table => Shared(table.Box, region) > 0).MaxBy(table => Shared(table.Box, region));

    /// <summary>Whether two tables have the same cells with the same texts.</summary>
    public static bool AreAlike(RawTable one, RawTable other) =>
        one.Width == other.Width && one.Rows.Length == other.Rows.Length
        && one.Rows.SelectMany(row => row).Zip(other.Rows.SelectMany(row => row)).All(pair => AreAlike(pair.First, pair.Second));

    private static bool AreAlike(RawCell? one, RawCell? other) =>
        one?.Content.Text == other?.Content.Text && one?.RowSpan == other?.RowSpan && one?.ColumnSpan == other?.ColumnSpan;

    private static IEnumerable<TableBlock> Tables(PagePart part) => part.Table is { } table ? [table] : PrintBlocks.Of(part, _ => false).OfType<TableBlock>();

    private static TableBlock? Aligned(PageContent page, Box region)
    {
        List<TextRow> rows = TextRow.Of(page.Number, Watermarks.Without(page.Glyphs).Where(glyph => region.Holds((glyph.MiddleX, glyph.MiddleY))));
        return rows.Count == 0 ? null : AlignedTable.Read(rows, [], []);
    }

    private static double Shared(Box one, Box other) =>
        Math.Max(0, Math.Min(one.X1, other.X1) - Math.Max(one.X0, other.X0)) * Math.Max(0, Math.Min(one.Y1, other.Y1) - Math.Max(one.Y0, other.Y0));
}
