using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>What a run came to, all documents together.</summary>
/// <param name="Statuses">How many documents ended so; only those that occur.</param>
/// <param name="Tables">Tables in all.</param>
/// <param name="Figures">How many figures of the narrative came to each verdict.</param>
/// <param name="Checks">How many obligations came to each verdict.</param>
/// <param name="Severities">How many discrepancies there are of each severity.</param>
/// <param name="Worst">The worst, the worst first.</param>
public sealed record RunSummary(
    ImmutableSortedDictionary<MiningStatus, int> Statuses,
    int Tables,
    ImmutableSortedDictionary<FactVerdict, int> Figures,
    VerdictCounts Checks,
    ImmutableSortedDictionary<Severity, int> Severities,
    ImmutableArray<Finding> Worst)
{
    /// <summary>Adds up the documents.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="documents">In order.</param>
    /// <param name="worst">How many of the worst discrepancies are to be kept; notes are never among them.</param>
    public static RunSummary Of(DisclosureStore store, IEnumerable<LocatedDocument> documents, int worst)
    {
        var statuses = new Dictionary<MiningStatus, int>();
        Dictionary<FactVerdict, int> figures = Enum.GetValues<FactVerdict>().ToDictionary(verdict => verdict, _ => 0);
        Dictionary<Severity, int> severities = Enum.GetValues<Severity>().ToDictionary(severity => severity, _ => 0);
        VerdictCounts checks = VerdictCounts.None;
        int tables = 0;
        var kept = new List<Finding>();
        foreach (LocatedDocument located in documents)
        {
            DocumentRecord document = store.FindDocument(located.Id)!;
            statuses[document.Status] = statuses.GetValueOrDefault(document.Status) + 1;
            tables += document.Tables;
            checks += document.Checks;
            foreach ((FactVerdict verdict, int count) in store.FigureVerdicts(located.Id))
            {
                figures[verdict] += count;
            }

            foreach (Finding finding in store.Findings(new FindingFilter(Document: located.Id)))
            {
                severities[finding.Discrepancy.Severity]++;
                if (finding.Discrepancy.Severity > Severity.Note)
                {
                    kept.Add(finding with { Path = located.Path });
                }
            }

            kept = [.. kept.OrderByDescending(Weight).Take(worst)];
        }

        return new RunSummary(
            statuses.ToImmutableSortedDictionary(),
            tables,
            figures.ToImmutableSortedDictionary(),
            checks,
            severities.ToImmutableSortedDictionary(),
            [.. kept]);
    }

    // Errors before warnings; among them what changes the message before what is merely wrong.
    private static int Weight(Finding finding) =>
        (10 * (int)finding.Discrepancy.Severity) + (finding.Discrepancy.Verdict == Verdict.DecisionConflict ? 1 : 0);
}
