using System.Collections.Immutable;
using DisclosureMiner.Scoring.Faults;

namespace DisclosureMiner.Scoring;

/// <summary>A figure of a score report for which the least value can be asked.</summary>
/// <param name="Id">Its name on the command line and in messages: <c>precision</c>.</param>
/// <param name="Parts">The tallies, each of which has to reach the least share, with a name for each in messages.</param>
public sealed record ScoreMeasure(string Id, ImmutableArray<(string Name, Func<ScoreTotals, Tally> Of)> Parts)
{
    /// <summary>All of them, in the order of the report.</summary>
    public static ImmutableArray<ScoreMeasure> All { get; } =
    [
        One("identity", totals => totals.Identity),
        One("tables", totals => totals.Tables.Found),
        One("kinds", totals => totals.Tables.Kind),
        One("cells", totals => totals.Tables.Cells),
        One("figures", totals => totals.Figures.Found),
        One("roles", totals => totals.Figures.Role),
        One("bindings", totals => totals.Figures.Bindings),
        One("decided", totals => totals.Ledger.All),
        new("coverage", [("coverage of cells", totals => totals.Tables.Covered), ("coverage of figures", totals => totals.Figures.Covered)]),
        One("precision", totals => totals.Discrepancies.Right),
        One("recall", totals => totals.Discrepancies.Found) with { OfFaults = faults => faults.Found },
        One("location", totals => totals.Discrepancies.Location) with { OfFaults = faults => faults.Located },
        One("culprit", totals => totals.Discrepancies.Culprit) with { OfFaults = faults => faults.Culprit },
        new("explanation", []) { OfFaults = faults => faults.Explained },
        new("once", []) { OfFaults = faults => faults.Once },
    ];

    /// <summary>The same measure over planted faults, or null for one that they do not have.</summary>
    public Func<FaultTally, Tally>? OfFaults { get; init; }

    private static ScoreMeasure One(string id, Func<ScoreTotals, Tally> of) => new(id, [(id, of)]);
}
