namespace DisclosureMiner.Sources;

/// <summary>Bytes read as text.</summary>
/// <param name="Text">The characters, without a byte order mark. Every character span of the project counts in these UTF-16 units.</param>
/// <param name="Encoding">utf-8, utf-16le, utf-16be, utf-32le, gb18030, big5, windows-1252; empty when the bytes are no text.</param>
/// <param name="IsText">Whether the bytes are text at all; if not, <paramref name="Text"/> is empty.</param>
/// <param name="Replaced">How many places could not be decoded and now hold U+FFFD.</param>
public sealed record DecodedText(string Text, string Encoding, bool IsText, int Replaced)
{
    /// <summary>Bytes that are no text.</summary>
    public static DecodedText NotText { get; } = new("", "", false, 0);
}
