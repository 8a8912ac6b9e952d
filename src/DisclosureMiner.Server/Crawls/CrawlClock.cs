using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;
using Hangfire;

namespace DisclosureMiner.Server.Crawls;

/// <summary>Sets the schedules of all enabled sources, and wakes crawlers when something is due.</summary>
internal sealed class CrawlClock(
    CrawlShop shop, Lazy<CrawlSources> sources, IBackgroundJobClient jobs, IRecurringJobManager schedules, ServerOptions options, ILogger<CrawlClock> log)
    : BackgroundService
{
    private const string Prefix = "crawl:";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Schedule();
        using var timer = new PeriodicTimer(options.Poll);
        do
        {
            try
            {
                for (int wanted = shop.Wanted(); wanted > 0; wanted--)
                {
                    jobs.Enqueue<CrawlJob>(job => job.Run(CancellationToken.None));
                }
            }
            catch (Exception problem) when (problem is StoreException or BackgroundJobClientException)
            {
                log.StoreFailed(problem.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Schedule()
    {
        foreach (CrawlSource source in sources.Value.Sources)
        {
            string id = source.Id;
            if (source is { IsEnabled: true, Schedule: { } schedule })
            {
                schedules.AddOrUpdate<CrawlJob>(
                    Prefix + id, job => job.Ask(id), schedule.Cron, new RecurringJobOptions { TimeZone = schedule.TimeZone, MisfireHandling = MisfireHandlingMode.Relaxed });
                log.Schedules(id, schedule.Cron, schedule.Zone);
            }
            else
            {
                schedules.RemoveIfExists(Prefix + id);
            }
        }
    }
}
