using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>The tables of a file, page by page, as printed and before anybody asked what they mean.</summary>
/// <param name="Pages">The tables of each page, from the first, in reading order; texts and pages of sites have one page.</param>
/// <param name="Problem">Why the file was not read, or null.</param>
/// <param name="Remarks">What the reader had to leave out, in words for a log.</param>
public sealed record ExtractedTables(
    ImmutableArray<ImmutableArray<ExtractedTable>> Pages, ReadingProblem? Problem, ImmutableArray<string> Remarks)
{
    /// <summary>All tables, with the number of their page and their number on it, both from 1.</summary>
    public IEnumerable<(int Page, int Number, ExtractedTable Table)> Numbered =>
        Pages.SelectMany((tables, page) => tables.Select((table, i) => (page + 1, i + 1, table)));

    /// <summary>A file that was not read.</summary>
    public static ExtractedTables Failed(ReadingProblem problem) => new([], problem, []);
}

/// <summary>A table, or the part of one that stands on one page.</summary>
/// <param name="Rows">Every row has as many positions as the table has columns; null where a span covers.</param>
/// <param name="Evidence">How it was found.</param>
public sealed record ExtractedTable(ImmutableArray<ImmutableArray<ExtractedCell?>> Rows, TableEvidence Evidence)
{
    /// <summary>How it reads in other ways, if that was asked for.</summary>
    public ImmutableArray<AlternativeReading> Alternatives { get; init; } = [];
}

/// <summary>A cell as printed.</summary>
/// <param name="Content">The text with its place; empty for a blank cell.</param>
/// <param name="Place">Where the cell stands, or would stand.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
/// <param name="ColumnSpan">Columns covered, at least 1.</param>
public sealed record ExtractedCell(PlacedText Content, Place Place, int RowSpan = 1, int ColumnSpan = 1)
{
    /// <summary>What makes it less sure than a cell that lines enclose or the file states.</summary>
    public CellDoubts Doubts { get; init; }

    /// <summary>The text as printed, trimmed.</summary>
    public string Text => Content.Text;
}
