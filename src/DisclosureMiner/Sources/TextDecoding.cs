using System.Text;

namespace DisclosureMiner.Sources;

/// <summary>
/// Decodes bytes whose encoding nobody stated. Disclosures come as UTF-8, as GB18030 from older office programs, as UTF-16
/// from notepads, and now and then as Big5.
/// </summary>
public static class TextDecoding
{
    private static readonly Encoding Gb18030 = Legacy("gb18030");
    private static readonly Encoding Big5 = Legacy("big5");
    private static readonly Encoding Windows1252 = Legacy("windows-1252");

    /// <summary>The text in <paramref name="bytes"/>, or <see cref="DecodedText.NotText"/>. Never throws.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return new DecodedText("", "utf-8", true, 0);
        }

        if (ByMark(bytes) is { } marked)
        {
            return marked;
        }

        bool hasNul = bytes.Contains((byte)0);
        if (Utf16WithoutMark(bytes) is { } wide)
        {
            return wide;
        }

        if (hasNul)
        {
            return DecodedText.NotText;
        }

        DecodedText utf8 = Read(Encoding.UTF8, "utf-8", bytes);
        if (utf8.Replaced == 0)
        {
            return Checked(utf8);
        }

        // A UTF-8 file with a torn character (cut download, joined parts) is still UTF-8: other encodings never look so much like it.
        int multibyte = utf8.Text.Count(c => c > 0x7F && c != '\uFFFD');
        if (utf8.Replaced <= 1 + (multibyte / 50) && multibyte >= 10)
        {
            return Checked(utf8);
        }

        return Checked(Chinese(bytes));
    }

    /// <summary>The bytes of a text in an encoding that <see cref="DecodedText.Encoding"/> names; null when it cannot print one of the characters.</summary>
    internal static byte[]? Encode(string text, string encoding)
    {
        var strict = (Encoding)(encoding switch
        {
            "gb18030" => Gb18030,
            "big5" => Big5,
            "windows-1252" => Windows1252,
            "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            "utf-32le" => Encoding.UTF32,
            _ => Encoding.UTF8,
        }).Clone();
        strict.EncoderFallback = EncoderFallback.ExceptionFallback;
        try
        {
            return strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text of bytes whose encoding is known: gb18030, big5, or else UTF-8.</summary>
    internal static DecodedText Decode(ReadOnlySpan<byte> bytes, string encoding) => ByMark(bytes) ?? encoding switch
    {
        "gb18030" => Checked(Read(Gb18030, encoding, bytes)),
        "big5" => Checked(Read(Big5, encoding, bytes)),
        _ => Checked(Read(Encoding.UTF8, "utf-8", bytes)),
    };

    /// <summary>The text of bytes that are said to be Big5, or null when they are plainly GB 2312.</summary>
    internal static DecodedText? SaidToBeBig5(ReadOnlySpan<byte> bytes)
    {
        (int pairs, int simplified, _) = CountPairs(bytes);
        return pairs >= 20 && simplified > 0.95 * pairs ? null : Checked(Read(Big5, "big5", bytes));
    }

    /// <summary>The text of bytes that are said to be in Western letters.</summary>
    internal static DecodedText Western(ReadOnlySpan<byte> bytes) => Checked(Read(Windows1252, "windows-1252", bytes));

    private static DecodedText? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Checked(Read(Encoding.UTF8, "utf-8", bytes[3..])),
        [0xFF, 0xFE, 0, 0, ..] => Checked(Read(Encoding.UTF32, "utf-32le", bytes[4..])),
        [0xFF, 0xFE, ..] => Checked(Read(Encoding.Unicode, "utf-16le", bytes[2..])),
        [0xFE, 0xFF, ..] => Checked(Read(Encoding.BigEndianUnicode, "utf-16be", bytes[2..])),
        _ => null,
    };

    private static DecodedText? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        int units = bytes.Length / 2;
        if (units < 2 || bytes.Length % 2 != 0)
        {
            return null;
        }

        int little = 0, big = 0;
        for (int i = 0; i + 1 < bytes.Length; i += 2)
        {
            little += IsUsual((bytes[i + 1] << 8) | bytes[i]) ? 1 : 0;
            big += IsUsual((bytes[i] << 8) | bytes[i + 1]) ? 1 : 0;
        }

        // ASCII pairs read as UTF-16 fall among the ideographs, so where no byte is 0 only text that is no UTF-8 may be UTF-16.
        int best = Math.Max(little, big), other = Math.Min(little, big);
        if (best < 0.95 * units || other > 0.8 * units || (!bytes.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(bytes)))
        {
            return null;
        }

        return little > big
            ? Checked(Read(Encoding.Unicode, "utf-16le", bytes))
            : Checked(Read(Encoding.BigEndianUnicode, "utf-16be", bytes));

        static bool IsUsual(int unit) => unit is 9 or 10 or 13
            or (>= 0x20 and <= 0x7E)
            or (>= 0x2000 and <= 0x26FF)
            or (>= 0x3000 and <= 0x303F)
            or (>= 0x4E00 and <= 0x9FA5)
            or (>= 0xFF00 and <= 0xFFEF)
            or 0xA0 or 0xA5 or 0xB7 or 0xD7;
    }

    private static DecodedText Chinese(ReadOnlySpan<byte> bytes)
    {
        DecodedText gb = Read(Gb18030, "gb18030", bytes);
        (int pairs, int simplified, int common) = CountPairs(bytes);

        // Written in GB18030, nearly every character of a disclosure is one of GB 2312 (both bytes above A0); written in Big5,
        // four in ten have a second byte below 7F. Only a clear case is taken for Big5.
        if (pairs > 0 && simplified < 0.75 * pairs && common > 0.9 * pairs)
        {
            DecodedText big5 = Read(Big5, "big5", bytes);
            if (big5.Replaced <= gb.Replaced)
            {
                return big5;
            }
        }

        return gb;
    }

    // Two-byte characters; how many of them lie in GB 2312; how many in Big5's punctuation and frequent characters.
    private static (int Pairs, int Simplified, int Common) CountPairs(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0, simplified = 0, common = 0;
        for (int i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] < 0x81)
            {
                continue;
            }

            byte lead = bytes[i], trail = bytes[i + 1];
            pairs++;
            simplified += lead is >= 0xA1 and <= 0xF7 && trail >= 0xA1 ? 1 : 0;
            common += lead is >= 0xA1 and <= 0xC6 && trail is (>= 0x40 and <= 0x7E) or >= 0xA1 ? 1 : 0;
            i++;
        }

        return (pairs, simplified, common);
    }

    private static DecodedText Read(Encoding encoding, string name, ReadOnlySpan<byte> bytes)
    {
        string text = encoding.GetString(bytes);
        return new DecodedText(text, name, true, text.Count(c => c == '\uFFFD'));
    }

    // Text has hardly any control characters and hardly any place that cannot be decoded; pictures and archives have both.
    private static DecodedText Checked(DecodedText text)
    {
        int odd = text.Replaced;
        foreach (char c in text.Text)
        {
            odd += char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085') ? 1 : 0;
            odd += char.IsBetween(c, '\uE000', '\uF8FF') ? 1 : 0;
        }

        return odd > 2 + (text.Text.Length / 20) ? DecodedText.NotText : text;
    }

    private static Encoding Legacy(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name)!;
}
