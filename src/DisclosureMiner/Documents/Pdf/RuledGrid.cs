using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>A table whose cells are parted by drawn lines.</summary>
internal sealed class RuledGrid
{
    // Pens overlap, and lines that should meet end this far apart.
    private const double Slack = 3;
    private const double SamePosition = 2.5;

    // Lines that stick out this far beyond the outermost crossing lines enclose another column or row, open at its end.
    private const double OpenEnd = 12;

    private readonly double[] _xs;
    private readonly double[] _ys;
    private readonly ImmutableArray<Ruling> _horizontal;
    private readonly ImmutableArray<Ruling> _vertical;

    private RuledGrid(double[] xs, double[] ys, ImmutableArray<Ruling> horizontal, ImmutableArray<Ruling> vertical)
    {
        _xs = xs;
        _ys = ys;
        _horizontal = horizontal;
        _vertical = vertical;
    }

    /// <summary>The box that its lines enclose.</summary>
    public Box Box => new(_xs[0], _ys[0], _xs[^1], _ys[^1]);

    /// <summary>The grids of a page, from top to bottom. Frames around text and single columns are none.</summary>
    public static List<RuledGrid> Find(PageContent page)
    {
        var grids = new List<RuledGrid>();
        foreach ((ImmutableArray<Ruling> horizontal, ImmutableArray<Ruling> vertical) in Connected(page.Horizontal, page.Vertical))
        {
            double[] ys = Positions(horizontal.Select(line => line.At), vertical);
            foreach (double[] stretch in Apart(ys, horizontal, vertical))
            {
                ImmutableArray<Ruling> across = [.. horizontal.Where(line => line.At >= stretch[0] - SamePosition && line.At <= stretch[^1] + SamePosition)];
                ImmutableArray<Ruling> down = [.. vertical.Where(line => line.From < stretch[^1] - Slack && line.To > stretch[0] + Slack)];
                double[] xs = Positions(down.Select(line => line.At), across);
                if (xs.Length > 2 && stretch.Length > 1 && xs.Length + stretch.Length > 5)
                {
                    grids.Add(new RuledGrid(xs, stretch, across, down));
                }
            }
        }

        // A grid within another one's box is part of what that one encloses.
        grids.RemoveAll(inner => grids.Exists(outer => !ReferenceEquals(inner, outer) && Encloses(outer.Box, inner.Box) && outer.Area > inner.Area));
        return [.. grids.OrderBy(grid => grid.Box.Y0).ThenBy(grid => grid.Box.X0)];
    }

    /// <summary>Whether a character stands within the grid.</summary>
    public bool Holds(Glyph glyph) =>
        glyph.MiddleX > _xs[0] - 1 && glyph.MiddleX < _xs[^1] + 1 && glyph.MiddleY > _ys[0] - 1 && glyph.MiddleY < _ys[^1] + 1;

    /// <summary>The table: every character in the cell that its middle lies in; null when the lines draw a picture and no table.</summary>
    public TableBlock? Read(int page, IReadOnlyList<Glyph> glyphs, TableWay way = TableWay.Usual)
    {
        double[] xs = _xs;
        GridCell?[,] cells = Cells(page, glyphs);
        int enclosed = cells.OfType<GridCell>().Count();
        if (way != TableWay.DrawnOnly)
        {
            (cells, xs) = Filled(page, glyphs, cells);
        }

        var content = GridContent.Of(cells);
        if (content.IsChart)
        {
            return null;
        }

        ImmutableArray<ImmutableArray<RawCell?>> rows = UnruledRows.Split(page, content.Marked(cells), way);
        double drawn = (double)enclosed / rows.Sum(row => row.Count(cell => cell is not null));
        return new TableBlock(page, Box, new RawTable(rows, new TableEvidence(TableMethod.Lines, drawn, content.Fitting)), [.. xs]);
    }

    // The cells with the columns that lines leave open, and the borders of all columns.
    private (GridCell?[,] Cells, double[] Borders) Filled(int page, IReadOnlyList<Glyph> glyphs, GridCell?[,] drawn)
    {
        GridCell?[,] cells = drawn;
        RuledGrid grid = this;
        while (UndrawnColumns.Find(cells) is { Count: > 0 } undrawn)
        {
            grid = grid.With(undrawn);
            cells = grid.Cells(page, glyphs);
        }

        if (grid != this)
        {
            MarkUndrawn(cells, [.. drawn.OfType<GridCell>().Select(cell => cell.Box)]);
        }

        UndrawnColumns.Part(cells, grid._xs);
        return (cells, grid._xs);
    }

