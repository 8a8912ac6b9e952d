namespace DisclosureMiner.Sources.Crawling;

/// <summary>
/// Crawls sources. List pages are read first, then what they lead to; from the second night on only what changed is fetched. What was
/// found once is never deleted or hidden: not by a failure, not because it is gone.
/// </summary>
/// <param name="fetcher">Fetches; shared by all crawls.</param>
/// <param name="words">By what stand-ins for documents are told.</param>
/// <param name="time">The clock; null for the real one.</param>
public sealed class Crawler(PoliteFetcher fetcher, CrawlWords words, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Crawls a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="memory">What earlier crawls know; this one adds to it as it goes.</param>
    /// <param name="sink">Takes what is kept.</param>
    /// <param name="stop">Stops it at the next request; the report says so, and the next crawl goes on from there.</param>
    /// <returns>What was done. Whatever servers do is part of it and no exception.</returns>
    public async Task<CrawlReport> Crawl(CrawlSource source, ICrawlMemory memory, ICrawlSink sink, CancellationToken stop = default)
    {
        var tally = new CrawlTally(source, _time.GetUtcNow());
        EarlierCrawl? before = memory.LastCrawl(source.Id);
        memory.Begin(tally.Run, source.Id, tally.Started);
        bool isThrough = false;
        try
        {
            var visits = new AddressVisits(source, fetcher, memory, sink, tally, before);
            ListWalk walk = new(source, words, visits, tally);
            await walk.Go(stop).ConfigureAwait(false);
            await new PublicationWalk(source, words, visits, memory, sink, tally).Go(walk.Targets, stop).ConfigureAwait(false);
            isThrough = true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is done is stored; the report says that it is not all.
        }
        catch
        {
            // What breaks on our side, a full disk say, ends the crawl as if it were stopped.
            memory.End(tally.Report(before, _time.GetUtcNow(), isThrough: false));
            throw;
        }

        CrawlReport report = tally.Report(before, _time.GetUtcNow(), isThrough);
        memory.End(report);
        return report;
    }

    /// <summary>Fetches the list pages only and says what a crawl would fetch and keep; saves nothing.</summary>
    /// <param name="source">The source.</param>
    /// <param name="memory">What earlier crawls know; null for nothing.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<CrawlReport> Look(CrawlSource source, ICrawlMemory? memory = null, CancellationToken stop = default)
    {
        var tally = new CrawlTally(source, _time.GetUtcNow());
        bool isThrough = false;
        try
        {
            var walk = new ListWalk(source, words, new AddressVisits(source, fetcher, null, null, tally, null), tally);
            await walk.Go(stop).ConfigureAwait(false);
            foreach (CrawlTarget target in walk.Targets)
            {
                tally.Plan.Add(new CrawlPlan(target.Link, target.FoundOn, memory?.Find(source.Id, target.Link.Address)?.Sha256 is not null));
            }

            isThrough = true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The report says that it is not all.
        }

        return tally.Report(null, _time.GetUtcNow(), isThrough) with { IsDryRun = true, SilentNights = 0, IsTooSilent = false };
    }
}
