using System.Buffers;
using System.Globalization;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Looks over the ranges of a character map before PdfPig writes out every code of them: &lt;00000000&gt; &lt;ffffffff&gt; is four
/// thousand million entries in thirty bytes.
/// </summary>
internal static class CharacterMapRanges
{
    // No font has more characters than there are code points.
    private const long MostCodes = 0x110000;

    private static readonly SearchValues<byte> EndOfNumber = SearchValues.Create(" \t\r\n\f\0<["u8);

    private static ReadOnlySpan<byte> Blanks => " \t\r\n\f\0"u8;

    /// <summary>Whether a stream is no character map, or one whose ranges can be written out.</summary>
    public static bool AreSensible(ReadOnlySpan<byte> stream)
    {
        long codes = 0;
        for (int at; (at = stream.IndexOf("range"u8)) >= 0;)
        {
            bool begins = stream[..at].EndsWith("beginbf"u8) || stream[..at].EndsWith("begincid"u8);
            stream = stream[(at + 5)..];
            if (begins && (codes += CodesIn(stream)) > MostCodes)
            {
                return false;
            }
        }

        return true;
    }

    // How many codes the ranges hold up to the word that ends them: <from> <to> and what the first of them is, or a list for all.
    private static long CodesIn(ReadOnlySpan<byte> ranges)
    {
        int end = ranges.IndexOf("end"u8);
        ranges = end < 0 ? ranges : ranges[..end];
        long codes = 0;
        while (codes <= MostCodes && Next(ref ranges) is { IsEmpty: false } from && Next(ref ranges) is { IsEmpty: false } to)
        {
            codes += Code(from) is >= 0 and long first && Code(to) is >= 0 and long last ? Math.Max(0, last - first + 1) : 0;
            Next(ref ranges);
        }

        return codes;
    }

    // Takes a code, a list or a number off the front; empty at the end.
    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(Blanks);
        if (rest.IsEmpty)
        {
            return rest;
        }

        int length = rest[0] switch
        {
            (byte)'<' => rest.IndexOf((byte)'>') + 1,
            (byte)'[' => rest.IndexOf((byte)']') + 1,
            _ => rest[1..].IndexOfAny(EndOfNumber) + 1,
        };
        length = length == 0 ? rest.Length : length;
        ReadOnlySpan<byte> token = rest[..length];
        rest = rest[length..];
        return token;
    }

    // -1 for what is no code.
    private static long Code(ReadOnlySpan<byte> token) =>
        token.Length is > 2 and <= 10 && token[0] == '<'
            && long.TryParse(token[1..^1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long code) ? code : -1;
}
