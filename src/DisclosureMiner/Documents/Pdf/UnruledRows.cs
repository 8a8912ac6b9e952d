using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Splits rows of a grid that lines part from left to right only: where a column shows several amounts one above the other,
/// each is a row of its own.
/// </summary>
internal static class UnruledRows
{
    /// <summary>The rows that the cells make; null stands where a span covers.</summary>
    /// <param name="page">Physical page.</param>
    /// <param name="cells">The cells as drawn.</param>
    /// <param name="way">Which lines of text are rows: those of amounts, all, or none.</param>
    public static ImmutableArray<ImmutableArray<RawCell?>> Split(int page, GridCell?[,] cells, TableWay way)
    {
        int columns = cells.GetLength(1);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<RawCell?>>();
        for (int r = 0; r < cells.GetLength(0); r++)
        {
            GridCell?[] row = [.. Enumerable.Range(0, columns).Select(c => cells[r, c])];
            double[] baselines = way switch
            {
                TableWay.RowsParted => Lines(row),
                TableWay.RowsMerged or TableWay.DrawnOnly => [],
                _ => Baselines(row),
            };
            if (baselines.Length < 2)
            {
                rows.Add([.. row.Select(cell => cell is null ? null : CellText.Cell(page, cell.Box, cell.Lines, cell.RowSpan, cell.ColumnSpan, cell.Doubts))]);
                continue;
            }

            for (int i = 0; i < baselines.Length; i++)
            {
                rows.Add([.. row.Select(cell => cell is null ? null : Part(page, cell, baselines, i))]);
            }
        }

        return rows.ToImmutable();
    }

    // Where the amounts of the row stand, if some column shows more than one; no row of a span is split.
    private static double[] Baselines(GridCell?[] row)
    {
        if (row.Any(cell => cell is { RowSpan: > 1 }) || row.Any(cell => cell is null) && row.All(cell => cell is null or { RowSpan: > 1 }))
        {
            return [];
        }

        List<TextRow>? most = row.OfType<GridCell>().Select(cell => cell.Lines)
            .Where(lines => lines.Count > 1 && lines.TrueForAll(line => NumberText.LooksLikeValue(Folding.Label(line.Text)) && !CellText.IsTorn(line.Text)))
            .MaxBy(lines => lines.Count);
        if (most is null)
        {
            return [];
        }

        // One more column has to agree: a lone amount over another may be a wrapped one.
        int agreeing = row.OfType<GridCell>().Count(cell => cell.Lines.Count == most.Count
            && cell.Lines.Zip(most).All(pair => Math.Abs(pair.First.MiddleY - pair.Second.MiddleY) < 0.5 * pair.Second.Size));
        return agreeing > 1 ? [.. most.Select(line => line.MiddleY)] : [];
    }

    // Where lines of text stand, in a row that no span from above or below crosses.
    private static double[] Lines(GridCell?[] row)
    {
        if (row.OfType<GridCell>().Sum(cell => cell.RowSpan == 1 ? cell.ColumnSpan : 0) < row.Length)
        {
            return [];
        }

        var lines = new List<double>();
        foreach (TextRow line in row.OfType<GridCell>().SelectMany(cell => cell.Lines).OrderBy(line => line.MiddleY))
        {
            if (lines.Count == 0 || line.MiddleY - lines[^1] >= 0.5 * line.Size)
            {
                lines.Add(line.MiddleY);
            }
        }

        return [.. lines];
    }

    private static RawCell Part(int page, GridCell cell, double[] baselines, int i)
    {
        double top = i == 0 ? cell.Box.Y0 : (baselines[i - 1] + baselines[i]) / 2;
        double bottom = i == baselines.Length - 1 ? cell.Box.Y1 : (baselines[i] + baselines[i + 1]) / 2;
        Box box = cell.Box with { Y0 = top, Y1 = bottom };
        return CellText.Cell(page, box, [.. cell.Lines.Where(line => line.MiddleY >= top && line.MiddleY < bottom)], 1, cell.ColumnSpan, cell.Doubts | CellDoubts.Undrawn);
    }
}
