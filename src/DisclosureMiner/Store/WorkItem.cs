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
