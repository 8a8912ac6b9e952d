using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>
/// Joins what a document owes to others to what was found in it alone. That stays as it is, so that a decision about it is not lost when
/// another document arrives: conflicts over a number that is already at fault are told with it, and only the others are reported anew.
/// </summary>
internal static class AcrossFindings
{
    /// <summary>The document with everything.</summary>
    /// <param name="alone">What checking it alone gave.</param>
    /// <param name="across">What it owes to others, decided and numbered on from its ledger.</param>
    public static MinedDocument Join(MinedDocument alone, ImmutableArray<Ruling> across)
    {
        if (across.IsEmpty || alone.Document is not { } document)
        {
            return alone;
        }

        ILookup<int, Ruling> byCulprit = across.ToLookup(ruling => KnownFor(alone, ruling));
        Ruling[] unknown = [.. byCulprit[-1]];
        ImmutableArray<Cause> causes =
        [
            .. Merge(RootCauses.Find([.. alone.Ledger.Where(ruling => ruling.Holds), .. unknown], alone.Facts).Select(cause => Here(cause, alone.Facts))),
        ];
        var context = new MinedContext(document.Organisation, document.Genre, document.FiscalYear, document);
        ImmutableArray<Discrepancy> known = [.. alone.Discrepancies.Select((discrepancy, i) => With(discrepancy, [.. byCulprit[i]]))];
        ImmutableArray<Ruling> ledger = [.. alone.Ledger, .. across];
        return alone with
        {
            Ledger = ledger,
            Discrepancies = [.. known.Concat(DiscrepancyWriter.Write(causes, context)).OrderByDescending(discrepancy => discrepancy.Severity)],
            Standings = Standings.Of(alone.Facts, alone.Figures, ledger, [.. alone.Discrepancies.Select(CauseOf), .. causes], NotApplicable(alone)),
        };
    }

    /// <summary>The discrepancy that tells already that a number of the obligation is at fault, or -1. A list of changes is told by itself.</summary>
    private static int KnownFor(MinedDocument alone, Ruling ruling)
    {
        bool fails = ruling.Obligation.Outcome is null && (ruling.IsBroken || ruling.Verdict is Verdict.CutOrPlug or Verdict.UnlikelyRounding);
        return !fails ? -1 : Enumerable.Range(0, alone.Discrepancies.Length).FirstOrDefault(
            i => alone.Discrepancies[i] is { Severity: not Severity.Note, Culprit: { } culprit }
                && ruling.Obligation.Facts.Any(fact => fact.Id == culprit.Id),
            -1);
    }

    private static Discrepancy With(Discrepancy discrepancy, ImmutableArray<Ruling> across) => across.IsEmpty
        ? discrepancy
        : discrepancy with
        {
            Caused = [.. discrepancy.Caused, .. across.Select(ruling => ruling.Obligation.Id)],
            Evidence =
            [
                .. discrepancy.Evidence,
                .. across.SelectMany(ruling => ruling.Obligation.Facts).Where(fact => fact.Source is not null).DistinctBy(fact => fact.Id)
                    .Select(fact => DiscrepancyWriter.EvidenceOf(fact, "operand")),
            ],
        };

    /// <summary>A cause is told in the document that it is found in, whichever of the two is more likely to be at fault.</summary>
    private static Cause Here(Cause cause, IReadOnlyList<Fact> facts)
    {
        if (cause.Culprit?.Source is null)
        {
            return cause;
        }

        Cause here = cause with
        {
            Culprit = cause.Leading.Obligation.Stated,
            Repair = cause.Leading.Value,
            Kind = CauseKind.Number,
            With = [],
            Rivals = [],
            Certainty = Certainty.Open,
        };
        return here with { Hypotheses = here.Culprit is null ? [] : new Hypotheses(facts).For(here) };
    }

    /// <summary>
    /// One number that differs between documents differs by as much in every total above it and in every table that prints it again: what
    /// breaks one rule by one and the same difference is one cause.
    /// </summary>
    private static List<Cause> Merge(IEnumerable<Cause> causes)
    {
        var merged = new List<Cause>();
        foreach (Cause cause in causes)
        {
            int same = cause.Leading.Difference is null ? -1 : merged.FindIndex(other => AreOne(other.Leading, cause.Leading));
            if (same < 0)
            {
                merged.Add(cause);
            }
            else
            {
                merged[same] = merged[same] with { Explained = [.. merged[same].Explained, .. cause.Explained], Repair = null, Rivals = [], Hypotheses = [] };
            }
        }

        return merged;
    }

    private static bool AreOne(Ruling one, Ruling other) =>
        one.Obligation.Rule == other.Obligation.Rule
        && one.IsBroken == other.IsBroken
        && one.Difference is { } a && other.Difference is { } b
        && Math.Abs(a - b) <= one.Obligation.Facts.Concat(other.Obligation.Facts).Max(fact => fact.Printed?.LastDigit ?? 0m)
        && one.Obligation.Facts.Select(fact => fact.Source).Distinct().SequenceEqual(other.Obligation.Facts.Select(fact => fact.Source).Distinct());

    private static Dictionary<string, string> NotApplicable(MinedDocument alone) => alone.Standings
        .Where(standing => standing.Value.Obligations.IsEmpty)
        .ToDictionary(standing => standing.Key, standing => standing.Value.Reason, StringComparer.Ordinal);

    private static Cause CauseOf(Discrepancy discrepancy) =>
        new(discrepancy.Culprit, discrepancy.Ruling, [discrepancy.Ruling], discrepancy.Repair, [], discrepancy.Severity);
}
