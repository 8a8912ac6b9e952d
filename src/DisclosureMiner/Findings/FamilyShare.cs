using System.Collections.Immutable;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Findings;

/// <summary>How much of one family of rules was decided.</summary>
/// <param name="Family">T, D, B, BX, F, FX, N or X.</param>
/// <param name="Decided">Obligations that were decided one way or the other.</param>
/// <param name="Total">All obligations of the family.</param>
public sealed record FamilyShare(string Family, int Decided, int Total)
{
    private static readonly ImmutableArray<string> Families = ["T", "D", "B", "BX", "F", "FX", "N", "X"];

    /// <summary>By the order in which families are shown; those that nobody knows come last.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create((one, other) =>
        Place(one) != Place(other) ? Place(one).CompareTo(Place(other)) : string.CompareOrdinal(one, other));

    /// <summary>The families that occur in a ledger, each obligation counted with its leading rule.</summary>
    public static ImmutableArray<FamilyShare> Of(IEnumerable<Ruling> ledger) => Ordered(ledger
        .GroupBy(ruling => Wording.FamilyOf(ruling.Obligation.Rule))
        .Select(family => new FamilyShare(family.Key, family.Count(ruling => ruling.IsDecided), family.Count())));

    /// <summary>The shares of several documents together.</summary>
    public static ImmutableArray<FamilyShare> Sum(IEnumerable<FamilyShare> shares) => Ordered(shares
        .GroupBy(share => share.Family)
        .Select(family => new FamilyShare(family.Key, family.Sum(share => share.Decided), family.Sum(share => share.Total))));

    private static ImmutableArray<FamilyShare> Ordered(IEnumerable<FamilyShare> shares) =>
        [.. shares.OrderBy(share => share.Family, Order)];

    private static int Place(string family) => Families.IndexOf(family) is var place and >= 0 ? place : Families.Length;
}
