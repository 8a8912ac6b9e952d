using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Rows whose numbers stand beside their columns, and may belong to the next ones.</summary>
internal static class MovedRows
{
    // Edges of numbers in one column lie this close.
    private const double SameEdge = 1.5;

    /// <summary>The table with all such rows moved to one side, and with each of them.</summary>
    public static IEnumerable<RawTable> Of(RawTable table) => new[] { 1, -1 }.SelectMany(by => InkReadings.TogetherAndApart(
        table,
        [
            .. Enumerable.Range(1, Math.Max(0, table.Rows.Length - 1))
                .Select(r => Enumerable.Range(0, table.Width).SelectMany(free => Moved(table, r, Run(table, r, free, by), by)).ToArray())
                .Where(change => change.Length > 0),
        ]));

    // The columns of the numbers that stand one beside the other next to a free cell, and all stick out of their columns towards it.
    private static int[] Run(RawTable table, int r, int free, int by)
    {
        if (table.Rows[r][free] is not { IsBlank: true, ColumnSpan: 1, RowSpan: 1 })
        {
            return [];
        }

        var run = new List<int>();
        for (int c = free - by; c >= 0 && c < table.Width && StandsAside(table, r, c, by); c -= by)
        {
            run.Add(c);
        }

        return [.. run];
    }

    private static bool StandsAside(RawTable table, int r, int c, int by)
    {
        if (table.Rows[r][c] is not { ColumnSpan: 1, RowSpan: 1 } cell || !InkReadings.IsValue(cell)
            || (cell.Doubts & (CellDoubts.Undrawn | CellDoubts.RunsOver)) == 0 || InkReadings.InkOf(cell) is not { } ink)
        {
            return false;
        }

        // On a side with the others, whether they are set to the left, the right or the middle, is in the column.
        return table.Rows.Where((row, i) => i != r && InkReadings.IsValue(row[c]) && row[c]!.ColumnSpan == 1)
            .Select(row => InkReadings.InkOf(row[c])).OfType<Box>().All(other => by > 0
                ? ink.X1 > other.X1 + SameEdge && Middle(ink) > Middle(other) + SameEdge && Math.Abs(ink.X0 - other.X0) > SameEdge
                : ink.X0 < other.X0 - SameEdge && Middle(ink) < Middle(other) - SameEdge && Math.Abs(ink.X1 - other.X1) > SameEdge);
    }

    // The run is told from the free cell on, so that each cell is free when the next one moves there.
    private static (int, int, RawCell?)[] Moved(RawTable table, int r, int[] run, int by)
    {
        RawCell Cell(int c) => table.Rows[r][c]!;
        return run.Length == 0 ? [] :
        [
            .. run.Select(c => (r, c + by, (RawCell?)(Cell(c + by) with { Content = Cell(c).Content, Doubts = Cell(c).Doubts }))),
            (r, run[^1], InkReadings.Emptied(Cell(run[^1]))),
        ];
    }

    private static double Middle(Box box) => (box.X0 + box.X1) / 2;
}
