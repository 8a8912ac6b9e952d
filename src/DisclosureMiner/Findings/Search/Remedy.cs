using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings.Search;

/// <summary>One change of a repair with the broken equations that it mends; without a change, an equation that nothing mends.</summary>
internal sealed class Remedy
{
    // A change that is dearer than another by more than this is no rival to it.
    private const decimal Margin = 0.1m;

    private readonly CauseGraph _graph;
    private readonly Change? _change;
    private readonly ImmutableArray<Change>? _rivals;

    private Remedy(CauseGraph graph, Change? change, List<Equation> mended, ImmutableArray<Change>? rivals)
    {
        _graph = graph;
        _change = change;
        Mended = mended;
        _rivals = rivals;
    }

    /// <summary>What it mends, in ledger order.</summary>
    public IReadOnlyList<Equation> Mended { get; }

    /// <summary>The remedies of a repair: each broken equation under one change that touches it.</summary>
    public static IEnumerable<Remedy> Of(Repair repair, RepairSearch search)
    {
        CauseGraph graph = repair.Assigned.Graph;
        Dictionary<Change, List<Equation>> own = new(ReferenceEqualityComparer.Instance);
        foreach (Change change in repair.Changes)
        {
            own[change] = [];
        }

        var moved = new Dictionary<int, Change>();
        foreach (Change change in repair.Changes)
        {
            foreach ((int fact, _) in change.Moves)
            {
                moved[fact] = change;
            }
        }

        IEnumerable<Equation> broken = repair.Changes.SelectMany(change => change.Moves).SelectMany(move => graph.EquationsOf(move.Fact))
            .Where(equation => equation.IsBroken && !repair.Open.Contains(equation)).Distinct();

        // Those that one change alone touches come first, so that no change is left with nothing of its own.
        foreach (var (equation, changes) in broken
            .Select(equation => (Equation: equation, Changes: equation.Facts.Where(moved.ContainsKey).Select(fact => moved[fact]).Distinct().ToList()))
            .OrderBy(pair => pair.Changes.Count).ThenBy(pair => pair.Equation.Order))
        {
            own[changes.MinBy(change => (own[change].Count > 0, -own[change].Count))!].Add(equation);
        }

        foreach ((Change change, List<Equation> mended) in own.Where(pair => pair.Value.Count > 0))
        {
            mended.Sort((one, other) => one.Order.CompareTo(other.Order));
            yield return new Remedy(graph, change, mended, search.Rivals(repair, change, mended, Margin));
        }

        foreach (Equation open in repair.Open)
        {
            yield return new Remedy(graph, null, [open], null);
        }
    }

    /// <summary>The cause to report.</summary>
    public Cause ToCause(Hypotheses hypotheses, Func<Ruling, Severity> severity)
    {
        Fact culprit = Culprit();
        ImmutableArray<Fact> with = _change is null ? [] : [.. _change.Moves.Select(move => _graph.Facts[move.Fact]).Where(fact => fact.Id != culprit.Id)];
        HashSet<string> changed = [culprit.Id, .. with.Select(fact => fact.Id)];
        List<Ruling> explained = [.. Mended.Select(equation => equation.Ruling)];
        Ruling leading = explained
            .OrderByDescending(severity)
            .ThenBy(ruling => ruling.Obligation.Stated?.Id == culprit.Id ? 0 : ruling.Obligation.Facts.Any(fact => fact.Id == culprit.Id) ? 1 : 2)
            .ThenBy(ruling => ruling.Obligation.Operands.Length)
            .First();
        explained.Remove(leading);
        explained.Insert(0, leading);
        decimal? repair = ValueOf(culprit) ?? (leading.Obligation.Stated?.Id == culprit.Id ? leading.Value : null);
        var kind = _change?.Kind ?? CauseKind.Number;
        var cause = new Cause(culprit, leading, [.. explained], repair, [], explained.Max(severity))
        {
            With = with,
            Kind = kind,
            Certainty = CertaintyOf(culprit, repair),
            Rivals = [.. (_rivals ?? []).Select(rival => new Rival(_graph.Facts[rival.Moves[0].Fact], rival.Moves[0].Value))],
        };
        return cause with { Hypotheses = hypotheses.For(cause) };
    }

    /// <summary>
    /// Two equations that agree on a value are as good as a proof unless another number would do as well; with one equation, that the
    /// other numbers are held elsewhere, or that a slip of the hand explains it, speaks for a number.
    /// </summary>
    private Certainty CertaintyOf(Fact culprit, decimal? repair)
    {
        bool isSlip = culprit.Printed is { } printed && repair is { } value && Slips.Weight(printed, value) >= 0.2m;
        bool isAlone = _rivals is { IsEmpty: true };
        return _change is null || repair is null ? Certainty.Open
            : Mended.Count > 1 && isAlone ? Certainty.Sure
            : Mended.Count > 1 || isAlone || isSlip ? Certainty.Likely
            : Certainty.Open;
    }

    private Fact Culprit()
    {
        if (_change is null)
        {
            return Mended[0].Obligation.Facts.First();
        }

        int named = _change.Moves.Select(move => move.Fact)
            .OrderByDescending(fact => Mended.Count(equation => equation.Facts.Contains(fact)))
            .ThenBy(fact => _graph.Facts[fact].Figure is null)
            .First();
        return _graph.Facts[named];
    }

    private decimal? ValueOf(Fact culprit) =>
        _change?.Moves.Where(move => _graph.Facts[move.Fact].Id == culprit.Id).Select(move => move.Value).FirstOrDefault();
}
