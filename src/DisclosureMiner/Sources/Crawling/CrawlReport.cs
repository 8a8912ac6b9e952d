using System.Collections.Immutable;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>How a crawl ended.</summary>
public enum CrawlOutcome
{
    /// <summary>Every list was read.</summary>
    Completed,

    /// <summary>Some list could not be read, or the source could not be used at all; what was found before stays.</summary>
    Failed,

    /// <summary>It was stopped before its end; the next one goes on from there.</summary>
    Stopped,
}

/// <summary>How many publications there are, against what the source expects.</summary>
public enum CrawlExpectation
{
    /// <summary>Within what is expected, or nothing is.</summary>
    Met,

    /// <summary>Fewer.</summary>
    Below,

    /// <summary>More.</summary>
    Above,
}

/// <summary>Something about one address.</summary>
/// <param name="Address">The address.</param>
/// <param name="Reason">One of <see cref="CrawlReason"/>.</param>
/// <param name="Detail">The same in more words; may be empty.</param>
public sealed record CrawlNote(string Address, string Reason, string Detail);

/// <summary>A publication that is new or changed.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Text">What the link shows.</param>
/// <param name="Listed">The date beside the link.</param>
/// <param name="Files">The addresses of its files that came or changed.</param>
public sealed record CrawlNews(string Address, string Text, DateOnly? Listed, ImmutableArray<string> Files);

/// <summary>What a crawl that saves nothing would fetch.</summary>
/// <param name="Link">The link.</param>
/// <param name="FoundOn">The page that holds it.</param>
/// <param name="IsKnown">Whether an earlier crawl has captured it.</param>
public sealed record CrawlPlan(CrawlLink Link, string FoundOn, bool IsKnown);

/// <summary>What a crawl of one source did.</summary>
/// <param name="Run">Names the crawl.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Started">When it began, UTC.</param>
public sealed record CrawlReport(string Run, string Source, DateTimeOffset Started)
{
    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset Ended { get; init; }

    /// <summary>How it ended.</summary>
    public CrawlOutcome Outcome { get; init; }

    /// <summary>Whether it only looked, and saved nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>List pages that were read, those that had not changed included.</summary>
    public int Lists { get; init; }

    /// <summary>Bodies that came.</summary>
    public int Fetched { get; init; }

    /// <summary>Answers that nothing has changed (304).</summary>
    public int NotModified { get; init; }

    /// <summary>Bodies that came though they had not changed.</summary>
    public int Unchanged { get; init; }

    /// <summary>Addresses that a crawl before, which was stopped, had done already.</summary>
    public int Resumed { get; init; }

    /// <summary>Publications that lists lead to.</summary>
    public int Found { get; init; }

    /// <summary><see cref="Found"/> against what is expected; only told of a crawl that was not stopped.</summary>
    public CrawlExpectation Expectation { get; init; }

    /// <summary>Crawls in season, this one included, that brought nothing new.</summary>
    public int SilentNights { get; init; }

    /// <summary>Whether so many nights without anything new call for a look at the source.</summary>
    public bool IsTooSilent { get; init; }

    /// <summary>Publications handed on for the first time.</summary>
    public ImmutableArray<CrawlNews> New { get; init; } = [];

    /// <summary>Publications of which a file came, changed or went.</summary>
    public ImmutableArray<CrawlNews> Changed { get; init; } = [];

    /// <summary>What is not there or not linked any more; the copies are kept.</summary>
    public ImmutableArray<CrawlNote> Disappeared { get; init; } = [];

    /// <summary>What could not be had.</summary>
    public ImmutableArray<CrawlNote> Failures { get; init; } = [];

    /// <summary>Whether no rule fits any link of a list in which rules used to find some.</summary>
    public bool HasNewLayout => Failures.Any(failure => failure.Reason == CrawlReason.LayoutChanged);

    /// <summary>What may not be had.</summary>
    public ImmutableArray<CrawlNote> Refusals { get; init; } = [];

    /// <summary>Limits of the source at which the crawl ended, such as <c>lists</c>.</summary>
    public ImmutableArray<string> LimitsReached { get; init; } = [];

    /// <summary>What a dry run would fetch and keep.</summary>
    public ImmutableArray<CrawlPlan> Plan { get; init; } = [];
}
