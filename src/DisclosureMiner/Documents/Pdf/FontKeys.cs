using UglyToad.PdfPig.PdfFonts;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Tells what the codes of a document's fonts mean. For a code to which its font has no key the library gives the character of that
/// number, which is some other one.
/// </summary>
internal sealed class FontKeys
{
    private const int FewestOfUnicode = 256;

    private readonly Dictionary<IFont, bool> _isUnicode = [];

    /// <summary>What a code means; U+FFFD when nobody can know.</summary>
    /// <param name="font">The font.</param>
    /// <param name="code">The code in its encoding.</param>
    /// <param name="given">What the library gives for it.</param>
    public string MeaningOf(IFont font, int code, string given) =>
        given is [var c] && c == code && !(font.TryGetUnicode(code, out string? meaning) && meaning is not null) && !IsUnicode(font)
            ? Legibility.Unreadable
            : Legibility.Plain(given);

    // Where codes are characters of Unicode (UniGB-UTF16 and kin), those are too that the library has no entry for: half of the ideographs.
    private bool IsUnicode(IFont font)
    {
        if (!_isUnicode.TryGetValue(font, out bool isUnicode))
        {
            int ideographs = 0, own = 0;
            for (int code = 0x4E00; code <= 0x9FFF; code++)
            {
                if (font.TryGetUnicode(code, out string? meaning) && meaning is not null)
                {
                    ideographs++;
                    own += meaning is [var c] && c == code ? 1 : 0;
                }
            }

            _isUnicode[font] = isUnicode = own >= FewestOfUnicode && own >= 0.9 * ideographs;
        }

        return isUnicode;
    }
}
