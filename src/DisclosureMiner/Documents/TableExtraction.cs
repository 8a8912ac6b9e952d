using System.Collections.Immutable;
using DisclosureMiner.Documents.Html;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Documents;

/// <summary>Takes the tables from a file, page by page, for those who want nothing else.</summary>
public static class TableExtraction
{
    /// <summary>The tables of each page, or why there are none. Never throws on content.</summary>
    /// <param name="file">The bytes and their media type.</param>
    /// <param name="knowledge">Words of the pipeline: what surrounds the content of pages, and lists of contents, are told by them.</param>
    /// <param name="hasAlternatives">Whether each table of a PDF also says how it reads in other ways.</param>
    /// <exception cref="KeyNotFoundException">The pipeline lacks a list of words that reading needs.</exception>
    public static ExtractedTables Read(SourceFile file, ReadingKnowledge knowledge, bool hasAlternatives = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(knowledge);
        return file.IsEmpty ? ExtractedTables.Failed(ReadingProblem.Empty) : file.MediaType switch
        {
            MediaTypes.Text => OfText(file, text => TextReader.BlocksOf(text, new ReadingWords(knowledge))),
            MediaTypes.Html => OfText(file, text => HtmlReader.BlocksOf(text, knowledge)),
            MediaTypes.Pdf => OfPages(file, knowledge, hasAlternatives),
            _ => ExtractedTables.Failed(ReadingProblem.UnsupportedType),
        };
    }

    private static ExtractedTables OfText(SourceFile file, Func<string, IEnumerable<RawBlock>> read)
    {
        DecodedText decoded = file.Decode();
        return decoded.IsText
            ? new ExtractedTables([[.. read(decoded.Text).OfType<RawTable>().Select(Public)]], null, [])
            : ExtractedTables.Failed(ReadingProblem.Undecodable);
    }

    private static ExtractedTables OfPages(SourceFile file, ReadingKnowledge knowledge, bool hasAlternatives)
    {
        PdfPages pages = PdfReader.Open(file.Bytes);
        if (pages.Problem is { } problem)
        {
            return ExtractedTables.Failed(problem);
        }

        ILookup<int, TableBlock> tables = PageBlocks.Of(pages.Readable, new ReadingWords(knowledge)).Blocks.OfType<TableBlock>().ToLookup(table => table.Page);
        ILookup<int, PageContent> contents = pages.Readable.ToLookup(page => page.Number);
        ExtractedTable Extracted(TableBlock table)
        {
            PageContent page = contents[table.Page].First();
            ExtractedTable extracted = OnDisplay(table.Table, page);
            return hasAlternatives ? extracted with { Alternatives = TableAlternatives.Of(page, table.Box) } : extracted;
        }

        return new ExtractedTables(
            [.. Enumerable.Range(1, pages.Count).Select(page => tables[page].Select(Extracted).ToImmutableArray())], null, [.. pages.Remarks]);
    }

    /// <summary>A table of a page as it is given out: with the places of the page as displayed.</summary>
    internal static ExtractedTable OnDisplay(RawTable table, PageContent page) => Public((RawTable)ShownPlaces.Of([table], [page])[0]);

    private static ExtractedTable Public(RawTable table) => new([.. table.Rows.Select(row => row.Select(Public).ToImmutableArray())], table.Evidence);

    private static ExtractedCell? Public(RawCell? cell) => cell is null ? null : new ExtractedCell(cell.Content, cell.Place, cell.RowSpan, cell.ColumnSpan) { Doubts = cell.Doubts };
}
