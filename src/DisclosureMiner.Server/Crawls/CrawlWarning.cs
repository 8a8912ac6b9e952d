using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Crawls;

/// <summary>What is suspicious about a crawl, in words.</summary>
internal static class CrawlWarning
{
    /// <summary>All that is; null when nothing is.</summary>
    public static string? Of(CrawlReport report)
    {
        string[] warnings =
        [
            .. report.Outcome == CrawlOutcome.Failed ? (string[])["the crawl failed; what was found before stays"] : [],
            .. report.Failures.Select(failure => failure.Reason).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            .. report.Expectation == CrawlExpectation.Met
                ? (string[])[]
                : [FormattableString.Invariant($"{report.Found} publications, {Words.Of(report.Expectation)} what is expected")],
            .. report.IsTooSilent ? (string[])[FormattableString.Invariant($"nothing new for {report.SilentNights} nights in season")] : [],
        ];
        return warnings.Length == 0 ? null : string.Join("; ", warnings);
    }
}
