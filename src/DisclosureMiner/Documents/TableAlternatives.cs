using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Documents;

/// <summary>A table as it reads in another way than the usual one.</summary>
/// <param name="How">The way.</param>
/// <param name="Table">The table.</param>
public sealed record AlternativeReading(TableWay How, ExtractedTable Table);

/// <summary>Reads one table in other ways than the usual one, for those who doubt that.</summary>
public static class TableAlternatives
{
    /// <summary>The ways in which a page as a whole can be read.</summary>
    internal static readonly TableWay[] Ways = [TableWay.DrawnOnly, TableWay.AlignedInsteadOfDrawn, TableWay.RowsMerged, TableWay.RowsParted];

    /// <summary>
    /// The readings of a region of a page that differ from the usual one and from each other, in the order of <see cref="TableWay"/>, of which one may give several;
    /// none for files without pages. Never throws on content.
    /// </summary>
    /// <param name="file">The bytes and their media type.</param>
    /// <param name="page">Physical page, from 1.</param>
    /// <param name="region">Where the table stands on the page as displayed.</param>
    public static ImmutableArray<AlternativeReading> Of(SourceFile file, int page, Box region)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.MediaType == MediaTypes.Pdf && PdfReader.Page(file.Bytes, page) is { } content ? Of(content, content.Upright.Read(region)) : [];
    }

    /// <summary>The same for a page that is read already.</summary>
    /// <param name="page">What stands on the page.</param>
    /// <param name="region">Where the table stands, for a reader who holds the page upright.</param>
    internal static ImmutableArray<AlternativeReading> Of(PageContent page, Box region)
    {
        TableBlock? usual = RegionReading.Of(page, region, TableWay.Usual);
        IEnumerable<(TableWay How, RawTable Table)> all = Ways
            .Select(way => (way, RegionReading.Of(page, region, way)?.Table)).Where(other => other.Table is not null).Select(other => (other.way, other.Table!))
            .Concat(usual is null ? [] : InkReadings.Of(usual.Table, [page]));
        return [.. Distinct(usual?.Table, all).Select(other => new AlternativeReading(other.How, TableExtraction.OnDisplay(other.Table, page)))];
    }

    /// <summary>Those readings that differ from the usual one and from each other.</summary>
    internal static IEnumerable<(TableWay How, RawTable Table)> Distinct(RawTable? usual, IEnumerable<(TableWay How, RawTable Table)> others)
    {
        List<RawTable> known = usual is null ? [] : [usual];
        foreach ((TableWay how, RawTable table) in others)
        {
            if (!known.Exists(other => RegionReading.AreAlike(other, table)))
            {
                known.Add(table);
                yield return (how, table);
            }
        }
    }
}
