using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>
/// Joins lines that a page's width, not their author, parted: inside a word, a number or a sentence, and across the blank line
/// that a page break leaves in the middle of a sentence. Parts headings from the text that runs on behind them.
/// </summary>
internal static class SoftBreaks
{
    // Half-width columns: 25 to 60 Chinese characters a line.
    private const int NarrowestPage = 50;
    private const int WidestPage = 120;

    // A line may end early by a full-width sign or a number that did not fit.
    private const int WrapSlack = 6;

    /// <summary>The blocks with soft line breaks joined; tables and contents entries are left as they are.</summary>
    public static List<RawBlock> Join(IReadOnlyList<RawBlock> blocks, ReadingWords words)
    {
        var joined = new List<RawBlock>(blocks.Count);
        int wrap = WrapWidth(blocks);
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is RawLine line && RunInHeadings.Split(line, IsFull(i)) is ({ } heading, { } text))
            {
                joined.AddRange([heading, text]);
            }
            else if (blocks[i] is RawLine next && joined.Count > 0 && joined[^1] is RawLine open && Continues(open, next, IsFull(i - 1), words))
            {
                joined[^1] = open with { Content = Concat(open.Content, next.Content) };
            }
            else
            {
                joined.Add(blocks[i]);
            }
        }

        return joined;

        // Whether what follows did not fit into the line.
        bool IsFull(int i) => wrap > 0 && blocks[i] is RawLine line && i + 1 < blocks.Count && blocks[i + 1] is RawLine following
            && Width(line.Content.Text) + FirstToken(following.Content.Text) > wrap - WrapSlack;
    }

    // The width at which a page cut the lines, in half-width columns; 0 when the lines end where their author ended them.
    private static int WrapWidth(IReadOnlyList<RawBlock> blocks)
    {
        List<int> widths = [.. blocks.OfType<RawLine>().Where(line => !line.IsContents).Select(line => Width(line.Content.Text)).Order()];
        int widest = widths.Count == 0 ? 0 : widths[^1];
        int full = widths.Count(width => width >= widest - WrapSlack);
        return widest is >= NarrowestPage and <= WidestPage && full >= 4 && full * 5 >= widths.Count ? widest : 0;
    }

    // A number is not broken at the end of a line: 3.20亿元 goes to the next one as a whole.
    private static int FirstToken(string text) =>
        Math.Max(1, text.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '%').Count());

    private static int Width(string text) => text.Sum(c => c >= 0x2E80 ? 2 : 1);

    private static bool Continues(RawLine open, RawLine next, bool isFull, ReadingWords words)
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

        if (StartsInMidSentence(second) || IsMidPath(first, second, words))
        {
            return true;
        }

        if (Lines.HasClause(first[enumerator.Length..]) || first[^1] is '，' or '、' or '（' or '(' or '“')
        {
            // After a blank line the second part must show that it ends the sentence; a signature or a title would not.
            return !next.AfterGap || Lines.HasClause(second) || Lines.EndsSentence(second);
        }

        // A line as wide as the page was cut by it, even where it has no punctuation to show that it is prose.
        return !next.AfterGap && ((numberGoesOn && Lines.HasClause(second)) || (isFull && enumerator.IsNone));
    }

    // 位，本单位为二级单位。: no sentence starts with a single character and a comma, nor with a closing sign.
    private static bool StartsInMidSentence(string text) =>
        text[0] is '，' or '。' or '、' or '；' or '）' or '”' or '》' or '％' or '%'
        || (text.Length > 2 && text[0] >= 0x4E00 && text[1] is '，' or '。' or '、' && text[0] is not ('注' or '即' or '故' or '另' or '但'));

    // …（类）财政事务（款）财政委托业务 / 支出（项）。: the name of a subject ends with its last class.
    private static bool IsMidPath(string first, string second, ReadingWords words) =>
        Patterns.Any(words.Knowledge.Words["open-path-patterns"], Folding.Label(first)) && Patterns.Any(words.Knowledge.Words["path-end-patterns"], Folding.Label(second));

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
