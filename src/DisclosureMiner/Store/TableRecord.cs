using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Store;

/// <summary>A line of tables.jsonl.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Id">The id within the document: <c>t1</c>.</param>
/// <param name="Kind">The kind from the pipeline, or <c>other</c>.</param>
/// <param name="Title">Null when it has none.</param>
/// <param name="Unit">The unit of its money, or null when none is stated.</param>
/// <param name="Pages">The physical pages it stands on, from 1; text and HTML are one page.</param>
/// <param name="HeaderRows">How many of <paramref name="Rows"/> are heads.</param>
/// <param name="Columns">The header path of each column, outermost first.</param>
/// <param name="Rows">The printed grid with its heads; null where a spanning cell covers the position.</param>
public sealed record TableRecord(
    string Document,
    string Id,
    string Kind,
    string? Title,
    string? Unit,
    ImmutableArray<int> Pages,
    int HeaderRows,
    ImmutableArray<ImmutableArray<string>> Columns,
    ImmutableArray<ImmutableArray<CellRecord?>> Rows)
{
    /// <summary>How its cells were found; null in records of earlier versions.</summary>
    public TableMethod? Method { get; init; }

    /// <summary>How sure they are, from 0 to 1; null in records of earlier versions.</summary>
    public double? Certainty { get; init; }
}

/// <summary>A printed cell.</summary>
/// <param name="Text">As printed, trimmed.</param>
/// <param name="Type">number, blank, text or unreadable.</param>
/// <param name="Value">The number in the printed unit with its printed decimals; null for anything but a number.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
/// <param name="ColumnSpan">Columns covered, at least 1.</param>
public sealed record CellRecord(string Text, CellType Type, string? Value, Place Place, int RowSpan, int ColumnSpan);
