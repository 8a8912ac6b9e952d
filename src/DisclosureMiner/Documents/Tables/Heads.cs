using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Tables;

/// <summary>
/// The head rows of a stretch of a table and the header path that they give each column. Text copies lose spans: a wide head is
/// followed by blanks, and a tall one has blanks below it, so the spans are inferred from which columns are still open.
/// </summary>
/// <param name="Rows">How many rows are heads or column numbers.</param>
/// <param name="Paths">For every column of the table, the cells above it, outermost first.</param>
internal sealed record Heads(int Rows, ImmutableArray<ImmutableArray<RawCell>> Paths)
{
    /// <summary>Reads the heads that start at a row.</summary>
    /// <param name="rows">All rows of the table.</param>
    /// <param name="first">The first row of the stretch.</param>
    /// <param name="from">The first column that belongs to it; columns before it get no path.</param>
    /// <param name="words">The pipeline's words.</param>
    public static Heads Read(ImmutableArray<ImmutableArray<RawCell?>> rows, int first, int from, ReadingWords words)
    {
        int width = rows.IsEmpty ? 0 : rows[0].Length;
        var state = new HeadState(width, from);
        int r = first;
        for (; r < rows.Length; r++)
        {
            if (IsColumnNumbers(rows[r], words) && r > first)
            {
                r++;
                break;
            }

            if (HasNumber(rows[r], from, words, asHead: true) || !Belongs(rows, r, first, from, state, words))
            {
                break;
            }

            state.Add(rows[r]);
        }

        return new Heads(r - first, state.Paths());
    }

    /// <summary>Whether the row numbers the columns: 栏次, 1, 2, 3=1+2.</summary>
    public static bool IsColumnNumbers(ImmutableArray<RawCell?> row, ReadingWords words)
    {
        int last = 0, numbers = 0, marks = 0;
        foreach (RawCell? cell in row)
        {
            if (cell is null || cell.IsBlank)
            {
                continue;
            }

            if (words.Is("column-number-heads", cell.Label))
            {
                marks++;
                continue;
            }

            string label = cell.Label.Trim('(', ')');
            int digits = label.TakeWhile(char.IsAsciiDigit).Count();
            bool isFormula = digits > 0 && digits < label.Length && label[digits] == '=';
            if (digits is 0 or > 2 || (digits < label.Length && !isFormula) || int.Parse(label[..digits], System.Globalization.CultureInfo.InvariantCulture) <= last)
            {
                return false;
            }

            last = int.Parse(label[..digits], System.Globalization.CultureInfo.InvariantCulture);
            numbers++;
        }

        return (numbers >= 3 && last <= numbers + 2) || (numbers >= 1 && marks >= 1) || (numbers >= 2 && numbers == row.Length);
    }

    /// <summary>Whether a quantity is printed in the row; years count as heads.</summary>
    internal static bool HasNumber(ImmutableArray<RawCell?> row, int from, ReadingWords words, bool asHead)
    {
        bool years = asHead;
        bool found = false;
        for (int c = from; c < row.Length; c++)
        {
            if (row[c] is { IsBlank: false } cell && NumberText.TryRead(cell.Content.Text, words, out NumberText number))
            {
                found = true;
                years &= number.Unit is null && NumberText.IsYear(cell.Label);
            }
        }

        return found && !years;
    }

    /// <summary>Whether the row gives every column that is still open its head: 预算数, 决算数, 预算数, 决算数.</summary>
    private static bool IsRowOfLeaves(ImmutableArray<RawCell?> row, int from, HeadState state, ReadingWords words) =>
        !HasNumber(row, from, words, asHead: true)
        && Enumerable.Range(from, row.Length - from).All(c => (row[c] is { IsBlank: false }) == state.IsOpen(c))
        && Enumerable.Range(from, row.Length - from).Count(state.IsOpen) > 1;

    private static bool Belongs(ImmutableArray<ImmutableArray<RawCell?>> rows, int r, int first, int from, HeadState state, ReadingWords words)
    {
        ImmutableArray<RawCell?> row = rows[r];
        List<int> filled = [.. Enumerable.Range(from, row.Length - from).Where(c => row[c] is { IsBlank: false })];
        if (filled.Count == 0)
        {
            // A row that only the borders of the form make, between the groups and what they are parted into.
            return r > first && r + 1 < rows.Length && IsRowOfLeaves(rows[r + 1], from, state, words);
        }

        if (r == first)
        {
            return true;
        }

        // Only in the columns that still lack any head: labels of data rows under a blank corner.
        if (filled.TrueForAll(c => !state.HasHead(c)))
        {
            return false;
        }

        if (filled.TrueForAll(state.IsOpen))
        {
            return true;
        }

        // Two heads of one column each, 2023年 over 执行数: the label column is closed and stays blank.
        // Under 科目名称 stands 合计, a row of data that is blank all over.
        bool NamesRows(RawCell? leaf) => leaf is not null && ColumnRoles.IsLabelHead(leaf.Label, words);
        return state.FirstHead is int label && !filled.Contains(label) && !filled.Exists(c => !state.IsOpen(c) && NamesRows(state.Leaf(c)));
    }
}
