using System.Collections.Concurrent;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>The robots.txt of every host, kept for a day.</summary>
internal sealed class RobotsBook(PoliteFetcher fetcher, TimeProvider time) : IDisposable
{
    private const int Redirects = 5;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // A host that could not tell is asked again sooner.
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Page> _pages = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules of the host of an address, and what went wrong when they could not be had.</summary>
    public async Task<(RobotsRules Rules, FetchResult? Trouble)> Of(CrawlSource source, Uri address, CancellationToken stop)
    {
        string origin = address.GetLeftPart(UriPartial.Authority);

        // What one source may see of a private host, another may not.
        string key = $"{origin} {source.Politeness.Agent} {string.Join(' ', source.AllowPrivate)}";
        Page page = _pages.GetOrAdd(key, _ => new Page());
        await page.Gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (page.Rules is null || time.GetUtcNow() >= page.Until)
            {
                (page.Rules, page.Trouble) = await Read(source, new Uri(origin + "/robots.txt"), stop).ConfigureAwait(false);
                page.Until = time.GetUtcNow() + (page.Trouble is null ? Day : Hour);
            }

            return (page.Rules, page.Trouble);
        }
        finally
        {
            page.Gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (Page page in _pages.Values)
        {
            page.Gate.Dispose();
        }
    }

    private async Task<(RobotsRules Rules, FetchResult? Trouble)> Read(CrawlSource source, Uri address, CancellationToken stop)
    {
        Uri at = address;
        for (int hop = 0; hop <= Redirects; hop++)
        {
            FetchResult answer = await fetcher.Ask(source, at, null, null, RobotsRules.MaximumBytes, isCut: true, stop).ConfigureAwait(false);
            if (PoliteFetcher.LocationOf(answer) is { } location && Addresses.ResolveLocation(at, location) is { } next)
            {
                at = next;
                continue;
            }

            return answer switch
            {
                { Outcome: FetchOutcome.Fetched } => (RobotsRules.Parse(answer.Bytes.Span, source.Politeness.Agent), null),
                // Told to come back later, it is not known what may be fetched.
                { Outcome: FetchOutcome.Failed, Status: >= 300 and < 500 and not 429 } => (RobotsRules.Everything, null),
                _ => (RobotsRules.Nothing, answer),
            };
        }

        // After five redirects it counts as missing.
        return (RobotsRules.Everything, null);
    }

    private sealed class Page
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public RobotsRules? Rules { get; set; }

        public FetchResult? Trouble { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
