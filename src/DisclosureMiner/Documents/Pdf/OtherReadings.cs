using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Reads tables of a document, which may go over several pages, in other ways than the usual one.</summary>
internal static class OtherReadings
{
    // A table that reads in more ways than these says nothing.
    private const int Most = 40;

    /// <summary>The readings of the tables, in the order of the tables and of <see cref="TableWay"/>.</summary>
    /// <param name="pages">The pages of the document.</param>
    /// <param name="words">The pipeline's words.</param>
    /// <param name="tables">Numbers of tables, from 1.</param>
    public static ImmutableArray<OtherReading> Of(PdfPages pages, ReadingWords words, IReadOnlyCollection<int> tables)
    {
        PageBlocks page = PageBlocks.Of(pages.Readable, words);
        List<PageBlock> joined = TableJoins.Join(page.Blocks);
        TableBlock[] whole = [.. joined.OfType<TableBlock>()];
        ILookup<int, PageContent> contents = pages.Readable.ToLookup(content => content.Number);
        ILookup<int, (TableWay How, RawTable Table)> others = tables.Where(number => number >= 1 && number <= whole.Length)
            .SelectMany(number => Of(number, whole, page.Blocks, contents).Select(other => (number, other.How, Table: OnDisplay(other.Table, pages))))
            .ToLookup(other => other.number, other => (other.How, other.Table));
        return DocumentAssembly.Others(ShownPlaces.Of(Paragraphs.Join(joined, page.Contents), pages.Readable), words, others);
    }

    private static IEnumerable<(TableWay How, RawTable Table)> Of(
        int number, TableBlock[] whole, List<PageBlock> blocks, ILookup<int, PageContent> contents)
    {
        List<TableBlock> parts = PartsOf(number, whole, blocks);
        IEnumerable<(TableWay, RawTable)> ways = TableAlternatives.Ways
            .Select(way => (way, Table: Read(number, whole.Length, blocks, parts, contents, way))).Where(other => other.Table is not null).Select(other => (other.way, other.Table!));
        RawTable usual = whole[number - 1].Table;
        IEnumerable<(TableWay, RawTable)> ink = InkReadings.Of(usual, parts.Select(part => part.Page).Distinct().SelectMany(page => contents[page]));
        return TableAlternatives.Distinct(usual, ways.Concat(ink)).Take(Most);
    }

    // A table begins with its first part; parts that begin none go on with the one before.
    private static List<TableBlock> PartsOf(int number, TableBlock[] whole, List<PageBlock> blocks)
    {
        var parts = new List<TableBlock>();
        int at = -1;
        foreach (TableBlock part in blocks.OfType<TableBlock>())
        {
            at += at + 1 < whole.Length && whole[at + 1].Page == part.Page && whole[at + 1].Box == part.Box ? 1 : 0;
            if (at == number - 1)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    // The table with all its parts read in the way; null when it then is not one table any more.
    private static RawTable? Read(
        int number, int tables, List<PageBlock> blocks, List<TableBlock> parts, ILookup<int, PageContent> contents, TableWay way)
    {
        Dictionary<PageBlock, TableBlock> read = new(ReferenceEqualityComparer.Instance);
        foreach (TableBlock part in parts)
        {
            if (contents[part.Page].Select(page => RegionReading.Of(page, part.Box, way)).FirstOrDefault() is not { } other)
            {
                return null;
            }

            read[part] = other;
        }

        TableBlock[] joined = [.. TableJoins.Join([.. blocks.Select(block => read.GetValueOrDefault(block, null!) ?? block)]).OfType<TableBlock>()];
        return joined.Length == tables ? joined[number - 1].Table : null;
    }

    private static RawTable OnDisplay(RawTable table, PdfPages pages) => (RawTable)ShownPlaces.Of([table], pages.Readable)[0];
}
