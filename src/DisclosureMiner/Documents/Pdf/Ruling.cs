namespace DisclosureMiner.Documents.Pdf;

/// <summary>A straight line drawn along an axis of the page.</summary>
/// <param name="At">Where it lies across its direction: <c>Y</c> of a horizontal line, <c>X</c> of a vertical one.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; not before <paramref name="From"/>.</param>
internal readonly record struct Ruling(double At, double From, double To)
{
    public double Length => To - From;

    /// <summary>Whether the line runs over the whole stretch, but for <paramref name="slack"/> at either end.</summary>
    public bool Covers(double from, double to, double slack) => From <= from + slack && To >= to - slack;
}
