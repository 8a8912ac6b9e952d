using System.Collections.Immutable;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Findings;

/// <summary>How much of one family of rules was decided.</summary>
/// <param name="Family">T, D, B, BX, F, FX, N or X.</param>
/// <param name="Decided">Obligations that were decided one way or the other.</param>
/// <param name="Total">All obligations of the family.</param>
public sealed record FamilyShare(string Family, int Decided, int Total)
{
    /// <summary>The families in the order in which they are shown.</summary>
    public static ImmutableArray<string> Families { get; } = ["T", "D", "B", "BX", "F", "FX", "N", "X"];

    /// <summary>The families that occur in a ledger, each obligation counted with its leading rule.</summary>
    public static ImmutableArray<FamilyShare> Of(IEnumerable<Ruling> ledger) => Ordered(ledger
        .GroupBy(ruling => Wording.FamilyOf(ruling.Obligation.Rule))
        .Select(family => new FamilyShare(family.Key, family.Count(ruling => ruling.IsDecided), family.Count())));

    /// <summary>The shares of several documents together.</summary>
    public static ImmutableArray<FamilyShare> Sum(IEnumerable<FamilyShare> shares) => Ordered(shares
        .GroupBy(share => share.Family)
        .Select(family => new FamilyShare(family.Key, family.Sum(share => share.Decided), family.Sum(share => share.Total))));

    private static ImmutableArray<FamilyShare> Ordered(IEnumerable<FamilyShare> shares) =>
        [.. shares.OrderBy(share => Families.IndexOf(share.Family) is var place && place < 0 ? Families.Length : place).ThenBy(share => share.Family, StringComparer.Ordinal)];
}
