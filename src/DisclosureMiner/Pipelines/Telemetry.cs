using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DisclosureMiner.Pipelines;

/// <summary>What a running program tells about itself, to whoever listens; costs nothing when nobody does.</summary>
internal static class Telemetry
{
    /// <summary>What listeners ask for: the name of the source and of the meter.</summary>
    public const string Name = "DisclosureMiner";

    private static readonly Meter Meter = new(Name);

    // Asked by the meter whenever it reports.
    private static Func<long> _queueDepth = () => 0;

    static Telemetry() => Meter.CreateObservableGauge(
        "disclosureminer.queue.depth", () => _queueDepth(), "{document}", "Documents that wait to be mined.");

    /// <summary>Spans of work.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    private static Counter<long> Mined { get; } =
        Meter.CreateCounter<long>("disclosureminer.documents", "{document}", "Documents mined, by how they ended.");

    private static Histogram<double> Seconds { get; } =
        Meter.CreateHistogram<double>("disclosureminer.document.duration", "s", "Time that a document took.");

    private static Counter<long> CrawlRequests { get; } =
        Meter.CreateCounter<long>("disclosureminer.crawl.requests", "{request}", "Requests of crawls, by what came of them.");

    /// <summary>A document is done.</summary>
    /// <param name="status">How it ended, in the word of the outputs.</param>
    /// <param name="took">How long it took.</param>
    public static void DocumentDone(string status, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("status", status);
        Mined.Add(1, tag);
        Seconds.Record(took.TotalSeconds, tag);
    }

    /// <summary>A crawl has made a request.</summary>
    /// <param name="source">The id of the source.</param>
    /// <param name="outcome">What came of it, in a word: new, unchanged, refused ...</param>
    public static void CrawlRequest(string source, string outcome) =>
        CrawlRequests.Add(1, new KeyValuePair<string, object?>("source", source), new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Says who knows how many documents wait.</summary>
    public static void WatchQueue(Func<long> depth) => _queueDepth = depth;
}
