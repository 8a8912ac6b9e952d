using System.Collections.Immutable;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Work;

/// <summary>How far the work on documents is, by what the store says is owed.</summary>
internal sealed class WorkStatus(StoreFactory stores, ServerOptions options, TimeProvider clock)
{
    /// <summary>Whether so much waits that nothing more should be taken in.</summary>
    public bool IsTooMuch
    {
        get
        {
            using DisclosureStore store = stores.Open();
            return store.CountDue(options.MaxBacklog, WorkKind.Mine) >= options.MaxBacklog;
        }
    }

    /// <summary>All work together.</summary>
    public WorkOverview Overview()
    {
        using DisclosureStore store = stores.Open();
        WorkSummary summary = store.SummarizeWork(WorkKind.Mine);
        return new WorkOverview(
            summary.Waiting,
            summary.Running,
            summary.Delayed,
            summary.Done,
            summary.Failed,
            summary.OldestWaiting,
            [.. summary.Owners.Select(owner => new WorkerStanding(owner.Name, owner.Working, owner.HeldUntil - options.Lease))]);
    }

    /// <summary>The work on a document; null when none was ever owed.</summary>
    public DocumentStanding? Find(string document)
    {
        using DisclosureStore store = stores.Open();
        if (store.FindWork(WorkKind.Mine, document) is not { } work)
        {
            return null;
        }

        Standing state = work.State switch
        {
            WorkState.Running => Standing.Working,
            WorkState.Done => Standing.Done,
            WorkState.Failed => Standing.Failed,
            _ => work.Due > clock.GetUtcNow() ? Standing.Delayed : Standing.Waiting,
        };
        return new DocumentStanding(document, state, work.Tries, state == Standing.Delayed ? work.Due : null, work.Reason);
    }
}

/// <summary>Where a piece of work stands.</summary>
internal enum Standing
{
    /// <summary>Nobody has begun.</summary>
    Waiting,

    /// <summary>Somebody is at it.</summary>
    Working,

    /// <summary>It failed and is tried again later.</summary>
    Delayed,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It failed for good.</summary>
    Failed,
}

/// <summary>All work together.</summary>
/// <param name="Waiting">Documents that wait for a worker.</param>
/// <param name="Working">Documents that are being mined.</param>
/// <param name="Delayed">Documents that are tried again later.</param>
/// <param name="Done">Documents that are done.</param>
/// <param name="Failed">Documents that failed for good.</param>
/// <param name="OldestWaiting">Since when the oldest waits; null when none does.</param>
/// <param name="Workers">Who works.</param>
internal sealed record WorkOverview(
    long Waiting, long Working, long Delayed, long Done, long Failed, DateTimeOffset? OldestWaiting, ImmutableArray<WorkerStanding> Workers);

/// <summary>A worker that was heard of lately.</summary>
/// <param name="Name">Its machine and process.</param>
/// <param name="Working">How many documents it is at.</param>
/// <param name="LastHeard">When it last gave a sign of life.</param>
internal sealed record WorkerStanding(string Name, int Working, DateTimeOffset LastHeard);

/// <summary>The work on a document.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="NextTry">When it is tried again, where it is delayed.</param>
/// <param name="Reason">Why it failed, where it did.</param>
internal sealed record DocumentStanding(string Document, Standing State, int Attempts, DateTimeOffset? NextTry, string? Reason);
