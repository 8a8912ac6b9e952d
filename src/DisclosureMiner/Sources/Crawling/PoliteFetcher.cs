using System.Globalization;
using System.Net;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>
/// Fetches what sources name, as their hosts would like it: never against robots.txt, one request at a time at each host, with
/// pauses, and with patience when a server is busy. All crawls of a program share one fetcher, so that hosts they share are
/// treated just as well.
/// </summary>
public sealed class PoliteFetcher : IDisposable
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly Func<double> _chance;
    private readonly HostTurns _turns;
    private readonly Connections _connections;
    private readonly RobotsBook _robots;

    /// <param name="time">The clock; null for the real one.</param>
    /// <param name="pause">Waits; null to really wait.</param>
    /// <param name="chance">A number from 0 up to 1 for the jitter; null for a random one.</param>
    /// <param name="resolve">The addresses of a host; null to ask the system.</param>
    public PoliteFetcher(
        TimeProvider? time = null,
        Func<TimeSpan, CancellationToken, Task>? pause = null,
        Func<double>? chance = null,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        _time = time ?? TimeProvider.System;
        _chance = chance ?? Random.Shared.NextDouble;
        _turns = new HostTurns(_time, pause ?? ((wait, stop) => Task.Delay(wait, _time, stop)));
        _connections = new Connections(resolve ?? Dns.GetHostAddressesAsync);
        _robots = new RobotsBook(this, _time);
    }

    internal TimeProvider Time => _time;

    /// <summary>Asks for an address, following redirects. Whatever servers do comes back as a result.</summary>
    /// <param name="source">Whose rules and politeness count.</param>
    /// <param name="address">What to fetch.</param>
    /// <param name="known">What came with the body that is at hand; null when none is.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<FetchResult> Fetch(CrawlSource source, Uri address, Validators? known, CancellationToken stop)
    {
        Uri at = address;
        for (int hop = 0; ; hop++)
        {
            if (Addresses.RefusalOf(source, at) is { } refusal)
            {
                return Refused(address, at, refusal, hop == 0 ? "" : "a redirect leads there");
            }

            (RobotsRules rules, FetchResult? trouble) = await _robots.Of(source, at, stop).ConfigureAwait(false);
            if (!rules.Allow(at))
            {
                return trouble is { Outcome: FetchOutcome.Refused }
                    ? trouble with { Address = address, FinalAddress = at }
                    : Refused(address, at, CrawlReason.Robots, trouble is null ? "robots.txt forbids it" : $"robots.txt could not be had: {trouble.Detail}");
            }

            FetchResult answer = await Ask(source, at, known, rules.Delay, source.Politeness.MaximumBytes, isCut: false, stop).ConfigureAwait(false);
            if (LocationOf(answer) is not { } location)
            {
                return Judged(source, answer, known) with { Address = address };
            }

            if (hop >= source.Politeness.Redirects || Addresses.ResolveLocation(at, location) is not { } next)
            {
                return answer with { Address = address, Reason = CrawlReason.Redirects, Detail = $"the last one leads to '{location}'" };
            }

            at = next;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turns.Dispose();
        _connections.Dispose();
        _robots.Dispose();
    }

    /// <summary>Asks one address, again when the server fails in passing; follows nothing.</summary>
    internal async Task<FetchResult> Ask(
        CrawlSource source, Uri address, Validators? known, TimeSpan? robotsDelay, long most, bool isCut, CancellationToken stop)
    {
        Politeness manners = source.Politeness;
        TimeSpan least = robotsDelay > manners.Delay ? robotsDelay.Value : manners.Delay;
        for (int attempt = 1; ; attempt++)
        {
            using HostTurns.Turn? turn = await _turns.Take(address, least + (manners.Jitter * _chance()), manners.LongestWait, stop).ConfigureAwait(false);
            if (turn is null)
            {
                return new FetchResult(FetchOutcome.Failed, address, address, _time.GetUtcNow()) { Reason = CrawlReason.AskedToWait, Detail = "the server asked for a longer wait before" };
            }

            FetchResult answer = await Exchange.Ask(_connections.For(source), source, address, known, most, isCut, _time, stop).ConfigureAwait(false);
            if (!IsPassing(answer))
            {
                return answer;
            }

            TimeSpan wait = RetryAfter(answer) ?? FirstBackOff * Math.Pow(2, attempt - 1);
            turn.LeaveAlone(wait);
            if (attempt >= manners.Tries || wait > manners.LongestWait)
            {
                return answer with
                {
                    Reason = answer.Reason ?? (answer.Status is 429 || RetryAfter(answer) is not null ? CrawlReason.AskedToWait : CrawlReason.ServerError),
                    Detail = string.Create(CultureInfo.InvariantCulture, $"{answer.Detail}, {attempt} time(s)"),
                };
            }
        }
    }

    internal static string? LocationOf(FetchResult answer) =>
        answer.Status is 301 or 302 or 303 or 307 or 308 ? answer.Header("location") : null;

    private FetchResult Refused(Uri address, Uri at, string reason, string detail) =>
        new(FetchOutcome.Refused, address, at, _time.GetUtcNow()) { Reason = reason, Detail = detail };

    private static FetchResult Judged(CrawlSource source, FetchResult answer, Validators? known) => answer switch
    {
        { Outcome: FetchOutcome.Fetched } when answer.Status != 200 =>
            answer with { Outcome = FetchOutcome.Failed, Bytes = default, Reason = CrawlReason.Status, Detail = string.Create(CultureInfo.InvariantCulture, $"the server answered {answer.Status}") },
        { Outcome: FetchOutcome.Fetched } when answer.Bytes.IsEmpty =>
            answer with { Outcome = FetchOutcome.Failed, Reason = CrawlReason.ErrorPage, Detail = "the body is empty" },
        { Outcome: FetchOutcome.Fetched } when !source.Types.Contains(answer.MediaType) =>
            answer with { Outcome = FetchOutcome.Refused, Bytes = default, Reason = CrawlReason.Type, Detail = $"it is {answer.MediaType}" },
        { Status: 304 } when known is not null => answer with { Outcome = FetchOutcome.NotModified, Detail = "" },
        { Status: 404 or 410 } => answer with { Outcome = FetchOutcome.Gone, Reason = CrawlReason.Gone },
        _ => answer with { Reason = answer.Outcome == FetchOutcome.Fetched ? null : answer.Reason ?? CrawlReason.Status },
    };

    private static bool IsPassing(FetchResult answer) =>
        answer.Outcome == FetchOutcome.Failed && (answer.Reason is CrawlReason.Timeout or CrawlReason.Connection || answer.Status is 429 or (>= 500 and <= 599));

    private TimeSpan? RetryAfter(FetchResult answer)
    {
        if (answer.Header("retry-after") is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
                ? TimeSpan.FromTicks(Math.Max(0, (date - _time.GetUtcNow()).Ticks))
            : null;
    }
}
