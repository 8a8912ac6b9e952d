using System.IO.Compression;

namespace DisclosureMiner.Store.Archives;

/// <summary>Archives as compressed bytes. They have no version of their own: only the build that wrote them reads them.</summary>
internal static class Packing
{
    // Given byte by byte, Brotli makes of it more than it was.
    private const int Piece = 1 << 16;

    /// <summary>Compresses what is written.</summary>
    public static byte[] Pack(Action<Stream> write)
    {
        var packed = new MemoryStream();
        using (var brotli = new BufferedStream(new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true), Piece))
        {
            write(brotli);
        }

        return packed.ToArray();
    }

    /// <summary>Opens what was compressed.</summary>
    public static Stream Open(byte[] bytes) =>
        new BufferedStream(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), Piece);
}
