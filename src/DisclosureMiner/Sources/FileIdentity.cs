namespace DisclosureMiner.Sources;

/// <summary>What names a file when its bytes are no longer at hand.</summary>
/// <param name="Path">The path in outputs: relative, with forward slashes.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 lower-case hex digits.</param>
/// <param name="MediaType">What the bytes are, one of <see cref="MediaTypes"/>.</param>
public sealed record FileIdentity(string Path, string Sha256, string MediaType)
{
    /// <summary>The document's id: the first 16 digits of <see cref="Sha256"/>.</summary>
    public string Id => Sha256[..16];
}
