using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Reads the table of one region of a page in a given way.</summary>
/// <param name="page">What stands on the page.</param>
/// <param name="region">The region, for a reader who holds the page upright.</param>
internal sealed class RegionReading(PageContent page, Box region)
{
    private readonly List<Glyph> _glyphs = Watermarks.Without(page.Glyphs);

    /// <summary>The table as it is usually read: that of the page which covers most of the region; null when none does.</summary>
    public RawTable? Usual() => MostShared(PagePart.Of(page).SelectMany(Tables), table => table.Box)?.Table;

    /// <summary>The table as it reads in another way; null when it reads in no such way.</summary>
    public RawTable? In(TableWay way) => way switch
    {
        TableWay.DrawnOnly => Grid() is { } grid ? grid.ReadAsDrawn(page.Number, [.. _glyphs.Where(grid.Holds)]) : null,
        TableWay.AlignedOnly => Aligned(canWrap: true),
        TableWay.PrintedLines => Aligned(canWrap: false),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };

    /// <summary>Whether two tables have the same cells with the same texts.</summary>
    public static bool AreAlike(RawTable one, RawTable other) =>
        one.Rows.Length == other.Rows.Length && one.Rows.Zip(other.Rows).All(rows => rows.First.Select(Printed).SequenceEqual(rows.Second.Select(Printed)));

    private static (string Text, int Height, int Width)? Printed(RawCell? cell) => cell is null ? null : (cell.Content.Text, cell.RowSpan, cell.ColumnSpan);

    private static IEnumerable<TableBlock> Tables(PagePart part) => part.Table is { } table ? [table] : PrintBlocks.Of(part, _ => false).OfType<TableBlock>();

    private RuledGrid? Grid() => MostShared(RuledGrid.Find(page), grid => grid.Box);

    private RawTable? Aligned(bool canWrap)
    {
        List<TextRow> rows = TextRow.Of(page.Number, _glyphs.Where(glyph => region.Holds((glyph.MiddleX, glyph.MiddleY))));
        return rows.Count == 0 ? null : AlignedTable.Read(rows, [], [], canWrap)?.Table;
    }

    private T? MostShared<T>(IEnumerable<T> parts, Func<T, Box> boxOf)
        where T : class => parts.Where(part => Shared(boxOf(part)) > 0).MaxBy(part => Shared(boxOf(part)));

    private double Shared(Box box) =>
        Math.Max(0, Math.Min(box.X1, region.X1) - Math.Max(box.X0, region.X0)) * Math.Max(0, Math.Min(box.Y1, region.Y1) - Math.Max(box.Y0, region.Y0));
}
