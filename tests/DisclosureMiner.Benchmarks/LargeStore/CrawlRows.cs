using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Benchmarks.LargeStore;

/// <summary>The rows of a crawl that found each document of ours on one page of one of a few sites.</summary>
internal static class CrawlRows
{
    private const string Time = "2026-01-02T03:04:05.0000000Z";
    private const int Sources = 20;

    /// <summary>The source on which a document was found.</summary>
    public static string SourceOf(SyntheticDocument document) => $"source-{document.Number % Sources}";

    /// <summary>The page on which it was found.</summary>
    public static string AddressOf(SyntheticDocument document) => $"http://www.example.gov.cn/{document.Number}.html";

    /// <summary>The rows of some documents.</summary>
    public static IEnumerable<(string Table, string Columns, IEnumerable<object?[]> Rows)> Of(IReadOnlyList<SyntheticDocument> documents)
    {
        yield return ("crawl_addresses", "source,address,role,state,sha256,json", documents.Select(document => (object?[])
            [SourceOf(document), AddressOf(document), "page", "present", document.Sha256, CrawlJson.Of(new KnownAddress(SourceOf(document), AddressOf(document), LinkRole.Page))]));
        yield return ("captures", "source,address,run,taken,sha256,size,json", documents.Select(document => (object?[])
            [SourceOf(document), AddressOf(document), "r1", Time, document.Sha256, 100_000L, "{}"]));
        yield return ("publications", "source,address,place,found,changed,run,json", documents.Select(document => (object?[])
            [SourceOf(document), AddressOf(document), $"{Time} {AddressOf(document)}", Time, Time, "r1", CrawlJson.Of(PublicationOf(document))]));
        yield return ("publication_files", "source,publication,address,position,sha256,removed,json", documents.Select(document => (object?[])
            [SourceOf(document), AddressOf(document), AddressOf(document), 0, document.Sha256, 0, CrawlJson.Of(PublicationOf(document).Files[0])]));
    }

    private static CrawledPublication PublicationOf(SyntheticDocument document) => new(
        SourceOf(document),
        AddressOf(document),
        document.Body,
        new DateOnly(document.Year, 2, 1),
        "list",
        [new PublicationFile(AddressOf(document), LinkRole.Page, document.Sha256, "text/html", "a.html", document.Body)]);
}
