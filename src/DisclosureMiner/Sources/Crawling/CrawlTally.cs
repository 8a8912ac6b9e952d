using System.Globalization;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>A link to what is kept, and the page that holds it.</summary>
internal sealed record CrawlTarget(CrawlLink Link, string FoundOn);

/// <summary>Counts what a crawl does, for its report.</summary>
internal sealed class CrawlTally(CrawlSource source, DateTimeOffset started)
{
    private readonly SortedSet<string> _limits = new(StringComparer.Ordinal);

    /// <summary>Names the crawl: no two have one name, and they sort by time.</summary>
    public string Run { get; } = string.Create(CultureInfo.InvariantCulture, $"{started:yyyyMMdd'T'HHmmss'Z'}-{Guid.NewGuid().ToString("N")[..8]}");

    public DateTimeOffset Started { get; } = started;

    public int Lists { get; set; }

    public int Fetched { get; set; }

    public int NotModified { get; set; }

    public int Unchanged { get; set; }

    public int Resumed { get; set; }

    public int Found { get; set; }

    /// <summary>Whether some list could not be read, so that what is not linked may be linked there.</summary>
    public bool HasListFailure { get; set; }

    public List<CrawlNews> New { get; } = [];

    public List<CrawlNews> Changed { get; } = [];

    public List<CrawlNote> Disappeared { get; } = [];

    public List<CrawlNote> Failures { get; } = [];

    public List<CrawlNote> Refusals { get; } = [];

    public List<CrawlPlan> Plan { get; } = [];

    /// <summary>Whether the crawl saw all that the source leads to.</summary>
    public bool IsWhole => !HasListFailure && _limits.Count == 0;

    /// <summary>Notes that a limit ended something.</summary>
    public void Reach(string limit) => _limits.Add(limit);

    /// <summary>Notes what came of asking for something that could not or may not be had.</summary>
    public void Note(FetchResult result)
    {
        var note = new CrawlNote(result.Address.AbsoluteUri, result.Reason ?? CrawlReason.Status, result.Detail);
        (result.Outcome == FetchOutcome.Refused ? Refusals : Failures).Add(note);
    }

    /// <summary>The report.</summary>
    public CrawlReport Report(EarlierCrawl? before, DateTimeOffset ended, bool isThrough)
    {
        bool isSilent = New.Count == 0 && Changed.Count == 0;
        int silent = !isSilent ? 0 : source.Schedule is { } schedule && schedule.IsInSeason(Started) && isThrough ? (before?.SilentNights ?? 0) + 1 : before?.SilentNights ?? 0;
        return new CrawlReport(Run, source.Id, Started)
        {
            Ended = ended,
            Outcome = !isThrough ? CrawlOutcome.Stopped : HasListFailure ? CrawlOutcome.Failed : CrawlOutcome.Completed,
            Lists = Lists,
            Fetched = Fetched,
            NotModified = NotModified,
            Unchanged = Unchanged,
            Resumed = Resumed,
            Found = Found,
            Expectation = !isThrough ? CrawlExpectation.Met
                : Found < source.Least ? CrawlExpectation.Below
                : Found > source.Most ? CrawlExpectation.Above
                : CrawlExpectation.Met,
            SilentNights = silent,
            IsTooSilent = source.Schedule is { SilentNights: > 0 } watched && silent >= watched.SilentNights,
            New = [.. New],
            Changed = [.. Changed],
            Disappeared = [.. Disappeared],
            Failures = [.. Failures],
            Refusals = [.. Refusals],
            LimitsReached = [.. _limits],
            Plan = [.. Plan],
        };
    }
}
