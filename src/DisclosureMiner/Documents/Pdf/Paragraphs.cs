using System.Text;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Joins rows that the width of the page cut: a row goes on where the first word of the next one did not fit behind it and the
/// next one is not indented.
/// </summary>
internal static class Paragraphs
{
    // Rows of one paragraph stand closer than this many ems, middle to middle.
    private const double MostPitch = 2.6;
    private const double LeastIndent = 0.8;

    // The first row of a paragraph is indented by less than this; what begins further right is a line of its own (公开01表).
    private const double MostFirstIndent = 5;
    private const double HeadingSize = 1.18;

    /// <summary>The rows as paragraphs, with the tables between them.</summary>
    /// <param name="blocks">Rows and tables in reading order.</param>
    /// <param name="isContents">Rows of contents pages, which stay as they are.</param>
    public static List<RawBlock> Join(List<PageBlock> blocks, IReadOnlySet<TextRow> isContents)
    {
        double body = BodySize(blocks);
        var joined = new List<RawBlock>();
        var open = new List<PlacedText>();
        RowBlock? last = null;
        foreach (PageBlock block in blocks)
        {
            if (block is not RowBlock row)
            {
                Close(joined, open);
                joined.Add(((TableBlock)block).Table);
                last = null;
                continue;
            }

            bool contents = isContents.Contains(row.Row);
            if (last is not null && !contents && !isContents.Contains(last.Row) && GoesOn(last, row))
            {
                Append(open, row.Row.Content);
            }
            else
            {
                Close(joined, open);
                open.Add(row.Row.Content);
                bool isHeading = row.Row.Size > HeadingSize * body && Lines.IsHeading(row.Row.Text, Enumerator.Read(row.Row.Text));
                joined.Add(new RawLine(row.Row.Content, true, isHeading ? LineMarker.Heading : LineMarker.None, contents));
            }

            last = row;
        }

        Close(joined, open);
        return joined;
    }

    // All rows of a paragraph are put together at once: one after another would copy its beginning again with each.
    private static void Close(List<RawBlock> joined, List<PlacedText> open)
    {
        if (open.Count > 1)
        {
            joined[^1] = (RawLine)joined[^1] with { Content = PlacedText.Concat(open) };
        }

        open.Clear();
    }

    private static bool GoesOn(RowBlock above, RowBlock below)
    {
        TextRow first = above.Row, second = below.Row;
        double size = Math.Max(first.Size, second.Size);
        bool samePage = first.Page == second.Page && second.Box.Y0 > first.Box.Y0;
        if (Math.Min(first.Size, second.Size) < 0.85 * size || (samePage && second.MiddleY - first.MiddleY > MostPitch * size))
        {
            return false;
        }

        if (samePage && IsMidSentence(first.Text, second.Text))
        {
            return true;
        }

        bool isFull = first.Box.X1 + FirstWord(second) > above.Right + (0.25 * size);
        bool isIndented = second.Box.X0 > below.Left + (LeastIndent * size);
        bool isOnTheRight = first.Box.X0 > second.Box.X0 + (MostFirstIndent * size);

        // A note that fills its line at the foot of a page says nothing of the title at the head of the next.
        return isFull && !isIndented && !isOnTheRight
            && !(Lines.EndsSentence(first.Text) && (!samePage || !Enumerator.Read(second.Text).IsNone))
            && (samePage || !IsNumberedHeading(second.Text));
    }

    private static bool IsNumberedHeading(string text)
    {
        Enumerator enumerator = Enumerator.Read(text);
        return !enumerator.IsNone && Lines.IsHeading(text, enumerator);
    }

    // Ragged lines of English show by their letters that a sentence goes on.
    private static bool IsMidSentence(string above, string below) =>
        char.IsAsciiLetterLower(below[0]) && above[^1] < 0x2E80 && !Lines.EndsSentence(above) && above.Length > 15;

    // What could not be broken off the next row: one ideograph with the sign behind it, or a run of letters and digits.
    private static double FirstWord(TextRow row)
    {
        double end = row.Glyphs[0].Box.X1;
        for (int i = 1; i < row.Glyphs.Length; i++)
        {
            char c = row.Glyphs[i].Text[^1], before = row.Glyphs[i - 1].Text[^1];
            bool isRun = before < 0x2E80 && c < 0x2E80 && !char.IsWhiteSpace(c);
            if (!isRun && c is not ('，' or '。' or '、' or '；' or '：' or '）' or '”' or '》' or '％' or '%'))
            {
                break;
            }

            end = row.Glyphs[i].Box.X1;
        }

        return end - row.Box.X0;
    }

    /// <summary>A text and what goes on with it on the next line.</summary>
    public static PlacedText Concat(PlacedText first, PlacedText second)
    {
        List<PlacedText> whole = [first];
        Append(whole, second);
        return PlacedText.Concat(whole);
    }

    private static void Append(List<PlacedText> open, PlacedText row)
    {
        char last = open[^1].Text[^1], first = row.Text[0];
        bool isWordBreak = last < 0x2E80 && first < 0x2E80
            && (char.IsLetter(last) || char.IsLetter(first) || (last is ',' or '.' or ';' or ')' && open.TrueForAll(piece => Ascii.IsValid(piece.Text))));
        if (isWordBreak && last != '-')
        {
            open.Add(PlacedText.FromRegions(" ", [open[^1].Regions[^1]]));
        }

        open.Add(row);
    }

    // The em in which most characters are set.
    private static double BodySize(List<PageBlock> blocks) =>
        blocks.OfType<RowBlock>().GroupBy(block => Math.Round(block.Row.Size, 1)).OrderByDescending(size => size.Sum(block => block.Row.Text.Length))
            .Select(size => size.Key).FirstOrDefault();
}
