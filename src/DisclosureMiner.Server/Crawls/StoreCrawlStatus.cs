using System.Collections.Immutable;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Server.Ingestion;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Crawls;

/// <summary>How the crawls went, by what the store remembers of them.</summary>
internal sealed class StoreCrawlStatus(StoreFactory stores, Lazy<CrawlSources> sources, TimeProvider clock) : ICrawlStatus
{
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
