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

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    private static readonly Encoding Gb2312 = Strict("gb2312");
    private static readonly Encoding Big5 = Strict("big5");

    /// <summary>Stands for a character that is printed and cannot be read.</summary>
    public const string Unreadable = "\uFFFD";

    /// <summary>Whether nearly all characters that can be read are such as disclosures are written in.</summary>
    public static bool IsLegible(IEnumerable<string> texts)
    {
        int all = 0, usual = 0;
        foreach (string text in texts)
        {
            foreach (char c in text)
            {
                if (!char.IsWhiteSpace(c) && c != Unreadable[0])
                {
                    all++;
                    usual += IsUsual(c) ? 1 : 0;
                }
            }
        }

        return all < FewestLetters || usual >= LeastUsual * all;
    }

    /// <summary>
    /// The text in the characters that it is drawn like: radicals and compatibility forms as ideographs, ligatures as letters. What only
    /// one font knows is unreadable; what has no width is left out.
    /// </summary>
    public static string Plain(string text)
    {
        foreach (char c in text)
        {
            if (c is not (>= ' ' and <= '~' or >= '\u3000' and <= '\uD7FF' or >= '\uFF01' and <= '\uFF5E'))
            {
                return text is [_, _] && char.IsSurrogatePair(text, 0) && text[0] < '\uDB80' ? text : string.Concat(text.Select(Plain));
            }
        }

        return text;
    }

    private static string Plain(char c) => c switch
    {
        >= '\u2E80' and <= '\u2EF3' => Characters.Radicals[c - '\u2E80'].ToString(),
        >= '\u2F00' and <= '\u2FD5' => Characters.KangxiRadicals[c - '\u2F00'].ToString(),
        >= '\uF900' and <= '\uFAD9' => Characters.CompatibilityIdeographs[c - '\uF900'].ToString(),
        >= '\uFB00' and <= '\uFB06' => Ligatures[c - '\uFB00'],

        // On a page it is a hyphen that is drawn.
        '\u00AD' => "-",
        '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' => "",

        // Symbol fonts keep their bullet at this place.
        '\uF0B7' => "•",
        >= '\uE000' and <= '\uF8FF' or '\uFFFE' or '\uFFFF' => Unreadable,
        _ when char.IsSurrogate(c) || (char.IsControl(c) && !char.IsWhiteSpace(c)) => Unreadable,
        _ => c.ToString(),
    };

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
