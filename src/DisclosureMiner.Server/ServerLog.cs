namespace DisclosureMiner.Server;

/// <summary>What the server logs.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Starts with {Options}.")]
    public static partial void Starts(this ILogger log, ServerOptions options);

    [LoggerMessage(2, LogLevel.Warning, "Refused {Method} {Path} from {Remote}: {Reason}.")]
    public static partial void Refused(this ILogger log, string method, string path, string remote, string reason);

    [LoggerMessage(3, LogLevel.Error, "{Method} {Path} failed.")]
    public static partial void Failed(this ILogger log, Exception problem, string method, string path);

    [LoggerMessage(4, LogLevel.Information, "Took in {FileName} as {Document}; new: {IsNew}.")]
    public static partial void TookIn(this ILogger log, string fileName, string document, bool isNew);

    [LoggerMessage(10, LogLevel.Information, "{Worker} opens; released {Released}, asked again for {Asked} documents of other versions.")]
    public static partial void Opens(this ILogger log, string worker, int released, int asked);

    [LoggerMessage(11, LogLevel.Information, "Mined {Path} ({Document}): {Status}, errors: {Errors}, warnings: {Warnings}, {Milliseconds} ms.")]
    public static partial void Mined(this ILogger log, string path, string document, string status, int errors, int warnings, long milliseconds);

    [LoggerMessage(12, LogLevel.Warning, "{Path} [{Discrepancy}] {Message}")]
    public static partial void Found(this ILogger log, string path, string discrepancy, string message);

    [LoggerMessage(13, LogLevel.Warning, "{What} is tried again in {Seconds} s: {Reason}")]
    public static partial void Postponed(this ILogger log, string what, string reason, double seconds);

    [LoggerMessage(14, LogLevel.Error, "{What} is given up: {Reason}")]
    public static partial void GaveUp(this ILogger log, string what, string reason);

    [LoggerMessage(15, LogLevel.Warning, "The lease of {Kind} {Subject} was lost; what came of it here is not stored.")]
    public static partial void LostLease(this ILogger log, string kind, string subject);

    [LoggerMessage(16, LogLevel.Warning, "Leases cannot be renewed: {Reason}")]
    public static partial void CannotRenew(this ILogger log, string reason);

    [LoggerMessage(17, LogLevel.Error, "The store failed: {Reason}")]
    public static partial void StoreFailed(this ILogger log, string reason);

    [LoggerMessage(18, LogLevel.Information, "Compared {Documents} documents with others.")]
    public static partial void Compared(this ILogger log, int documents);

    [LoggerMessage(19, LogLevel.Information, "Wrote the reports of {Documents} documents to {Folder}.")]
    public static partial void Reported(this ILogger log, int documents, string folder);

    [LoggerMessage(20, LogLevel.Information, "Watches {Folder}: drop files there.")]
    public static partial void Watches(this ILogger log, string folder);

    [LoggerMessage(21, LogLevel.Warning, "{Path} cannot be taken in yet: {Reason}")]
    public static partial void CannotTakeIn(this ILogger log, string path, string reason);

    [LoggerMessage(22, LogLevel.Warning, "Handed back {Count} pieces of work that were not finished in time.")]
    public static partial void HandsBack(this ILogger log, int count);

    [LoggerMessage(23, LogLevel.Information, "Crawled {Source}: {Outcome}, new: {New}, changed: {Changed}, disappeared: {Disappeared}, failed: {Failed}.")]
    public static partial void Crawled(this ILogger log, string source, string outcome, int @new, int changed, int disappeared, int failed);

    [LoggerMessage(24, LogLevel.Warning, "Look at source {Source}: {Warning}")]
    public static partial void CrawlSuspicious(this ILogger log, string source, string warning);

    [LoggerMessage(25, LogLevel.Information, "Crawls {Source} at {Cron} ({Zone}).")]
    public static partial void Schedules(this ILogger log, string source, string cron, string zone);

    [LoggerMessage(26, LogLevel.Error, "The register is wrong and not used: {Problems}")]
    public static partial void RegisterWrong(this ILogger log, string problems);

    [LoggerMessage(27, LogLevel.Information, "Tidied: forgot {Work} finished pieces of work, deleted {Bytes} captures' bytes.")]
    public static partial void Tidied(this ILogger log, int work, int bytes);

    [LoggerMessage(28, LogLevel.Information, "{Source} waits: another process crawls its hosts for {Other}.")]
    public static partial void CrawlWaits(this ILogger log, string source, string other);
}
