using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>One request and its answer, cut off where a limit says so.</summary>
internal static class Exchange
{
    private const int BlockSize = 32 * 1024;

    /// <summary>Asks once. Never throws but when it is stopped.</summary>
    /// <param name="invoker">What sends the request.</param>
    /// <param name="source">Whose limits count.</param>
    /// <param name="address">What is asked for.</param>
    /// <param name="known">What is known of it; null to have it whatever it is.</param>
    /// <param name="most">How many bytes are taken.</param>
    /// <param name="isCut">Whether what is longer is cut there and taken; else it is refused.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<FetchResult> Ask(
        HttpMessageInvoker invoker, CrawlSource source, Uri address, Validators? known, long most, bool isCut, TimeProvider time, CancellationToken stop)
    {
        using var whole = new CancellationTokenSource(source.Politeness.Longest, time);
        using var silence = new CancellationTokenSource(source.Politeness.Timeout, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(stop, whole.Token, silence.Token);
        var answer = new FetchResult(FetchOutcome.Failed, address, address, time.GetUtcNow());
        try
        {
            using HttpRequestMessage request = RequestFor(source, address, known);
            using HttpResponseMessage response = await invoker.SendAsync(request, any.Token).ConfigureAwait(false);
            answer = answer with { Status = (int)response.StatusCode, Headers = HeadersOf(response), Time = time.GetUtcNow() };
            if (!response.IsSuccessStatusCode)
            {
                return answer with { Detail = string.Create(CultureInfo.InvariantCulture, $"the server answered {(int)response.StatusCode}") };
            }

            string type = answer.Header("content-type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
            if (!isCut && IsForeign(type) && !source.Types.Contains(type))
            {
                return answer with { Outcome = FetchOutcome.Refused, Reason = CrawlReason.Type, Detail = $"the server calls it {type}" };
            }

            if (response.Content.Headers.ContentLength is { } length && length > most && !isCut)
            {
                return TooLarge(answer, most, $"the server announces {length} bytes");
            }

            silence.CancelAfter(source.Politeness.Timeout);
            await using Stream stream = await response.Content.ReadAsStreamAsync(any.Token).ConfigureAwait(false);
            using var body = new MemoryStream();
            byte[] block = new byte[BlockSize];
            while (await stream.ReadAsync(block, any.Token).ConfigureAwait(false) is var read and > 0)
            {
                body.Write(block, 0, (int)Math.Min(read, most - body.Length + 1));
                if (body.Length > most)
                {
                    if (!isCut)
                    {
                        return TooLarge(answer, most, "it goes on beyond the limit");
                    }

                    break;
                }

                silence.CancelAfter(source.Politeness.Timeout);
            }

            byte[] bytes = body.ToArray();
            return answer with { Outcome = FetchOutcome.Fetched, Bytes = bytes, MediaType = MediaTypes.Sniff(bytes, address.AbsolutePath), Time = time.GetUtcNow() };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return answer with { Reason = CrawlReason.Timeout, Detail = whole.IsCancellationRequested ? "it took too long" : "the server fell silent", Time = time.GetUtcNow() };
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or SocketException or InvalidDataException or FormatException)
        {
            stop.ThrowIfCancellationRequested();
            return PrivateOf(problem) is { } inside
                ? answer with { Outcome = FetchOutcome.Refused, Reason = CrawlReason.PrivateAddress, Detail = inside.Message, Time = time.GetUtcNow() }
                : answer with { Reason = CrawlReason.Connection, Detail = problem.InnerException?.Message ?? problem.Message, Time = time.GetUtcNow() };
        }
    }

    private static HttpRequestMessage RequestFor(CrawlSource source, Uri address, Validators? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        HttpRequestHeaders headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", source.Politeness.UserAgent);
        headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8");
        headers.TryAddWithoutValidation("Accept-Language", "zh-CN,zh;q=0.9");
        // What was said of one place says nothing of the place to which a redirect leads now.
        if (known is not null && known.FinalAddress == address.AbsoluteUri)
        {
            if (known.ETag is not null)
            {
                headers.TryAddWithoutValidation("If-None-Match", known.ETag);
            }

            if (known.LastModified is not null)
            {
                headers.TryAddWithoutValidation("If-Modified-Since", known.LastModified);
            }
        }

        return request;
    }

    private static ImmutableSortedDictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach ((string name, HeaderStringValues values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            if (!name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                headers[name.ToLowerInvariant()] = values.ToString();
            }
        }

        return headers.ToImmutable();
    }

    private static bool IsForeign(string type) =>
        type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal)
        || type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("font/", StringComparison.Ordinal);

    private static FetchResult TooLarge(FetchResult answer, long most, string how) => answer with
    {
        Outcome = FetchOutcome.Refused,
        Reason = CrawlReason.TooLarge,
        Detail = string.Create(CultureInfo.InvariantCulture, $"{how}; {most} are allowed"),
    };

    private static PrivateAddressException? PrivateOf(Exception? problem) =>
        problem is null ? null : problem as PrivateAddressException ?? PrivateOf(problem.InnerException);
}
