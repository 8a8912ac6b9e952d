using System.Collections.Immutable;

namespace DisclosureMiner.Scoring;

/// <summary>Pairs what was expected with what was read, both in document order, so that the pairs are as alike as can be.</summary>
internal static class Alignment
{
    /// <summary>The pairs of the best alignment (Needleman and Wunsch, without a penalty for gaps), in order and without crossings.</summary>
    /// <param name="expected">How many were expected.</param>
    /// <param name="actual">How many were read.</param>
    /// <param name="likeness">How alike two of them are; 0 or less keeps them apart.</param>
    public static ImmutableArray<(int Expected, int Actual)> Of(int expected, int actual, Func<int, int, decimal> likeness)
    {
        var alike = new decimal[expected, actual];
        var best = new decimal[expected + 1, actual + 1];
        for (int i = expected - 1; i >= 0; i--)
        {
            for (int j = actual - 1; j >= 0; j--)
            {
                alike[i, j] = likeness(i, j);
                decimal apart = Math.Max(best[i + 1, j], best[i, j + 1]);
                best[i, j] = alike[i, j] > 0 ? Math.Max(apart, best[i + 1, j + 1] + alike[i, j]) : apart;
            }
        }

        var pairs = ImmutableArray.CreateBuilder<(int, int)>();
        for (int i = 0, j = 0; i < expected && j < actual;)
        {
            if (alike[i, j] > 0 && best[i, j] == best[i + 1, j + 1] + alike[i, j])
            {
                pairs.Add((i++, j++));
            }
            else if (best[i, j] == best[i + 1, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs.ToImmutable();
    }
}
