using System.Globalization;
using System.Security.Cryptography;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>What became of one address in this crawl.</summary>
/// <param name="Known">What is known of it now; null when it was never had.</param>
/// <param name="Result">The answer; null when none was needed.</param>
internal sealed record Visit(KnownAddress? Known, FetchResult? Result)
{
    /// <summary>Whether what we have is what is there now.</summary>
    public bool IsCurrent => Result is null or { Outcome: FetchOutcome.Fetched or FetchOutcome.NotModified };
}

/// <summary>Asks for addresses of a source, each at most once in a crawl, and with what is known from before.</summary>
internal sealed class AddressVisits(
    CrawlSource source, PoliteFetcher fetcher, ICrawlMemory? memory, ICrawlSink? sink, CrawlTally tally, EarlierCrawl? before)
{
    // A host that failed so often in a row, each time after all tries, will go on failing tonight.
    private const int FailuresInRow = 4;

    // What a stopped crawl saw is still good for some hours.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    private readonly Dictionary<string, Visit> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks for an address, unless it was asked for before.</summary>
    public async Task<Visit> Ask(CrawlLink link, CancellationToken stop)
    {
        if (_done.TryGetValue(link.Address, out Visit? earlier))
        {
            return earlier;
        }

        stop.ThrowIfCancellationRequested();
        KnownAddress? known = memory?.Find(source.Id, link.Address);

        // Other rules choose other links of a page, so it has to come again; a file has none.
        bool isUsable = known?.Sha256 is not null && (known.Rules == source.Version || known.MediaType != MediaTypes.Html);
        if (isUsable && before is { IsStopped: true } && known!.Failures == 0 && known.Checked >= before.Started && known.Checked > tally.Started - Fresh)
        {
            tally.Resumed++;
            return _done[link.Address] = new Visit(known, null);
        }

        var address = new Uri(link.Address);
        string host = $"{address.Host}:{address.Port}";
        if (_failures.GetValueOrDefault(host) >= FailuresInRow)
        {
            return Failed(link, known, new FetchResult(FetchOutcome.Failed, address, address, fetcher.Time.GetUtcNow())
            {
                Reason = CrawlReason.HostDown,
                Detail = $"{host} failed {FailuresInRow} times in a row",
            });
        }

        FetchResult result = await fetcher.Fetch(source, address, isUsable ? known!.Validators : null, stop).ConfigureAwait(false);
        bool isDown = result.Reason is CrawlReason.Timeout or CrawlReason.Connection or CrawlReason.ServerError or CrawlReason.AskedToWait;
        _failures[host] = isDown ? _failures.GetValueOrDefault(host) + 1 : 0;
        switch (result.Outcome)
        {
            case FetchOutcome.NotModified:
                tally.NotModified++;
                known = known! with { Checked = result.Time, Failures = 0, State = AddressState.Present };
                memory?.Remember(known);
                return _done[link.Address] = new Visit(known, result);
            case FetchOutcome.Fetched:
                tally.Fetched++;
                return _done[link.Address] = new Visit(known, result);
            case FetchOutcome.Gone when known?.Sha256 is not null:
                if (known.State != AddressState.Gone)
                {
                    tally.Disappeared.Add(new CrawlNote(link.Address, CrawlReason.Gone, result.Detail));
                }

                known = known with { Checked = result.Time, State = AddressState.Gone };
                memory?.Remember(known);
                return _done[link.Address] = new Visit(known, result);
            default:
                return Failed(link, known, result);
        }
    }

    /// <summary>Notes that what came is not what was meant; what was captured before stays as it is.</summary>
    public Visit Failed(CrawlLink link, KnownAddress? known, FetchResult result)
    {
        tally.Note(result);
        known = (known ?? new KnownAddress(source.Id, link.Address, link.Role)) with { Checked = result.Time, Failures = (known?.Failures ?? 0) + 1 };
        memory?.Remember(known);
        return _done[link.Address] = new Visit(known, result);
    }

    /// <summary>Stores what came, and how.</summary>
    /// <param name="link">The link that led to it.</param>
    /// <param name="foundOn">The page that holds the link; null for a start page.</param>
    /// <param name="visit">What came.</param>
    /// <param name="fingerprint">Stands for what a page shows; empty for a file.</param>
    /// <param name="links">The links that rules fit.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Visit> Keep(CrawlLink link, string? foundOn, Visit visit, string fingerprint, IReadOnlyList<CrawlLink> links, CancellationToken stop)
    {
        FetchResult result = visit.Result!;
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(result.Bytes.Span));
        KnownAddress? known = visit.Known;
        bool isSame = known?.Sha256 is not null && (known.Sha256 == sha256 || (fingerprint.Length > 0 && known.Fingerprint == fingerprint));
        string name = FileNames.Of(result, link.Text);
        if (isSame)
        {
            tally.Unchanged++;
        }
        else if (memory is not null)
        {
            var capture = new CrawlCapture(
                tally.Run, source.Id, link.Address, result.FinalAddress.AbsoluteUri, link.Role, result.Time, result.Status ?? 0, result.Headers, sha256,
                result.Bytes.Length, result.MediaType, name, link.Text, foundOn, link.Listed);
            if (link.Role is LinkRole.Page or LinkRole.File or LinkRole.Attachment)
            {
                await sink!.Keep(capture, result.Bytes, stop).ConfigureAwait(false);
            }

            memory.Save(capture);
        }

        known = (known ?? new KnownAddress(source.Id, link.Address, link.Role)) with
        {
            Role = link.Role,
            Rules = source.Version,
            Validators = result.Validators,
            Sha256 = isSame ? known!.Sha256 : sha256,
            MediaType = isSame ? known!.MediaType : result.MediaType,
            Name = isSame ? known!.Name : name,
            Fingerprint = fingerprint,
            State = AddressState.Present,
            Checked = result.Time,
            Failures = 0,
            Links = [.. links],
        };
        memory?.Remember(known);

        // The bytes are where they belong; a crawl of thousands of files must not hold them all.
        return _done[link.Address] = new Visit(known, result with { Bytes = default });
    }

    /// <summary>Notes that nothing leads to a page or file any more.</summary>
    public void Unlist(KnownAddress known)
    {
        tally.Disappeared.Add(new CrawlNote(known.Address, CrawlReason.Unlisted, string.Create(CultureInfo.InvariantCulture, $"no list leads to it; last seen {known.Checked:yyyy-MM-dd}")));
        memory?.Remember(known with { State = AddressState.Unlisted });
    }
}
