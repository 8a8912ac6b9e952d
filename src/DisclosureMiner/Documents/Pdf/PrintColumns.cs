namespace DisclosureMiner.Documents.Pdf;

/// <summary>Tells two columns of print side by side from rows that run over the whole page.</summary>
internal static class PrintColumns
{
    // Columns of prose are many lines long, hold most of their lines' width, and show a clear lane between them.
    private const int FewestRows = 6;
    private const double NarrowestLane = 7;
    private const double FullShare = 0.55;

    private const double Step = 2;
    private const int MostTried = 4;

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
        List<List<Lane>> inked = [.. rows.Select(Inked)];
        var lanes = new List<(int First, int End, double At)>();
        for (double at = left + (0.35 * (right - left)); at < left + (0.65 * (right - left)); at += Step)
        {
            for (int i = from; i < rows.Count; i++)
            {
                int end = i;
                while (end < rows.Count && !IsInked(inked[end], at))
                {
                    end++;
                }

                if (end - i >= FewestRows)
                {
                    lanes.Add((i, end, at));
                }

                i = end;
            }
        }

        // Lanes through the same rows are one: its middle speaks for it.
        return lanes.GroupBy(lane => (lane.First, lane.End)).OrderByDescending(lane => lane.Key.End - lane.Key.First).Take(MostTried)
            .Select(lane => lane.ElementAt(lane.Count() / 2))
            .Where(lane => IsProse(rows.GetRange(lane.First, lane.End - lane.First), lane.At))
            .Select(lane => ((int, int, double)?)lane).FirstOrDefault();
    }

    private static bool IsInked(List<Lane> inked, double at)
    {
        foreach (Lane ink in inked)
        {
            if (at > ink.From && at < ink.To)
            {
                return true;
            }
        }

        return false;
    }

    // The stretches of a row, half a lane wider to either side, in which no lane runs.
    private static List<Lane> Inked(TextRow row)
    {
        var inked = new List<Lane>();
        foreach (Glyph glyph in row.Glyphs.Where(glyph => !glyph.IsSpace))
        {
            double from = glyph.Box.X0 - (NarrowestLane / 2), to = glyph.Box.X1 + (NarrowestLane / 2);
            if (inked.Count > 0 && from <= inked[^1].To)
            {
                inked[^1] = inked[^1] with { To = Math.Max(inked[^1].To, to) };
            }
            else
            {
                inked.Add(new Lane(from, to));
            }
        }

        return inked;
    }

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
            int full = side.Count(row => row.Box.X1 - row.Box.X0 > 0.75 * width && IsWords(row));
            if (full < FullShare * side.Count)
            {
                return false;
            }
        }

        return true;
    }

    // Words, or words with amounts among them (支出168.06万元，较2023年度减少5.24万元), but no label with an amount far behind it.
    private static bool IsWords(TextRow row) =>
        row.Text.Count(char.IsLetter) > row.Text.Length / 2
        || (row.Text.Count(char.IsLetter) * 3 > row.Text.Count(c => !char.IsWhiteSpace(c)) && row.Segments().Count == 1);
}
