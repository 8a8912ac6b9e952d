using System.Collections.Immutable;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>What came of asking for an address.</summary>
public enum FetchOutcome
{
    /// <summary>A body came, whole and within the limits.</summary>
    Fetched,

    /// <summary>The server says that what we have is still what it has.</summary>
    NotModified,

    /// <summary>It is not there (404, 410).</summary>
    Gone,

    /// <summary>It could not be had.</summary>
    Failed,

    /// <summary>It was not asked for, or not taken, because it may not be.</summary>
    Refused,
}

/// <summary>What a server gave with a body, so that it can be asked later whether that has changed.</summary>
/// <param name="ETag">Its mark of the version, as given; null when it gave none.</param>
/// <param name="LastModified">When it was changed, as the server wrote it; null when it did not.</param>
/// <param name="FinalAddress">Where the body came from, after redirects: only there are the other two of use.</param>
public sealed record Validators(string? ETag, string? LastModified, string FinalAddress)
{
    /// <summary>Whether there is anything to ask with.</summary>
    public bool IsEmpty => ETag is null && LastModified is null;
}

/// <summary>The answer to one request, or why there is none.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Address">What was asked for.</param>
/// <param name="FinalAddress">What answered in the end.</param>
/// <param name="Time">When the answer was complete.</param>
public sealed record FetchResult(FetchOutcome Outcome, Uri Address, Uri FinalAddress, DateTimeOffset Time)
{
    /// <summary>The status of the last answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The headers of the last answer, names in lower case, without cookies.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The body; empty unless <see cref="FetchOutcome.Fetched"/>.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>What the bytes are, by their content; empty when there are none.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>One of <see cref="CrawlReason"/> for what was not fetched.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in more words, for people.</summary>
    public string Detail { get; init; } = "";

    internal string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>What to ask with next time.</summary>
    public Validators Validators => new(Header("etag"), Header("last-modified"), FinalAddress.AbsoluteUri);
}
