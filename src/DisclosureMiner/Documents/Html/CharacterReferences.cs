using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html;

namespace DisclosureMiner.Documents.Html;

/// <summary>Reads character references such as &amp;nbsp; and &amp;#12345; where they stand.</summary>
internal static partial class CharacterReferences
{
    // What pages mean by the numbers 128 to 159, which are control characters.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Gives the characters of a run of text, a reference as what it stands for at the offset of its <c>&amp;</c>.</summary>
    public static void Expand(string source, int start, int end, int shift, Action<char, int> take)
    {
        for (int i = start; i < end; i++)
        {
            if (source[i] == '&' && References().Match(source, i, Math.Min(40, end - i)) is { Success: true } reference && Decode(reference.Value) is { } decoded)
            {
                foreach (char c in decoded)
                {
                    take(c, shift + i);
                }

                i += reference.Length - 1;
            }
            else
            {
                take(source[i], shift + i);
            }
        }
    }

    private static string? Decode(string reference)
    {
        if (reference[1] != '#')
        {
            return HtmlEntityProvider.Resolver.GetSymbol(reference[1..]);
        }

        bool hex = reference[2] is 'x' or 'X';
        string digits = reference[(hex ? 3 : 2)..].TrimEnd(';');
        if (!int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code))
        {
            return "\uFFFD";
        }

        return code switch
        {
            >= 128 and <= 159 => Windows1252[code - 128].ToString(),
            0 or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF or < 0 => "\uFFFD",
            _ => char.ConvertFromUtf32(code),
        };
    }

    [GeneratedRegex(@"\G&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,32};|(?:nbsp|amp|lt|gt|quot|middot|copy|reg|times|yen|deg|laquo|raquo)(?![a-zA-Z;]))")]
    private static partial Regex References();
}
