using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Tables;

/// <summary>
/// Puts rows back that slid to the left because the copy lost the cell that a row span covers: the row opens with its own
/// label where the rows above are blank, and its values stand one column before theirs.
/// </summary>
internal static class RaggedRows
{
    private const int MostShift = 3;

    /// <summary>The repaired rows, and a remark for each repair.</summary>
    public static RawTable Repair(RawTable table, List<string> remarks)
    {
        ImmutableArray<ImmutableArray<RawCell?>>.Builder? repaired = null;
        for (int r = 1; r < table.Rows.Length; r++)
        {
            ImmutableArray<RawCell?> above = repaired is null ? table.Rows[r - 1] : repaired[r - 1];
            int shift = ShiftOf(table.Rows[r], above);
            if (shift > 0)
            {
                repaired ??= table.Rows.ToBuilder();
                repaired[r] = Shifted(table.Rows[r], shift);
                remarks.Add(FormattableString.Invariant($"Row {r + 1} had lost {shift} leading cell(s) to a row span; its cells were moved to the right."));
            }
        }

        return repaired is null ? table : table with { Rows = repaired.ToImmutable() };
    }

    private static int ShiftOf(ImmutableArray<RawCell?> row, ImmutableArray<RawCell?> above)
    {
        if (row.Any(cell => cell is null || cell.ColumnSpan > 1 || cell.RowSpan > 1) || above.Any(cell => cell is null) || row[0]!.IsBlank)
        {
            return 0;
        }

        int spare = row.Length - 1 - LastFilled(row);
        for (int shift = 1; shift <= Math.Min(spare, MostShift) && above[shift - 1]!.IsBlank; shift++)
        {
            if (IsValue(row[0]!) || IsValue(above[shift]!))
            {
                continue;
            }

            if (Matches(row, above, shift) >= 2 && Matches(row, above, 0) < 0)
            {
                return shift;
            }
        }

        return 0;
    }

    // How many cells behind the label stand under a cell of their own type when moved; -1 when one does not.
    private static int Matches(ImmutableArray<RawCell?> row, ImmutableArray<RawCell?> above, int shift)
    {
        int matches = 0;
        for (int c = 1; c + shift < row.Length; c++)
        {
            if (row[c]!.IsBlank)
            {
                continue;
            }

            RawCell other = above[c + shift]!;
            if (other.IsBlank || IsValue(other) != IsValue(row[c]!))
            {
                return -1;
            }

            matches++;
        }

        return matches;
    }

    private static int LastFilled(ImmutableArray<RawCell?> row)
    {
        int last = row.Length - 1;
        while (last > 0 && row[last]!.IsBlank)
        {
            last--;
        }

        return last;
    }

    private static ImmutableArray<RawCell?> Shifted(ImmutableArray<RawCell?> row, int shift)
    {
        int start = row[0]!.Place.Span?.Start ?? 0;
        var cells = ImmutableArray.CreateBuilder<RawCell?>(row.Length);
        for (int i = 0; i < shift; i++)
        {
            cells.Add(RawCell.BlankAt(start));
        }

        cells.AddRange(row[..(row.Length - shift)]);
        return cells.MoveToImmutable();
    }

    private static bool IsValue(RawCell cell) => NumberText.LooksLikeValue(cell.Label);
}
