using System.Diagnostics;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Server.Work;
using DisclosureMiner.Sources;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Crawls;

/// <summary>
/// Takes crawls that are owed and does them. A source is crawled by one process at a time, and within this process each host is
/// asked one thing at a time, however many sources lead to it.
/// </summary>
internal sealed class CrawlShop : IDisposable
{
    // A source that cannot be crawled at all is left until its next night.
    private const int MostTries = 3;

    // More is never under way.
    private const int MostRunning = 10_000;

    private readonly ILogger<CrawlShop> _log;
    private readonly Lazy<CrawlSources> _sources;
    private readonly DisclosureStore _store;
    private readonly Leases _leases;
    private readonly PoliteFetcher _fetcher = new();
    private readonly CrawlIntake _intake;
    private int _crawling;

    public CrawlShop(ServerOptions options, StoreFactory stores, ContentStore content, Lazy<CrawlSources> sources, TimeProvider clock, ILogger<CrawlShop> log)
    {
        _log = log;
        _sources = sources;
        _store = stores.Open();
        _leases = new Leases(_store, options.Lease, item => log.LostLease(Words.Of(item.Kind), item.Subject), problem => log.CannotRenew(problem.Message));
        _intake = new CrawlIntake(_store, content, clock);
    }

    /// <summary>How many crawls are under way here.</summary>
    public int Crawling => Volatile.Read(ref _crawling);

    /// <summary>How many more crawls could begin now.</summary>
    public int Wanted() => Math.Min(_store.CountDue(JobEngine.CrawlsAtATime, WorkKind.Crawl), JobEngine.CrawlsAtATime - Crawling);

    /// <summary>Notes that a source is to be crawled.</summary>
    public void Ask(string source) => _store.Ask(WorkKind.Crawl, source);

    /// <summary>Crawls until nothing is due.</summary>
    public async Task Work(CancellationToken stop)
    {
        Interlocked.Increment(ref _crawling);
        try
        {
            while (!stop.IsCancellationRequested && _leases.Take(OwedWork.Owner, WorkKind.Crawl) is { } item)
            {
                try
                {
                    await Crawl(item, stop);
                }
                finally
                {
                    _leases.Let(item);
                }
            }
        }
        catch (StoreException problem)
        {
            _log.StoreFailed(problem.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _crawling);
        }
    }

    public void Dispose()
    {
        _leases.Dispose();
        _fetcher.Dispose();
        _store.Dispose();
    }

    private async Task Crawl(WorkItem item, CancellationToken stop)
    {
        if (_sources.Value.Find(item.Subject) is not { } source)
        {
            _store.GiveUp(item, "There is no such source any more.");
            return;
        }

        if (CrawledElsewhere(source) is { } other)
        {
            // Two that begin in the same moment both wait, and not equally long.
            _log.CrawlWaits(source.Id, other);
            _store.HandBack(item, TimeSpan.FromSeconds(Random.Shared.Next(20, 60)));
            return;
        }

        using Activity? activity = Telemetry.Activities.StartActivity("crawl");
        activity?.SetTag("source", source.Id);
        try
        {
            CrawlReport report = await new Crawler(_fetcher, _sources.Value.Words).Crawl(source, _store.CrawlMemory, _intake, stop);
            Tell(report);
            if (report.Outcome == CrawlOutcome.Stopped)
            {
                _store.HandBack(item);
            }
            else
            {
                _store.Complete(item);
            }
        }
        catch (Exception problem) when (problem is not StoreException)
        {
            if (stop.IsCancellationRequested)
            {
                _store.HandBack(item);
            }
            else if (item.Tries + 1 < MostTries)
            {
                _store.Postpone(item, problem.Message, DocumentWork.BackOff(item.Tries + MostTries));
                _log.Postponed(source.Id, problem.Message, DocumentWork.BackOff(item.Tries + MostTries).TotalSeconds);
            }
            else
            {
                _store.GiveUp(item, problem.Message);
                _log.GaveUp(source.Id, problem.Message);
            }
        }
    }

    /// <summary>
    /// A source that another process crawls on a host of this one; null when none is. Within a process all crawls share what asks a host one thing at a
    /// time, between processes nothing does.
    /// </summary>
    private string? CrawledElsewhere(CrawlSource source) => _store.WorkIn(WorkState.Running, MostRunning)
        .Where(work => work.Kind == WorkKind.Crawl && work.Owner != OwedWork.Owner)
        .Select(work => _sources.Value.Find(work.Subject))
        .OfType<CrawlSource>()
        .FirstOrDefault(other => HostsOf(other).Intersect(HostsOf(source), StringComparer.OrdinalIgnoreCase).Any())?.Id;

    private static IEnumerable<string> HostsOf(CrawlSource source) => source.Start.Select(address => address.Authority).Concat(source.Hosts);

    private void Tell(CrawlReport report)
    {
        foreach ((string outcome, int count) in ((string, int)[])
            [("fetched", report.Fetched), ("not-modified", report.NotModified), ("failed", report.Failures.Length), ("refused", report.Refusals.Length)])
        {
            for (int i = 0; i < count; i++)
            {
                Telemetry.CrawlRequest(report.Source, outcome);
            }
        }

        _log.Crawled(report.Source, Words.Of(report.Outcome), report.New.Length, report.Changed.Length, report.Disappeared.Length, report.Failures.Length);
        if (CrawlWarning.Of(report) is { } warning)
        {
            _log.CrawlSuspicious(report.Source, warning);
        }
    }
}
