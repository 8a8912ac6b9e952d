using System.Collections.Immutable;

namespace DisclosureMiner.Scoring;

/// <summary>Tallies under names.</summary>
internal static class Tallies
{
    /// <summary>Both together, name by name.</summary>
    public static ImmutableSortedDictionary<TKey, Tally> Add<TKey>(ImmutableSortedDictionary<TKey, Tally> x, ImmutableSortedDictionary<TKey, Tally> y)
        where TKey : notnull =>
        y.Aggregate(x, (sum, pair) => sum.SetItem(pair.Key, sum.GetValueOrDefault(pair.Key) + pair.Value));
}
