using System.Collections.Concurrent;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Work;

/// <summary>Renews the leases of all that this process has under way, and hands back what it cannot finish.</summary>
internal sealed class Leases : IDisposable
{
    // Two renewals may fail before a lease ends.
    private const int Renewals = 3;

    private readonly ConcurrentDictionary<string, WorkItem> _held = new(StringComparer.Ordinal);
    private readonly DisclosureStore _store;
    private readonly TimeSpan _lease;
    private readonly ILogger _log;
    private readonly Timer _timer;

    public Leases(DisclosureStore store, TimeSpan lease, ILogger log)
    {
        _store = store;
        _lease = lease;
        _log = log;
        _timer = new Timer(_ => Renew(), null, lease / Renewals, lease / Renewals);
    }

    /// <summary>How much is under way.</summary>
    public int Count => _held.Count;

    /// <summary>Renews the lease of that piece of work from now on.</summary>
    public void Hold(WorkItem item) => _held[item.Lease] = item;

    /// <summary>It has ended.</summary>
    public void Let(WorkItem item) => _held.TryRemove(item.Lease, out _);

    /// <summary>Lets others take what is still under way; whatever comes of it here is not stored.</summary>
    public int HandBack() => _held.Values.Count(item => _held.TryRemove(item.Lease, out _) && _store.HandBack(item));

    public void Dispose() => _timer.Dispose();

    private void Renew()
    {
        try
        {
            foreach (WorkItem item in _held.Values)
            {
                if (!_store.Renew(item, _lease) && _held.TryRemove(item.Lease, out _))
                {
                    _log.LostLease(Words.Of(item.Kind), item.Subject);
                }
            }
        }
        catch (StoreException problem)
        {
            _log.CannotRenew(problem.Message);
        }
    }
}
