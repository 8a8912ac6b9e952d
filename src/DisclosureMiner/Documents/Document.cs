using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>One file as read: its blocks in reading order and what names it.</summary>
/// <param name="Title">The title on the cover or the first heading, white space folded; empty when there is none.</param>
/// <param name="Organisation">The publishing body as printed in the title, or empty.</param>
/// <param name="FiscalYear">The fiscal year of the title, or null.</param>
/// <param name="Genre">department-budget, unit-budget, final-accounts, three-public, report or other.</param>
/// <param name="Pages">Number of pages; 1 for text and HTML.</param>
/// <param name="Blocks">Paragraphs and tables in reading order.</param>
/// <param name="Remarks">What the reader had to repair or guess, in words for a log.</param>
public sealed record Document(
    string Title,
    string Organisation,
    int? FiscalYear,
    string Genre,
    int Pages,
    ImmutableArray<Block> Blocks,
    ImmutableArray<string> Remarks)
{
    /// <summary>Files that the page offers for download; none but for pages.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>Pages of a PDF on which nothing is written or pictured, as a whole.</summary>
    public ImmutableArray<Region> BlankPages { get; init; } = [];

    /// <summary>Lines of a PDF of which the page shows the upper or the lower part only.</summary>
    public ImmutableArray<PlacedText> CutLines { get; init; } = [];

    /// <summary>The document with another reading of the table at the same place.</summary>
    internal Document With(Table table) => this with { Blocks = Blocks.SetItem(table.Index, table) };

    /// <summary>The tables in reading order.</summary>
    public IEnumerable<Table> Tables => Blocks.OfType<Table>();

    /// <summary>The paragraphs in reading order.</summary>
    public IEnumerable<Paragraph> Paragraphs => Blocks.OfType<Paragraph>();
}
