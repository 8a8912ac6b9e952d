using DisclosureMiner.Server.Ingestion;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Work;

/// <summary>How far the work is, by what the store says is owed.</summary>
internal sealed class StoreWorkStatus(StoreFactory stores, ServerOptions options, TimeProvider clock) : IWorkStatus
{
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
            [.. summary.Owners.Select(owner => new WorkerState(owner.Name, owner.Working, owner.HeldUntil - options.Lease))]);
    }

    public Ingestion.WorkItem? Find(string document)
    {
        using DisclosureStore store = stores.Open();
        if (store.FindWork(WorkKind.Mine, document) is not { } work)
        {
            return null;
        }

        Ingestion.WorkState state = work.State switch
        {
            Store.WorkState.Running => Ingestion.WorkState.Working,
            Store.WorkState.Done => Ingestion.WorkState.Done,
            Store.WorkState.Failed => Ingestion.WorkState.Failed,
            _ => work.Due > clock.GetUtcNow() ? Ingestion.WorkState.Delayed : Ingestion.WorkState.Waiting,
        };
        return new Ingestion.WorkItem(document, state, work.Tries, state == Ingestion.WorkState.Delayed ? work.Due : null, work.Reason);
    }
}
