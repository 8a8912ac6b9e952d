using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Scoring;

/// <summary>How much of a ledger was decided, one way or the other.</summary>
/// <param name="All">Of all obligations.</param>
/// <param name="AgainstTables">Of those that hold a number of the narrative against a cell, see <see cref="IsAgainstTables"/>.</param>
/// <param name="ByFamily">Of each family of rules (B, BX, F, N …), an obligation with several ids counted for the leading one.</param>
public sealed record LedgerShare(Tally All, Tally AgainstTables, ImmutableSortedDictionary<string, Tally> ByFamily)
{
    /// <summary>No obligation.</summary>
    public static LedgerShare Empty { get; } = new(default, default, ImmutableSortedDictionary.Create<string, Tally>(StringComparer.Ordinal));

    /// <summary>Both together.</summary>
    public static LedgerShare operator +(LedgerShare x, LedgerShare y) => new(
        x.All + y.All,
        x.AgainstTables + y.AgainstTables,
        Tallies.Add(x.ByFamily, y.ByFamily));

    /// <summary>The shares of one document.</summary>
    public static LedgerShare Of(ImmutableArray<Ruling> ledger) => new(
        Decided(ledger),
        Decided(ledger.Where(ruling => IsAgainstTables(ruling.Obligation))),
        ledger.GroupBy(ruling => Wording.FamilyOf(ruling.Obligation.Rule), StringComparer.Ordinal)
            .ToImmutableSortedDictionary(family => family.Key, Decided, StringComparer.Ordinal));

    /// <summary>
    /// Whether an obligation holds the narrative against the tables: one that asks for the cell of an amount (N-01), found or not, and any other
    /// that a figure and a cell take part in (a share of a whole that only a table prints).
    /// </summary>
    private static bool IsAgainstTables(Obligation obligation) =>
        obligation.Rules.Contains(CellOfAnAmount)
        || (obligation.Facts.Any(fact => fact.Figure is not null) && obligation.Facts.Any(fact => fact.Cell is not null));

    private const string CellOfAnAmount = "N-01";

    private static Tally Decided(IEnumerable<Ruling> rulings) => rulings.Aggregate(default(Tally), (tally, ruling) => tally.And(ruling.IsDecided));
}
