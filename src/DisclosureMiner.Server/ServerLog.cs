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
}
