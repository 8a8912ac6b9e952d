using System.Collections.Immutable;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>What a link leads to.</summary>
public enum LinkRole
{
    /// <summary>A list one level deeper.</summary>
    Follow,

    /// <summary>The next page of the same list.</summary>
    Pagination,

    /// <summary>A page that is kept.</summary>
    Page,

    /// <summary>A file that is kept, linked from a list.</summary>
    File,

    /// <summary>A file that belongs to a kept page.</summary>
    Attachment,
}

/// <summary>A link that a rule fits.</summary>
/// <param name="Address">Where it leads, canonical.</param>
/// <param name="Text">What it shows.</param>
/// <param name="Listed">The date beside it; null when there is none.</param>
/// <param name="Role">What it leads to.</param>
/// <param name="Rule">Which of the rules for that role fits, from 0.</param>
public sealed record CrawlLink(string Address, string Text, DateOnly? Listed, LinkRole Role, int Rule);

/// <summary>Whether an address is still there.</summary>
public enum AddressState
{
    /// <summary>It was there when last looked for.</summary>
    Present,

    /// <summary>Nothing leads to it any more. It may still be there.</summary>
    Unlisted,

    /// <summary>The server says it is not there (404, 410). What was captured is kept.</summary>
    Gone,
}

/// <summary>What is remembered of an address.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Address">The canonical address.</param>
/// <param name="Role">What it is in the source.</param>
public sealed record KnownAddress(string Source, string Address, LinkRole Role)
{
    /// <summary>The version of the source's rules under which <see cref="Links"/> were chosen.</summary>
    public string Rules { get; init; } = "";

    /// <summary>What to ask with; null when nothing was ever captured.</summary>
    public Validators? Validators { get; init; }

    /// <summary>SHA-256 of the last capture; null when there is none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What the last capture is.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The name of the file.</summary>
    public string Name { get; init; } = "";

    /// <summary>Stands for what a page shows, whatever its scripts hold; empty for files.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Whether it is still there.</summary>
    public AddressState State { get; init; }

    /// <summary>When it was last looked for.</summary>
    public DateTimeOffset Checked { get; init; }

    /// <summary>How often in a row it could not be had.</summary>
    public int Failures { get; init; }

    /// <summary>The links of the page that rules fit.</summary>
    public ImmutableArray<CrawlLink> Links { get; init; } = [];
}

/// <summary>A body that came, and how. Captures are added and never changed.</summary>
/// <param name="Run">The crawl that brought it.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Address">What was asked for.</param>
/// <param name="FinalAddress">Where it came from, after redirects.</param>
/// <param name="Role">What it is in the source.</param>
/// <param name="Time">When it came, UTC.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="MediaType">What the bytes are.</param>
/// <param name="Name">The name of the file, with its extension where one is known.</param>
/// <param name="Text">What the link shows.</param>
/// <param name="FoundOn">The page that holds the link; null for a start page.</param>
/// <param name="Listed">The date beside the link; null when there is none.</param>
public sealed record CrawlCapture(
    string Run,
    string Source,
    string Address,
    string FinalAddress,
    LinkRole Role,
    DateTimeOffset Time,
    int Status,
    ImmutableSortedDictionary<string, string> Headers,
    string Sha256,
    long Length,
    string MediaType,
    string Name,
    string Text,
    string? FoundOn,
    DateOnly? Listed);

/// <summary>A file of a publication.</summary>
/// <param name="Address">Where it lies.</param>
/// <param name="Role">Page, File or Attachment.</param>
/// <param name="Sha256">SHA-256 of its last capture.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">What the link to it shows.</param>
public sealed record PublicationFile(string Address, LinkRole Role, string Sha256, string MediaType, string Name, string Text);

/// <summary>What a body put out: a page with its attachments, or a file.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Address">The page's address, or the file's.</param>
/// <param name="Text">What the link shows.</param>
/// <param name="Listed">The date beside the link; null when there is none.</param>
/// <param name="FoundOn">The list page that holds the link.</param>
/// <param name="Files">The page first, then its attachments in order.</param>
public sealed record CrawledPublication(
    string Source, string Address, string Text, DateOnly? Listed, string FoundOn, ImmutableArray<PublicationFile> Files)
{
    /// <summary>Whether both have the same files with the same bytes.</summary>
    public bool IsSameAs(CrawledPublication other) =>
        Files.Select(file => (file.Address, file.Sha256)).SequenceEqual(other.Files.Select(file => (file.Address, file.Sha256)));
}

/// <summary>What is remembered of an earlier crawl.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Started">When it began.</param>
/// <param name="IsStopped">Whether it ended before its end, or never said how it ended.</param>
/// <param name="SilentNights">How many crawls in season, it included, brought nothing new.</param>
public sealed record EarlierCrawl(string Id, DateTimeOffset Started, bool IsStopped, int SilentNights);

/// <summary>What crawls remember from night to night. Nothing in it is ever deleted by a crawl.</summary>
public interface ICrawlMemory
{
    /// <summary>The crawl of the source before this one; null for the first.</summary>
    EarlierCrawl? LastCrawl(string source);

    /// <summary>Notes that a crawl begins.</summary>
    void Begin(string run, string source, DateTimeOffset started);

    /// <summary>Notes how a crawl ended.</summary>
    void End(CrawlReport report);

    /// <summary>What is known of an address; null when nothing is.</summary>
    KnownAddress? Find(string source, string address);

    /// <summary>All pages and files, apart from attachments, that were captured and are present.</summary>
    ImmutableArray<KnownAddress> Present(string source);

    /// <summary>Puts what is known of an address in place of what was.</summary>
    void Remember(KnownAddress known);

    /// <summary>Adds a capture.</summary>
    void Save(CrawlCapture capture);

    /// <summary>The publication of an address as it was last handed on; null when none was.</summary>
    CrawledPublication? FindPublication(string source, string address);

    /// <summary>Notes that a publication was handed on.</summary>
    /// <param name="publication">As it is now.</param>
    /// <param name="run">The crawl.</param>
    /// <param name="time">When.</param>
    void Save(CrawledPublication publication, string run, DateTimeOffset time);
}

/// <summary>Takes what crawls keep. Both may be told the same twice, after a crash.</summary>
public interface ICrawlSink
{
    /// <summary>Takes the bytes of a page or file, before anything refers to them.</summary>
    Task Keep(CrawlCapture capture, ReadOnlyMemory<byte> bytes, CancellationToken stop);

    /// <summary>Takes a publication that is new, or of which something changed. The bytes of all its files were kept before, now or in an earlier crawl.</summary>
    Task Publish(CrawledPublication publication, CancellationToken stop);
}
