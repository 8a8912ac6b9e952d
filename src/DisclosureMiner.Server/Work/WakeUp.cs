using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;
using Hangfire;

namespace DisclosureMiner.Server.Work;

/// <summary>
/// Looks for what is due, whoever has asked for it: a folder, an upload, another machine, or a lease that has ended because a
/// process died. Wakes as many threads as can find something to do.
/// </summary>
internal sealed class WakeUp(
    Workshop workshop, StoreFactory stores, IBackgroundJobClient jobs, IRecurringJobManager schedules, RegisterAtHand register, ServerOptions options, ILogger<WakeUp> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using DisclosureStore store = stores.Open();
        Telemetry.WatchQueue(() => store.CountDue(int.MaxValue, WorkKind.Mine));
        workshop.Open();
        schedules.AddOrUpdate<Chores>(Chores.Schedule, chores => chores.Run(), Chores.Cron, new RecurringJobOptions { TimeZone = CrawlSchedule.ChinaTime });
        using var timer = new PeriodicTimer(options.Poll);
        do
        {
            try
            {
                if (register.HasChanged())
                {
                    store.Ask(WorkKind.Compare, WorkItem.All);
                }

                for (int wanted = workshop.Wanted(); wanted > 0; wanted--)
                {
                    jobs.Enqueue<WorkJob>(job => job.Run(CancellationToken.None));
                }
            }
            catch (Exception problem) when (problem is StoreException or BackgroundJobClientException)
            {
                log.StoreFailed(problem.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Documents under work are finished; what takes longer than a stop may take is handed back.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Telemetry.WatchQueue(() => 0);
        try
        {
            while (workshop.Working > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            log.HandsBack(workshop.HandBack());
        }
    }
}
