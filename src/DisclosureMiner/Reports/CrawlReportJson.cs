using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Reports;

/// <summary>Reports of crawls for other programs.</summary>
public static class CrawlReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The report as one JSON object, without its end.</summary>
    /// <param name="report">The report.</param>
    /// <param name="source">The source as it is now; null when there is none of that id any more.</param>
    public static string Of(CrawlReport report, CrawlSource? source) => JsonSerializer.Serialize(
        new Line(
            1,
            report.Source,
            source?.Publisher,
            report.Run,
            report.Started,
            report.Ended,
            report.Outcome,
            report.IsDryRun,
            report.Lists,
            report.Fetched,
            report.NotModified,
            report.Unchanged,
            report.Resumed,
            report.Found,
            source?.Least,
            source?.Most,
            report.Expectation,
            report.SilentNights,
            report.IsTooSilent,
            report.HasNewLayout,
            report.New,
            report.Changed,
            report.Disappeared,
            report.Failures,
            report.Refusals,
            report.LimitsReached,
            report.Plan),
        Options);

    private sealed record Line(
        int SchemaVersion,
        string Source,
        string? Publisher,
        string Run,
        DateTimeOffset Started,
        DateTimeOffset Ended,
        CrawlOutcome Outcome,
        bool IsDryRun,
        int Lists,
        int Fetched,
        int NotModified,
        int Unchanged,
        int Resumed,
        int Found,
        int? Least,
        int? Most,
        CrawlExpectation Expectation,
        int SilentNights,
        bool IsTooSilent,
        bool LayoutChanged,
        IReadOnlyList<CrawlNews> New,
        IReadOnlyList<CrawlNews> Changed,
        IReadOnlyList<CrawlNote> Disappeared,
        IReadOnlyList<CrawlNote> Failures,
        IReadOnlyList<CrawlNote> Refusals,
        IReadOnlyList<string> LimitsReached,
        IReadOnlyList<CrawlPlan> Plan);
}
