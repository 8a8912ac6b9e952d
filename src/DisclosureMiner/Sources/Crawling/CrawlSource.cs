using System.Collections.Immutable;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>A place where bodies publish, and what to take from it. One file of <c>pipelines/sources</c> says all of it.</summary>
/// <param name="Id">Permanent name: <c>example-finance</c>.</param>
/// <param name="Publisher">Who publishes there, as people call it.</param>
/// <param name="Start">The list pages at which a crawl begins.</param>
public sealed record CrawlSource(string Id, string Publisher, ImmutableArray<Uri> Start)
{
    /// <summary>Whether it is crawled on schedule. Asked for by name, it is crawled all the same.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>Links that lead one level deeper: from an overview to the list of a year or a body.</summary>
    public ImmutableArray<LinkRule> Follow { get; init; } = [];

    /// <summary>Links that lead to the next page of the same list; they are no level deeper.</summary>
    public ImmutableArray<LinkRule> Pagination { get; init; } = [];

    /// <summary>Links that are never followed and never kept, whatever other rules say.</summary>
    public ImmutableArray<LinkRule> Deny { get; init; } = [];

    /// <summary>Links to pages that are kept, with their attachments.</summary>
    public ImmutableArray<LinkRule> KeepPages { get; init; } = [];

    /// <summary>Links on list pages to files that are kept.</summary>
    public ImmutableArray<LinkRule> KeepFiles { get; init; } = [];

    /// <summary>Which links of a kept page are its attachments; null for those that name a file by its extension.</summary>
    public ImmutableArray<LinkRule>? Attachments { get; init; }

    /// <summary>Hosts to which links and redirects may lead beside those of <see cref="Start"/>; <c>*.example.gov.cn</c> stands for all below.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Hosts with port (<c>127.0.0.1:8080</c>) that may lie in a private network. Any other private address is refused.</summary>
    public ImmutableArray<string> AllowPrivate { get; init; } = [];

    /// <summary>Media types that are kept.</summary>
    public ImmutableArray<string> Types { get; init; } = KeptTypes;

    /// <summary>Where a crawl ends at the latest.</summary>
    public CrawlLimits Limits { get; init; } = new();

    /// <summary>When it is crawled; null for only when somebody asks.</summary>
    public CrawlSchedule? Schedule { get; init; }

    /// <summary>How its hosts are treated.</summary>
    public Politeness Politeness { get; init; } = new();

    /// <summary>Fewest publications that a whole crawl finds; fewer are reported.</summary>
    public int? Least { get; init; }

    /// <summary>Most publications that a whole crawl finds; more are reported.</summary>
    public int? Most { get; init; }

    /// <summary>Genres of what is published there, where known.</summary>
    public ImmutableArray<string> Genres { get; init; } = [];

    /// <summary>The encoding of its pages (utf-8, gb18030, big5) where they do not show it; null to go by their bytes.</summary>
    public string? Encoding { get; init; }

    /// <summary>Changes when the rules do: what was remembered under other rules is not relied on.</summary>
    public string Version { get; init; } = "";

    /// <summary>The media types that are kept unless a source says otherwise.</summary>
    public static ImmutableArray<string> KeptTypes { get; } =
    [
        MediaTypes.Html, MediaTypes.Text, MediaTypes.Pdf, MediaTypes.Workbook, MediaTypes.WordDocument, MediaTypes.LegacyOffice, MediaTypes.Ofd,
        MediaTypes.RichText, MediaTypes.Zip, MediaTypes.Rar, MediaTypes.SevenZip, MediaTypes.Gzip, "text/csv", "image/tiff",
    ];
}

/// <summary>Where a crawl ends at the latest, so that a calendar without an end does not keep it for ever.</summary>
/// <param name="Depth">How many levels of <see cref="CrawlSource.Follow"/> below the start.</param>
/// <param name="Lists">How many list pages in all.</param>
/// <param name="Publications">How many publications.</param>
/// <param name="Attachments">How many attachments of one page.</param>
public sealed record CrawlLimits(int Depth = 3, int Lists = 200, int Publications = 5000, int Attachments = 100);

/// <summary>How hosts are treated. The delay counts from the end of one request to the start of the next to the same host.</summary>
public sealed record Politeness
{
    /// <summary>The product token, by which robots.txt may name this crawler.</summary>
    public string Agent { get; init; } = "DisclosureMiner";

    /// <summary>Where the publisher reaches whoever runs the crawl: an address of mail or of a page, in ASCII.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Shortest time between two requests to a host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Up to so much is added to the delay, by chance.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest silence of a server before a request is given up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time that one request may take, however steadily bytes drip.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest wait that a server may ask for (Retry-After); one that asks for more is left alone for this crawl.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a request is made when the server fails, the first included.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Largest body in bytes, unpacked.</summary>
    public long MaximumBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>How many redirects are followed.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>What the crawler calls itself to servers.</summary>
    public string UserAgent => Contact.Length == 0 ? Agent + "/1.0" : $"{Agent}/1.0 (+{Contact})";
}
