using System.Collections.Immutable;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Crawls;

/// <summary>How the crawls of each source went, by what the store remembers of them.</summary>
internal sealed class CrawlStatus(StoreFactory stores, Lazy<CrawlSources> sources, TimeProvider clock)
{
    /// <summary>All sources, by id.</summary>
    public ImmutableArray<SourceState> Sources()
    {
        using DisclosureStore store = stores.Open();
        return [.. sources.Value.Sources.Select(source => new SourceState(
            source.Id,
            source.Publisher,
            source.IsEnabled ? source.Schedule?.Cron : null,
            source.IsEnabled ? source.Schedule?.Next(clock.GetUtcNow()) : null,
            store.CrawlReports(source.Id, 1).Select(report => ResultOf(source, report)).FirstOrDefault()))];
    }

    private static CrawlResult ResultOf(CrawlSource source, CrawlReport report) => new(
        report.Started,
        report.Ended == default ? null : report.Ended,
        report.New.Length,
        report.Changed.Length,
        report.Disappeared.Length,
        report.Failures.Length,
        source.Least,
        CrawlWarning.Of(report));
}

/// <summary>A source and its last crawl.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Publisher">Who publishes there.</param>
/// <param name="Schedule">When it is crawled (cron, Asia/Shanghai); null when only by hand.</param>
/// <param name="NextCrawl">When it is crawled next; null when only by hand.</param>
/// <param name="Last">The last crawl; null when there was none.</param>
internal sealed record SourceState(string Source, string Publisher, string? Schedule, DateTimeOffset? NextCrawl, CrawlResult? Last);

/// <summary>What a crawl gave.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended; null while it runs.</param>
/// <param name="New">Files that were not known.</param>
/// <param name="Changed">Files that changed under their address.</param>
/// <param name="Disappeared">Files that are no longer offered; their copies are kept.</param>
/// <param name="Failed">Addresses that could not be fetched.</param>
/// <param name="Expected">The least number of files that the source should offer; null when nobody said.</param>
/// <param name="Warning">What is suspicious about it; null when nothing is.</param>
internal sealed record CrawlResult(
    DateTimeOffset Started, DateTimeOffset? Ended, int New, int Changed, int Disappeared, int Failed, int? Expected, string? Warning);
