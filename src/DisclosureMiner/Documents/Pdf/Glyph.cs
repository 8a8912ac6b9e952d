namespace DisclosureMiner.Documents.Pdf;

/// <summary>A character drawn on a page.</summary>
/// <param name="Text">What it means: one character, or several for a ligature; white space is a glyph too.</param>
/// <param name="Box">Its em box: as wide as its advance, as high as its font.</param>
/// <param name="Baseline">Distance of its baseline from the top of the page.</param>
/// <param name="Size">The em in points.</param>
internal readonly record struct Glyph(string Text, Box Box, double Baseline, double Size)
{
    public double MiddleX => (Box.X0 + Box.X1) / 2;

    public double MiddleY => (Box.Y0 + Box.Y1) / 2;

    public bool IsSpace => string.IsNullOrWhiteSpace(Text);
}
