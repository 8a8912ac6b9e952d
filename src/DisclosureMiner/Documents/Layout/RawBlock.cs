using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Layout;

/// <summary>A line or a grid as a format's reader found it, in reading order.</summary>
internal abstract record RawBlock;

/// <summary>A line or paragraph.</summary>
/// <param name="Content">The text, trimmed, without list markers; never empty.</param>
/// <param name="AfterGap">Whether a blank line (or the like) stands before it.</param>
/// <param name="Marker">What the format says it is.</param>
/// <param name="IsContents">Whether it belongs to a contents page.</param>
internal sealed record RawLine(PlacedText Content, bool AfterGap, LineMarker Marker = LineMarker.None, bool IsContents = false) : RawBlock;

/// <summary>What a format says of a line.</summary>
internal enum LineMarker
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An item of a list.</summary>
    Bullet,

    /// <summary>A heading.</summary>
    Heading,
}

/// <summary>A grid.</summary>
/// <param name="Rows">Every row has as many positions as the widest; null where a span covers.</param>
/// <param name="Evidence">How it was found.</param>
internal sealed record RawTable(ImmutableArray<ImmutableArray<RawCell?>> Rows, TableEvidence Evidence) : RawBlock
{
    public int Width => Rows.IsEmpty ? 0 : Rows[0].Length;
}
