using System.Collections.Immutable;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>The same thing measured several times.</summary>
/// <param name="Median">The middle value; of an even number of values, the mean of the two in the middle.</param>
/// <param name="Least">The smallest value.</param>
/// <param name="Most">The largest value.</param>
internal readonly record struct Spread(double Median, double Least, double Most)
{
    /// <summary>Of values in any order, at least one.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        ImmutableArray<double> sorted = [.. values.Order()];
        return new Spread((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1]);
    }
}
