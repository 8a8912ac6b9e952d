namespace DisclosureMiner.Server;

/// <summary>The server was told something that cannot be; the message says what, and what to write instead.</summary>
public sealed class ServerOptionsException : Exception
{
    /// <param name="problems">All that is wrong, a sentence each.</param>
    public ServerOptionsException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>All that is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
