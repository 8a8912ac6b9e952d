using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Sources;

/// <summary>
/// Decodes pages. What a page declares of its encoding counts where its bytes bear it out: pages are saved again, put into other
/// frames and copied between sites, and their declarations stay behind.
/// </summary>
internal static partial class MarkupDecoding
{
    // A declaration stands at the top; pages put long scripts before it all the same.
    private const int HeadLength = 8192;

    /// <summary>The text in the bytes of a page, or <see cref="DecodedText.NotText"/>. Never throws.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]);
        DecodedText byContent = TextDecoding.Decode(bytes);
        if (!byContent.IsText || byContent.Encoding.StartsWith("utf", StringComparison.Ordinal))
        {
            // Bytes that are no UTF-8 hardly ever look like it, and UTF-16 is no matter of taste.
            return byContent;
        }

        // Whether it says GB 2312 or nothing makes no difference: what is neither UTF-8 nor plainly Big5 is read as GB 18030.
        DecodedText? asDeclared = Declaration().Match(head).Groups["name"].Value.ToLowerInvariant() switch
        {
            "big5" or "big5-hkscs" or "cn-big5" or "x-x-big5" or "cp950" => TextDecoding.SaidToBeBig5(bytes),
            "iso-8859-1" or "latin1" or "windows-1252" or "cp1252" or "us-ascii" when IsWestern(bytes) => TextDecoding.Western(bytes),
            _ => null,
        };
        return asDeclared is { IsText: true } && asDeclared.Replaced <= byContent.Replaced ? asDeclared : byContent;
    }

    // Accented letters stand alone between plain ones; a Chinese character is two bytes of the upper half at the least.
    private static bool IsWestern(ReadOnlySpan<byte> bytes)
    {
        int high = 0, alone = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            high++;
            alone += (i == 0 || bytes[i - 1] < 0x80) && (i + 1 == bytes.Length || bytes[i + 1] < 0x80) ? 1 : 0;
        }

        return alone * 10 >= high * 9;
    }

    [GeneratedRegex("""<meta\s[^>]*?charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_-]+)|^\s*<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
