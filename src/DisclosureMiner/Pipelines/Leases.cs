using System.Collections.Concurrent;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>Renews the leases of all that a process has under way, and hands back what it cannot finish.</summary>
public sealed class Leases : IDisposable
{
    // Two renewals may fail before a lease ends.
    private const int Renewals = 3;

    private readonly ConcurrentDictionary<string, WorkItem> _held = new(StringComparer.Ordinal);
    private readonly DisclosureStore _store;
    private readonly TimeSpan _lease;
    private readonly Action<WorkItem> _lost;
    private readonly Action<StoreException> _failed;
    private readonly Timer _timer;

    /// <param name="store">Where what is owed stands.</param>
    /// <param name="lease">For how long a piece of work is held unless that is renewed.</param>
    /// <param name="lost">Told of work that somebody else has taken meanwhile; what comes of it here is not stored.</param>
    /// <param name="failed">Told when the store cannot be asked; the next renewal tries again.</param>
    public Leases(DisclosureStore store, TimeSpan lease, Action<WorkItem> lost, Action<StoreException> failed)
    {
        _store = store;
        _lease = lease;
        _lost = lost;
        _failed = failed;
        _timer = new Timer(_ => Renew(), null, lease / Renewals, lease / Renewals);
    }

    /// <summary>Takes a piece of work that is due, and renews its lease until <see cref="Let"/>; null when nothing is.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public WorkItem? Take(string owner, params ReadOnlySpan<WorkKind> kinds)
    {
        WorkItem? item = _store.Take(owner, _lease, kinds);
        if (item is not null)
        {
            _held[item.Lease] = item;
        }

        return item;
    }

    /// <summary>It has ended.</summary>
    public void Let(WorkItem item) => _held.TryRemove(item.Lease, out _);

    /// <summary>Lets others take what is still under way; whatever comes of it here is not stored.</summary>
    /// <returns>How much that was.</returns>
    public int HandBack() => _held.Values.Count(item => _held.TryRemove(item.Lease, out _) && _store.HandBack(item));

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Renew()
    {
        try
        {
            foreach (WorkItem item in _held.Values)
            {
                if (!_store.Renew(item, _lease) && _held.TryRemove(item.Lease, out _))
                {
                    _lost(item);
                }
            }
        }
        catch (StoreException problem)
        {
            _failed(problem);
        }
    }
}
