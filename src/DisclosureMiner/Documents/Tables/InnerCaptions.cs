using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Tables;

/// <summary>The title, unit and 填报部门 rows that a copy keeps inside the grid, above the heads.</summary>
/// <param name="Rows">How many rows they take.</param>
/// <param name="Title">The title, white space removed, or empty.</param>
/// <param name="Unit">The stated unit, or null.</param>
internal sealed record InnerCaptions(int Rows, string Title, Unit? Unit)
{
    /// <summary>Reads them off the top of a grid.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="isTitled">Whether a title stands above the grid, so that a lone head over all columns is not taken for one.</param>
    /// <param name="words">The pipeline's words.</param>
    public static InnerCaptions Read(ImmutableArray<ImmutableArray<RawCell?>> rows, bool isTitled, ReadingWords words)
    {
        string title = "";
        Unit? unit = null;
        int r = 0;
        for (; r < rows.Length; r++)
        {
            List<RawCell> filled = [.. rows[r].OfType<RawCell>().Where(cell => !cell.IsBlank)];
            // 收入支出决算总表 | | | 公开01表: a title may have a caption beside it.
            List<RawCell> others = [.. filled.Where(cell => !TableCaptions.IsCaption(cell.Content.Text, words))];
            bool isTitle = title.Length == 0 && others.Count == 1 && IsTitle(others[0], rows, r, isTitled, words);
            if (others.Count > 0 && !isTitle)
            {
                break;
            }

            // A heads row 单位 | 金额 has captions' words without their colons, and so is none.
            unit ??= filled.Select(cell => UnitStatement.In(cell.Label, words)).FirstOrDefault(found => found is not null);
            if (isTitle)
            {
                title = TableCaptions.Title(others[0].Content.Text, words);
                unit ??= UnitStatement.InBrackets(others[0].Label, words) is { Dimension: Dimension.Money } stated ? stated : null;
            }
        }

        // Blank rows with nothing above them are no captions, and a table of captions alone is a table.
        return r == rows.Length || (title.Length == 0 && unit is null && rows[..r].All(row => row.All(cell => cell is null or { IsBlank: true })))
            ? new InnerCaptions(0, "", null)
            : new InnerCaptions(r, title, unit);
    }

    private static bool IsTitle(RawCell cell, ImmutableArray<ImmutableArray<RawCell?>> rows, int r, bool isTitled, ReadingWords words)
    {
        bool first = ReferenceEquals(rows[r][0], cell);
        bool named = cell.Label.EndsWith('表') || cell.Label.Contains("表(", StringComparison.Ordinal);
        Enumerator enumerator = Enumerator.Read(cell.Content.Text);
        bool spansAll = cell.ColumnSpan > 1 && cell.ColumnSpan == rows[r].Length;
        return (named || ((first || spansAll) && !isTitled && enumerator.IsNone))
            && cell.Label.Length is > 2 and < 60
            && !TableCaptions.IsCaption(cell.Content.Text, words)
            && !NumberText.LooksLikeValue(cell.Label)
            && !words.Is("total-labels", cell.Label) && !words.Is("label-heads", cell.Label)
            && rows.Length > r + 1 && rows.Skip(r + 1).Any(row => row.Count(other => other is { IsBlank: false }) > 1);
    }
}
