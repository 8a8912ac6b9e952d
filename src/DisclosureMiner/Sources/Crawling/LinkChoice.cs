using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>Decides by the rules of a source what becomes of the links of a page.</summary>
internal static partial class LinkChoice
{
    /// <summary>The links of a list page that rules fit, each address once, in order.</summary>
    public static ImmutableArray<CrawlLink> OfList(ListedPage page, CrawlSource source) => Once(page, link =>
        IsDenied(link, source) ? null
        : Rule(source.KeepFiles, link) is { } file ? Chosen(link, LinkRole.File, file)
        : Rule(source.KeepPages, link) is { } kept ? Chosen(link, LinkRole.Page, kept)
        : Rule(source.Pagination, link) is { } next ? Chosen(link, LinkRole.Pagination, next)
        : Rule(source.Follow, link) is { } deeper ? Chosen(link, LinkRole.Follow, deeper)
        : null);

    /// <summary>The attachments of a kept page, each once, in order.</summary>
    public static ImmutableArray<CrawlLink> OfPage(ListedPage page, CrawlSource source, CrawlWords words) =>
    [
        .. Once(page, link =>
            IsDenied(link, source) ? null
            : source.Attachments is { } rules ? (Rule(rules, link) is { } rule ? Chosen(link, LinkRole.Attachment, rule) : null)
            : IsFile(link, words.Extensions) ? Chosen(link, LinkRole.Attachment, 0)
            : null).Take(source.Limits.Attachments),
    ];

    private static bool IsDenied(PageLink link, CrawlSource source) => source.Deny.Any(rule => rule.Fits(link));

    private static int? Rule(ImmutableArray<LinkRule> rules, PageLink link)
    {
        for (int i = 0; i < rules.Length; i++)
        {
            if (rules[i].Fits(link))
            {
                return i;
            }
        }

        return null;
    }

    private static CrawlLink Chosen(PageLink link, LinkRole role, int rule) => new(link.Address.AbsoluteUri, link.Text, link.Listed, role, rule);

    // A picture and the title beside it often lead to the same place: the one with words says what it is.
    private static ImmutableArray<CrawlLink> Once(ListedPage page, Func<PageLink, CrawlLink?> choose)
    {
        var chosen = new List<CrawlLink>();
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PageLink link in page.Links)
        {
            if (choose(link) is not { } found)
            {
                continue;
            }

            if (at.TryAdd(found.Address, chosen.Count))
            {
                chosen.Add(found);
            }
            else if (chosen[at[found.Address]].Text.Length == 0)
            {
                chosen[at[found.Address]] = found;
            }
        }

        return [.. chosen];
    }

    /// <summary>Whether a link names a file: notice/2024.pdf, download?file=2024.xls&amp;id=3, or by what it shows.</summary>
    public static bool IsFile(PageLink link, FrozenSet<string> extensions) =>
        Extension().Matches(link.Address.PathAndQuery).Concat(Extension().Matches(link.Text))
            .Any(match => extensions.Contains(match.Groups["extension"].Value.ToLowerInvariant()));

    [GeneratedRegex(@"\.(?<extension>[A-Za-z0-9]{2,5})(?=$|[?#&;,)）\s])")]
    private static partial Regex Extension();
}
