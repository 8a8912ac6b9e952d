namespace DisclosureMiner.Sources.Crawling;

/// <summary>Why something was not fetched or does not count; the words stand in reports and in the store.</summary>
public static class CrawlReason
{
    /// <summary>robots.txt forbids it, or could not be had.</summary>
    public const string Robots = "robots";

    /// <summary>It lies in a private network.</summary>
    public const string PrivateAddress = "private-address";

    /// <summary>It lies on a host that the source does not name.</summary>
    public const string OutOfScope = "out-of-scope";

    /// <summary>It is neither http nor https.</summary>
    public const string Scheme = "scheme";

    /// <summary>It is larger than the source allows.</summary>
    public const string TooLarge = "too-large";

    /// <summary>It is of a type that is not kept.</summary>
    public const string Type = "type";

    /// <summary>One redirect too many, or one that leads nowhere.</summary>
    public const string Redirects = "redirects";

    /// <summary>The server did not answer, or not to the end, in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>No connection, or one that broke.</summary>
    public const string Connection = "connection";

    /// <summary>The server failed (5xx) at every try.</summary>
    public const string ServerError = "server-error";

    /// <summary>The server asked to wait (429, 503) at every try, or longer than the source allows.</summary>
    public const string AskedToWait = "asked-to-wait";

    /// <summary>The server answered with any other status.</summary>
    public const string Status = "status";

    /// <summary>It is not there (404, 410).</summary>
    public const string Gone = "gone";

    /// <summary>Nothing leads to it any more, though it may still be there.</summary>
    public const string Unlisted = "unlisted";

    /// <summary>The server failed so often in a row that it is left alone for this crawl.</summary>
    public const string HostDown = "host-down";

    /// <summary>A page that asks for a proof or for scripts came in place of the document.</summary>
    public const string Challenge = "challenge";

    /// <summary>A page that tells of an error came in place of the document, with the status of success.</summary>
    public const string ErrorPage = "error-page";

    /// <summary>A page came where a file was meant.</summary>
    public const string PageForFile = "page-for-file";

    /// <summary>Something else than a page came where a list was meant.</summary>
    public const string NoPage = "no-page";

    /// <summary>No rule fits any link of a list in which rules used to find some.</summary>
    public const string LayoutChanged = "layout-changed";

    /// <summary>No rule fits any link of a page at which the source starts.</summary>
    public const string NoLinks = "no-links";
}
