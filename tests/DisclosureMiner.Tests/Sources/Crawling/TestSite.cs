using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace DisclosureMiner.Tests.Sources.Crawling;

/// <summary>What a site was asked, with the bytes of the address as they were sent.</summary>
internal sealed record SiteRequest(string Target, IReadOnlyDictionary<string, string> Headers, int Count)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>What a site answers; <see cref="Write"/>, where there is one, writes the body bit by bit until the client goes away.</summary>
internal sealed record SiteReply(int Status, byte[] Body, params (string Name, string Value)[] Headers)
{
    public Func<Stream, Task>? Write { get; init; }

    /// <summary>
    /// Whether <see cref="Write"/> goes on until the client goes away. That it has gone a site learns late, so such an answer counts
    /// as under way only until it begins.
    /// </summary>
    public bool IsEndless { get; init; }

    public long? Length { get; init; } = Body.Length;

    /// <summary>Answers 304 to whoever has this very body, by a mark made of it.</summary>
    public bool HasMark { get; init; }

    /// <summary>Answers 304 to whoever has had it since then.</summary>
    public string? Changed { get; init; }

    public static SiteReply Page(string html, Encoding? encoding = null) =>
        new(200, (encoding ?? Encoding.UTF8).GetBytes(html), ("Content-Type", "text/html")) { HasMark = true };

    public static SiteReply File(string content, string type = "application/pdf") => new(200, Encoding.UTF8.GetBytes(content), ("Content-Type", type));

    public static SiteReply Redirect(string location, int status = 302) => new(status, [], ("Location", location));

    public static SiteReply Error(int status, params (string, string)[] headers) => new(status, Encoding.UTF8.GetBytes("<html><body>sorry</body></html>"), headers);
}

/// <summary>A site on loopback that notes all it is asked, and answers as it is told.</summary>
internal sealed class TestSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly Func<SiteRequest, SiteReply> _answer;
    private readonly List<(string Target, int Status)> _log = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _now;

    public TestSite(Func<SiteRequest, SiteReply> answer)
    {
        _answer = answer;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Accept();
    }

    public int Port { get; }

    public string Authority => $"127.0.0.1:{Port}";

    public string Root => $"http://{Authority}";

    /// <summary>The most requests that were under way at one time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>All requests with the status of the answer, in order.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_gate)
            {
                return [.. _log.Select(entry => $"{entry.Target} {entry.Status}")];
            }
        }
    }

    public void ClearLog()
    {
        lock (_gate)
        {
            _log.Clear();
            _counts.Clear();
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = Task.Run(() => Serve(client));
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using NetworkStream stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, false, 4096, leaveOpen: true);
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                    while (await reader.ReadLineAsync() is { Length: > 0 } header)
                    {
                        string[] parts = header.Split(':', 2, StringSplitOptions.TrimEntries);
                        headers[parts[0]] = parts[1];
                    }

                    if (!await Reply(stream, line.Split(' ')[1], headers))
                    {
                        return;
                    }
                }
            }
            catch (Exception problem) when (problem is IOException or SocketException or ObjectDisposedException)
            {
                // The client went away, as it should when it has had enough.
            }
        }
    }

    private async Task<bool> Reply(NetworkStream stream, string target, Dictionary<string, string> headers)
    {
        SiteRequest request;
        lock (_gate)
        {
            _counts[target] = _counts.GetValueOrDefault(target) + 1;
            request = new SiteRequest(target, headers, _counts[target]);
            _now++;
            MostAtOnce = Math.Max(MostAtOnce, _now);
        }

        try
        {
            SiteReply reply = Conditional(_answer(request), request);
            lock (_gate)
            {
                _log.Add((target, reply.Status));
            }

            var head = new StringBuilder($"HTTP/1.1 {reply.Status} X\r\n");
            foreach ((string name, string value) in reply.Headers)
            {
                head.Append($"{name}: {value}\r\n");
            }

            head.Append(reply.Length is { } length ? $"Content-Length: {length}\r\n" : "Connection: close\r\n").Append("\r\n");

            // Counted out before the last byte is on its way, for the next request may come as soon as it is there.
            if (reply.Write is null || reply.IsEndless)
            {
                lock (_gate)
                {
                    _now--;
                }
            }

            if (reply.Write is null)
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ToString()).Concat(reply.Body).ToArray());
                return true;
            }

            try
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ToString()));
                await reply.Write(stream);
            }
            finally
            {
                lock (_gate)
                {
                    _now -= reply.IsEndless ? 0 : 1;
                }
            }

            return false;
        }
        finally
        {
            await stream.FlushAsync();
        }
    }

    private static SiteReply Conditional(SiteReply reply, SiteRequest request)
    {
        if (reply.HasMark)
        {
            string mark = $"\"{Convert.ToHexStringLower(SHA256.HashData(reply.Body))[..12]}\"";
            return request.Header("If-None-Match") == mark
                ? new SiteReply(304, [], ("ETag", mark))
                : reply with { Headers = [.. reply.Headers, ("ETag", mark)] };
        }

        if (reply.Changed is { } changed)
        {
            return request.Header("If-Modified-Since") == changed
                ? new SiteReply(304, [])
                : reply with { Headers = [.. reply.Headers, ("Last-Modified", changed)] };
        }

        return reply;
    }
}
