using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>A host whose addresses are all private, at a source that does not allow it.</summary>
internal sealed class PrivateAddressException(string message) : IOException(message);

/// <summary>
/// Connects to hosts. What a name leads to is looked at after it is resolved and in the same step as the connection is made, so
/// neither a crafted name nor a redirect gets inside. Sources that allow different private hosts share no connections.
/// </summary>
internal sealed class Connections(Func<string, CancellationToken, Task<IPAddress[]>> resolve) : IDisposable
{
    private readonly ConcurrentDictionary<string, HttpMessageInvoker> _invokers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What sends the requests of a source.</summary>
    public HttpMessageInvoker For(CrawlSource source) =>
        _invokers.GetOrAdd(string.Join(' ', source.AllowPrivate.Order(StringComparer.OrdinalIgnoreCase)), Invoker);

    public void Dispose()
    {
        foreach (HttpMessageInvoker invoker in _invokers.Values)
        {
            invoker.Dispose();
        }
    }

    private HttpMessageInvoker Invoker(string allowed)
    {
        HashSet<string> hosts = new(allowed.Split(' '), StringComparer.OrdinalIgnoreCase);
        return new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            // A proxy would resolve names itself, out of sight.
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 64,
            // A body that was cut off is not read to its end to save a connection.
            ResponseDrainTimeout = TimeSpan.Zero,
            ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, hosts, stop),
        });
    }

    private async ValueTask<Stream> Connect(DnsEndPoint host, HashSet<string> allowed, CancellationToken stop)
    {
        string name = host.Host.Trim('[', ']');
        IPAddress[] all = IPAddress.TryParse(name, out IPAddress? literal) ? [literal] : await resolve(name, stop).ConfigureAwait(false);
        IPAddress[] open = allowed.Contains($"{host.Host}:{host.Port}") ? all : [.. all.Where(address => !PrivateAddresses.IsPrivate(address))];
        if (open.Length == 0 && all.Length > 0)
        {
            throw new PrivateAddressException($"'{name}' leads to {all[0]}, which is no address of the public internet");
        }

        Exception? problem = null;
        foreach (IPAddress address in open)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, host.Port), stop).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception failed) when (failed is SocketException or OperationCanceledException)
            {
                socket.Dispose();
                problem = failed;
                stop.ThrowIfCancellationRequested();
            }
        }

        throw problem ?? new SocketException((int)SocketError.HostNotFound);
    }
}
