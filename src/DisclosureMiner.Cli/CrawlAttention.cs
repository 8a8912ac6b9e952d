using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Cli;

/// <summary>Something about a crawl that somebody should look at.</summary>
/// <param name="IsError">Whether the source as a whole is in doubt, and not just an address or two.</param>
/// <param name="Message">What and why.</param>
internal sealed record CrawlAttention(bool IsError, string Message)
{
    // A night may be missed when a machine is off for an hour; more than half a day is no accident.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(12);

    /// <summary>What a crawl calls for, the gravest first.</summary>
    public static IEnumerable<CrawlAttention> Of(CrawlReport report, CrawlSource? source, Texts texts)
    {
        if (report.Outcome == CrawlOutcome.Failed)
        {
            yield return new(true, texts.CrawlFailed);
        }

        if (report.HasNewLayout)
        {
            yield return new(true, texts.LayoutChanged);
        }

        if (report.Expectation == CrawlExpectation.Below)
        {
            yield return new(true, texts.BelowExpected(report.Found, source?.Least));
        }

        if (report.IsTooSilent)
        {
            yield return new(true, texts.TooSilent(report.SilentNights));
        }

        if (report.Expectation == CrawlExpectation.Above)
        {
            yield return new(false, texts.AboveExpected(report.Found, source?.Most));
        }

        foreach (string limit in report.LimitsReached)
        {
            yield return new(false, texts.LimitReached(limit));
        }

        if (report.Failures.Length > 0)
        {
            yield return new(false, texts.SomeFailed(report.Failures.Length));
        }
    }

    /// <summary>Whether a source should have been crawled since; null when it was, or when it has no schedule.</summary>
    public static CrawlAttention? Overdue(CrawlSource? source, DateTimeOffset? last, DateTimeOffset now, Texts texts) =>
        last is not null && source is { IsEnabled: true, Schedule: { } schedule } && schedule.Next(last.Value) is { } due && now - due > Grace
            ? new(true, texts.Overdue(due))
            : null;
}
