using System.Collections.Immutable;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Tests.Sources.Crawling;

/// <summary>What crawls remember, for the length of a test.</summary>
internal sealed class CrawlNotes : ICrawlMemory
{
    private readonly Dictionary<(string, string), KnownAddress> _known = [];
    private readonly Dictionary<(string, string), CrawledPublication> _publications = [];
    private readonly List<(string Run, string Source, DateTimeOffset Started, CrawlReport? Report)> _runs = [];

    public List<CrawlCapture> Captures { get; } = [];

    public EarlierCrawl? LastCrawl(string source) => _runs.Where(run => run.Source == source)
        .Select(run => new EarlierCrawl(run.Run, run.Started, run.Report is null or { Outcome: CrawlOutcome.Stopped }, run.Report?.SilentNights ?? 0)).LastOrDefault();

    public void Begin(string run, string source, DateTimeOffset started) => _runs.Add((run, source, started, null));

    public void End(CrawlReport report) => _runs[_runs.FindIndex(run => run.Run == report.Run)] = (report.Run, report.Source, report.Started, report);

    public KnownAddress? Find(string source, string address) => _known.GetValueOrDefault((source, address));

    public ImmutableArray<KnownAddress> Present(string source) =>
        [.. _known.Values.Where(known => known is { Sha256: not null, State: AddressState.Present, Role: LinkRole.Page or LinkRole.File }).OrderBy(known => known.Address, StringComparer.Ordinal)];

    public void Remember(KnownAddress known) => _known[(known.Source, known.Address)] = known;

    public void Save(CrawlCapture capture) => Captures.Add(capture);

    public CrawledPublication? FindPublication(string source, string address) => _publications.GetValueOrDefault((source, address));

    public void Save(CrawledPublication publication, string run, DateTimeOffset time) => _publications[(publication.Source, publication.Address)] = publication;
}

/// <summary>Holds all that crawls keep.</summary>
internal sealed class CrawlShelf : ICrawlSink
{
    public Dictionary<string, byte[]> Bytes { get; } = new(StringComparer.Ordinal);

    public List<CrawledPublication> Published { get; } = [];

    public Task Keep(CrawlCapture capture, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        Bytes[capture.Sha256] = bytes.ToArray();
        return Task.CompletedTask;
    }

    public Task Publish(CrawledPublication publication, CancellationToken stop)
    {
        // Whoever takes a publication finds the bytes of all its files.
        publication.Files.Select(file => file.Sha256).Except(Bytes.Keys).ShouldBeEmpty();
        Published.Add(publication);
        return Task.CompletedTask;
    }
}
