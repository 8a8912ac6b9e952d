using System.Text;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Tells text from the nonsense that a font without a key to its characters gives: plausible characters of many scripts, and
/// ideographs that hardly anybody writes.
/// </summary>
internal static class Legibility
{
    private const double LeastUsual = 0.85;
    private const int FewestLetters = 20;

    private static readonly Encoding Gb2312 = Strict("gb2312");
    private static readonly Encoding Big5 = Strict("big5");

    /// <summary>Whether nearly all characters are such as disclosures are written in.</summary>
    public static bool IsLegible(IEnumerable<Glyph> glyphs)
    {
        int all = 0, usual = 0;
        foreach (Glyph glyph in glyphs)
        {
            foreach (char c in glyph.Text)
            {
                if (!char.IsWhiteSpace(c))
                {
                    all++;
                    usual += IsUsual(c) ? 1 : 0;
                }
            }
        }

        return all < FewestLetters || usual >= LeastUsual * all;
    }

    /// <summary>The text with radicals as the ideographs that they are drawn like, and with characters that only one font knows marked as unreadable.</summary>
    public static string Plain(string text) => text.Any(c => c is >= '\u2F00' and <= '\u2FD5' or >= '\uE000' and <= '\uF8FF')
        ? string.Concat(text.Select(c => c switch
        {
            >= '\u2F00' and <= '\u2FD5' => Characters.KangxiRadicals[c - '\u2F00'],
            // Symbol fonts keep their bullet at this place.
            '\uF0B7' => '•',
            >= '\uE000' and <= '\uF8FF' => '\uFFFD',
            _ => c,
        }))
        : text;

    private static bool IsUsual(char c) => c switch
    {
        >= ' ' and <= '~' => true,
        >= '\u00A1' and <= '\u024F' => true,
        >= '\u2010' and <= '\u2027' or >= '\u2030' and <= '\u205E' or >= '\u20A0' and <= '\u20BF' => true,
        >= '\u2100' and <= '\u22FF' or >= '\u2460' and <= '\u26FF' => true,
        >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF' or >= '\uF900' and <= '\uFAFF' or >= '\u2E80' and <= '\u2FDF' => true,
        >= '\uFB00' and <= '\uFB06' => true,
        >= '\u4E00' and <= '\u9FFF' => IsCommonIdeograph(c),
        _ => false,
    };

    // Level 1 and 2 of GB 2312, level 1 of Big5.
    private static bool IsCommonIdeograph(char c) => LeadByte(Gb2312, c) is >= 0xB0 and <= 0xF7 || LeadByte(Big5, c) is >= 0xA4 and <= 0xC6;

    private static int LeadByte(Encoding encoding, char c)
    {
        Span<byte> bytes = stackalloc byte[4];
        return encoding.TryGetBytes([c], bytes, out int written) && written == 2 ? bytes[0] : 0;
    }

    private static Encoding Strict(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, new EncoderReplacementFallback(""), new DecoderReplacementFallback(""))!;
}
