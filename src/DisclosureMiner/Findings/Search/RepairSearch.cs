using System.Collections.Immutable;

namespace DisclosureMiner.Findings.Search;

/// <summary>
/// Finds the fewest changes that repair all broken equations and keep those that hold. Each connected part is first repaired greedily;
/// then, as long as the work allows, all better repairs are looked for (branch and bound: some number of a broken equation has to
/// change, and the equations say to what). Work is counted in steps, so that the outcome does not depend on the clock.
/// </summary>
internal sealed class RepairSearch(CauseGraph graph)
{
    /// <summary>Equations that are decided anew in one document, at most, beyond what the greedy repair needs.</summary>
    private const int MostSteps = 12_000;

    /// <summary>The same in one connected part.</summary>
    private const int MostStepsOfPart = 4_000;

    /// <summary>Beyond so many broken equations only the greedy repair is tried.</summary>
    private const int LargestExactPart = 40;

    /// <summary>More causes than this in one part are not told apart exactly.</summary>
    private const int MostChanges = 4;

    /// <summary>In a part with more causes than this no rivals are looked for.</summary>
    private const int MostChangesWithRivals = 12;

    /// <summary>No change costs less.</summary>
    private const decimal LeastCost = 0.93m;

    private readonly Candidates _candidates = new(graph);
    private int _steps;

    /// <summary>Equations that were decided anew so far.</summary>
    public int Steps => _steps;

    /// <summary>The repair of each connected part, in the order of the broken equations.</summary>
    public ImmutableArray<Repair> Find()
    {
        var repairs = ImmutableArray.CreateBuilder<Repair>();
        foreach (List<Equation> part in Parts.Of(graph))
        {
            repairs.Add(Find(part));
        }

        return repairs.ToImmutable();
    }

    /// <summary>Other changes that would do as well in the place of one, each with another first fact than the ones before; null when there is too much to try.</summary>
    /// <param name="repair">The repair.</param>
    /// <param name="change">One of its changes.</param>
    /// <param name="mended">The equations that it mends.</param>
    /// <param name="margin">How much more they may cost.</param>
    public ImmutableArray<Change>? Rivals(Repair repair, Change change, IReadOnlyList<Equation> mended, decimal margin)
    {
        if (_steps > MostSteps || repair.Changes.Length > MostChangesWithRivals)
        {
            return null;
        }

        Repair without = Repair.Begin(graph, repair.Open.Concat(mended));
        foreach (Change other in repair.Changes)
        {
            without = other == change ? without : without.With(other, ref _steps);
        }

        decimal gain = without.Gain(change, ref _steps);
        var moved = change.Moves.Select(move => move.Fact).ToHashSet();
        var rivals = new List<(Change Change, decimal Gain)>();
        foreach (int fact in mended.MinBy(equation => equation.Facts.Length)!.Facts.Where(fact => IsFree(fact, without.Assigned) && !moved.Contains(fact)))
        {
            foreach (Change rival in _candidates.Of(fact, without.Assigned).Where(rival => rival.Kind is CauseKind.Number or CauseKind.Copies))
            {
                decimal own = without.Gain(rival, ref _steps);
                if (own >= gain - margin)
                {
                    rivals.Add((rival, own));
                }
            }
        }

        return [.. rivals.OrderByDescending(rival => rival.Gain).Select(rival => rival.Change).DistinctBy(rival => rival.Moves[0].Fact)];
    }

    private static bool IsFree(int fact, Assignment assigned) => fact < assigned.Graph.Facts.Count && !assigned.Has(fact) && !assigned.Graph.Facts[fact].IsUnreadable;

    private Repair Find(List<Equation> part)
    {
        int begun = _steps;
        Repair best = Greedy(Repair.Begin(graph, part));
        if (part.Count <= LargestExactPart && begun < MostSteps)
        {
            int limit = _steps + MostStepsOfPart;
            for (int changes = 1; changes <= MostChanges && changes * LeastCost < best.Cost; changes++)
            {
                Improve(Repair.Begin(graph, part), changes, limit, ref best);
            }
        }

        return best;
    }

    private void Improve(Repair repair, int more, int limit, ref Repair best)
    {
        if (repair.Cost < best.Cost)
        {
            best = repair;
        }

        if (more == 0 || repair.Open.Count == 0 || _steps > limit || repair.ChangesCost + LeastCost >= best.Cost)
        {
            return;
        }

        Equation next = repair.Open.MinBy(equation => (equation.Facts.Length, equation.Order))!;
        var children = new List<(Change Change, decimal Cost)>();
        foreach (int fact in next.Facts.Where(fact => IsFree(fact, repair.Assigned)))
        {
            foreach (Change change in _candidates.Of(fact, repair.Assigned))
            {
                if (_steps > limit)
                {
                    break;
                }

                children.Add((change, repair.Cost - repair.Gain(change, ref _steps)));
            }
        }

        foreach ((Change change, decimal cost) in children.OrderBy(child => child.Cost))
        {
            // The last change has to be better by itself.
            if (cost < best.Cost || more > 1)
            {
                Improve(repair.With(change, ref _steps), more - 1, limit, ref best);
            }
        }
    }

    /// <summary>
    /// Makes the change that gains most, again and again. What a fact may gain at most is cheap to know, so that only facts are tried that may
    /// be the best; after a change only those near it are tried anew.
    /// </summary>
    private Repair Greedy(Repair repair)
    {
        var queue = new PriorityQueue<(int Fact, int Age, Change? Change), (decimal, int)>();
        var ages = new Dictionary<int, int>();
        Push(repair.Open.OrderBy(equation => equation.Order).SelectMany(equation => equation.Facts).Distinct());
        while (repair.Open.Count > 0 && queue.TryDequeue(out var entry, out _))
        {
            (int fact, int age, Change? change) = entry;
            if (age != ages[fact] || !IsFree(fact, repair.Assigned))
            {
                continue;
            }

            if (change is null)
            {
                (Change? own, decimal gain) = Best(fact, repair);
                if (own is not null)
                {
                    queue.Enqueue((fact, age, own), (-gain, fact));
                }

                continue;
            }

            Repair next = repair.With(change, ref _steps);
            if (next.Open.Count < repair.Open.Count)
            {
                repair = next;
                Push(change.Moves.SelectMany(move => graph.EquationsOf(move.Fact)).SelectMany(equation => equation.Facts).Distinct());
            }
        }

        return repair;

        void Push(IEnumerable<int> facts)
        {
            foreach (int fact in facts.Where(fact => IsFree(fact, repair.Assigned)))
            {
                ages[fact] = ages.GetValueOrDefault(fact) + 1;
                if (repair.MostGain(fact) is > 0 and var most)
                {
                    queue.Enqueue((fact, ages[fact], null), (LeastCost - most, fact));
                }
            }
        }
    }

    private (Change? Change, decimal Gain) Best(int fact, Repair repair)
    {
        (Change? change, decimal gain) = (null, decimal.MinValue);
        foreach (Change own in _candidates.Of(fact, repair.Assigned))
        {
            decimal ownGain = repair.Gain(own, ref _steps);
            if (ownGain > gain)
            {
                (change, gain) = (own, ownGain);
            }
        }

        return (change, gain);
    }
}
