using System.Collections.Concurrent;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>Turns at hosts: at each host and port one request at a time, and a pause before the next.</summary>
internal sealed class HostTurns(TimeProvider time, Func<TimeSpan, CancellationToken, Task> pause) : IDisposable
{
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn and for the pause after the one before.</summary>
    /// <param name="address">What is to be asked for.</param>
    /// <param name="delay">The pause since the end of the last request.</param>
    /// <param name="longest">The longest wait that makes sense.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>The turn, to be disposed when the answer is complete; null when the host wants to be left alone for longer.</returns>
    public async Task<Turn?> Take(Uri address, TimeSpan delay, TimeSpan longest, CancellationToken stop)
    {
        Host host = _hosts.GetOrAdd($"{address.Host}:{address.Port}", _ => new Host());
        await host.Gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            DateTimeOffset now = time.GetUtcNow();
            if (host.NotBefore - now > longest)
            {
                host.Gate.Release();
                return null;
            }

            DateTimeOffset next = host.LastEnd is { } end && end + delay > host.NotBefore ? end + delay : host.NotBefore;
            if (next > now)
            {
                await pause(next - now, stop).ConfigureAwait(false);
            }

            return new Turn(host, time);
        }
        catch
        {
            host.Gate.Release();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (Host host in _hosts.Values)
        {
            host.Gate.Dispose();
        }
    }

    internal sealed class Host
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset? LastEnd { get; set; }

        public DateTimeOffset NotBefore { get; set; } = DateTimeOffset.MinValue;
    }

    /// <summary>The right to one request.</summary>
    internal sealed class Turn(Host host, TimeProvider time) : IDisposable
    {
        /// <summary>Leaves the host alone for so long.</summary>
        public void LeaveAlone(TimeSpan wait)
        {
            DateTimeOffset until = time.GetUtcNow() + wait;
            host.NotBefore = until > host.NotBefore ? until : host.NotBefore;
        }

        public void Dispose()
        {
            host.LastEnd = time.GetUtcNow();
            host.Gate.Release();
        }
    }
}
