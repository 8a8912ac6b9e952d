using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>What a run came to, all documents together.</summary>
/// <param name="Statuses">How many documents ended how.</param>
/// <param name="Tables">Tables in all.</param>
/// <param name="Figures">How many figures of the narrative came to each verdict.</param>
/// <param name="Checks">How many obligations came to each verdict.</param>
/// <param name="Severities">How many discrepancies there are of each severity.</param>
/// <param name="Worst">The worst, the worst first.</param>
public sealed record RunSummary(
    Counts<MiningStatus> Statuses,
    int Tables,
    Counts<FactVerdict> Figures,
    Counts<Verdict> Checks,
    Counts<Severity> Severities,
    ImmutableArray<Finding> Worst)
{
    /// <summary>Adds up the documents.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="documents">In order.</param>
    /// <param name="worst">How many of the worst discrepancies are to be kept; notes are never among them.</param>
    public static RunSummary Of(DisclosureStore store, IEnumerable<LocatedDocument> documents, int worst)
    {
        var sum = new RunSummary(
            Counts<MiningStatus>.None, 0, Counts<FactVerdict>.None, Counts<Verdict>.None, Counts<Severity>.None, []);
        foreach (LocatedDocument located in documents)
        {
            DocumentRecord document = store.FindDocument(located.Id)!;
            ImmutableArray<Finding> findings = store.Findings(new FindingFilter(Document: located.Id));
            IEnumerable<Finding> grave = findings
                .Where(finding => finding.Discrepancy.Severity > Severity.Note)
                .Select(finding => finding with { Path = located.Path });
            sum = new RunSummary(
                sum.Statuses.Plus(document.Status),
                sum.Tables + document.Tables,
                sum.Figures + store.FigureVerdicts(located.Id),
                sum.Checks + document.Checks,
                sum.Severities + Counts<Severity>.Of(findings.Select(finding => finding.Discrepancy.Severity)),
                [.. sum.Worst.Concat(grave).OrderByDescending(Weight).Take(worst)]);
        }

        return sum;
    }

    // Errors before warnings; among them what changes the message before what is merely wrong.
    private static int Weight(Finding finding) =>
        (10 * (int)finding.Discrepancy.Severity) + (finding.Discrepancy.Verdict == Verdict.DecisionConflict ? 1 : 0);
}
