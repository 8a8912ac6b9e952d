using System.Globalization;
using System.Text;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>What a robots.txt lets one crawler fetch (RFC 9309).</summary>
public sealed class RobotsRules
{
    /// <summary>What lies beyond this many bytes of a robots.txt is not read.</summary>
    public const int MaximumBytes = 500 * 1024;

    private readonly List<(bool Allows, string Pattern)> _rules;

    private RobotsRules(List<(bool Allows, string Pattern)> rules, TimeSpan? delay)
    {
        _rules = rules;
        Delay = delay;
    }

    /// <summary>Everything may be fetched: there is no robots.txt (4xx).</summary>
    public static RobotsRules Everything { get; } = new([], null);

    /// <summary>Nothing may be fetched: whether there is a robots.txt is not known (5xx, no answer).</summary>
    public static RobotsRules Nothing { get; } = new([(false, "/")], null);

    /// <summary>Crawl-delay, which is no part of the RFC but what publishers write; null when there is none.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>The rules for a crawler. Never throws: a line that makes no sense is passed over.</summary>
    /// <param name="content">The bytes of robots.txt.</param>
    /// <param name="product">The crawler's product token.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> content, string product)
    {
        var named = new Group();
        var general = new Group();
        var current = new HashSet<Group>();
        bool isInAgents = false;
        foreach (string line in Encoding.UTF8.GetString(content[..Math.Min(content.Length, MaximumBytes)]).TrimStart('\uFEFF').Split('\n', '\r'))
        {
            string[] parts = line.Split('#')[0].Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            string value = parts[1];
            switch (parts[0].ToLowerInvariant())
            {
                case "user-agent":
                    if (!isInAgents)
                    {
                        current.Clear();
                    }

                    isInAgents = true;
                    if (value.StartsWith('*'))
                    {
                        current.Add(general);
                    }
                    else if (Token(value).Equals(Token(product), StringComparison.OrdinalIgnoreCase))
                    {
                        named.IsThere = true;
                        current.Add(named);
                    }

                    break;
                case "allow" or "disallow":
                    isInAgents = false;
                    if (value.Length > 0)
                    {
                        // A pattern that forgets its slash means what it would mean with one.
                        string pattern = Normal(value[0] is '/' or '*' ? value : "/" + value, isPattern: true);
                        bool allows = parts[0].Equals("allow", StringComparison.OrdinalIgnoreCase);
                        current.ToList().ForEach(group => group.Rules.Add((allows, pattern)));
                    }

                    break;
                case "crawl-delay" when decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds) && seconds <= 86400:
                    current.ToList().ForEach(group => group.Delay = TimeSpan.FromSeconds((double)seconds));
                    break;
            }
        }

        Group chosen = named.IsThere ? named : general;
        return new RobotsRules(chosen.Rules, chosen.Delay);
    }

    /// <summary>Whether an address of that host may be fetched: the longest pattern that fits decides, of two equal ones the one that allows.</summary>
    public bool Allow(Uri address)
    {
        string path = Normal(address.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped), isPattern: false);
        if (path == "/robots.txt")
        {
            return true;
        }

        int longest = -1;
        bool isAllowed = true;
        foreach ((bool allows, string pattern) in _rules)
        {
            if (pattern.Length >= longest && Fits(pattern, path))
            {
                isAllowed = pattern.Length > longest ? allows : isAllowed || allows;
                longest = pattern.Length;
            }
        }

        return isAllowed;
    }

    private static bool Fits(string pattern, string path)
    {
        bool isEnd = pattern.EndsWith('$');
        string[] parts = (isEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            return !isEnd || path.Length == parts[0].Length;
        }

        int at = parts[0].Length;
        foreach (string part in parts[1..^1])
        {
            int found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return isEnd
            ? path.Length - at >= parts[^1].Length && path.EndsWith(parts[^1], StringComparison.Ordinal)
            : path.IndexOf(parts[^1], at, StringComparison.Ordinal) >= 0;
    }

    // One spelling for what may be written with and without escapes: what must be escaped is, what need not be is not.
    private static string Normal(string path, bool isPattern)
    {
        var text = new StringBuilder(path.Length);
        byte[] bytes = Encoding.UTF8.GetBytes(path);
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isEscape = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            byte octet = isEscape ? byte.Parse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : bytes[i];
            i += isEscape ? 2 : 0;
            bool isPlain = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            bool isSign = octet is (byte)'*' or (byte)'$';
            _ = isPlain || (!isEscape && octet is > 0x20 and < 0x7F && (isPattern || !isSign))
                ? text.Append((char)octet)
                : text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return text.ToString();
    }

    private static string Token(string value) => new([.. value.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_')]);

    private sealed class Group
    {
        public List<(bool Allows, string Pattern)> Rules { get; } = [];

        public TimeSpan? Delay { get; set; }

        public bool IsThere { get; set; }
    }
}
