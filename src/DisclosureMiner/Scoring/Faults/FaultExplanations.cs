using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>
/// The kinds of hypotheses (<see cref="Findings.Explanation.Code"/>) that tell rightly how a fault came to be. Types without an entry have no
/// explanation but themselves: words left over, a missing item.
/// </summary>
internal static class FaultExplanations
{
    private static readonly FrozenDictionary<FaultType, ImmutableArray<string>> Right = new Dictionary<FaultType, ImmutableArray<string>>
    {
        [FaultType.DigitWrong] = ["digit-wrong"],
        [FaultType.DigitsSwapped] = ["digits-swapped"],

        // A zero more or less is a point moved.
        [FaultType.DigitDropped] = ["digit-missing", "cut-digits", "decimal-moved"],
        [FaultType.DigitDoubled] = ["digit-extra", "decimal-moved"],
        [FaultType.PointMoved] = ["decimal-moved"],
        [FaultType.UnitSlip] = ["unit-slip"],
        [FaultType.PriorYearKept] = ["other-period"],
        [FaultType.RateCopied] = ["rate-of-neighbour", "rate-of-next"],
        [FaultType.WrongBase] = ["other-base"],

        // The next figure of its kind may be the rate of the item below.
        [FaultType.NeighbourValue] = ["value-of-neighbour", "rate-of-next", "rate-of-neighbour"],
        [FaultType.DirectionFlipped] = ["sign", "direction"],
        [FaultType.ColumnsSwapped] = ["columns-swapped"],
        [FaultType.TotalNotUpdated] = ["total-not-updated"],
    }.ToFrozenDictionary();

    /// <summary>The codes that count as right; empty for a type that has none.</summary>
    public static ImmutableArray<string> Of(FaultType type) => Right.GetValueOrDefault(type, []);
}
