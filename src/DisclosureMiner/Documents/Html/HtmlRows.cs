using AngleSharp.Dom;

namespace DisclosureMiner.Documents.Html;

/// <summary>A row of a table.</summary>
/// <param name="Cells">Its cells that are shown.</param>
/// <param name="LeftInGroup">How many rows of its group are left, with itself: no span reaches out of the group.</param>
internal sealed record HtmlRow(IReadOnlyList<IElement> Cells, int LeftInGroup);

/// <summary>Finds the rows of a table in the order in which they are shown: the head's first, the foot's last.</summary>
internal static class HtmlRows
{
    /// <summary>The rows, without those of inner tables.</summary>
    public static IEnumerable<HtmlRow> Of(IElement table, PageText page)
    {
        foreach (List<IElement> group in Groups(table, page))
        {
            for (int r = 0; r < group.Count; r++)
            {
                yield return new HtmlRow(
                    [.. group[r].Children.Where(cell => cell.LocalName is "td" or "th" && !page.IsSilent(cell))],
                    group.Count - r);
            }
        }
    }

    private static IEnumerable<List<IElement>> Groups(IElement table, PageText page)
    {
        List<IElement> groups = [.. table.Children.Where(child => child.LocalName is "thead" or "tbody" or "tfoot" && !page.IsSilent(child))];
        IElement? head = groups.Find(group => group.LocalName == "thead");
        IElement? foot = groups.Find(group => group.LocalName == "tfoot");
        return groups.OrderBy(group => group == head ? 0 : group == foot ? 2 : 1)
            .Select(group => group.Children.Where(row => row.LocalName == "tr" && !page.IsSilent(row) && !SetsWidths(row)).ToList());
    }

    // Office programs end a table with a row of no height that only says how wide the columns are.
    private static bool SetsWidths(IElement row) =>
        row.GetAttribute("height") == "0" && row.Children.All(cell => cell.TextContent.AsSpan().IsWhiteSpace());
}
