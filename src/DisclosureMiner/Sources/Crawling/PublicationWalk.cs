using System.Collections.Immutable;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>Fetches what lists lead to, and hands on each publication that is new or changed.</summary>
internal sealed class PublicationWalk(
    CrawlSource source, CrawlWords words, AddressVisits visits, ICrawlMemory memory, ICrawlSink sink, CrawlTally tally)
{
    /// <summary>Fetches the targets in order, then looks for what earlier crawls found and this one did not.</summary>
    public async Task Go(IReadOnlyList<CrawlTarget> targets, CancellationToken stop)
    {
        foreach (CrawlTarget target in targets)
        {
            await Publish(target, stop).ConfigureAwait(false);
        }

        if (!tally.IsWhole)
        {
            return;
        }

        HashSet<string> listed = new(targets.Select(target => target.Link.Address), StringComparer.Ordinal);
        foreach (KnownAddress known in memory.Present(source.Id).Where(known => !listed.Contains(known.Address)))
        {
            Visit visit = await visits.Ask(new CrawlLink(known.Address, "", null, known.Role, -1), stop).ConfigureAwait(false);
            if (visit.Result is { Outcome: FetchOutcome.Fetched or FetchOutcome.NotModified })
            {
                visits.Unlist(visit.Known!);
            }
        }
    }

    private async Task Publish(CrawlTarget target, CancellationToken stop)
    {
        CrawlLink link = target.Link;
        Visit main = await Get(link, target.FoundOn, stop).ConfigureAwait(false);
        if (!main.IsCurrent)
        {
            // Attachments of a page that cannot be had now stay as they were.
            return;
        }

        CrawledPublication? before = memory.FindPublication(source.Id, link.Address);
        var files = ImmutableArray.CreateBuilder<PublicationFile>();
        files.Add(FileOf(link, main.Known!, main.Known!.MediaType == MediaTypes.Html ? LinkRole.Page : LinkRole.File));
        foreach (CrawlLink attachment in main.Known.Links)
        {
            Visit visit = await Get(attachment, link.Address, stop).ConfigureAwait(false);
            if (visit.Known?.Sha256 is not null)
            {
                files.Add(FileOf(attachment, visit.Known, LinkRole.Attachment));
            }
        }

        var publication = new CrawledPublication(source.Id, link.Address, link.Text, link.Listed, target.FoundOn, files.ToImmutable());
        if (before is not null && before.IsSameAs(publication))
        {
            return;
        }

        await sink.Publish(publication, stop).ConfigureAwait(false);
        memory.Save(publication, tally.Run, main.Known.Checked);
        Report(before, publication);
    }

    private void Report(CrawledPublication? before, CrawledPublication publication)
    {
        Dictionary<string, string> had = before?.Files.ToDictionary(file => file.Address, file => file.Sha256, StringComparer.Ordinal) ?? [];
        var news = new CrawlNews(
            publication.Address,
            publication.Text,
            publication.Listed,
            [.. publication.Files.Where(file => had.GetValueOrDefault(file.Address) != file.Sha256).Select(file => file.Address)]);
        (before is null ? tally.New : tally.Changed).Add(news);
        foreach (string address in had.Keys.Except(publication.Files.Select(file => file.Address)))
        {
            tally.Disappeared.Add(new CrawlNote(address, CrawlReason.Unlisted, $"{publication.Address} leads to it no more"));
        }
    }

    private async Task<Visit> Get(CrawlLink link, string foundOn, CancellationToken stop)
    {
        Visit visit = await visits.Ask(link, stop).ConfigureAwait(false);
        if (visit.Result is not { Outcome: FetchOutcome.Fetched } result || result.Bytes.IsEmpty)
        {
            return visit;
        }

        if (result.FinalAddress.PathAndQuery == "/" && result.FinalAddress.AbsoluteUri != link.Address)
        {
            return Fail(CrawlReason.ErrorPage, "it leads to the home page now");
        }

        if (result.MediaType != MediaTypes.Html)
        {
            return await visits.Keep(link, foundOn, visit, "", [], stop).ConfigureAwait(false);
        }

        var page = ListedPage.Read(result.Bytes.Span, result.FinalAddress, source.Encoding);
        if (PageJudgement.Of(page, words) is var (reason, detail))
        {
            return Fail(reason, detail);
        }

        if (link.Role != LinkRole.Page)
        {
            return Fail(CrawlReason.PageForFile, $"a page with the title '{page.Title}' came");
        }

        ImmutableArray<CrawlLink> attachments = LinkChoice.OfPage(page, source, words);
        return await visits.Keep(link, foundOn, visit, page.Fingerprint, [.. attachments.Where(other => other.Address != link.Address)], stop).ConfigureAwait(false);

        Visit Fail(string reason, string detail) =>
            visits.Failed(link, visit.Known, result with { Outcome = FetchOutcome.Failed, Bytes = default, Reason = reason, Detail = detail });
    }

    private static PublicationFile FileOf(CrawlLink link, KnownAddress known, LinkRole role) =>
        new(link.Address, role, known.Sha256!, known.MediaType, known.Name, link.Text);
}
