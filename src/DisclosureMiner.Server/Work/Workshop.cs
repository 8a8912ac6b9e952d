using System.Diagnostics;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Work;

/// <summary>
/// Takes what is owed and does it, for as long as there is something. Any number of threads work here, and any number of processes
/// beside this one.
/// </summary>
internal sealed class Workshop : IDisposable
{
    /// <summary>What a worker takes.</summary>
    public static readonly WorkKind[] Kinds = [WorkKind.Mine, WorkKind.Compare, WorkKind.Report];

    // Comparing and reporting look at everything: they wait while documents come in, but not for ever.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(10);

    private readonly ServerOptions _options;
    private readonly ILogger<Workshop> _log;
    private readonly DisclosureStore _store;
    private readonly OwedWork _owed;
    private readonly Lazy<Pipeline> _pipeline;
    private readonly RegisterAtHand _register;
    private readonly Lazy<DocumentWork> _documents;
    private readonly Lazy<ReportWriting> _reports;

    private int _working;

    public Workshop(
        ServerOptions options, StoreFactory stores, ContentStore content, Lazy<Pipeline> pipeline, RegisterAtHand register, ILogger<Workshop> log)
    {
        _options = options;
        _log = log;
        _pipeline = pipeline;
        _register = register;
        _store = stores.Open();
        _owed = new OwedWork(_store, options.Lease, item => log.LostLease(Words.Of(item.Kind), item.Subject), problem => log.CannotRenew(problem.Message));
        _documents = new(() => new DocumentWork(_store, content, pipeline.Value));
        _reports = new(() => new ReportWriting(options, _store, pipeline.Value, register));
    }

    /// <summary>How many threads work here now.</summary>
    public int Working => Volatile.Read(ref _working);

    /// <summary>How many more threads could find something to do.</summary>
    public int Wanted() => Math.Max(0, _store.CountDue(_options.Jobs, Kinds) is var due ? Math.Min(due, _options.Jobs - Working) : 0);

    /// <summary>Asks for what another version has mined, and in a store that nobody shares for what was under way when it ended.</summary>
    public void Open()
    {
        int released = _options.Postgres is null ? _store.Release() : 0;
        int asked = _store.AskForOthersThan(Mining.VersionOf(_pipeline.Value));
        _log.Opens(OwedWork.Owner, released, asked);
    }

    /// <summary>Works until nothing is due.</summary>
    public void Work(CancellationToken stop)
    {
        if (Interlocked.Increment(ref _working) > _options.Jobs)
        {
            Interlocked.Decrement(ref _working);
            return;
        }

        try
        {
            while (!stop.IsCancellationRequested && _owed.DoNext(item => Do(item, stop), Kinds))
            {
            }
        }
        catch (StoreException problem)
        {
            // What was under way is taken again when its lease has ended; the next wake tries the store again.
            _log.StoreFailed(problem.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _working);
        }
    }

    /// <summary>Hands back what is under way.</summary>
    public int HandBack() => _owed.HandBack();

    public void Dispose()
    {
        _owed.Dispose();
        _store.Dispose();
    }

    private void Do(WorkItem item, CancellationToken stop)
    {
        switch (item.Kind)
        {
            case WorkKind.Mine:
                Mine(item);
                break;
            case WorkKind.Compare:
                WhenQuiet(item, Compare, stop);
                break;
            default:
                WhenQuiet(item, Report, stop);
                break;
        }
    }

    private void Mine(WorkItem item)
    {
        using Activity? activity = Telemetry.Activities.StartActivity("mine");
        activity?.SetTag("document", item.Subject[..16]);
        long started = Stopwatch.GetTimestamp();
        DocumentOutcome outcome = _documents.Value.Do(item);
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        switch (outcome)
        {
            case { Outcome: WorkOutcome.Done, Mined: { } mined }:
                Telemetry.DocumentDone(Words.Of(mined.Status), took);
                Counts<Checks.Severity> found = Counts<Checks.Severity>.Of(mined.Discrepancies.Select(discrepancy => discrepancy.Severity));
                _log.Mined(
                    outcome.Path, mined.Id, Words.Of(mined.Status), found[Checks.Severity.Error], found[Checks.Severity.Warning], (long)took.TotalMilliseconds);
                foreach (Discrepancy discrepancy in mined.Discrepancies.Where(discrepancy => discrepancy.Severity == Checks.Severity.Error))
                {
                    _log.Found(outcome.Path, discrepancy.Id, discrepancy.Message.Zh);
                }

                break;
            case { Outcome: WorkOutcome.Postponed }:
                _log.Postponed(outcome.Path, outcome.Reason!, DocumentWork.BackOff(item.Tries).TotalSeconds);
                break;
            case { Outcome: WorkOutcome.Failed }:
                _log.GaveUp(outcome.Path, outcome.Reason ?? "");
                break;
            case { Outcome: WorkOutcome.Lost }:
                _log.LostLease(Words.Of(item.Kind), item.Subject);
                break;
        }
    }

    private void WhenQuiet(WorkItem item, Action<WorkItem, CancellationToken> work, CancellationToken stop)
    {
        if (item.Waiting < MostPatience && _store.IsOwed(WorkKind.Mine))
        {
            _store.HandBack(item, Quiet);
            return;
        }

        try
        {
            work(item, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            _store.Postpone(item, problem.Message, DocumentWork.BackOff(item.Tries));
            _log.Postponed(Words.Of(item.Kind), problem.Message, DocumentWork.BackOff(item.Tries).TotalSeconds);
        }
    }

    private void Compare(WorkItem item, CancellationToken stop)
    {
        using Activity? activity = Telemetry.Activities.StartActivity("compare");
        if (_owed.Compare(item, _pipeline.Value, _register.Current, _options.Jobs, stop) is { } compared)
        {
            _log.Compared(compared);
        }
    }

    private void Report(WorkItem item, CancellationToken stop)
    {
        using Activity? activity = Telemetry.Activities.StartActivity("report");
        try
        {
            int written = _reports.Value.Write(stop);
            if (_store.Complete(item))
            {
                _log.Reported(written, _options.Reports);
            }
        }
        catch (OperationCanceledException)
        {
            _store.HandBack(item);
        }
    }
}
