using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Puts tables together that a page break cut, with or without their heads printed again.</summary>
internal static class TableJoins
{
    // Pages of one table are laid out alike, but not to the point.
    private const double SameBorder = 6;

    /// <summary>The blocks with cut tables joined; what was printed again above the second part is dropped.</summary>
    public static List<PageBlock> Join(List<PageBlock> blocks)
    {
        var joined = new List<PageBlock>();
        int start = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is TableBlock next && start >= 0 && joined[start] is TableBlock open
                && next.Page == LastPage(open) + 1
                && IsRepeated(joined, start)
                && Continue(open, next) is { } whole)
            {
                joined.RemoveRange(start + 1, joined.Count - start - 1);
                joined[start] = whole;
                continue;
            }

            if (blocks[i] is TableBlock)
            {
                start = joined.Count;
            }

            joined.Add(blocks[i]);
        }

        return joined;
    }

    private static int LastPage(TableBlock table) =>
        table.Table.Rows[^1].OfType<RawCell>().SelectMany(cell => cell.Place.Regions).Select(region => region.Page).DefaultIfEmpty(table.Page).Max();

    // Between the parts stands nothing, or on the new page the lines that stand above the table's first part.
    private static bool IsRepeated(List<PageBlock> blocks, int table)
    {
        int lastPage = LastPage((TableBlock)blocks[table]);
        for (int i = table + 1, above = table - (blocks.Count - table - 1); i < blocks.Count; i++, above++)
        {
            if (blocks[i] is not RowBlock row || row.Page == lastPage || above < 0 || blocks[above] is not RowBlock original
                || Folding.Label(row.Row.Text) != Folding.Label(original.Row.Text))
            {
                return false;
            }
        }

        return true;
    }

    private static TableBlock? Continue(TableBlock open, TableBlock next)
    {
        if ((Borders(open.Borders, next.Borders) ?? HeadedAlike(open, next)) is not { } borders)
        {
            return null;
        }

        ImmutableArray<ImmutableArray<RawCell?>> first = Spread(open, borders), second = Spread(next, borders);

        // What is left of the row that the break cut: its lower padding.
        int cut = second[0].All(cell => cell is null or { IsBlank: true }) ? 1 : 0;
        second = second[cut..];
        int repeated = 0;
        while (repeated < Math.Min(first.Length, second.Length) && Same(first[repeated], second[repeated]))
        {
            repeated++;
        }

        // A row over all columns that was not there before is the title of another table.
        if (repeated == second.Length || (repeated == 0 && second[0][0] is { IsBlank: false } title && title.ColumnSpan == second[0].Length))
        {
            return null;
        }

        if (CutRows.Whole(first[^1], Moved(borders, open), second[repeated], Moved(borders, next)) is { } whole)
        {
            (first, repeated) = (first.SetItem(first.Length - 1, whole), repeated + 1);
        }

        return open with { Table = new RawTable([.. first, .. second[repeated..]], open.Table.Evidence.With(next.Table.Evidence)), Borders = borders };
    }

    // The borders as they stand on the page of one part.
    private static ImmutableArray<double> Moved(ImmutableArray<double> borders, TableBlock part) =>
        [.. borders.Select(border => border - borders[0] + part.Borders[0])];

    // The borders of both, if those of one are found among those of the other.
    private static ImmutableArray<double>? Borders(ImmutableArray<double> one, ImmutableArray<double> other)
    {
        double shift = other[0] - one[0];
        if (Math.Abs(shift) > 4 * SameBorder || Math.Abs(one[^1] - one[0] - other[^1] + other[0]) > 2 * SameBorder)
        {
            return null;
        }

        (ImmutableArray<double> more, ImmutableArray<double> fewer) = one.Length >= other.Length ? (one, other) : (other, one);
        double offset = more[0] - fewer[0];
        bool found = fewer.All(at => more.Any(border => Math.Abs(border - at - offset) <= SameBorder));
        return found && fewer.Length > 2 ? more : null;
    }

    // Where no lines draw the columns, their borders depend on what stands in them, and the same heads tell that they are the same.
    private static ImmutableArray<double>? HeadedAlike(TableBlock open, TableBlock next) =>
        open.Borders.Length == next.Borders.Length
        && Math.Abs(next.Borders[0] - open.Borders[0]) <= SameBorder && Math.Abs(next.Borders[^1] - open.Borders[^1]) <= SameBorder
        && Same(open.Table.Rows[0], next.Table.Rows[0])
            ? open.Borders : null;

    // The cells at the columns of the joined table.
    private static ImmutableArray<ImmutableArray<RawCell?>> Spread(TableBlock table, ImmutableArray<double> borders)
    {
        int[] at = [.. table.Borders.Select(border => Nearest(borders, border - table.Borders[0] + borders[0]))];
        if (at.Length == borders.Length)
        {
            return table.Table.Rows;
        }

        return [.. table.Table.Rows.Select(row =>
        {
            var cells = new RawCell?[borders.Length - 1];
            for (int c = 0; c < row.Length; c++)
            {
                if (row[c] is { } cell)
                {
                    cells[at[c]] = cell with { ColumnSpan = Math.Max(1, at[c + cell.ColumnSpan] - at[c]) };
                }
            }

            return cells.ToImmutableArray();
        })];
    }

    private static int Nearest(ImmutableArray<double> borders, double at) =>
        Enumerable.Range(0, borders.Length).MinBy(i => Math.Abs(borders[i] - at));

    private static bool Same(ImmutableArray<RawCell?> one, ImmutableArray<RawCell?> other) =>
        one.Any(cell => cell is { IsBlank: false }) && one.Zip(other).All(pair => (pair.First?.Label ?? "") == (pair.Second?.Label ?? ""));
}
