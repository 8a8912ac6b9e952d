using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks;

/// <summary>Wholes from which something is taken off: what stands under 其中 may be larger than they are.</summary>
internal static class NetWholes
{
    /// <summary>Whether the whole is a difference (净额, 利润, 财务费用) or a balance, and the part is none of the same kind.</summary>
    /// <param name="words">The pipeline's vocabulary.</param>
    /// <param name="whole">What names the whole, folded.</param>
    /// <param name="part">What names the part, folded.</param>
    public static bool IsNet(Vocabulary words, string whole, string part) =>
        words["net-wholes"].Any(net => whole.EndsWith(net, StringComparison.Ordinal) && !part.EndsWith(net, StringComparison.Ordinal));
}
