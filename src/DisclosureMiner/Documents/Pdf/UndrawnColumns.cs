namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Columns of a ruled grid that its lines leave open: heads are drawn and the rows below them are not, or one drawn column
/// holds several of amounts. What stands under one another with white all the way down between is parted there (whitespace
/// cover after Breuel, 2002).
/// </summary>
internal static class UndrawnColumns
{
    // An undrawn border is believed when so many lines of text stop at it, and so large a share of all that there are.
    private const int FewestLines = 3;
    private const double Share = 0.6;

    // A character of a neighbour column may reach over the border by this much.
    private const double Overhang = 2;

    /// <summary>Lines that nobody drew: within drawn columns, between amounts that stand beside one another in most rows.</summary>
    public static List<Ruling> Find(GridCell?[,] cells)
    {
        var found = new List<Ruling>();
        for (int c = 0; c < cells.GetLength(1); c++)
        {
            List<GridCell> column = [.. Enumerable.Range(0, cells.GetLength(0)).Select(r => cells[r, c]).OfType<GridCell>().Where(cell => cell.ColumnSpan == 1)];
            List<List<TextRow>> lines = [.. column.SelectMany(cell => cell.Lines).Select(Lanes.Of)];
            foreach (double at in Gaps(lines))
            {
                found.AddRange(column.Where(cell => !cell.Lines.Exists(line => line.RunsOver(at, 0)))
                    .Select(cell => new Ruling(at, cell.Box.Y0, cell.Box.Y1)));
            }
        }

        return found;
    }

    /// <summary>Parts cells that span columns wherever their text leaves white at a border between these.</summary>
    /// <param name="cells">The cells; what is parted is replaced.</param>
    /// <param name="borders">The borders of the columns, left to right.</param>
    public static void Part(GridCell?[,] cells, double[] borders)
    {
        for (int r = 0; r < cells.GetLength(0); r++)
        {
            for (int c = 0; c < cells.GetLength(1); c++)
            {
                if (cells[r, c] is { ColumnSpan: > 1 } cell && Pieces(cell, c, borders) is { Count: > 1 } pieces)
                {
                    Part(cells, r, c, cell, pieces, borders);
                }
            }
        }
    }

    private static IEnumerable<double> Gaps(List<List<TextRow>> lines)
    {
        List<List<TextRow>> parted = lines.FindAll(Lanes.IsAmounts);
        if (parted.Count < FewestLines || parted.Count < Share * lines.Count)
        {
            return [];
        }

        var lanes = new List<Lane>();
        foreach (TextRow segment in parted.SelectMany(line => line).OrderBy(segment => segment.Box.X0))
        {
            if (lanes.Count > 0 && segment.Box.X0 < lanes[^1].To)
            {
                lanes[^1] = lanes[^1] with { To = Math.Max(lanes[^1].To, segment.Box.X1) };
            }
            else
            {
                lanes.Add(new Lane(segment.Box.X0, segment.Box.X1));
            }
        }

        return parted.Count(line => line.Count == lanes.Count) < Share * parted.Count ? []
            : lanes.Zip(lanes.Skip(1), (left, right) => (left.To + right.From) / 2);
    }

    // The columns over which the stretches of a cell's text stand; stretches that share a column, in whatever line, are one piece.
    private static List<(int First, int Last)> Pieces(GridCell cell, int column, double[] borders)
    {
        var pieces = new List<(int First, int Last)>();
        foreach ((int first, int last) in cell.Lines.SelectMany(line => line.Segments()).Select(segment => Columns(segment, column, cell.ColumnSpan, borders)).Order())
        {
            if (pieces.Count > 0 && first <= pieces[^1].Last)
            {
                pieces[^1] = (pieces[^1].First, Math.Max(pieces[^1].Last, last));
            }
            else
            {
                pieces.Add((first, last));
            }
        }

        return pieces;
    }

    private static (int First, int Last) Columns(TextRow segment, int column, int span, double[] borders)
    {
        int first = column, end = column + span;
        while (first + 1 < end && borders[first + 1] < segment.Box.X0 + Overhang)
        {
            first++;
        }

        int last = first;
        while (last + 1 < end && borders[last + 1] < segment.Box.X1 - Overhang)
        {
            last++;
        }

        return (first, last);
    }

    private static void Part(GridCell?[,] cells, int r, int c, GridCell cell, List<(int First, int Last)> pieces, double[] borders)
    {
        int next = c, end = c + cell.ColumnSpan;
        foreach ((int first, int last) in pieces)
        {
            for (; next < first; next++)
            {
                cells[r, next] = Piece(cell, next, next, [], borders);
            }

            List<TextRow> own = [.. cell.Lines.SelectMany(line => line.Segments())
                .Where(segment => Columns(segment, c, cell.ColumnSpan, borders) is var at && at.First >= first && at.Last <= last)];
            cells[r, first] = Piece(cell, first, last, own, borders);
            next = last + 1;
        }

        for (; next < end; next++)
        {
            cells[r, next] = Piece(cell, next, next, [], borders);
        }
    }

    private static GridCell Piece(GridCell cell, int first, int last, List<TextRow> lines, double[] borders)
    {
        var box = cell.Box with { X0 = borders[first], X1 = borders[last + 1] };
        return new GridCell(box, lines, cell.RowSpan, last - first + 1) { Doubts = CellDoubts.Undrawn };
    }
}
