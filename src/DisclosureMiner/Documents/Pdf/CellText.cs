using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Makes a cell of the rows of text within its box.</summary>
internal static class CellText
{
    // A line that leaves less than this share of the cell's width was broken by the cell.
    private const double Full = 0.8;

    /// <summary>The cell, which stands at its box whatever part of it the text takes; blank when no text stands in it.</summary>
    public static RawCell Cell(int page, Box box, IReadOnlyList<TextRow> rows, int rowSpan = 1, int columnSpan = 1, CellDoubts doubts = CellDoubts.None) =>
        new(Join(rows, box), Place.On([new Region(page, box)]), 0, rowSpan, columnSpan) { Doubts = doubts };

    /// <summary>The rows as one text: without white space inside a Chinese phrase or a number that the cell's width broke.</summary>
    public static PlacedText Join(IReadOnlyList<TextRow> rows, Box box)
    {
        if (rows.Count == 1)
        {
            return rows[0].Content;
        }

        var pieces = new List<PlacedText>();
        for (int i = 0; i < rows.Count; i++)
        {
            if (i > 0 && NeedsSpace(rows[i - 1], rows[i], box))
            {
                pieces.Add(PlacedText.FromRegions(" ", [rows[i - 1].Content.Regions[^1]]));
            }

            pieces.Add(rows[i].Content);
        }

        return PlacedText.Concat(pieces);
    }

    private static bool NeedsSpace(TextRow above, TextRow below, Box box)
    {
        char last = above.Text[^1], first = below.Text[0];
        if (IsOfNumber(last) && IsOfNumber(first))
        {
            // Two amounts one above the other are two; an amount too long for its cell is one.
            bool isFull = above.Box.X1 - above.Box.X0 > Full * (box.X1 - box.X0);
            return char.IsAsciiDigit(last) && char.IsAsciiDigit(first) && !IsTorn(above.Text) && !(isFull && below.Text.Length < 3);
        }

        return last < 0x2E80 && first < 0x2E80 && (char.IsLetterOrDigit(first) || first is '(' or '$') && last is not ('-' or '/' or '(');
    }

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is ',' or '.';

    /// <summary>Whether an amount ends in the midst of its digits: 96,282,21.</summary>
    public static bool IsTorn(string text)
    {
        int comma = text.LastIndexOf(',');
        return comma >= 0 && text.IndexOf('.', comma) < 0 && text[(comma + 1)..].Count(char.IsAsciiDigit) is 0 or 1 or 2;
    }
}
