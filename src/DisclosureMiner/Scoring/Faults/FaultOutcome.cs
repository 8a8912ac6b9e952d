using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>What became of one planted fault.</summary>
/// <param name="Document">The document's name in its truth.</param>
/// <param name="MediaType">What kind of file it was planted into.</param>
/// <param name="Type">What went wrong.</param>
/// <param name="Where">The place, for people.</param>
/// <param name="What">What was printed and what is printed now.</param>
/// <param name="Reason">Why no reader of the document can find it; empty when one can.</param>
/// <param name="IsFound">Whether something was reported that is not reported of the document without the fault.</param>
/// <param name="IsLocated">Whether a report has the place of the fault among its evidence.</param>
/// <param name="IsCulprit">Whether a report names the faulty number or words as the cause.</param>
/// <param name="IsExplained">Whether the first hypothesis offered is what was done; null for a type of which there is none.</param>
/// <param name="Reports">What was reported anew, in words.</param>
public sealed record FaultOutcome(
    string Document,
    string MediaType,
    FaultType Type,
    string Where,
    string What,
    string Reason,
    bool IsFound,
    bool IsLocated,
    bool IsCulprit,
    bool? IsExplained,
    ImmutableArray<string> Reports)
{
    /// <summary>Whether something else in the document contradicts the fault.</summary>
    public bool IsDetectable => Reason.Length == 0;

    /// <summary>Compares what was mined with and without the fault.</summary>
    internal static FaultOutcome Of(Fault fault, PlantedDocument planted, MinedDocument clean, MinedDocument mined)
    {
        // Words left in from another document are editorial and worth a note (D-02, D-03, D-04); all else is a warning at least.
        Severity least = fault.Type is FaultType.ForeignName or FaultType.ForeignYear or FaultType.StaleNote ? Severity.Note : Severity.Warning;
        HashSet<string> before = [.. clean.Discrepancies.Select(Story)];
        List<Discrepancy> reported = [.. mined.Discrepancies.Where(found => found.Severity >= least && !before.Contains(Story(found)))];
        List<Discrepancy> located = reported.FindAll(found => found.Evidence.Any(evidence => Hits(evidence.Place)));
        Discrepancy? naming = located.Find(IsNamed) ?? located.FirstOrDefault();
        ImmutableArray<string> right = FaultExplanations.Of(fault.Type);
        return new FaultOutcome(
            clean.Path,
            clean.MediaType,
            fault.Type,
            fault.Where,
            fault.What,
            fault.Reason,
            reported.Count > 0,
            located.Count > 0,
            located.Exists(IsNamed),
            right.IsEmpty ? null : naming is { Hypotheses: [var first, ..] } && right.Contains(first.Code),
            [.. reported.Select(found => found.Message.Zh)]);

        bool IsNamed(Discrepancy found) => Hits(found.Culprit?.Place ?? found.Evidence[0].Place);

        bool Hits(Place place) => planted.Targets.Any(target => QuoteFinder.Touch(target, place));
    }

    private static string Story(Discrepancy found) =>
        found.Ruling.Obligation.Rule + "|" + string.Join('|', found.Evidence.Select(evidence => evidence.Quote + evidence.Value));
}
