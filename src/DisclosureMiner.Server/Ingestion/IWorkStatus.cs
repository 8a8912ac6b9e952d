using System.Collections.Immutable;

namespace DisclosureMiner.Server.Ingestion;

/// <summary>How far the work on documents is.</summary>
public interface IWorkStatus
{
    /// <summary>All work together.</summary>
    WorkOverview Overview();

    /// <summary>The work on a document; null when none was ever owed.</summary>
    WorkItem? Find(string document);
}

/// <summary>Where a piece of work stands.</summary>
public enum WorkState
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
public sealed record WorkOverview(
    long Waiting, long Working, long Delayed, long Done, long Failed, DateTimeOffset? OldestWaiting, ImmutableArray<WorkerState> Workers)
{
    /// <summary>Nothing was ever owed.</summary>
    public static WorkOverview None { get; } = new(0, 0, 0, 0, 0, null, []);
}

/// <summary>A worker that was heard of lately.</summary>
/// <param name="Name">Its machine and process.</param>
/// <param name="Working">How many documents it is at.</param>
/// <param name="LastHeard">When it last gave a sign of life.</param>
public sealed record WorkerState(string Name, int Working, DateTimeOffset LastHeard);

/// <summary>The work on a document.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="NextTry">When it is tried again, where it is delayed.</param>
/// <param name="Reason">Why it failed, where it did.</param>
public sealed record WorkItem(string Document, WorkState State, int Attempts, DateTimeOffset? NextTry, string? Reason);
