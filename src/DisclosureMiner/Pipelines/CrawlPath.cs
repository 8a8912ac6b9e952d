using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureMiner.Sources;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// The paths of crawled files: the address as people know it, below <c>crawl</c> and the source. One address has one path, so what
/// replaces a file is its next version; of two addresses that would look alike, a mark tells them apart.
/// </summary>
internal static partial class CrawlPath
{
    private const int LongestExtension = 6;
    private const int LongestPart = 80;

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        [MediaTypes.Html] = ".html",
        [MediaTypes.Text] = ".txt",
        [MediaTypes.Pdf] = ".pdf",
        [MediaTypes.Workbook] = ".xlsx",
        [MediaTypes.WordDocument] = ".docx",
        [MediaTypes.Ofd] = ".ofd",
        [MediaTypes.Zip] = ".zip",
    };

    /// <summary>The path of a file: <c>crawl/example-city/czj.example.gov.cn/zwgk/2024/budget.pdf</c>.</summary>
    public static string Of(string source, PublicationFile file)
    {
        var address = new Uri(file.Address);
        string host = address.IsDefaultPort ? address.Host : string.Create(CultureInfo.InvariantCulture, $"{address.Host}_{address.Port}");
        string[] given = [.. address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        string[] parts = [.. given.Select(Part)];
        bool isFolder = parts.Length == 0 || address.AbsolutePath.EndsWith('/');
        string name = isFolder ? "index" : parts[^1];
        string extension = ExtensionOf(file);
        bool isNamedSo = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
        string bare = isNamedSo ? name[..^extension.Length] : name;

        // The scheme does not count: sites move to https, and their files stay what they were.
        bool isPlain = address.Query.Length == 0 && given.SequenceEqual(parts, StringComparer.Ordinal);
        string mark = isPlain ? "" : "-" + Mark(address.Host + address.PathAndQuery);
        IEnumerable<string> folders = isFolder ? parts : parts[..^1];
        return Intake.Harmless(string.Join('/', [CrawlIntake.Origin, source, Part(host), .. folders, bare + mark + (isNamedSo ? name[bare.Length..] : extension)]));
    }

    /// <summary>By the name that the file has; programs that hand files out are none of them.</summary>
    private static string ExtensionOf(PublicationFile file)
    {
        string named = Path.GetExtension(file.Name).ToLowerInvariant();
        return named.Length is > 1 and <= LongestExtension && !OfProgram().IsMatch(named) ? named : Extensions.GetValueOrDefault(file.MediaType, "");
    }

    private static string Part(string given)
    {
        string part = Unfit().Replace(given, "_").Trim(' ', '.');
        return part.Length == 0 ? "_" : part.Length <= LongestPart ? part : part[..(LongestPart / 2)] + part[^(LongestPart / 2)..];
    }

    private static string Mark(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..8];

    [GeneratedRegex(@"^\.(?:jspx?|do|action|aspx?|php|ashx|cgi|s?html?)$")]
    private static partial Regex OfProgram();

    [GeneratedRegex("[\\x00-\\x1F\\x7F<>:\"/\\\\|?*]")]
    private static partial Regex Unfit();
}
