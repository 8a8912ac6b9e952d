using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Tables;

/// <summary>What a column of a stretch is for.</summary>
internal enum ColumnUse
{
    /// <summary>Nothing stands in it.</summary>
    None,

    /// <summary>Names the row.</summary>
    Label,

    /// <summary>Holds codes, or a piece of them.</summary>
    Code,

    /// <summary>Numbers the rows.</summary>
    LineNumber,

    /// <summary>Holds quantities.</summary>
    Value,

    /// <summary>Holds words beside the values.</summary>
    Words,
}

/// <summary>Decides what each column is for, by its head first and by what stands in it otherwise.</summary>
internal static class ColumnRoles
{
    /// <summary>The use of every column; columns before <paramref name="from"/> get <see cref="ColumnUse.None"/>.</summary>
    /// <param name="rows">All rows of the table.</param>
    /// <param name="data">The data rows of the stretch.</param>
    /// <param name="heads">Its heads.</param>
    /// <param name="from">Its first column.</param>
    /// <param name="words">The pipeline's words.</param>
    public static ColumnUse[] Read(ImmutableArray<ImmutableArray<RawCell?>> rows, IReadOnlyList<int> data, Heads heads, int from, ReadingWords words)
    {
        int width = rows[0].Length;
        var uses = new ColumnUse[width];
        for (int c = from; c < width; c++)
        {
            uses[c] = Of([.. data.Select(r => rows[r][c]).OfType<RawCell>().Where(cell => !IsNothing(cell, words) && !IsCodeHead(cell, words))], heads.Paths[c], words);
        }

        // Years down the first column name the rows.
        if (from < width && uses[from] == ColumnUse.Value && data.Count > 1
            && data.All(r => rows[r][from] is null or { IsBlank: true } || NumberText.IsYear(rows[r][from]!.Label)) && data.Any(r => rows[r][from] is { IsBlank: false }))
        {
            uses[from] = ColumnUse.Label;
        }

        // A column of whole numbers before the label column is a code or a line number, whatever its head says.
        int label = Array.IndexOf(uses, ColumnUse.Label);
        for (int c = from; c < label; c++)
        {
            if (uses[c] == ColumnUse.Value && data.All(r => rows[r][c] is null or { IsBlank: true } || rows[r][c]!.Label.All(char.IsAsciiDigit) || IsCodeHead(rows[r][c]!, words)))
            {
                uses[c] = ColumnUse.Code;
            }
        }

        return uses;
    }

    /// <summary>Final accounts print the heads 类, 款, 项 in the row of the total; there they are no content.</summary>
    private static bool IsCodeHead(RawCell cell, ReadingWords words) => words.Is("code-piece-heads", cell.Label);

    /// <summary>Whether nothing is printed in the cell, or a mark that stands for nothing.</summary>
    public static bool IsNothing(RawCell cell, ReadingWords words) => cell.IsBlank || words.Is("blank-marks", cell.Label);

    private static ColumnUse Of(List<RawCell> cells, ImmutableArray<RawCell> path, ReadingWords words)
    {
        string leaf = path.IsEmpty ? "" : path[^1].Label;
        int numbers = cells.Count(cell => NumberText.TryRead(cell.Content.Text, words, out _));
        bool isWhole = cells.TrueForAll(cell => cell.Label.All(char.IsAsciiDigit));
        if (words.Is("line-number-heads", leaf))
        {
            return ColumnUse.LineNumber;
        }

        // 合计 may stand in a code column, for its cell spans the name's.
        bool codeHead = path.Any(head => words.In("code-heads", head.Label)) || words.Is("code-piece-heads", leaf);
        if (codeHead && cells.TrueForAll(cell => (cell.Label.All(char.IsAsciiDigit) && cell.Label.Length <= 14) || LineOutline.IsTotal(cell.Label, words)))
        {
            return ColumnUse.Code;
        }

        if (cells.Count == 0)
        {
            return leaf.Length == 0 ? ColumnUse.None
                : IsLabelHead(leaf, words) ? ColumnUse.Label
                : words.Is("text-heads", leaf) ? ColumnUse.Words
                : ColumnUse.Value;
        }

        if (cells.Count >= 2 && isWhole && cells.TrueForAll(cell => cell.Label.Length is 3 or 5 or 7) && cells.Exists(cell => cell.Label.Length >= 5)
            && cells.Exists(cell => cell.Label.Length == 3))
        {
            return ColumnUse.Code;
        }

        if (IsLabelHead(leaf, words) && numbers * 2 < cells.Count)
        {
            return ColumnUse.Label;
        }

        return words.Is("text-heads", leaf) ? ColumnUse.Words
            : numbers > 0 && numbers * 2 >= cells.Count ? ColumnUse.Value
            : ColumnUse.Label;
    }

    /// <summary>Whether a head names the rows: 项目, 科目名称.</summary>
    public static bool IsLabelHead(string leaf, ReadingWords words) => words.Is("label-heads", leaf) || words.Ends("label-head-endings", leaf);
}
