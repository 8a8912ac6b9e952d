using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Html;

/// <summary>Moves what was read in a stretch of text to where its characters stand in the whole.</summary>
internal static class Relocation
{
    /// <summary>The block at its places in the whole.</summary>
    /// <param name="block">A block whose offsets count in the stretch.</param>
    /// <param name="offsets">The offset of each character of the stretch, and one behind the last.</param>
    public static RawBlock Of(RawBlock block, List<int> offsets) => block switch
    {
        RawLine line => line with { Content = Of(line.Content, offsets) },
        RawTable table => table with { Rows = [.. table.Rows.Select(row => row.Select(cell => cell is null ? null : Of(cell, offsets)).ToImmutableArray())] },
        _ => block,
    };

    private static RawCell Of(RawCell cell, List<int> offsets)
    {
        PlacedText content = Of(cell.Content, offsets);
        int start = cell.Place.Span is { } span ? offsets[Math.Min(span.Start, offsets.Count - 1)] : 0;
        return cell with { Content = content, Place = content.Length > 0 ? content.Place : Place.At(start, start) };
    }

    private static PlacedText Of(PlacedText text, List<int> offsets) =>
        PlacedText.FromOffsets(text.Text, [.. text.Offsets.Select(offset => offsets[offset])]);
}
