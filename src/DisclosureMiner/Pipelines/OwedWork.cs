using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// What is owed, taken by lease and done piece by piece. Any number of threads may call, and any number of processes share the store.
/// </summary>
public sealed class OwedWork : IDisposable
{
    private readonly DisclosureStore _store;
    private readonly Leases _leases;

    // What was begun before and never ended may have ended the program: it is done while nothing else is, so that it harms nobody.
    private readonly ReaderWriterLockSlim _alone = new();

    /// <inheritdoc cref="Leases(DisclosureStore, TimeSpan, Action{WorkItem}, Action{StoreException})"/>
    public OwedWork(DisclosureStore store, TimeSpan lease, Action<WorkItem> lost, Action<StoreException> failed)
    {
        _store = store;
        _leases = new Leases(store, lease, lost, failed);
    }

    /// <summary>What this process is called: its machine and number.</summary>
    public static string Owner { get; } = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Takes a piece of work that is due and does it.</summary>
    /// <param name="work">Does it, and says in the store how it ended.</param>
    /// <param name="kinds">What is taken.</param>
    /// <returns>False when nothing is due.</returns>
    /// <exception cref="StoreException">The store failed; what was under way is taken again when its lease has ended.</exception>
    public bool DoNext(Action<WorkItem> work, params ReadOnlySpan<WorkKind> kinds)
    {
        if (_leases.Take(Owner, kinds) is not { } item)
        {
            return false;
        }

        bool isSuspect = item.Tries > 1;
        Action enter = isSuspect ? _alone.EnterWriteLock : _alone.EnterReadLock, exit = isSuspect ? _alone.ExitWriteLock : _alone.ExitReadLock;
        enter();
        try
        {
            work(item);
        }
        finally
        {
            exit();
            _leases.Let(item);
        }

        return true;
    }

    /// <summary>Does a piece of work of kind <see cref="WorkKind.Compare"/>; the reports are owed then.</summary>
    /// <param name="item">The work.</param>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="register">The register of bodies, if there is one.</param>
    /// <param name="jobs">How many documents at a time, at least 1.</param>
    /// <param name="stop">Stops before the next document; the work is handed back then.</param>
    /// <returns>How many documents were compared anew; null when it was not finished here.</returns>
    public int? Compare(WorkItem item, Pipeline pipeline, Register? register, int jobs, CancellationToken stop)
    {
        int compared = new AcrossPass(_store, pipeline, register).Run(jobs, stop);
        if (stop.IsCancellationRequested)
        {
            _store.HandBack(item);
            return null;
        }

        if (!_store.Complete(item))
        {
            return null;
        }

        _store.Ask(WorkKind.Report, WorkItem.All);
        return compared;
    }

    /// <inheritdoc cref="Leases.HandBack"/>
    public int HandBack() => _leases.HandBack();

    /// <inheritdoc/>
    public void Dispose()
    {
        _leases.Dispose();
        _alone.Dispose();
    }
}
