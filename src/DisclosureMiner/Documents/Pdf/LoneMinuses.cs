using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Minus signs that are printed apart from their numbers: as a drawn stroke, as a dash at the end of the cell before, or as a character
/// that is no minus.
/// </summary>
internal static class LoneMinuses
{
    private const string Dashes = "-－−–—―‐‑‒─━_";

    // How far a dash may stand from its number, and how long a stroke is one, in ems.
    private const double Near = 0.8;
    private const double Longest = 0.9;

    // Between which shares of the height of digits a minus stands.
    private const double Top = 0.3;
    private const double Bottom = 0.75;

    /// <summary>The table with all such signs read, and with each of them.</summary>
    /// <param name="table">The table.</param>
    /// <param name="pages">Its pages by their numbers.</param>
    public static IEnumerable<RawTable> Of(RawTable table, ILookup<int, PageContent> pages)
    {
        var changes = new List<(int, int, RawCell?)[]>();
        for (int r = 1; r < table.Rows.Length; r++)
        {
            for (int c = 0; c < table.Width; c++)
            {
                if (table.Rows[r][c] is { IsBlank: false } cell && Change(table, r, c, cell, pages) is { } change)
                {
                    changes.Add(change);
                }
            }
        }

        return InkReadings.TogetherAndApart(table, changes);
    }

    private static (int, int, RawCell?)[]? Change(RawTable table, int r, int c, RawCell cell, ILookup<int, PageContent> pages)
    {
        PlacedText text = cell.Content;
        if (text.Length > 1 && Dashes.Contains(text.Text[0], StringComparison.Ordinal) && text.Text[0] != '-' && IsPlain(text.Slice(1, text.Length).Trim()))
        {
            return [(r, c, Negative(cell, text.Slice(1, text.Length).Trim(), text.Regions[0]))];
        }

        if (text.Length > 1 && Dashes.Contains(text.Text[^1], StringComparison.Ordinal) && IsPlain(text.Slice(0, text.Length - 1).Trim()))
        {
            return [(r, c, Negative(cell, text.Slice(0, text.Length - 1).Trim(), text.Regions[^1]))];
        }

        if (!IsPlain(text))
        {
            return null;
        }

        Region first = text.Regions[0];
        return Stroke(first, pages) is { } stroke
            ? [(r, c, Negative(cell, text, stroke))]
            : Before(table, r, c) is var (column, before) && before.Content.Regions[^1] is { } dash && StandsBefore(dash, first)
                ? [(r, column, before with { Content = before.Content.Slice(0, before.Content.Length - 1).Trim() }), (r, c, Negative(cell, text, dash))]
                : null;
    }

    private static bool IsPlain(PlacedText text) =>
        text.Length > 0 && !text.Regions.IsEmpty && text.Text.Any(char.IsAsciiDigit) && text.Text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',');

    private static RawCell Negative(RawCell cell, PlacedText number, Region sign) =>
        cell with { Content = PlacedText.FromRegions("-" + number.Text, [sign, .. number.Regions]) };

    // A short line at the height of a minus, right before the number.
    private static Region? Stroke(Region digit, ILookup<int, PageContent> pages)
    {
        double em = digit.Box.Y1 - digit.Box.Y0;
        foreach (Ruling line in pages[digit.Page].SelectMany(page => page.Horizontal))
        {
            if (line.Length <= Longest * em && line.To <= digit.Box.X0 + 1 && line.To >= digit.Box.X0 - (Near * em)
                && line.At > digit.Box.Y0 + (Top * em) && line.At < digit.Box.Y0 + (Bottom * em))
            {
                return new Region(digit.Page, new Box(line.From, line.At, line.To, line.At));
            }
        }

        return null;
    }

    // The cell to the left, if its text ends with a dash.
    private static (int Column, RawCell Cell)? Before(RawTable table, int r, int c)
    {
        for (int left = c - 1; left >= 0; left--)
        {
            if (table.Rows[r][left] is { } cell)
            {
                return !cell.IsBlank && !cell.Content.Regions.IsEmpty && Dashes.Contains(cell.Content.Text[^1], StringComparison.Ordinal) ? (left, cell) : null;
            }
        }

        return null;
    }

    private static bool StandsBefore(Region dash, Region digit)
    {
        double em = digit.Box.Y1 - digit.Box.Y0;
        return dash.Page == digit.Page && Math.Abs(dash.Box.Y0 - digit.Box.Y0) < em / 2
            && dash.Box.X1 <= digit.Box.X0 + 1 && dash.Box.X1 >= digit.Box.X0 - (Near * em);
    }
}
