using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>
/// Joins lines that a page's width, not their author, parted: inside a word, a number or a sentence, and across the blank line
/// that a page break leaves in the middle of a sentence.
/// </summary>
internal static class SoftBreaks
{
    /// <summary>The blocks with soft line breaks joined; tables and contents entries are left as they are.</summary>
    public static List<RawBlock> Join(IReadOnlyList<RawBlock> blocks, ReadingWords words)
    {
        var joined = new List<RawBlock>(blocks.Count);
        foreach (RawBlock block in blocks)
        {
            if (block is RawLine next && joined.Count > 0 && joined[^1] is RawLine open && Continues(open, next, words))
            {
                joined[^1] = open with { Content = Concat(open.Content, next.Content) };
            }
            else
            {
                joined.Add(block);
            }
        }

        return joined;
    }

    private static bool Continues(RawLine open, RawLine next, ReadingWords words)
    {
        string first = open.Content.Text, second = next.Content.Text;
        if (open.IsContents || next.IsContents || next.Marker != LineMarker.None || open.Marker == LineMarker.Heading
            || !Enumerator.Read(second).IsNone || Lines.IsDate(second)
            || TableCaptions.IsCaption(first, words) || TableCaptions.IsCaption(second, words) || TableNotes.IsNote(second, words))
        {
            return false;
        }

        bool numberGoesOn = (char.IsAsciiDigit(first[^1]) || first[^1] is '.' or ',') && char.IsAsciiDigit(second[0]);
        if (Lines.EndsSentence(first) && !(numberGoesOn && first[^1] == '.' && first.Length > 2 && char.IsAsciiDigit(first[^2])))
        {
            return false;
        }

        Enumerator enumerator = Enumerator.Read(first);
        if (first.All(char.IsAscii) && second.All(char.IsAscii))
        {
            return !next.AfterGap && first.Length > 40 && (char.IsAsciiLetterLower(second[0]) || char.IsAsciiDigit(second[0]) || Lines.HasClause(first));
        }

        if (StartsInMidSentence(second))
        {
            return true;
        }

        if (Lines.HasClause(first[enumerator.Length..]) || first[^1] is '，' or '、' or '（' or '(' or '“')
        {
            // After a blank line the second part must show that it ends the sentence; a signature or a title would not.
            return !next.AfterGap || Lines.HasClause(second) || Lines.EndsSentence(second);
        }

        return !next.AfterGap && numberGoesOn && Lines.HasClause(second);
    }

    // 位，本单位为二级单位。: no sentence starts with a single character and a comma, nor with a closing sign.
    private static bool StartsInMidSentence(string text) =>
        text[0] is '，' or '。' or '、' or '；' or '）' or '”' or '》' or '％' or '%'
        || (text.Length > 2 && text[0] >= 0x4E00 && text[1] is '，' or '。' or '、' && text[0] is not ('注' or '即' or '故' or '另' or '但'));

    private static PlacedText Concat(PlacedText first, PlacedText second)
    {
        bool isWordBreak = char.IsAscii(first.Text[^1]) && char.IsAsciiLetterOrDigit(second.Text[0])
            && (char.IsAsciiLetter(first.Text[^1]) || char.IsAsciiLetter(second.Text[0]) || (first.Text[^1] == ',' && first.Text.All(char.IsAscii)));
        return isWordBreak
            ? PlacedText.Concat([first, SpaceAfter(first), second])
            : PlacedText.Concat([first, second]);
    }

    // The space that the line end stands for is placed on the line end itself.
    private static PlacedText SpaceAfter(PlacedText text)
    {
        Place last = text.PlaceOf(text.Length - 1, text.Length);
        return last.Span is { } span
            ? PlacedText.FromOffsets(" ", [span.End])
            : PlacedText.FromRegions(" ", last.Regions.Length > 0 ? [last.Regions[0]] : ImmutableArray<Region>.Empty);
    }
}
