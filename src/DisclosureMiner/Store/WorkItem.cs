using System.Collections.Immutable;

namespace DisclosureMiner.Store;

/// <summary>What can be owed.</summary>
public enum WorkKind
{
    /// <summary>A document is to be mined; the subject is its SHA-256.</summary>
    Mine,

    /// <summary>Documents are to be compared with each other.</summary>
    Compare,

    /// <summary>The reports are to be written.</summary>
    Report,

    /// <summary>A source is to be crawled; the subject is its id.</summary>
    Crawl,
}

/// <summary>How things stand with what is owed.</summary>
public enum WorkState
{
    /// <summary>It waits.</summary>
    Queued,

    /// <summary>Somebody has it.</summary>
    Running,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was given up, with a reason.</summary>
    Failed,
}

/// <summary>A piece of work that somebody has taken and holds for as long as the lease is renewed.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Subject">To what.</param>
/// <param name="Wanted">How often it had been asked for when it was taken.</param>
/// <param name="Tries">How often it had been taken before without ending well.</param>
/// <param name="Waiting">How long it has been waiting.</param>
/// <param name="Lease">Names this taking of it.</param>
public sealed record WorkItem(WorkKind Kind, string Subject, int Wanted, int Tries, TimeSpan Waiting, string Lease)
{
    /// <summary>The subject of what concerns all documents.</summary>
    public const string All = "all";
}

/// <summary>A piece of work as it is shown.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Subject">To what.</param>
/// <param name="State">How things stand.</param>
/// <param name="Tries">How often it was taken without ending well.</param>
/// <param name="Due">When it may be taken, or until when it is held; null when nothing is owed.</param>
/// <param name="Owner">Who has it.</param>
/// <param name="Reason">Why it failed the last time.</param>
/// <param name="Ended">When it ended.</param>
public sealed record WorkRecord(WorkKind Kind, string Subject, WorkState State, int Tries, DateTimeOffset? Due, string? Owner, string? Reason, DateTimeOffset? Ended);

/// <summary>All work of a kind together.</summary>
/// <param name="Waiting">What may be taken now.</param>
/// <param name="Running">What somebody has.</param>
/// <param name="Delayed">What is tried again later.</param>
/// <param name="Done">What was done.</param>
/// <param name="Failed">What was given up.</param>
/// <param name="OldestWaiting">Since when the oldest waits; null when nothing does.</param>
/// <param name="Owners">Who has something, by name.</param>
public sealed record WorkSummary(
    long Waiting, long Running, long Delayed, long Done, long Failed, DateTimeOffset? OldestWaiting, ImmutableArray<WorkOwner> Owners);

/// <summary>Somebody who has work.</summary>
/// <param name="Name">The machine and process.</param>
/// <param name="Working">How much.</param>
/// <param name="HeldUntil">Until when, unless it is renewed.</param>
public sealed record WorkOwner(string Name, int Working, DateTimeOffset HeldUntil);
