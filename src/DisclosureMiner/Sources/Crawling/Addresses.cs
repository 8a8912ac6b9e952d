using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>Makes addresses out of what stands in pages and headers, as browsers do.</summary>
public static partial class Addresses
{
    /// <summary>
    /// The one form of an address that stands for all its spellings: host in lower case, no fragment, no usual port, no dots in the
    /// path, escapes in upper case, and without the number of a session, which is another one on each visit.
    /// </summary>
    public static Uri Canonical(Uri address)
    {
        string text = address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
        text = Session().Replace(text, "");
        return new Uri(Escapes().Replace(text, escape => escape.Value.ToUpperInvariant()));
    }

    /// <summary>The canonical address that a link means; null when it leads to no page (script, mail, a place on the same page).</summary>
    /// <param name="around">The address of the page, or what its <c>base</c> says.</param>
    /// <param name="link">What stands in the page.</param>
    /// <param name="encoding">The page's encoding, in which browsers send the part behind the question mark.</param>
    public static Uri? Resolve(Uri around, string link, string encoding)
    {
        string text = LineBreaks().Replace(link.Trim(), "");
        int fragment = text.IndexOf('#', StringComparison.Ordinal);
        text = fragment < 0 ? text : text[..fragment];
        if (text.Length == 0 || (fragment == 0))
        {
            return null;
        }

        int query = text.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
        {
            text = text[..(query + 1)] + Escaped(text[(query + 1)..], encoding);
        }

        // A path alone would pass for the path of a file where those begin with a slash too.
        return Uri.TryCreate(around, text, out Uri? address) && address.Scheme is "http" or "https" && address.Host.Length > 0 && address.UserInfo.Length == 0
            ? Canonical(address)
            : null;
    }

    /// <summary>The address that a Location header means. Servers write it in any encoding: its bytes are sent back as they came.</summary>
    internal static Uri? ResolveLocation(Uri around, string header)
    {
        var text = new StringBuilder(header.Length);
        foreach (char c in header.Trim())
        {
            _ = c < 0x80 ? text.Append(c) : text.Append(CultureInfo.InvariantCulture, $"%{(int)c & 0xFF:X2}");
        }

        return Resolve(around, text.ToString(), "utf-8");
    }

    /// <summary>Why a source may not go there; null when it may.</summary>
    internal static string? RefusalOf(CrawlSource source, Uri address) =>
        address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 ? CrawlReason.Scheme
        : source.Start.Any(start => start.Host == address.Host) || IsListed(source.Hosts, address.Host) ? null
        : CrawlReason.OutOfScope;

    private static bool IsListed(ImmutableArray<string> hosts, string host) => hosts.Any(listed => listed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(listed[1..], StringComparison.OrdinalIgnoreCase)
        : listed.Equals(host, StringComparison.OrdinalIgnoreCase));

    private static string Escaped(string query, string encoding)
    {
        var text = new StringBuilder(query.Length);
        foreach (Rune rune in query.EnumerateRunes())
        {
            if (rune.Value is > 0x20 and < 0x7F and not ('"' or '<' or '>' or '\''))
            {
                text.Append(rune);
                continue;
            }

            // What the encoding cannot print goes as a character reference; pages in UTF-16 send UTF-8.
            byte[] bytes = TextDecoding.Encode(rune.ToString(), encoding.StartsWith("utf", StringComparison.Ordinal) ? "utf-8" : encoding)
                ?? Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};"));
            foreach (byte octet in bytes)
            {
                text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return text.ToString();
    }

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Escapes();

    [GeneratedRegex(";jsessionid=[^?/#]*", RegexOptions.IgnoreCase)]
    private static partial Regex Session();

    [GeneratedRegex(@"[\t\r\n]+")]
    private static partial Regex LineBreaks();
}
