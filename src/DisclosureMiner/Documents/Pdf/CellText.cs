using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Makes a cell of the rows of text within its box.</summary>
internal static class CellText
{
    // A line that leaves less than this share of the cell's width was broken by the cell.
    private const double Full = 0.8;

    /// <summary>The cell; blank when no text stands in it.</summary>
    public static RawCell Cell(int page, Box box, IReadOnlyList<TextRow> rows, int rowSpan = 1, int columnSpan = 1)
    {
        PlacedText content = Join(rows, box);
        Place place = content.Length == 0 ? Place.On([new Region(page, box)]) : content.Place;
        return new RawCell(content, place, 0, rowSpan, columnSpan);
    }

    /// <summary>The rows as one text: without white space inside a Chinese phrase or a number that the cell's width broke.</summary>
    public static PlacedText Join(IReadOnlyList<TextRow> rows, Box box)
    {
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
        if (char.IsAsciiDigit(first) && (char.IsAsciiDigit(last) || last is ',' or '.'))
        {
            // Two amounts one above the other are two; an amount too long for its cell is one.
            return last is not (',' or '.') && !(above.Box.X1 - above.Box.X0 > Full * (box.X1 - box.X0) && !NumberText.LooksLikeValue(below.Text + "."));
        }

        return last < 0x2E80 && first < 0x2E80 && (char.IsLetterOrDigit(first) || first is '(' or '$') && last is not ('-' or '/' or '(');
    }
}
