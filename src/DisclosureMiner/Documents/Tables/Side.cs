using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Tables;

/// <summary>A group of columns that reads on its own: label columns, then value columns.</summary>
/// <param name="Name">收入, 支出 ..., or empty.</param>
/// <param name="Labels">Columns that may name the row, left to right.</param>
/// <param name="Codes">Columns that hold the code or its pieces.</param>
/// <param name="Values">Columns that hold quantities.</param>
/// <param name="Depth">How many leading heads of a path the name stands for.</param>
internal sealed record Side(string Name, ImmutableArray<int> Labels, ImmutableArray<int> Codes, ImmutableArray<int> Values, int Depth)
{
    /// <summary>Cuts the columns of a stretch into its sides: a new one begins where label or code columns come again behind values.</summary>
    public static ImmutableArray<Side> Split(ColumnUse[] uses, Heads heads, ReadingWords words)
    {
        var starts = new List<int> { 0 };
        bool seenValue = false;
        for (int c = 0; c < uses.Length; c++)
        {
            bool opens = uses[c] is ColumnUse.Label or ColumnUse.Code or ColumnUse.LineNumber;
            if (opens && seenValue && ComesAgain(c, uses, heads, words))
            {
                starts.Add(c);
                seenValue = false;
            }

            seenValue |= uses[c] == ColumnUse.Value;
        }

        starts.Add(uses.Length);
        var sides = ImmutableArray.CreateBuilder<Side>();
        for (int i = 0; i + 1 < starts.Count; i++)
        {
            sides.Add(Of(starts[i], starts[i + 1], starts.Count > 2, uses, heads, words));
        }

        return sides.ToImmutable();
    }

    // Values must follow, and the column must be headed as a label column is: a remark behind the values opens nothing.
    private static bool ComesAgain(int column, ColumnUse[] uses, Heads heads, ReadingWords words)
    {
        int next = column;
        while (next < uses.Length && uses[next] != ColumnUse.Value)
        {
            next++;
        }

        if (next == uses.Length)
        {
            return false;
        }

        string leaf = heads.Paths[column].IsEmpty ? "" : heads.Paths[column][^1].Label;
        return uses[column] != ColumnUse.Label || leaf.Length == 0 || ColumnRoles.IsLabelHead(leaf, words)
            || words.Of("sides").Any(side => leaf.StartsWith(side, StringComparison.Ordinal))
            || Enumerable.Range(0, column).Any(c => uses[c] == ColumnUse.Label && !heads.Paths[c].IsEmpty && heads.Paths[c][^1].Label == leaf);
    }

    private static Side Of(int start, int end, bool isOneOfSeveral, ColumnUse[] uses, Heads heads, ReadingWords words)
    {
        ImmutableArray<int> Columns(params ColumnUse[] wanted) =>
            [.. Enumerable.Range(start, end - start).Where(c => wanted.Contains(uses[c]))];

        ImmutableArray<int> values = Columns(ColumnUse.Value);
        (string name, int depth) = isOneOfSeveral ? NameOf(start, end, uses, heads, words) : ("", 0);
        ImmutableArray<int> labels = [.. Columns(ColumnUse.Label).Where(c => values.IsEmpty || c < values[0])];
        ImmutableArray<int> codes = [.. Columns(ColumnUse.Code).Where(c => values.IsEmpty || c < values[0])];
        return new Side(name, labels, codes, values, depth);
    }

    private static (string Name, int Depth) NameOf(int start, int end, ColumnUse[] uses, Heads heads, ReadingWords words)
    {
        int[] used = [.. Enumerable.Range(start, end - start).Where(c => uses[c] != ColumnUse.None && !heads.Paths[c].IsEmpty)];
        if (used.Length > 0 && used.All(c => heads.Paths[c].Length > 1 && ReferenceEquals(heads.Paths[c][0], heads.Paths[used[0]][0])))
        {
            return (Folding.Label(heads.Paths[used[0]][0].Content.Text), 1);
        }

        // 收入项目 | 预算数 | 支出项目 | 预算数: the label's head names the side.
        string? side = used.Where(c => uses[c] == ColumnUse.Label)
            .Select(c => words.Start("sides", heads.Paths[c][^1].Label)).FirstOrDefault(found => found is not null);
        return (side ?? "", 0);
    }
}
