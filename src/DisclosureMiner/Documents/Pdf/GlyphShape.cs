using UglyToad.PdfPig.Core;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>A character's em box in the units of its font, and what puts it on the page.</summary>
/// <param name="ToPage">From the units of the font to points, origin at the bottom left of the page as displayed.</param>
/// <param name="Advance">How far the next character stands.</param>
/// <param name="Lines">How far the font goes below the baseline and above it.</param>
/// <param name="PointSize">The em in points, as the font is set.</param>
internal readonly record struct GlyphShape(TransformationMatrix ToPage, double Advance, LineExtent Lines, double PointSize)
{
    // Print this little aslant is a scan laid badly on the glass, or rounding.
    private const double Aslant = 0.01;

    // What is inked of an em, near enough for digits and ideographs.
    private const double InkTop = 0.7;
    private const double InkMargin = 0.1;

    // The square that ideographs fill, and nearly all that letters reach.
    private const double BodyTop = 0.86;
    private const double BodyBottom = -0.12;

    /// <summary>How it is turned; null when it runs aslant.</summary>
    public Turn? Turn =>
        Math.Abs(ToPage.B) <= Aslant * Math.Abs(ToPage.A) ? (ToPage.A >= 0 ? Pdf.Turn.None : Pdf.Turn.Over)
        : Math.Abs(ToPage.A) <= Aslant * Math.Abs(ToPage.B) ? (ToPage.B < 0 ? Pdf.Turn.Right : Pdf.Turn.Left)
        : null;

    /// <summary>The em box: as wide as the advance, as high as the font.</summary>
    public Box Em(double pageHeight) => BoxOf(0, Lines.Descent, Advance, Lines.Ascent, pageHeight);

    /// <summary>About where the ink is.</summary>
    public Box Ink(double pageHeight) => BoxOf(InkMargin * Advance, 0, (1 - InkMargin) * Advance, InkTop, pageHeight);

    /// <summary>What print can fill of the em.</summary>
    public Box Body(double pageHeight) => BoxOf(InkMargin * Advance, BodyBottom, (1 - InkMargin) * Advance, BodyTop, pageHeight);

    /// <summary>Where the baseline begins.</summary>
    public Box Origin(double pageHeight) => BoxOf(0, 0, 0, 0, pageHeight);

    private Box BoxOf(double left, double bottom, double right, double top, double pageHeight)
    {
        (double x0, double y0) = ToPage.Transform(left, bottom);
        (double x1, double y1) = ToPage.Transform(right, top);
        if (ToPage.B == 0 && ToPage.C == 0)
        {
            return new Box(Math.Min(x0, x1), pageHeight - Math.Max(y0, y1), Math.Max(x0, x1), pageHeight - Math.Min(y0, y1));
        }

        (double x2, double y2) = ToPage.Transform(left, top);
        (double x3, double y3) = ToPage.Transform(right, bottom);
        return new Box(
            Math.Min(Math.Min(x0, x1), Math.Min(x2, x3)),
            pageHeight - Math.Max(Math.Max(y0, y1), Math.Max(y2, y3)),
            Math.Max(Math.Max(x0, x1), Math.Max(x2, x3)),
            pageHeight - Math.Min(Math.Min(y0, y1), Math.Min(y2, y3)));
    }
}
