using System.Collections.Immutable;
using System.Globalization;

namespace DisclosureMiner.Checks.Across;

/// <summary>How surely numbers of two documents should agree.</summary>
internal enum Firmness
{
    /// <summary>They are the same number.</summary>
    Same,

    /// <summary>The document says that numbers were worked out anew: a difference is a hint.</summary>
    Restated,

    /// <summary>They may be of another phase: agreement says something, a difference nothing.</summary>
    OtherPhase,

    /// <summary>Money may be counted twice among the units: a difference says nothing.</summary>
    Transfers,
}

/// <summary>
/// Collects the comparisons of a document with others. Where most numbers that are compared differ, the documents speak of
/// different money (a merger, another scope): then the differences are one hint, and none of them is a conflict.
/// </summary>
internal sealed class Comparisons(Evaluator evaluator)
{
    private const int MostNamed = 6;

    private static readonly Bilingual Units = new("所属单位的文件", "the documents of its units");

    private readonly List<(Obligation Obligation, Firmness Firmness, IReadOnlyList<AcrossDocument> With, Bilingual Name)> _compared = [];
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
        string name = $"《{partner.Source!.Name}》";
        Add(obligation, [partner], new Bilingual(name, name), firmness);
    }

    /// <summary>Adds the comparison of a department's number with the sum of its units'.</summary>
    public void AddSum(Obligation sum, IReadOnlyList<AcrossDocument> units, Firmness firmness) => Add(sum, units, Units, firmness);

    /// <summary>Adds what is decided or not decided otherwise.</summary>
    public void Add(Ruling ruling) => _others.Add(ruling);

    /// <summary>Adds an obligation that stands for itself.</summary>
    public void Add(Obligation obligation) => _others.Add(evaluator.Decide(obligation));

    /// <summary>All rulings: what stands for itself first, then the comparisons, document by document.</summary>
    public ImmutableArray<Ruling> Rulings()
    {
        List<Ruling> rulings = [.. _others];
        foreach (var group in _compared.GroupBy(one => one.Name))
        {
            (Ruling Ruling, Firmness Firmness)[] decided = [.. group.Select(one => (Decide(one.Obligation, one.With), one.Firmness))];
            Ruling[] broken = [.. decided.Where(one => one.Ruling.IsBroken && one.Firmness < Firmness.OtherPhase).Select(one => one.Ruling)];
            int differing = NumbersOf(broken), agreeing = NumbersOf(decided.Select(one => one.Ruling).Where(ruling => ruling.Holds));
            bool otherScope = differing > 1 && differing > agreeing;
            if (otherScope)
            {
                rulings.Add(OtherScope(broken, group.Key, differing, differing + agreeing));
            }

            rulings.AddRange(decided.Select(one => (one.Ruling.IsBroken || one.Ruling.Verdict is Verdict.CutOrPlug or Verdict.UnlikelyRounding, one.Firmness) switch
            {
                (false, _) => one.Ruling,
                (true, Firmness.OtherPhase) => Open(one.Ruling, "other-phase"),
                (true, Firmness.Transfers) => Open(one.Ruling, "transfers"),
                (true, _) when !one.Ruling.IsBroken => one.Ruling,
                (true, _) when otherScope => Open(one.Ruling, "other-scope"),
                (true, Firmness.Restated) => one.Ruling with { Obligation = one.Ruling.Obligation with { Severity = Severity.Note } },
                _ => one.Ruling,
            }));
        }

        return [.. rulings];
    }

    private void Add(Obligation obligation, IReadOnlyList<AcrossDocument> with, Bilingual name, Firmness firmness)
    {
        if (_seen.Add($"{obligation.Rule} {obligation.Relation} {string.Join(',', obligation.Facts.Select(fact => fact.Id))}"))
        {
            _compared.Add((obligation, firmness, with, name));
        }
    }

    /// <summary>A number that its own document contradicts breaks nothing in another one; the conflict is told there.</summary>
    private Ruling Decide(Obligation obligation, IReadOnlyList<AcrossDocument> partners)
    {
        Ruling ruling = evaluator.Decide(obligation);
        bool isDoubtful = ruling.IsBroken
            && obligation.Facts.Any(fact => partners.Any(partner => partner.Source == fact.Source && partner.IsDoubtful(fact)));
        return isDoubtful ? Open(ruling, "partner-in-doubt") : ruling;
    }

    /// <summary>How many numbers of other documents are compared; a change and a rate may lead back to one.</summary>
    private static int NumbersOf(IEnumerable<Ruling> rulings) => rulings
        .Select(ruling => ruling.Obligation.Facts.First(fact => fact.Source is not null).Id)
        .Distinct(StringComparer.Ordinal)
        .Count();

    private static Ruling Open(Ruling ruling, string reason) => ruling with { Verdict = Verdict.NotChecked, Reason = reason };

    private static Ruling OtherScope(Ruling[] broken, Bilingual with, int differing, int compared)
    {
        string some = differing.ToString(CultureInfo.InvariantCulture), all = compared.ToString(CultureInfo.InvariantCulture);
        Obligation first = broken[0].Obligation;
        return new Ruling(
            new Obligation(
                "", [.. broken.SelectMany(ruling => ruling.Obligation.Rules).Distinct(StringComparer.Ordinal)], Relation.Logical, first.Stated,
                [
                    .. broken.Take(MostNamed).SelectMany(ruling => ruling.Obligation.Facts)
                        .DistinctBy(fact => fact.Id).Where(fact => fact.Id != first.Stated?.Id).Select(fact => new Term(fact)),
                ],
                "", Severity.Note, "across-scope")
            {
                Outcome = new LogicalOutcome(false, new Bilingual(
                    $"与{with.Zh}可比的{all}个数中有{some}个不同，口径可能有变",
                    $"{some} of {all} numbers differ from those of {with.En}; their scope may have changed")),
            },
            Verdict.DecisionConflict, "", null, null, null);
    }
}
