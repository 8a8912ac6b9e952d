using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>A page of a site, read for its links and for what kind of page it is.</summary>
internal sealed partial class ListedPage
{
    // What stands beside a link lies in its row or list item; further up lies the rest of the list.
    private const int LevelsUp = 4;

    private readonly IDocument _document;

    private ListedPage(IDocument document, ImmutableArray<PageLink> links)
    {
        _document = document;
        Links = links;
        Text = Folded(VisibleText(document.Body));
    }

    /// <summary>Its links, in order; an address may occur several times.</summary>
    public ImmutableArray<PageLink> Links { get; }

    /// <summary>What it shows, on one line.</summary>
    public string Text { get; }

    /// <summary>The title of the page.</summary>
    public string Title => Folded(_document.Title ?? "");

    /// <summary>Whether it runs scripts.</summary>
    public bool HasScripts => _document.Scripts.Length > 0 || _document.QuerySelector("body[onload], noscript") is not null;

    /// <summary>What it says to readers without scripts.</summary>
    public string ScriptlessText => Folded(string.Join(' ', _document.QuerySelectorAll("noscript").Select(element => element.TextContent)));

    /// <summary>Stands for what it shows and where its links lead: other numbers in its scripts make no other page.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(Text + "\n" + string.Join('\n', Links.Select(link => link.Address.AbsoluteUri)))));

    /// <summary>Reads a page.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="address">Where it came from, after redirects.</param>
    /// <param name="encoding">Its encoding, where the source knows; null to go by the bytes.</param>
    public static ListedPage Read(ReadOnlySpan<byte> bytes, Uri address, string? encoding)
    {
        DecodedText text = encoding is null ? MarkupDecoding.Decode(bytes) : TextDecoding.Decode(bytes, encoding);
        IDocument document = new HtmlParser().ParseDocument(text.Text);
        Uri around = document.QuerySelector("base[href]")?.GetAttribute("href") is { } stated && Uri.TryCreate(address, stated.Trim(), out Uri? other) ? other : address;
        var links = ImmutableArray.CreateBuilder<PageLink>();
        foreach (IElement element in document.QuerySelectorAll("a[href], area[href], iframe[src], frame[src], embed[src], object[data], meta[http-equiv][content]"))
        {
            if (TargetOf(element) is { } target && Addresses.Resolve(around, target, text.Encoding) is { } found)
            {
                links.Add(new PageLink(found, TextOf(element), DateBeside(element), element));
            }
        }

        return new ListedPage(document, links.ToImmutable());
    }

    private static string? TargetOf(IElement element) => element.LocalName != "meta"
        ? element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("data")
        : element.GetAttribute("http-equiv")!.Equals("refresh", StringComparison.OrdinalIgnoreCase)
            && Refresh().Match(element.GetAttribute("content")!) is { Success: true } refresh ? refresh.Groups["address"].Value.Trim(' ', '"', '\'')
        : null;

    private static string TextOf(IElement element)
    {
        string text = Folded(element.TextContent);
        string title = Folded(element.GetAttribute("title") ?? "");
        if (text.Length == 0)
        {
            text = Folded(element.QuerySelector("img[alt]")?.GetAttribute("alt") ?? "");
        }

        // Lists cut long titles and leave the whole one to whoever rests the mouse on it.
        bool isCut = text.Length == 0 || text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal);
        return isCut && title.Length > 0 ? title : text;
    }

    private static DateOnly? DateBeside(IElement link)
    {
        string own = link.TextContent;
        IElement? around = link.ParentElement;
        for (int level = 0; level < LevelsUp && around is not null and not { LocalName: "body" }; level++, around = around.ParentElement)
        {
            if (around.QuerySelectorAll("a[href]").Select(other => other.GetAttribute("href")).Distinct().Skip(1).Any())
            {
                break;
            }

            string beside = own.Length == 0 ? around.TextContent : around.TextContent.Replace(own, " ", StringComparison.Ordinal);
            if (DateIn(beside) is { } date)
            {
                return date;
            }
        }

        return DateIn(own);
    }

    private static DateOnly? DateIn(string text)
    {
        Match match = Date().Match(text);
        return match.Success && DateOnly.TryParseExact(
            $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : null;
    }

    private static string VisibleText(IElement? body)
    {
        var text = new StringBuilder();
        Add(body, text);
        return text.ToString();

        static void Add(INode? node, StringBuilder text)
        {
            foreach (INode child in node?.ChildNodes ?? Enumerable.Empty<INode>())
            {
                if (child is IText words)
                {
                    text.Append(words.Data).Append(' ');
                }
                else if (child is IElement { LocalName: not ("script" or "style" or "noscript" or "template") })
                {
                    Add(child, text);
                }
            }
        }
    }

    private static string Folded(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\s\u3000\u00a0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)\s*[-./年]\s*(?<month>\d{1,2})\s*[-./月]\s*(?<day>\d{1,2})(?!\d)")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\s*\d*\s*[;,]\s*url\s*=\s*(?<address>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Refresh();
}
