using System.Collections.Immutable;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Takes from a page what a reader of it can see.</summary>
internal static class PageExtraction
{
    // A picture that fills this much of the page is the page.
    private const double WholePage = 0.6;

    /// <summary>The visible content of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="hasUnknown">Whether it may have letters to which their fonts have no key.</param>
    /// <exception cref="Exception">The page breaks the rules of the format; of whatever kind the library throws.</exception>
    public static PageContent Read(Page page, bool hasUnknown)
    {
        IReadOnlyList<Letter> letters = page.Letters;
        PageTurn turn = PageTurn.Of(letters, page.Width, page.Height);
        var keys = new FontKeys(letters, hasUnknown);
        var glyphs = new List<Glyph>(letters.Count);
        int hidden = 0, turned = 0;
        foreach (Letter letter in letters)
        {
            if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip)
            {
                hidden++;
            }
            else if (letter.TextOrientation != turn.Orientation)
            {
                turned++;
                continue;
            }

            Glyph glyph = GlyphOf(letter, keys.TextOf(letter), page.Height, turn);
            if (glyph.MiddleX >= 0 && glyph.MiddleX <= turn.Width && glyph.MiddleY >= 0 && glyph.MiddleY <= turn.Height && glyph.Text.Length > 0)
            {
                glyphs.Add(glyph);
            }
        }

        (ImmutableArray<Ruling> horizontal, ImmutableArray<Ruling> vertical) = turn.Turn(Rulings.Of(page));
        return new PageContent(
            page.Number, turn.Width, turn.Height, WithoutDoubles(glyphs), horizontal, vertical, TrustOf(page, glyphs, hidden), turned);
    }

    private static Glyph GlyphOf(Letter letter, string text, double height, PageTurn turn)
    {
        PdfRectangle box = letter.GlyphRectangleLoose;
        double size = box.Height > 0 && (letter.PointSize < box.Height / 3 || letter.PointSize > box.Height * 3) ? box.Height * 0.9 : letter.PointSize;
        (double x0, double y0) = turn.Turn(box.BottomLeft.X, height - box.BottomLeft.Y);
        (double x1, double y1) = turn.Turn(box.TopRight.X, height - box.TopRight.Y);
        return new Glyph(
            text,
            new Box(Round(Math.Min(x0, x1)), Round(Math.Min(y0, y1)), Round(Math.Max(x0, x1)), Round(Math.Max(y0, y1))),
            turn.Turn(letter.StartBaseLine.X, height - letter.StartBaseLine.Y).Y,
            size);
    }

    // Hundredths of a point are finer than any printer.
    private static double Round(double value) => Math.Round(value, 2);

    private static PageTrust TrustOf(Page page, List<Glyph> glyphs, int hidden)
    {
        bool isPicture = page.NumberOfImages > 0 && page.GetImages().Any(image => IsWhole(image, page));
        int inked = glyphs.Count(glyph => !glyph.IsSpace);
        return inked == 0 ? (page.NumberOfImages > 0 ? PageTrust.Picture : PageTrust.Blank)
            : hidden * 2 > inked || isPicture ? PageTrust.Recognised
            : glyphs.Count(glyph => glyph.Text == Legibility.Unreadable) * 2 > inked ? PageTrust.Undecodable
            : PageTrust.Text;
    }

    private static bool IsWhole(IPdfImage image, Page page) =>
        image.BoundingBox.Width * image.BoundingBox.Height > WholePage * page.Width * page.Height;

    // Bold print is often the same character drawn twice, a hair apart.
    private static ImmutableArray<Glyph> WithoutDoubles(List<Glyph> glyphs)
    {
        var seen = new Dictionary<(int X, int Y), List<int>>();
        var kept = ImmutableArray.CreateBuilder<Glyph>(glyphs.Count);
        foreach (Glyph glyph in glyphs)
        {
            double near = Math.Max(0.5, 0.2 * Math.Min(glyph.Size, glyph.Box.X1 - glyph.Box.X0));
            int x = (int)(glyph.Box.X0 / 4), y = (int)(glyph.Baseline / 4);
            bool isDouble = false;
            for (int dx = -1; dx <= 1 && !isDouble; dx++)
            {
                for (int dy = -1; dy <= 1 && !isDouble; dy++)
                {
                    isDouble = seen.TryGetValue((x + dx, y + dy), out List<int>? others) && others.Exists(i =>
                        kept[i].Text == glyph.Text
                        && Math.Abs(kept[i].Box.X0 - glyph.Box.X0) < near
                        && Math.Abs(kept[i].Baseline - glyph.Baseline) < near);
                }
            }

            if (isDouble)
            {
                continue;
            }

            if (!seen.TryGetValue((x, y), out List<int>? here))
            {
                seen[(x, y)] = here = [];
            }

            here.Add(kept.Count);
            kept.Add(glyph);
        }

        return kept.ToImmutable();
    }
}
