using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Layout;

/// <summary>Spreads the cells of rows over a grid as browsers do: every cell goes to the first position that no span from above covers.</summary>
internal static class SpanGrid
{
    // Browsers take no more columns; what is written to be larger means "all that there are".
    private const int MostColumns = 1000;

    /// <summary>The grid; rows and columns in which no cell begins are left out of it.</summary>
    /// <param name="rows">The cells of each row as written; spans reach at least over the cell itself.</param>
    /// <param name="end">Offset at which a position stands for which nothing is written, in a row without any cell.</param>
    public static RawTable Spread(IReadOnlyList<IReadOnlyList<RawCell>> rows, int end)
    {
        List<Slot>[] grid = [.. rows.Select(_ => new List<Slot>())];
        for (int r = 0; r < rows.Count; r++)
        {
            int c = 0;
            foreach (RawCell cell in rows[r])
            {
                while (c < grid[r].Count && grid[r][c].IsTaken)
                {
                    c++;
                }

                c += Put(grid, r, c, cell);
            }
        }

        int width = grid.Length == 0 ? 0 : grid.Max(row => row.Count);
        int[] columns = [.. Enumerable.Range(0, width).Where(c => Array.Exists(grid, row => c < row.Count && row[c].Cell is not null))];
        int[] kept = [.. Enumerable.Range(0, grid.Length).Where(r => grid[r].Exists(slot => slot.Cell is not null))];
        RawCell? At(int r, int c) => CellAt(grid, r, c, columns, kept) is var (isTaken, cell) && isTaken
            ? cell
            : RawCell.BlankAt(rows[r].Count == 0 ? end : rows[r][^1].Place.Span?.End ?? end);
        return new RawTable([.. kept.Select(r => columns.Select(c => At(r, c)).ToImmutableArray())], TableEvidence.Stated(TableMethod.Markup));
    }

    // Takes the positions that the cell covers and gives how many columns these are. Where two spans overlap, the first has the position.
    private static int Put(List<Slot>[] grid, int row, int column, RawCell cell)
    {
        int width = Math.Clamp(cell.ColumnSpan, 1, Math.Max(1, MostColumns - column));
        int height = Math.Clamp(cell.RowSpan, 1, grid.Length - row);
        for (int r = row; r < row + height; r++)
        {
            while (grid[r].Count < column + width)
            {
                grid[r].Add(default);
            }

            for (int c = column; c < column + width; c++)
            {
                if (!grid[r][c].IsTaken)
                {
                    grid[r][c] = new Slot(true, r == row && c == column ? cell with { RowSpan = height, ColumnSpan = width } : null);
                }
            }
        }

        return width;
    }

    // The cell with its spans counted in the rows and columns that are kept.
    private static (bool IsTaken, RawCell? Cell) CellAt(List<Slot>[] grid, int row, int column, int[] columns, int[] rows)
    {
        if (column >= grid[row].Count || !grid[row][column].IsTaken)
        {
            return (false, null);
        }

        return grid[row][column].Cell is { } cell
            ? (true, cell with { RowSpan = Within(rows, row, cell.RowSpan), ColumnSpan = Within(columns, column, cell.ColumnSpan) })
            : (true, null);
    }

    private static int Within(int[] kept, int from, int span)
    {
        int first = Array.BinarySearch(kept, from), count = 0;
        while (first + count < kept.Length && kept[first + count] < from + span)
        {
            count++;
        }

        return count;
    }

    private readonly record struct Slot(bool IsTaken, RawCell? Cell);
}
