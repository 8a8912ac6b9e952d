using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>
/// A closed interval of exact decimals in the base unit of its dimension (元, percent, pieces). A null end is open to
/// infinity. <c>default</c> is the point 0... use the factories.
/// </summary>
public readonly record struct Interval(decimal? Low, decimal? High)
{
    /// <summary>The interval that holds one value only.</summary>
    public static Interval Point(decimal value) => new(value, value);

    /// <summary>
    /// What a printed number stands for: half a unit of its last digit to either side, at <paramref name="decimals"/> decimals
    /// (its printed ones, or more where the document's convention drops trailing zeros).
    /// Counts, and 元 printed to the fen, are points.
    /// </summary>
    public static Interval Of(Printed printed, int decimals)
    {
        if (printed.Unit.Dimension == Dimension.Count || (printed.Unit == Unit.Yuan && decimals >= 2))
        {
            return Point(printed.Base);
        }

        decimal half = 0.5m * Documents.Printed.PowerOfTen(-decimals) * printed.Unit.Factor;
        return new Interval(printed.Base - half, printed.Base + half);
    }

    /// <summary>Whether it is a single value.</summary>
    public bool IsPoint => Low is not null && Low == High;

    /// <summary>High minus low, or null when an end is open.</summary>
    public decimal? Width => High - Low;

    /// <summary>The interval moved and mirrored: minus this.</summary>
    public static Interval operator -(Interval x) => new(-x.High, -x.Low);

    /// <summary>The sum of two intervals.</summary>
    public static Interval operator +(Interval x, Interval y) => new(x.Low + y.Low, x.High + y.High);

    /// <summary>The difference of two intervals.</summary>
    public static Interval operator -(Interval x, Interval y) => x + -y;

    /// <summary>
    /// Whether the two share more than an end point; a point needs only to lie within the other.
    /// </summary>
    public bool Meets(Interval other)
    {
        if (IsPoint || other.IsPoint)
        {
            return !(Low > other.High || High < other.Low);
        }

        return !(Low >= other.High || High <= other.Low);
    }
}
