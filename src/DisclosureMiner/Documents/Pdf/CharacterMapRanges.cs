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

    // How many codes the ranges hold up to the word that ends them.
    private static long CodesIn(ReadOnlySpan<byte> ranges)
    {
        int end = ranges.IndexOf("end"u8);
        ranges = end < 0 ? ranges : ranges[..end];
        long codes = 0, from = -1;
        for (int open; codes <= MostCodes && (open = ranges.IndexOf((byte)'<')) >= 0;)
        {
            ReadOnlySpan<byte> gap = ranges[..open];
            ranges = ranges[(open + 1)..];
            int close = ranges.IndexOf((byte)'>');
            if (close < 0)
            {
                break;
            }

            long code = Code(ranges[..close]);
            bool follows = from >= 0 && code >= from && gap.Trim(" \r\n\t"u8).IsEmpty;
            codes += follows ? code - from + 1 : 0;
            from = follows ? -1 : code;
            ranges = ranges[(close + 1)..];
        }

        return codes;
    }

    // -1 for what is no code: a text, or nothing.
    private static long Code(ReadOnlySpan<byte> digits) =>
        digits.Length is > 0 and <= 8 && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long code) ? code : -1;
}
