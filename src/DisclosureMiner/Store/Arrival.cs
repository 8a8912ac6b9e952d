namespace DisclosureMiner.Store;

/// <summary>Bytes that came in under some path.</summary>
/// <param name="Path">Their name in outputs: relative, with forward slashes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Bytes">How many.</param>
/// <param name="Origin"><c>folder</c>, <c>upload</c>, <c>crawl</c> or <c>command</c>.</param>
/// <param name="Arrived">When.</param>
/// <param name="Written">When a file in a watched folder was last written; null for anything else.</param>
public sealed record Arrival(string Path, string Sha256, long Bytes, string Origin, DateTimeOffset Arrived, DateTime? Written = null)
{
    /// <summary>Whether no other bytes came under its path since.</summary>
    public bool IsCurrent { get; init; } = true;
}
