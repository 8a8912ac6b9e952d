using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>What became of each number over all obligations it takes part in.</summary>
internal static class Standings
{
    /// <summary>
    /// Reasons from the most to the least telling. What is wrong with the number itself says more than what is missing elsewhere.
    /// </summary>
    private static readonly string[] Telling =
    [
        "unreadable", "unknown-unit", "in-conflict", "last-digit", "ambiguous", "other-phase", "other-scope", "other-year", "zero-base",
        "partial-list", "no-base", "wide", "coarse", "missing-side",
    ];

    /// <summary>The standing of every fact, and of every place left unfilled, by its id.</summary>
    public static ImmutableDictionary<string, FactStanding> Of(
        IEnumerable<Fact> facts, IEnumerable<Figure> figures, IReadOnlyList<Ruling> ledger, IEnumerable<Cause> causes,
        IReadOnlyDictionary<string, string>? notApplicable = null)
    {
        var rulings = new Dictionary<string, List<Ruling>>(StringComparer.Ordinal);
        foreach (Ruling ruling in ledger)
        {
            foreach (string id in ruling.Obligation.Facts.Select(fact => fact.Id).Distinct(StringComparer.Ordinal))
            {
                if (!rulings.TryGetValue(id, out List<Ruling>? list))
                {
                    rulings[id] = list = [];
                }

                list.Add(ruling);
            }
        }

        // A note (a renamed subject, a plugged digit) says nothing against the number it quotes.
        var culprits = causes
            .Where(cause => cause.Culprit is not null && cause.Leading.IsBroken && cause.Severity != Severity.Note)
            .Select(cause => cause.Culprit!.Id)
            .ToHashSet(StringComparer.Ordinal);

        var standings = facts.ToImmutableDictionary(
            fact => fact.Id,
            fact => Of(fact, rulings.GetValueOrDefault(fact.Id) ?? [], notApplicable?.GetValueOrDefault(fact.Id), culprits.Contains(fact.Id)),
            StringComparer.Ordinal).ToBuilder();

        // An unfilled place states no number and is no fact; the obligation that found it knows it by its words.
        foreach (Figure figure in figures.Where(figure => figure.Role == FigureRole.Placeholder && !standings.ContainsKey(figure.Id)))
        {
            standings[figure.Id] = new FactStanding(
                FactVerdict.Contradicted,
                [.. ledger.Select(ruling => ruling.Obligation)
                    .Where(obligation => obligation.Passages.Any(passage => passage.Place.Touches(figure.Place)))
                    .Select(obligation => obligation.Id)],
                "");
        }

        return standings.ToImmutable();
    }

    /// <summary>That a part is not above its whole holds for almost any number and verifies none.</summary>
    private static bool Pins(Ruling ruling) => ruling.Obligation.Relation != Relation.AtMost;

    private static FactStanding Of(Fact fact, List<Ruling> rulings, string? notApplicable, bool isCulprit)
    {
        FactVerdict verdict =
            isCulprit || fact.Figure is { Role: FigureRole.Placeholder } ? FactVerdict.Contradicted
            : rulings.Exists(ruling => ruling.Verdict == Verdict.Exact && Pins(ruling)) ? FactVerdict.Verified
            : rulings.Exists(ruling => ruling.Verdict == Verdict.Rounding && Pins(ruling)) ? FactVerdict.Rounding
            : FactVerdict.Unchecked;
        return new FactStanding(
            verdict,
            [.. rulings.Select(ruling => ruling.Obligation.Id)],
            verdict == FactVerdict.Unchecked ? ReasonOf(fact, rulings, notApplicable) : "");
    }

    private static string ReasonOf(Fact fact, List<Ruling> rulings, string? notApplicable)
    {
        if (fact.IsUnreadable)
        {
            return "unreadable";
        }

        if (rulings.Count == 0)
        {
            return notApplicable ?? FactStanding.None.Reason;
        }

        var reasons = rulings.Select(ReasonOf).Where(reason => reason.Length > 0).ToList();
        return Telling.FirstOrDefault(reasons.Contains)
            ?? reasons.Order(StringComparer.Ordinal).FirstOrDefault()
            ?? (rulings.Exists(ruling => !Pins(ruling)) ? "bounded" : "not-decided");
    }

    private static string ReasonOf(Ruling ruling) => ruling.Verdict switch
    {
        Verdict.Conflict or Verdict.DecisionConflict => "in-conflict",
        Verdict.CutOrPlug or Verdict.UnlikelyRounding => "last-digit",
        Verdict.Undecidable when ruling.Reason.Length == 0 => "coarse",
        _ => ruling.Reason,
    };
}
