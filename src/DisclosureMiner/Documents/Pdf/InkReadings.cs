using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Other readings of a table that the ink on the page bears out as well as the usual one: no digit and no sign is read that is not
/// printed, and nothing moves that stands clearly within its cell.
/// </summary>
internal static class InkReadings
{
    /// <summary>The readings, in the order of <see cref="TableWay"/>.</summary>
    /// <param name="table">The table in the usual reading, with places for a reader who holds the page upright.</param>
    /// <param name="pages">The pages that it stands on.</param>
    public static IEnumerable<(TableWay How, RawTable Table)> Of(RawTable table, IEnumerable<PageContent> pages) =>
    [
        .. WholeNumbers.Of(table).Select(rows => (TableWay.NumbersWhole, rows)),
        .. MovedRows.Of(table).Select(rows => (TableWay.RowMoved, rows)),
        .. LoneMinuses.Of(table, pages.ToLookup(page => page.Number)).Select(rows => (TableWay.MinusJoined, rows)),
        .. PrintedLines.Parted(table).Select(rows => (TableWay.RowParted, rows)),
        .. PrintedLines.Joined(table).Select(rows => (TableWay.RowsJoined, rows)),
    ];

    /// <summary>The box around all characters of a cell that stands on one page; null for others.</summary>
    public static Box? InkOf(RawCell? cell) => cell is null || cell.Content.Regions.IsEmpty || cell.Content.Regions.Any(region => region.Page != cell.Content.Regions[0].Page)
        ? null : cell.Content.Regions.Select(region => region.Box).Aggregate((one, other) => one.Cover(other));

    /// <summary>Whether a cell holds a value.</summary>
    public static bool IsValue(RawCell? cell) => cell is { IsBlank: false } && NumberText.LooksLikeValue(cell.Label);

    /// <summary>A cell's place without its text.</summary>
    public static RawCell Emptied(RawCell cell) => cell with { Content = PlacedText.Empty };

    /// <summary>Each of the changes alone, behind all of them together where they are several.</summary>
    /// <param name="table">The table without them.</param>
    /// <param name="changes">Where cells change, and what stands there then.</param>
    public static IEnumerable<RawTable> TogetherAndApart(RawTable table, IReadOnlyList<IReadOnlyList<(int Row, int Column, RawCell? Cell)>> changes)
    {
        if (changes.Count > 1)
        {
            yield return With(table, changes.SelectMany(change => change));
        }

        foreach (IReadOnlyList<(int Row, int Column, RawCell? Cell)> change in changes)
        {
            yield return With(table, change);
        }
    }

    private static RawTable With(RawTable table, IEnumerable<(int Row, int Column, RawCell? Cell)> changes)
    {
        ImmutableArray<RawCell?>[] rows = [.. table.Rows];
        foreach ((int row, int column, RawCell? cell) in changes)
        {
            rows[row] = rows[row].SetItem(column, cell);
        }

        return table with { Rows = [.. rows] };
    }
}
