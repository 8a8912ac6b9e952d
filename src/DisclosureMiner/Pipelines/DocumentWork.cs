using System.Collections.Immutable;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>How a piece of work ended.</summary>
public enum WorkOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>Nothing had to be done: it was done before.</summary>
    Kept,

    /// <summary>It will be tried again.</summary>
    Postponed,

    /// <summary>It was given up.</summary>
    Failed,

    /// <summary>Somebody else does it: the lease was lost.</summary>
    Lost,
}

/// <summary>What came of a document that was owed.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Path">Its name.</param>
/// <param name="Mined">The result, if there is one; it is stored.</param>
/// <param name="Reason">Why it was postponed or given up.</param>
public sealed record DocumentOutcome(WorkOutcome Outcome, string Path, MinedDocument? Mined = null, string? Reason = null);

/// <summary>
/// Mines documents that are owed. A result and the end of the debt are stored in one step, by whoever holds the lease, so that each
/// document has one result whoever dies when.
/// </summary>
/// <param name="store">Where debts and results are.</param>
/// <param name="content">Where bytes are kept.</param>
/// <param name="pipeline">What is known of the field.</param>
public sealed class DocumentWork(DisclosureStore store, ContentStore content, Pipeline pipeline)
{
    /// <summary>So often a document is begun before it counts as one at which the program ends.</summary>
    public const int MostTries = 8;

    private readonly MiningVersion _version = Mining.VersionOf(pipeline);
    private readonly DocumentMining _mining = new(store, pipeline);

    /// <summary>Does a piece of work of kind <see cref="WorkKind.Mine"/>.</summary>
    /// <exception cref="StoreException">The store failed; the lease ends by itself.</exception>
    public DocumentOutcome Do(WorkItem item)
    {
        ImmutableArray<Arrival> arrivals = store.ArrivalsOf(item.Subject);
        if (arrivals.IsEmpty)
        {
            return End(store.GiveUp(item, "It is not known where these bytes came from."), WorkOutcome.Failed, item.Subject);
        }

        // Bytes that were replaced under all their paths are mined under the name that they had: the version after them is compared with them.
        string path = (arrivals.FirstOrDefault(arrival => arrival.IsCurrent) ?? arrivals[0]).Path;
        if (store.KeptOf(item.Subject, path, _version) == Kept.Result)
        {
            return End(store.CompleteKept(item), WorkOutcome.Kept, path);
        }

        Candidate candidate = Candidate.Identify(new InputFile(content.PathOf(item.Subject), path));
        if (candidate.IsUnreadable || candidate.Sha256 != item.Subject)
        {
            string reason = candidate.IsUnreadable ? candidate.Refusal!.Error!.Message.En : "The kept bytes are damaged: they no longer have the hash that they are named by.";
            return Later(item, path, reason);
        }

        MinedDocument mined = candidate.Refusal ?? (item.Tries >= MostTries ? Refusals.Fatal(candidate.File) : _mining.Mine(candidate));
        if (Refusals.MayPass(mined.Error) && item.Tries < MostTries)
        {
            return Later(item, path, mined.Error!.Message.En);
        }

        return End(store.Save(mined, _version, Refusals.IsSettled(mined.Error), item), WorkOutcome.Done, path) with { Mined = mined };
    }

    /// <summary>How long to wait after so many tries: twice as long each time, an hour at most.</summary>
    public static TimeSpan BackOff(int tries) => TimeSpan.FromSeconds(Math.Min(3600, 2 << Math.Min(tries, 11)));

    private DocumentOutcome Later(WorkItem item, string path, string reason) => item.Tries < MostTries
        ? End(store.Postpone(item, reason, BackOff(item.Tries)), WorkOutcome.Postponed, path) with { Reason = reason }
        : End(store.GiveUp(item, reason), WorkOutcome.Failed, path) with { Reason = reason };

    private static DocumentOutcome End(bool isHeld, WorkOutcome outcome, string path) => new(isHeld ? outcome : WorkOutcome.Lost, path);
}
