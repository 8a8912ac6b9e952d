using System.Collections.Immutable;

namespace DisclosureMiner.Server.Ingestion;

/// <summary>How the crawls of each source went.</summary>
public interface ICrawlStatus
{
    /// <summary>All sources, by id.</summary>
    ImmutableArray<SourceState> Sources();
}

/// <summary>A source and its last crawl.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Publisher">Who publishes there.</param>
/// <param name="Schedule">When it is crawled (cron, Asia/Shanghai); null when only by hand.</param>
/// <param name="NextCrawl">When it is crawled next; null when only by hand.</param>
/// <param name="Last">The last crawl; null when there was none.</param>
public sealed record SourceState(string Source, string Publisher, string? Schedule, DateTimeOffset? NextCrawl, CrawlResult? Last);

/// <summary>What a crawl gave.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended; null while it runs.</param>
/// <param name="New">Files that were not known.</param>
/// <param name="Changed">Files that changed under their address.</param>
/// <param name="Disappeared">Files that are no longer offered; their copies are kept.</param>
/// <param name="Failed">Addresses that could not be fetched.</param>
/// <param name="Expected">The least number of files that the source should offer; null when nobody said.</param>
/// <param name="Warning">What is suspicious about it; null when nothing is.</param>
public sealed record CrawlResult(
    DateTimeOffset Started, DateTimeOffset? Ended, int New, int Changed, int Disappeared, int Failed, int? Expected, string? Warning);
