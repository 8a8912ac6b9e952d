using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.Across;

/// <summary>How surely two numbers of two documents should agree.</summary>
internal enum Firmness
{
    /// <summary>They are the same number.</summary>
    Same,

    /// <summary>The document says that numbers were worked out anew: a difference is a hint.</summary>
    Restated,

    /// <summary>They may be of another phase: agreement says something, a difference nothing.</summary>
    Loose,
}

/// <summary>
/// Collects the comparisons of a document with others. Where most numbers compared with one document differ, the two speak of
/// different money (a merger, another scope): then the differences are one hint, and none of them is a conflict.
/// </summary>
internal sealed class Comparisons(Evaluator evaluator)
{
    private const int MostNamed = 6;

    private readonly List<(Obligation Obligation, Firmness Firmness, AcrossDocument Partner)> _compared = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<Ruling> _others = [];

    /// <summary>Adds the comparison of a number with those documents that print it: the first with which it holds, else the first.</summary>
    public void Add(IEnumerable<(Obligation Obligation, AcrossDocument Partner)> candidates, Firmness firmness)
    {
        (Obligation Obligation, AcrossDocument Partner)[] all = [.. candidates];
        if (all.Length == 0)
        {
            return;
        }

        int chosen = Array.FindIndex(all, candidate => evaluator.Decide(candidate.Obligation).Holds);
        (Obligation obligation, AcrossDocument partner) = all[Math.Max(0, chosen)];
        string facts = string.Join(',', obligation.Facts.Select(fact => fact.Id));
        if (_seen.Add($"{obligation.Rule} {obligation.Relation} {facts}"))
        {
            _compared.Add((obligation, firmness, partner));
        }
    }

    /// <summary>Adds what is decided or not decided otherwise.</summary>
    public void Add(Ruling ruling) => _others.Add(ruling);

    /// <summary>Adds an obligation that stands for itself.</summary>
    public void Add(Obligation obligation) => _others.Add(evaluator.Decide(obligation));

    /// <summary>Adds a sum over several documents, which a difference leaves open for that reason, if there is one.</summary>
    public void AddSum(Obligation sum, string reason)
    {
        Ruling ruling = evaluator.Decide(sum);
        _others.Add(ruling.IsBroken && reason.Length > 0 ? Open(ruling, reason) : ruling);
    }

    /// <summary>All rulings, in the order in which they were added; comparisons first.</summary>
    public ImmutableArray<Ruling> Rulings()
    {
        var rulings = ImmutableArray.CreateBuilder<Ruling>();
        foreach (var group in _compared.GroupBy(one => (one.Obligation.Rule, one.Partner)))
        {
            (Ruling Ruling, Firmness Firmness)[] decided =
            [
                .. group.Select(one => (InDoubt(one.Obligation, one.Partner) ?? evaluator.Decide(one.Obligation), one.Firmness)),
            ];
            Ruling[] broken = [.. decided.Where(one => one.Ruling.IsBroken && one.Firmness != Firmness.Loose).Select(one => one.Ruling)];
            bool otherScope = broken.Length > 1 && broken.Length > decided.Count(one => one.Ruling.Holds);
            if (otherScope)
            {
                rulings.Add(OtherScope(broken, group.Key.Partner, decided.Length));
            }

            rulings.AddRange(decided.Select(one => (one.Ruling.IsBroken, one.Firmness) switch
            {
                (false, _) => one.Ruling,
                (true, _) when otherScope => Open(one.Ruling, "other-scope"),
                (true, Firmness.Loose) => Open(one.Ruling, "other-phase"),
                (true, Firmness.Restated) => one.Ruling with { Obligation = one.Ruling.Obligation with { Severity = Severity.Note } },
                _ => one.Ruling,
            }));
        }

        return [.. rulings, .. _others];
    }

    private static Ruling Open(Ruling ruling, string reason) => ruling with { Verdict = Verdict.NotChecked, Reason = reason };

    /// <summary>A number that its own document contradicts says nothing about another document; the conflict is told there.</summary>
    private static Ruling? InDoubt(Obligation obligation, AcrossDocument partner) =>
        obligation.Facts.Any(fact => fact.Source is not null && partner.IsDoubtful(fact))
            ? new Ruling(obligation, Verdict.NotChecked, "partner-in-doubt", null, null, null)
            : null;

    private static Ruling OtherScope(Ruling[] broken, AcrossDocument partner, int compared)
    {
        string differing = broken.Length.ToString(CultureInfo.InvariantCulture), all = compared.ToString(CultureInfo.InvariantCulture);
        Obligation first = broken[0].Obligation;
        return new Ruling(
            new Obligation(
                "", first.Rules, Relation.Logical, first.Stated,
                [.. broken.Take(MostNamed).SelectMany(ruling => ruling.Obligation.Facts).DistinctBy(fact => fact.Id).Where(fact => fact.Id != first.Stated?.Id).Select(fact => new Term(fact))],
                "", Severity.Note, "across-scope")
            {
                Outcome = new LogicalOutcome(false, new Bilingual(
                    $"与《{partner.Source!.Name}》可比的{all}个数中有{differing}个不同，口径可能有变",
                    $"{differing} of {all} numbers differ from those of 《{partner.Source.Name}》; their scope may have changed")),
            },
            Verdict.DecisionConflict, "", null, null, null);
    }
}
