namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Tells which rows of print make one row of a table: text that wraps in its cell is set closer than the rows of the table, and
/// lies around, or right below, the amounts that it belongs to.
/// </summary>
internal static class LogicalRows
{
    private const double SamePitch = 1.15;
    /// <summary>Text that wraps in its cell is set closer than this share of the distance between rows.</summary>
    public const double Closer = 0.85;

    // How far apart rows of tables stand, in ems, where there are too few to tell.
    private const double UsualPitch = 1.8;

    /// <summary>For every stretch of text, the number of its row in the table.</summary>
    /// <param name="rows">The rows of print.</param>
    /// <param name="placed">The stretches of text in them.</param>
    /// <param name="rules">Heights of lines that part rows of the table.</param>
    /// <param name="way">How to tell: as described, or by one of the simple ways.</param>
    public static int[] Of(IReadOnlyList<TextRow> rows, List<PlacedSegment> placed, IReadOnlyList<double> rules, TableWay way)
    {
        if (way == TableWay.RowsParted)
        {
            return [.. placed.Select(segment => segment.Row)];
        }

        bool[] isAnchor = [.. rows.Select((_, r) => placed.Exists(segment => segment.Row == r && segment.First > 0 && Lanes.IsAmount(segment.Text.Text)))];
        int[] band = [.. rows.Select(row => rules.Count(rule => rule < row.MiddleY))];
        if (way == TableWay.RowsMerged)
        {
            return Merged(placed, isAnchor, band);
        }

        List<int> anchors = [.. Enumerable.Range(0, rows.Count).Where(r => isAnchor[r])];
        double rowPitch = anchors.Zip(anchors.Skip(1), (one, other) => rows[other].MiddleY - rows[one].MiddleY).DefaultIfEmpty(UsualPitch * rows[0].Size).Min();
        int[] home = [.. placed.Select(segment => segment.Row)];
        foreach (IGrouping<int, int> column in Enumerable.Range(0, placed.Count).GroupBy(i => placed[i].First))
        {
            List<int> ids = [.. column.OrderBy(i => placed[i].Row)];
            double linePitch = ids.Zip(ids.Skip(1), (one, other) => Distance(rows, placed[one].Row, placed[other].Row)).Where(d => d > 0).DefaultIfEmpty(double.MaxValue).Min();
            // Where a line is drawn under most rows, it parts them and not the distance.
            if (linePitch > Closer * rowPitch && (rules.Count < 3 || rules.Count * 2 < anchors.Count))
            {
                linePitch = 0;
            }

            foreach (List<int> cell in Runs(ids, (one, other) => band[placed[one].Row] == band[placed[other].Row]
                && Distance(rows, placed[one].Row, placed[other].Row) <= SamePitch * linePitch))
            {
                int anchor = AnchorOf(cell, placed, rows, anchors, band, rowPitch);
                if (anchor < 0)
                {
                    if (IsWrapped(cell, placed, rows, rowPitch))
                    {
                        cell.ForEach(id => home[id] = placed[cell[0]].Row);
                    }

                    continue;
                }

                foreach (int id in cell)
                {
                    home[id] = isAnchor[placed[id].Row] ? placed[id].Row : anchor;
                }
            }
        }

        return home;
    }

    // A line without amounts belongs to the nearest one with amounts above it, unless a line is drawn between.
    private static int[] Merged(List<PlacedSegment> placed, bool[] isAnchor, int[] band) => [.. placed.Select(segment =>
        Array.FindLastIndex(isAnchor, segment.Row, isOne => isOne) is >= 0 and int above && band[above] == band[segment.Row] ? above : segment.Row)];

    // Lines closer than rows, with nothing beside those behind the first, are one cell of a row without amounts.
    private static bool IsWrapped(List<int> cell, List<PlacedSegment> placed, IReadOnlyList<TextRow> rows, double rowPitch) =>
        cell.Zip(cell.Skip(1)).All(pair => Distance(rows, placed[pair.First].Row, placed[pair.Second].Row) < Closer * rowPitch)
        && !placed.Exists(other => other.First != placed[cell[0]].First && cell.Skip(1).Any(id => placed[id].Row == other.Row));

    // The row of amounts that the lines of a cell lie around; -1 when they stand for themselves.
    private static int AnchorOf(List<int> cell, List<PlacedSegment> placed, IReadOnlyList<TextRow> rows, List<int> anchors, int[] band, double rowPitch)
    {
        if (cell.FindIndex(id => anchors.Contains(placed[id].Row)) is >= 0 and int own)
        {
            return placed[cell[own]].Row;
        }

        double top = rows[placed[cell[0]].Row].MiddleY, bottom = rows[placed[cell[^1]].Row].MiddleY;
        List<int> near = anchors.FindAll(anchor => band[anchor] == band[placed[cell[0]].Row]);
        if (near.Count == 0)
        {
            return -1;
        }

        int nearest = near.MinBy(anchor => Math.Abs(rows[anchor].MiddleY - ((top + bottom) / 2)));
        double reach = Closer * rowPitch / 2;
        bool isAround = rows[nearest].MiddleY > top - reach && rows[nearest].MiddleY < bottom + reach;
        return isAround ? nearest : -1;
    }

    private static double Distance(IReadOnlyList<TextRow> rows, int one, int other) => rows[other].MiddleY - rows[one].MiddleY;

    private static IEnumerable<List<int>> Runs(List<int> ids, Func<int, int, bool> goesOn)
    {
        for (int i = 0; i < ids.Count;)
        {
            int end = i + 1;
            while (end < ids.Count && goesOn(ids[end - 1], ids[end]))
            {
                end++;
            }

            yield return ids.GetRange(i, end - i);
            i = end;
        }
    }
}
