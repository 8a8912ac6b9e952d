using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Gives the places of what was read on a turned page as the page is displayed.</summary>
internal static class ShownPlaces
{
    /// <summary>The blocks, with such places.</summary>
    /// <param name="blocks">Blocks whose places are those of a reader who holds each page upright.</param>
    /// <param name="pages">The pages that they stand on.</param>
    public static List<RawBlock> Of(List<RawBlock> blocks, IEnumerable<PageContent> pages)
    {
        Dictionary<int, Upright> turned = pages.Where(page => page.Upright.Turn != Turn.None).ToDictionary(page => page.Number, page => page.Upright);
        return turned.Count == 0 ? blocks : [.. blocks.Select(OnDisplay)];

        RawBlock OnDisplay(RawBlock block) => block switch
        {
            RawLine line => line with { Content = Shown(line.Content) },
            RawTable table => table with { Rows = [.. table.Rows.Select(row => row.Select(Cell).ToImmutableArray())] },
            _ => block,
        };

        RawCell? Cell(RawCell? cell) => cell is null ? null : cell with { Content = Shown(cell.Content), Place = Place.On(cell.Place.Regions.Select(Region)) };

        PlacedText Shown(PlacedText text) => PlacedText.FromRegions(text.Text, [.. text.Regions.Select(Region)]);

        Region Region(Region region) => turned.TryGetValue(region.Page, out Upright page) ? region with { Box = page.Shown(region.Box) } : region;
    }
}
