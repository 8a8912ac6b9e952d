using System.Collections.Immutable;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>Reads the list pages of a source, from the start pages on, and gathers what they lead to.</summary>
internal sealed class ListWalk(CrawlSource source, CrawlWords words, AddressVisits visits, CrawlTally tally)
{
    private readonly Queue<(CrawlLink Link, string? FoundOn, int Depth)> _queue = new();
    private readonly HashSet<string> _queued = new(StringComparer.Ordinal);
    private readonly Dictionary<(LinkRole Role, int Rule), int> _byRule = [];
    private readonly Dictionary<string, int> _targetAt = new(StringComparer.Ordinal);
    private readonly List<CrawlTarget> _targets = [];

    /// <summary>What is to be kept, each address once, in the order of the lists.</summary>
    public IReadOnlyList<CrawlTarget> Targets => _targets;

    /// <summary>Reads all list pages.</summary>
    public async Task Go(CancellationToken stop)
    {
        foreach (Uri start in source.Start)
        {
            string address = Addresses.Canonical(start).AbsoluteUri;
            if (_queued.Add(address))
            {
                _queue.Enqueue((new CrawlLink(address, "", null, LinkRole.Follow, -1), null, 0));
            }
        }

        while (_queue.TryDequeue(out var next))
        {
            foreach (CrawlLink link in await Read(next.Link, next.FoundOn, stop).ConfigureAwait(false))
            {
                Take(link, next.Link.Address, next.Depth);
            }
        }

        tally.Found = _targets.Count;
    }

    private async Task<ImmutableArray<CrawlLink>> Read(CrawlLink link, string? foundOn, CancellationToken stop)
    {
        Visit visit = await visits.Ask(link, stop).ConfigureAwait(false);
        if (visit is { IsCurrent: true, Result: null or { Outcome: FetchOutcome.NotModified } })
        {
            tally.Lists++;
            return visit.Known!.Links;
        }

        if (!visit.IsCurrent)
        {
            // A list that is gone is missing all the same.
            if (visit.Result!.Outcome == FetchOutcome.Gone && visit.Known!.Sha256 is not null)
            {
                tally.Note(visit.Result);
            }

            tally.HasListFailure = true;
            return [];
        }

        FetchResult result = visit.Result!;
        if (result.MediaType != MediaTypes.Html)
        {
            return Fail(CrawlReason.NoPage, $"it is {result.MediaType}");
        }

        var page = ListedPage.Read(result.Bytes.Span, result.FinalAddress, source.Encoding);
        if (PageJudgement.Of(page, words) is var (reason, detail))
        {
            return Fail(reason, detail);
        }

        ImmutableArray<CrawlLink> links = LinkChoice.OfList(page, source);
        if (links.IsEmpty && visit.Known is { Links.IsEmpty: false })
        {
            return Fail(CrawlReason.LayoutChanged, $"no rule fits any of its {page.Links.Length} links; {visit.Known.Links.Length} fitted before");
        }

        if (links.IsEmpty && foundOn is null)
        {
            return Fail(CrawlReason.NoLinks, $"no rule fits any of its {page.Links.Length} links");
        }

        tally.Lists++;
        await visits.Keep(link, foundOn, visit, page.Fingerprint, links, stop).ConfigureAwait(false);
        return links;

        ImmutableArray<CrawlLink> Fail(string reason, string detail)
        {
            tally.HasListFailure = true;
            visits.Failed(link, visit.Known, result with { Outcome = FetchOutcome.Failed, Bytes = default, Reason = reason, Detail = detail });
            return [];
        }
    }

    private void Take(CrawlLink link, string foundOn, int depth)
    {
        if (_queued.Contains(link.Address))
        {
            // It is a list already, whatever another link to it looks like.
            return;
        }

        if (link.Role is LinkRole.Page or LinkRole.File)
        {
            if (_targetAt.TryGetValue(link.Address, out int at))
            {
                // A link that shows a picture only says less than a later one with words.
                _targets[at] = _targets[at].Link.Text.Length == 0 ? new CrawlTarget(link, foundOn) : _targets[at];
            }
            else if (_targets.Count >= source.Limits.Publications)
            {
                tally.Reach("publications");
            }
            else
            {
                _targetAt[link.Address] = _targets.Count;
                _targets.Add(new CrawlTarget(link, foundOn));
            }

            return;
        }

        if (_targetAt.ContainsKey(link.Address))
        {
            return;
        }

        int level = link.Role == LinkRole.Follow ? depth + 1 : depth;
        LinkRule rule = (link.Role == LinkRole.Follow ? source.Follow : source.Pagination)[link.Rule];
        int used = _byRule.GetValueOrDefault((link.Role, link.Rule));
        if (level > source.Limits.Depth)
        {
            tally.Reach("depth");
        }
        else if (used >= rule.Limit)
        {
            tally.Reach($"pages of rule {link.Rule + 1} of {(link.Role == LinkRole.Follow ? "follow" : "pagination")}");
        }
        else if (_queued.Count >= source.Limits.Lists)
        {
            tally.Reach("lists");
        }
        else
        {
            _queued.Add(link.Address);
            _byRule[(link.Role, link.Rule)] = used + 1;
            _queue.Enqueue((link, foundOn, level));
        }
    }
}
