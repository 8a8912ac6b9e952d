using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DisclosureMiner.Tests.Hostile;

/// <summary>Damages files as discs, downloads and careless programs do. The same seed gives the same damage.</summary>
internal static class Mutations
{
    private const int LongestPiece = 4096;

    // What files of the formats that are read hang on.
    private static readonly byte[][] KeyWords =
    [
        .. ((string[])["endobj", "endstream", "stream", "obj", "xref", "startxref", "trailer", "/Root", "/Kids", "/Type", "/Filter", ">>", "</td>", "<tr", "</table>", "\">", "元", "\n"])
            .Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly string[] OddNumbers = ["0", "-1", "1", "65536", "2147483647", "-2147483648", "99999999999", "1e9", "0.0000001", "NaN"];

    /// <summary>The kinds of damage, by name.</summary>
    public static IReadOnlyList<(string Name, Func<byte[], Random, byte[]> Damage)> Kinds { get; } =
    [
        ("flipped bits", Flip),
        ("cut off", (file, random) => file[..random.Next(file.Length)]),
        ("piece missing", (file, random) => Piece(file, random) is var (start, end) ? [.. file[..start], .. file[end..]] : file),
        ("piece twice", (file, random) => Piece(file, random) is var (start, end) ? [.. file[..end], .. file[start..]] : file),
        ("pieces in each other's place", Swap),
        ("number changed", ChangeNumber),
        ("word missing", RemoveWord),
        ("length changed", (file, random) => ChangeNumberBehind(file, "/Length "u8, random)),
        ("stream damaged within", DamageStream),
    ];

    /// <summary>A damaged copy of a file.</summary>
    /// <param name="file">The file, not empty.</param>
    /// <param name="seed">Chooses the kind of damage and where it is done.</param>
    /// <param name="kind">The name of the kind.</param>
    public static byte[] Of(byte[] file, int seed, out string kind)
    {
        var random = new Random(seed);
        (kind, Func<byte[], Random, byte[]> damage) = Kinds[random.Next(Kinds.Count)];
        return damage(file, random);
    }

    private static byte[] Flip(byte[] file, Random random)
    {
        byte[] damaged = [.. file];
        for (int i = 1 + random.Next(20); i > 0; i--)
        {
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
        }

        return damaged;
    }

    private static (int Start, int End) Piece(byte[] file, Random random)
    {
        int start = random.Next(file.Length);
        return (start, Math.Min(file.Length, start + 1 + random.Next(LongestPiece)));
    }

    private static byte[] Swap(byte[] file, Random random)
    {
        (int Start, int End) one = Piece(file, random), other = Piece(file, random);
        if (one.Start > other.Start)
        {
            (one, other) = (other, one);
        }

        return one.End > other.Start
            ? Flip(file, random)
            : [.. file[..one.Start], .. file[other.Start..other.End], .. file[one.End..other.Start], .. file[one.Start..one.End], .. file[other.End..]];
    }

    private static byte[] ChangeNumber(byte[] file, Random random) => ChangeNumberFrom(file, random.Next(file.Length), random);

    private static byte[] ChangeNumberBehind(byte[] file, ReadOnlySpan<byte> words, Random random)
    {
        int at = Occurrence(file, words, random);
        return at < 0 ? ChangeNumber(file, random) : ChangeNumberFrom(file, at + words.Length, random);
    }

    private static byte[] ChangeNumberFrom(byte[] file, int from, Random random)
    {
        int start = Array.FindIndex(file, from, b => b is >= (byte)'0' and <= (byte)'9');
        if (start < 0)
        {
            return Flip(file, random);
        }

        int end = Array.FindIndex(file, start, b => b is < (byte)'0' or > (byte)'9');
        string number = random.Next(2) == 0 ? OddNumbers[random.Next(OddNumbers.Length)] : random.Next(10_000).ToString(CultureInfo.InvariantCulture);
        return [.. file[..start], .. Encoding.ASCII.GetBytes(number), .. end < 0 ? [] : file[end..]];
    }

    private static byte[] RemoveWord(byte[] file, Random random)
    {
        byte[] word = KeyWords[random.Next(KeyWords.Length)];
        int at = Occurrence(file, word, random);
        return at < 0 ? Flip(file, random) : [.. file[..at], .. file[(at + word.Length)..]];
    }

    // Damages what a deflated stream holds and deflates it again, filled up to its old length where it has become shorter.
    private static byte[] DamageStream(byte[] file, Random random)
    {
        int start = Occurrence(file, "stream\n"u8, random) is >= 0 and int line ? line + 7 : Occurrence(file, "stream\r\n"u8, random) + 8;
        int length = start < 8 ? -1 : file.AsSpan(start).IndexOf("endstream"u8);
        if (length < 3 || Inflated(file[start..(start + length)]) is not { Length: > 0 } content)
        {
            return Flip(file, random);
        }

        (_, Func<byte[], Random, byte[]> damage) = Kinds[random.Next(Kinds.Count - 1)];
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(damage(content, random));
        }

        byte[] filling = new byte[Math.Max(0, length - (int)deflated.Length)];
        return [.. file[..start], .. deflated.ToArray(), .. filling, .. file[(start + length)..]];
    }

    private static byte[]? Inflated(byte[] data)
    {
        try
        {
            using var inflated = new MemoryStream();
            using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            zlib.CopyTo(inflated);
            return inflated.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // A place at which the words stand, behind a place drawn by lot or else the first; -1 where there is none.
    private static int Occurrence(byte[] file, ReadOnlySpan<byte> words, Random random)
    {
        int from = random.Next(file.Length), at = file.AsSpan(from).IndexOf(words);
        return at >= 0 ? from + at : file.AsSpan().IndexOf(words);
    }
}
