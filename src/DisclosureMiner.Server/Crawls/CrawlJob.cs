using DisclosureMiner.Server.Work;
using Hangfire;

namespace DisclosureMiner.Server.Crawls;

/// <summary>The jobs of crawlers: one asks for a crawl when its time has come, the other wakes whoever does it.</summary>
internal sealed class CrawlJob(CrawlShop shop)
{
    /// <summary>Notes that a source is to be crawled; asked twice, it is crawled once.</summary>
    [Queue(JobEngine.CrawlQueue)]
    public void Ask(string source) => shop.Ask(source);

    /// <summary>Crawls until nothing is due.</summary>
    [Queue(JobEngine.CrawlQueue)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public Task Run(CancellationToken stop) => shop.Work(stop);
}
