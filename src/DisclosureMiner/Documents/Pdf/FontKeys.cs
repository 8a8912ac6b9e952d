using System.Runtime.CompilerServices;
using UglyToad.PdfPig.PdfFonts;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Tells what the codes of a font mean as far as the font says so. For a code to which it has no key the library gives the character of
/// that number, which is some other one.
/// </summary>
internal static class FontKeys
{
    private const char FirstIdeograph = '\u4E00';
    private const char LastIdeograph = '\u9FFF';
    private const int FewestOfUnicode = 256;

    private static readonly ConditionalWeakTable<IFont, StrongBox<bool>> IsUnicode = [];

    /// <summary>What a code means; U+FFFD when nobody can know.</summary>
    /// <param name="font">The font.</param>
    /// <param name="code">The code.</param>
    /// <param name="text">What the library gives for it.</param>
    public static string TextOf(IFont font, int code, string text) =>
        text is [var c] && c == (char)code && !font.TryGetUnicode(code, out _) && !IsUnicode.GetValue(font, CodesAreUnicode).Value
            ? Legibility.Unreadable
            : Legibility.Plain(text);

    // Where codes are characters of Unicode (UniGB-UTF16 and kin), those are too that the library has no entry for: half of the ideographs.
    private static StrongBox<bool> CodesAreUnicode(IFont font)
    {
        int ideographs = 0, own = 0;
        for (int code = FirstIdeograph; code <= LastIdeograph; code++)
        {
            if (font.TryGetUnicode(code, out string? meaning))
            {
                ideographs++;
                own += meaning is [var c] && c == code ? 1 : 0;
            }
        }

        return new StrongBox<bool>(own >= FewestOfUnicode && own >= 0.9 * ideographs);
    }
}
