namespace DisclosureMiner.Store;

/// <summary>The statements behind crawls, each of which an index answers.</summary>
internal static class CrawlSql
{
    /// <summary>The last reports of a source <c>$0</c>, at most <c>$1</c>.</summary>
    public const string Reports = "SELECT json FROM crawl_runs WHERE source = $0 AND json IS NOT NULL ORDER BY started DESC, id DESC LIMIT $1";

    /// <summary>The last crawl of a source <c>$0</c>: its report, if it has one, when it began, and its id.</summary>
    public const string LastCrawl =
        "SELECT COALESCE(json, '') || ' ' || started || ' ' || id FROM crawl_runs WHERE source = $0 ORDER BY started DESC, id DESC LIMIT 1";

    /// <summary>What is known of the address <c>$1</c>.</summary>
    public const string Address = "SELECT json FROM crawl_addresses WHERE source = $0 AND address = $1";

    /// <summary>What is there of a source <c>$0</c> and was captured.</summary>
    public const string Present = "SELECT json FROM crawl_addresses WHERE source = $0 AND state = 'present' AND role IN ('page', 'file') AND sha256 <> ''";

    /// <summary>The captures of the address <c>$1</c>, the latest first.</summary>
    public const string Captures = "SELECT json FROM captures WHERE source = $0 AND address = $1 ORDER BY taken DESC";

    /// <summary>A condition of <see cref="Publications"/>: the latest of a source <c>$0</c>, at most <c>$1</c>.</summary>
    public const string Latest = "source = $0 ORDER BY place DESC LIMIT $1";

    /// <summary>A condition of <see cref="Publications"/>: the latest before the place <c>$2</c>.</summary>
    public const string Before = "source = $0 AND place < $2 ORDER BY place DESC LIMIT $1";

    /// <summary>A condition of <see cref="Publications"/>: the one of the address <c>$1</c>.</summary>
    public const string OfAddress = "source = $0 AND address = $1";

    /// <summary>The files to which the publication <c>$1</c> leads no more.</summary>
    public const string Removed = "SELECT json FROM publication_files WHERE source = $0 AND publication = $1 AND removed = 1 ORDER BY position";

    /// <summary>The publications that have, or had, a file with the bytes <c>$0</c>.</summary>
    public const string PublicationsOf =
        """
        SELECT p.json FROM (SELECT DISTINCT source, publication FROM publication_files WHERE sha256 = $0) f CROSS JOIN publications p
        WHERE p.source = f.source AND p.address = f.publication
        """;

    /// <summary>Publications.</summary>
    public static string Publications(string condition) => $"SELECT json, place, found, changed, run FROM publications WHERE {condition}";
}
