using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// A table whose columns no lines draw: stretches of text that stand under one another make its columns, and amounts beside
/// one another its rows.
/// </summary>
internal static class AlignedTable
{
    /// <summary>The table that rows of print make, or null when they make none.</summary>
    /// <param name="rows">The rows, from top to bottom.</param>
    /// <param name="rules">Lines drawn right across the table, which no row crosses; may be empty.</param>
    /// <param name="rulings">All horizontal lines of the page that belong to no grid.</param>
    /// <param name="way">How to tell its rows.</param>
    public static TableBlock? Read(
        IReadOnlyList<TextRow> rows, IReadOnlyList<double> rules, IReadOnlyList<Ruling> rulings, TableWay way = TableWay.Usual)
    {
        List<List<TextRow>> segments = Lanes.Split([.. rows.Select(Lanes.Of)]);
        ColumnHeads? heads = ColumnHeads.Of(rows, segments, rules, rulings);
        List<Lane> lanes = heads is null ? Lanes.Of(segments) : heads.With(Lanes.Of(segments[heads.Rows..]), segments[heads.Rows..]);
        if (lanes.Count < 2)
        {
            return null;
        }

        ImmutableArray<double> borders =
        [
            Math.Min(lanes[0].From, rows.Min(row => row.Box.X0)),
            .. lanes.Zip(lanes.Skip(1), (left, right) => (left.To + right.From) / 2),
            Math.Max(lanes[^1].To, rows.Max(row => row.Box.X1)),
        ];
        int stacked = heads is { HasSpans: true } ? 0 : heads?.Rows ?? StackedHeads.RowsIn(rows, segments, lanes, borders);
        var grid = ImmutableArray.CreateBuilder<ImmutableArray<RawCell?>>();
        if (stacked > 0)
        {
            grid.AddRange(StackedHeads.Read(rows, segments, stacked, lanes, borders));
        }

        List<PlacedSegment> placed = [.. segments.Skip(stacked).SelectMany((row, r) => row.Select((segment, i) =>
            row.Count == lanes.Count ? new PlacedSegment(segment, r, i, i) : Place(segment, heads?.SpanOf(segment), r, lanes)))];
        grid.AddRange(Body([.. rows.Skip(stacked)], placed, heads, borders, rules, way));
        Box box = rows.Select(row => row.Box).Aggregate((one, other) => one.Cover(other));
        return new TableBlock(rows[0].Page, box, new RawTable(grid.ToImmutable(), EvidenceOf(grid, placed, rules)), borders);
    }

    // Lines between rows tell as many strips apart as there are lines, and one more.
    private static TableEvidence EvidenceOf(IEnumerable<ImmutableArray<RawCell?>> rows, List<PlacedSegment> placed, IReadOnlyList<double> rules)
    {
        int cells = rows.Sum(row => row.Count(cell => cell is not null));
        double fitting = placed.Count == 0 ? 1 : (double)placed.Count(segment => segment.First == segment.Last) / placed.Count;
        return rules.Count == 0
            ? new TableEvidence(TableMethod.Alignment, 0, fitting)
            : new TableEvidence(TableMethod.RowLines, Math.Min(1, (rules.Count + 1.0) / cells), fitting);
    }

    private static IEnumerable<ImmutableArray<RawCell?>> Body(
        List<TextRow> rows, List<PlacedSegment> placed, ColumnHeads? heads, ImmutableArray<double> borders, IReadOnlyList<double> rules, TableWay way)
    {
        int[] rowOf = LogicalRows.Of(rows, placed, rules, way);
        for (int i = 0; i < rowOf.Length; i++)
        {
            // Rows of heads come before all others.
            rowOf[i] = heads?.LevelOf(placed[i].Text) is { } level ? level - placed.Count : rowOf[i];
        }

        // Where lines are drawn above and below a row and none within, they hold it together.
        int Band(int i) => rules.Count(rule => rule < placed[i].Text.MiddleY);
        bool IsHeld(int row) => rules.Count > 0 && Array.IndexOf(rowOf, row) is var first
            && Enumerable.Range(0, rowOf.Length).All(i => rowOf[i] == row == (Band(i) == Band(first)));
        return Enumerable.Range(0, placed.Count).GroupBy(i => rowOf[i]).OrderBy(row => row.Key)
            .Select(row => Cells(row.Key, [.. row.Select(i => placed[i])], borders, IsHeld));
    }

    private static PlacedSegment Place(TextRow segment, Lane? span, int row, List<Lane> lanes)
    {
        if (span is { } over && lanes.FindIndex(lane => IsUnder(lane, over)) is >= 0 and int begin)
        {
            return new PlacedSegment(segment, row, begin, lanes.FindLastIndex(lane => IsUnder(lane, over)));
        }

        int first = lanes.FindIndex(lane => lane.To > segment.Box.X0 + 1), last = lanes.FindLastIndex(lane => lane.From < segment.Box.X1 - 1);
        if (first < 0 || last < first)
        {
            // In the white between two columns: the nearer one's.
            double middle = (segment.Box.X0 + segment.Box.X1) / 2;
            first = last = Enumerable.Range(0, lanes.Count).MinBy(c => Math.Abs(((lanes[c].From + lanes[c].To) / 2) - middle));
        }

        return new PlacedSegment(segment, row, first, last);
    }

    private static bool IsUnder(Lane lane, Lane span) => (lane.From + lane.To) / 2 is var middle && middle > span.From && middle < span.To;

    private static ImmutableArray<RawCell?> Cells(int home, List<PlacedSegment> row, ImmutableArray<double> borders, Func<int, bool> isHeld)
    {
        int columns = borders.Length - 1;
        double top = row.Min(segment => segment.Text.Box.Y0), bottom = row.Max(segment => segment.Text.Box.Y1);
        var cells = new RawCell?[columns];
        for (int c = 0; c < columns;)
        {
            List<PlacedSegment> own = [.. row.Where(segment => segment.First == c).OrderBy(segment => segment.Text.MiddleY).ThenBy(segment => segment.Text.Box.X0)];
            int end = own.Count == 0 ? c : own.Max(segment => segment.Last);
            end = Math.Min(end, row.Where(segment => segment.First > c).Select(segment => segment.First - 1).DefaultIfEmpty(columns - 1).Min());
            var box = new Box(borders[c], top, borders[end + 1], bottom);
            cells[c] = CellText.Cell(row[0].Text.Page, box, [.. own.Select(segment => segment.Text)], 1, end - c + 1, DoubtsOf(home, own, isHeld));
            c = end + 1;
        }

        return [.. cells];
    }

    // What stands on the row's own line belongs to it; other lines do as they are near. Heads are rows before all lines of print.
    private static CellDoubts DoubtsOf(int home, List<PlacedSegment> own, Func<int, bool> isHeld) => CellDoubts.Undrawn
        | (home >= 0 && own.Exists(segment => segment.Row != home) && !isHeld(home) ? CellDoubts.Wrapped : CellDoubts.None)
        | (home >= 0 && own.Exists(segment => segment.First != segment.Last) ? CellDoubts.RunsOver : CellDoubts.None);
}

/// <summary>A stretch of text and the columns over which it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="Row">The row of print.</param>
/// <param name="First">Its first column.</param>
/// <param name="Last">Its last column.</param>
internal sealed record PlacedSegment(TextRow Text, int Row, int First, int Last);
