using System.Runtime.CompilerServices;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.PdfFonts;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Tells what the letters of a page mean as far as their fonts say so. For a code to which its font has no key the library gives the
/// character of that number, which is some other one; and a key that is none (each code for itself) gives nonsense.
/// </summary>
internal sealed class FontKeys
{
    private static readonly ConditionalWeakTable<IFont, FontKey> Keys = [];

    private readonly bool _hasUnknown;
    private readonly HashSet<IFont> _nonsense;

    /// <param name="letters">All letters of the page.</param>
    /// <param name="hasUnknown">Whether there may be codes without a key among them.</param>
    public FontKeys(IEnumerable<Letter> letters, bool hasUnknown)
    {
        _hasUnknown = hasUnknown;
        _nonsense = [.. letters.Where(letter => letter.GetFont() is not null).GroupBy(letter => letter.GetFont()!)
            .Where(font => !Legibility.IsLegible(font.Select(letter => letter.Value))).Select(font => font.Key)];
    }

    /// <summary>What a letter means; U+FFFD when nobody can know.</summary>
    public string TextOf(Letter letter) =>
        letter.GetFont() is { } font && (_nonsense.Contains(font) || (_hasUnknown && !Keys.GetValue(font, FontKey.Of).Knows(letter.Value)))
            ? Legibility.Unreadable
            : Legibility.Plain(letter.Value ?? "");
}

/// <summary>All that the codes of a font, of one byte or two, stand for.</summary>
internal sealed class FontKey
{
    private const int FewestOfUnicode = 256;

    private readonly HashSet<string> _meanings = new(StringComparer.Ordinal);
    private readonly bool _isUnicode;

    private FontKey(IFont font)
    {
        int ideographs = 0, own = 0;
        for (int code = 0; code <= char.MaxValue; code++)
        {
            if (font.TryGetUnicode(code, out string? meaning) && meaning is not null)
            {
                _meanings.Add(meaning);
                ideographs += code is >= 0x4E00 and <= 0x9FFF ? 1 : 0;
                own += code is >= 0x4E00 and <= 0x9FFF && meaning is [var c] && c == code ? 1 : 0;
            }
        }

        // Where codes are characters of Unicode (UniGB-UTF16 and kin), those are too that the library has no entry for: half of the ideographs.
        _isUnicode = own >= FewestOfUnicode && own >= 0.9 * ideographs;
    }

    /// <summary>The key that a font has.</summary>
    public static FontKey Of(IFont font) => new(font);

    /// <summary>Whether a text that is given for a letter is what one of the codes stands for, and not the number of one.</summary>
    public bool Knows(string text) => text is not [_] || _isUnicode || _meanings.Contains(text);
}
