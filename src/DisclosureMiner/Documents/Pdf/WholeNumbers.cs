using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Numbers that a border cuts in two, or that stand over several columns, given to one column as a whole.</summary>
internal static class WholeNumbers
{
    // Characters of one number stand this close, in ems.
    private const double SameNumber = 0.3;

    /// <summary>The table with all such numbers in the columns that hold most of their ink, and each in the column next to that.</summary>
    public static IEnumerable<RawTable> Of(RawTable table)
    {
        List<ImmutableArray<(int Row, int Column, RawCell? Cell)>> most = [], other = [];
        for (int r = 1; r < table.Rows.Length; r++)
        {
            for (int c = 0; c < table.Width; c++)
            {
                foreach ((ImmutableArray<(int, int, RawCell?)> first, ImmutableArray<(int, int, RawCell?)> second) in Cut(table, r, c).Concat(Across(table, r, c)))
                {
                    most.Add(first);
                    other.Add(second);
                }
            }
        }

        return InkReadings.TogetherAndApart(table, [.. most.Select(change => change.ToArray())])
            .Concat(InkReadings.TogetherAndApart(table, [.. other.Select(change => change.ToArray())]));
    }

    // A number whose first digits stand in one cell and whose last ones in the next.
    private static IEnumerable<(ImmutableArray<(int, int, RawCell?)>, ImmutableArray<(int, int, RawCell?)>)> Cut(RawTable table, int r, int c)
    {
        if (c + 1 < table.Width && table.Rows[r][c] is { ColumnSpan: 1, RowSpan: 1 } left && table.Rows[r][c + 1] is { ColumnSpan: 1, RowSpan: 1 } right
            && left.Doubts.HasFlag(CellDoubts.RunsOver) && right.Doubts.HasFlag(CellDoubts.RunsOver)
            && InkReadings.InkOf(left) is { } begin && InkReadings.InkOf(right) is { } end
            && end.X0 - begin.X1 < SameNumber * (begin.Y1 - begin.Y0) && Math.Abs(begin.Y0 - end.Y0) < 1)
        {
            RawCell whole = left with { Content = PlacedText.Concat([left.Content, right.Content]) };
            if (InkReadings.IsValue(whole))
            {
                ImmutableArray<(int, int, RawCell?)> toLeft = [(r, c, whole), (r, c + 1, InkReadings.Emptied(right))];
                ImmutableArray<(int, int, RawCell?)> toRight = [(r, c, InkReadings.Emptied(left)), (r, c + 1, right with { Content = whole.Content })];
                yield return begin.X1 - begin.X0 >= end.X1 - end.X0 ? (toLeft, toRight) : (toRight, toLeft);
            }
        }
    }

    // A number in a cell over several columns: those that its ink reaches into.
    private static IEnumerable<(ImmutableArray<(int, int, RawCell?)>, ImmutableArray<(int, int, RawCell?)>)> Across(RawTable table, int r, int c)
    {
        if (table.Rows[r][c] is not { ColumnSpan: > 1, RowSpan: 1 } cell || !InkReadings.IsValue(cell) || InkReadings.InkOf(cell) is not { } ink)
        {
            yield break;
        }

        int[] under = [.. Enumerable.Range(c, cell.ColumnSpan)
            .Select(column => (column, Shared: ColumnOf(table, column, cell.Place) is { } box ? Math.Min(box.X1, ink.X1) - Math.Max(box.X0, ink.X0) : 0))
            .Where(column => column.Shared > 0).OrderByDescending(column => column.Shared).ThenBy(column => column.column).Select(column => column.column)];
        if (under.Length > 0)
        {
            yield return (In(table, cell, r, c, under[0]), In(table, cell, r, c, under[^1]));
        }
    }

    private static ImmutableArray<(int, int, RawCell?)> In(RawTable table, RawCell cell, int r, int c, int target) =>
    [
        .. Enumerable.Range(c, cell.ColumnSpan).Select(column =>
        {
            Box box = cell.Place.Regions[0].Box;
            Box own = ColumnOf(table, column, cell.Place) is { } lane ? box with { X0 = lane.X0, X1 = lane.X1 } : box;
            return (r, column, (RawCell?)(cell with
            {
                Content = column == target ? cell.Content : PlacedText.Empty,
                Place = Place.On([new Region(cell.Place.Regions[0].Page, own)]),
                ColumnSpan = 1,
                Doubts = cell.Doubts | CellDoubts.Undrawn,
            }));
        }),
    ];

    // Where a column stands on the page of a place: as cells show it that stand in no other.
    private static Box? ColumnOf(RawTable table, int column, Place place) => table.Rows
        .Select(row => row[column]).OfType<RawCell>()
        .Where(cell => cell.ColumnSpan == 1 && cell.Place.Regions.Length == 1 && cell.Place.Regions[0].Page == place.Regions[0].Page)
        .Select(cell => (Box?)cell.Place.Regions[0].Box).FirstOrDefault();
}
