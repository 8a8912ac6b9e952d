using System.Globalization;

namespace DisclosureMiner.Scoring;

/// <summary>How many of how many were right. <c>default</c> is none of none.</summary>
/// <param name="Right">Those that were.</param>
/// <param name="Total">All that were looked at.</param>
public readonly record struct Tally(int Right, int Total)
{
    /// <summary>The share that was right, 0 to 1; null when nothing was looked at.</summary>
    public decimal? Share => Total == 0 ? null : (decimal)Right / Total;

    /// <summary>Both together.</summary>
    public static Tally operator +(Tally x, Tally y) => new(x.Right + y.Right, x.Total + y.Total);

    /// <summary>One more that was looked at.</summary>
    public Tally And(bool right) => new(Right + (right ? 1 : 0), Total + 1);

    /// <summary>Several more that were looked at and wrong.</summary>
    public Tally AndWrong(int count) => this with { Total = Total + count };

    /// <summary><c>14/15</c>, or <c>-</c> when nothing was looked at.</summary>
    public override string ToString() =>
        Total == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Right}/{Total}");
}
