using System.Security.Cryptography;

namespace DisclosureMiner.Sources;

/// <summary>
/// One file as it was published: its bytes and what they are. Two files are the same document when their
/// <see cref="Sha256"/> are equal, wherever they lie.
/// </summary>
public sealed class SourceFile
{
    private SourceFile(string path, ReadOnlyMemory<byte> bytes)
    {
        Path = path;
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        MediaType = MediaTypes.Sniff(bytes.Span, path);
    }

    /// <summary>The path as given.</summary>
    public string Path { get; }

    /// <summary>The content.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hex digits.</summary>
    public string Sha256 { get; }

    /// <summary>The document's id: the first 16 digits of <see cref="Sha256"/>.</summary>
    public string Id => Sha256[..16];

    /// <summary>What the bytes are, one of <see cref="MediaTypes"/>.</summary>
    public string MediaType { get; }

    /// <summary>Whether there is no byte in it.</summary>
    public bool IsEmpty => Bytes.IsEmpty;

    /// <summary>What names the file, under the path that outputs are to give it.</summary>
    public FileIdentity As(string path) => new(path, Sha256, MediaType);

    /// <summary>The characters of a text or a page, in which the places of its document count.</summary>
    public DecodedText Decode() => MediaType == MediaTypes.Html ? MarkupDecoding.Decode(Bytes.Span) : TextDecoding.Decode(Bytes.Span);

    /// <summary>The text in which the spans of its document count; null for a document of pages.</summary>
    public string? SpanText => MediaType is MediaTypes.Text or MediaTypes.Html ? Decode().Text : null;

    /// <summary>A file whose bytes are at hand; they are not copied and must not change.</summary>
    public static SourceFile From(string path, ReadOnlyMemory<byte> bytes) => new(path, bytes);

    /// <summary>Reads a file from disk.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SourceFile Read(string path) => new(path, File.ReadAllBytes(path));
}
