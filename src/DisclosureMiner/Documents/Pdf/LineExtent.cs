namespace DisclosureMiner.Documents.Pdf;

/// <summary>How far the print of a font reaches from its baseline, in ems.</summary>
/// <param name="Descent">Below it; negative.</param>
/// <param name="Ascent">Above it.</param>
internal readonly record struct LineExtent(double Descent, double Ascent)
{
    // Some programs write these two in other units than the format asks for.
    private const double Lowest = 0.6;
    private const double Tallest = 1.6;

    private static readonly LineExtent Usual = new(-0.12, 0.88);

    /// <summary>What a font says of itself, unless it cannot be so.</summary>
    public static LineExtent Of(double descent, double ascent) =>
        descent <= 0 && ascent - descent is >= Lowest and <= Tallest ? new LineExtent(descent, ascent) : Usual;
}
