namespace DisclosureMiner.Documents;

/// <summary>What a cell holds. Blank and unreadable are never 0.</summary>
public enum CellType
{
    /// <summary>Words, or a number that is no quantity (a code, a phone number).</summary>
    Text,

    /// <summary>A quantity.</summary>
    Number,

    /// <summary>Nothing is printed.</summary>
    Blank,

    /// <summary>Something is printed that cannot be read.</summary>
    Unreadable,
}

/// <summary>
/// One printed cell. Positions that a spanning cell covers, other than its top left, hold no cell. The number is in the
/// unit printed in the cell, else in that of its column, row or table.
/// </summary>
/// <param name="Row">Row in the printed grid, from 0.</param>
/// <param name="Column">Column in the printed grid, from 0.</param>
/// <param name="Content">The text with its place; empty for a blank cell.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Number">The quantity when <paramref name="Type"/> is <see cref="CellType.Number"/>, else null.</param>
/// <param name="Place">Where the cell stands; for a blank cell in text, the place where its content would stand.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
/// <param name="ColumnSpan">Columns covered, at least 1.</param>
public sealed record Cell(
    int Row,
    int Column,
    PlacedText Content,
    CellType Type,
    Printed? Number,
    Place Place,
    int RowSpan = 1,
    int ColumnSpan = 1)
{
    /// <summary>What makes it less sure than a cell that lines enclose or the file states.</summary>
    public CellDoubts Doubts { get; init; }

    /// <summary>The text as printed, trimmed.</summary>
    public string Text => Content.Text;
}