    private static void MarkUndrawn(GridCell?[,] cells, HashSet<Box> drawn)
    {
        for (int r = 0; r < cells.GetLength(0); r++)
        {
            for (int c = 0; c < cells.GetLength(1); c++)
            {
                if (cells[r, c] is { } cell && !drawn.Contains(cell.Box))
                {
                    cells[r, c] = cell with { Doubts = CellDoubts.Undrawn };
                }
            }
        }
    }

    private RuledGrid With(List<Ruling> undrawn) =>
        new([.. _xs.Concat(undrawn.Select(line => line.At)).Distinct().Order()], _ys, _horizontal, [.. _vertical, .. undrawn]);

    private GridCell?[,] Cells(int page, IReadOnlyList<Glyph> glyphs)
    {
        int rows = _ys.Length - 1, columns = _xs.Length - 1;
        int[,] regions = Regions(rows, columns);
        var texts = new Dictionary<int, List<Glyph>>();
        foreach (Glyph glyph in glyphs)
        {
            int region = regions[Index(_ys, glyph.MiddleY), Index(_xs, glyph.MiddleX)];
            if (!texts.TryGetValue(region, out List<Glyph>? text))
            {
                texts[region] = text = [];
            }

            text.Add(glyph);
        }

        var cells = new GridCell?[rows, columns];
        var seen = new HashSet<int>();
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                if (seen.Add(regions[r, c]))
                {
                    (int height, int width) = Extent(regions, r, c);
                    var box = new Box(_xs[c], _ys[r], _xs[c + width], _ys[r + height]);
                    List<TextRow> lines = texts.TryGetValue(regions[r, c], out List<Glyph>? text) ? TextRow.Of(page, text) : [];
                    cells[r, c] = new GridCell(box, lines, height, width);
                }
            }
        }

        return cells;
    }

    private double Area => (Box.X1 - Box.X0) * (Box.Y1 - Box.Y0);

    private static bool Encloses(Box outer, Box inner) =>
        inner.X0 >= outer.X0 - 1 && inner.X1 <= outer.X1 + 1 && inner.Y0 >= outer.Y0 - 1 && inner.Y1 <= outer.Y1 + 1;

    // Lines that cross, and those that cross them, and so on.
    private static IEnumerable<(ImmutableArray<Ruling> Horizontal, ImmutableArray<Ruling> Vertical)> Connected(
        ImmutableArray<Ruling> horizontal, ImmutableArray<Ruling> vertical)
    {
        int[] group = [.. Enumerable.Range(0, horizontal.Length + vertical.Length)];
        int Root(int i) => group[i] == i ? i : group[i] = Root(group[i]);
        for (int v = 0; v < vertical.Length; v++)
        {
            for (int h = 0; h < horizontal.Length; h++)
            {
                if (horizontal[h].At >= vertical[v].From - Slack && horizontal[h].At <= vertical[v].To + Slack
                    && vertical[v].At >= horizontal[h].From - Slack && vertical[v].At <= horizontal[h].To + Slack)
                {
                    group[Root(h)] = Root(horizontal.Length + v);
                }
            }
        }

        return Enumerable.Range(0, group.Length).GroupBy(Root)
            .Select(lines => (
                lines.Where(i => i < horizontal.Length).Select(i => horizontal[i]).ToImmutableArray(),
                lines.Where(i => i >= horizontal.Length).Select(i => vertical[i - horizontal.Length]).ToImmutableArray()))
            .Where(lines => lines.Item1.Length > 1 && lines.Item2.Length > 0);
    }

    // Two tables printed one right under the other share the line between them, and no border of columns.
    private static IEnumerable<double[]> Apart(double[] ys, ImmutableArray<Ruling> horizontal, ImmutableArray<Ruling> vertical)
    {
        double left = horizontal.Min(line => line.From), right = horizontal.Max(line => line.To);
        List<Ruling> inner = [.. vertical.Where(line => line.At > left + Slack && line.At < right - Slack)];
        int first = 0;
        for (int k = 1; k < ys.Length - 1; k++)
        {
            List<Ruling> above = [.. inner.Where(line => line.From < ys[k] - Slack && line.To > ys[first] + Slack)];
            List<Ruling> below = [.. inner.Where(line => line.To > ys[k] + Slack)];
            if (above.Count > 0 && below.Count > 0 && above.TrueForAll(line => !below.Exists(other => Math.Abs(other.At - line.At) <= SamePosition)))
            {
                yield return ys[first..(k + 1)];
                first = k;
            }
        }

        yield return ys[first..];
    }

    // The distinct positions of lines, and of the ends of the lines that cross them where those stick out.
    private static double[] Positions(IEnumerable<double> lines, ImmutableArray<Ruling> crossing)
    {
        var positions = new List<double>();
        var cluster = new List<double>();
        foreach (double at in lines.Order())
        {
            if (cluster.Count > 0 && at - cluster[0] > SamePosition)
            {
                positions.Add(cluster.Average());
                cluster.Clear();
            }

            cluster.Add(at);
        }

        if (cluster.Count > 0)
        {
            positions.Add(cluster.Average());
        }

        double[] starts = [.. crossing.Select(line => line.From).Order()], ends = [.. crossing.Select(line => line.To).OrderDescending()];
        if (starts.Length > 1 && positions.Count > 0 && starts[1] < positions[0] - OpenEnd)
        {
            positions.Insert(0, starts[1]);
        }

        if (ends.Length > 1 && positions.Count > 0 && ends[1] > positions[^1] + OpenEnd)
        {
            positions.Add(ends[1]);
        }

        return [.. positions];
    }

    private static int Index(double[] borders, double at)
    {
        int i = Array.BinarySearch(borders, at);
        return Math.Clamp(i < 0 ? ~i - 1 : i, 0, borders.Length - 2);
    }

    // Numbers the areas that no line parts; an area that is no rectangle falls apart into its rows.
    private int[,] Regions(int rows, int columns)
    {
        int[] group = [.. Enumerable.Range(0, rows * columns)];
        int Root(int i) => group[i] == i ? i : group[i] = Root(group[i]);
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                if (c + 1 < columns && !IsDrawn(_vertical, _xs[c + 1], _ys[r], _ys[r + 1]))
                {
                    group[Root((r * columns) + c + 1)] = Root((r * columns) + c);
                }

                if (r + 1 < rows && !IsDrawn(_horizontal, _ys[r + 1], _xs[c], _xs[c + 1]))
                {
                    group[Root(((r + 1) * columns) + c)] = Root((r * columns) + c);
                }
            }
        }

        var regions = new int[rows, columns];
        foreach (IGrouping<int, int> area in Enumerable.Range(0, group.Length).GroupBy(Root))
        {
            int top = area.Min(i => i / columns), bottom = area.Max(i => i / columns);
            int left = area.Min(i => i % columns), right = area.Max(i => i % columns);
            bool isRectangle = (bottom - top + 1) * (right - left + 1) == area.Count();
            int run = -1, previous = -2;
            foreach (int i in area.Order())
            {
                bool goesOn = i == previous + 1 && i / columns == previous / columns;
                run = isRectangle ? area.Key : goesOn ? run : i;
                regions[i / columns, i % columns] = run;
                previous = i;
            }
        }

        return regions;
    }

    private static bool IsDrawn(ImmutableArray<Ruling> lines, double at, double from, double to)
    {
        double slack = Math.Min(Slack, (to - from) / 4);
        return lines.Any(line => Math.Abs(line.At - at) <= SamePosition && line.Covers(from, to, slack));
    }

    private static (int Height, int Width) Extent(int[,] regions, int r, int c)
    {
        int height = 1, width = 1;
        while (r + height < regions.GetLength(0) && regions[r + height, c] == regions[r, c])
        {
            height++;
        }

        while (c + width < regions.GetLength(1) && regions[r, c + width] == regions[r, c])
        {
            width++;
        }

        return (height, width);
    }
}

/// <summary>A cell of a ruled grid with its lines of text.</summary>
internal sealed record GridCell(Box Box, List<TextRow> Lines, int RowSpan, int ColumnSpan)
{
    /// <summary>What makes it less sure than a cell that lines enclose.</summary>
    public CellDoubts Doubts { get; init; }
}
