namespace DisclosureMiner.Documents.Pdf;

/// <summary>Tells two columns of print side by side from rows that run over the whole page.</summary>
internal static class PrintColumns
{
    // Columns of prose are many lines long, hold most of their lines' width, and show a clear lane between them.
    private const int FewestRows = 6;
    private const double NarrowestLane = 7;
    private const double FullShare = 0.55;

    /// <summary>
    /// Rows in stretches that are read one after another: what stands above two columns, the left one, the right one, what stands
    /// below. Each goes from top to bottom and has at least one row.
    /// </summary>
    public static List<List<TextRow>> Split(List<TextRow> rows)
    {
        var columns = new List<List<TextRow>>();
        int done = 0;
        while (Lane(rows, done) is { } lane)
        {
            Add(columns, rows[done..lane.First]);
            List<TextRow> inside = rows[lane.First..lane.End];
            Add(columns, Side(inside, glyph => glyph.MiddleX < lane.At));
            Add(columns, Side(inside, glyph => glyph.MiddleX >= lane.At));
            done = lane.End;
        }

        Add(columns, rows[done..]);
        return columns;
    }

    private static void Add(List<List<TextRow>> columns, List<TextRow> rows)
    {
        if (rows.Count > 0)
        {
            columns.Add(rows);
        }
    }

    private static List<TextRow> Side(List<TextRow> rows, Func<Glyph, bool> isThere) =>
        TextRow.Of(rows[0].Page, rows.SelectMany(row => row.Glyphs).Where(isThere));

    // The longest run of rows, from a row on, in which print stands on both sides of a lane that no row crosses.
    private static (int First, int End, double At)? Lane(List<TextRow> rows, int from)
    {
        if (rows.Count - from < FewestRows)
        {
            return null;
        }

        double left = rows.Skip(from).Min(row => row.Box.X0), right = rows.Skip(from).Max(row => row.Box.X1);
        (int First, int End, double At) best = (0, 0, 0);
        for (double at = left + (0.35 * (right - left)); at < left + (0.65 * (right - left)); at += 2)
        {
            for (int i = from; i < rows.Count; i++)
            {
                int end = i;
                while (end < rows.Count && !Crosses(rows[end], at))
                {
                    end++;
                }

                if (end - i > best.End - best.First && IsProse(rows.GetRange(i, end - i), at))
                {
                    best = (i, end, at);
                }

                i = end;
            }
        }

        return best.End - best.First >= FewestRows ? best : null;
    }

    private static bool Crosses(TextRow row, double at) =>
        row.Glyphs.Any(glyph => !glyph.IsSpace && glyph.Box.X0 < at + (NarrowestLane / 2) && glyph.Box.X1 > at - (NarrowestLane / 2));

    // Both sides are lines of words as wide as their column, not cells.
    private static bool IsProse(List<TextRow> rows, double at)
    {
        if (rows.Count < FewestRows)
        {
            return false;
        }

        foreach (List<TextRow> side in new[] { Side(rows, glyph => glyph.MiddleX < at), Side(rows, glyph => glyph.MiddleX >= at) })
        {
            if (side.Count < FewestRows)
            {
                return false;
            }

            double width = side.Max(row => row.Box.X1) - side.Min(row => row.Box.X0);
            int full = side.Count(row => row.Box.X1 - row.Box.X0 > 0.75 * width && row.Text.Count(char.IsLetter) > row.Text.Length / 2);
            if (full < FullShare * side.Count)
            {
                return false;
            }
        }

        return true;
    }
}
