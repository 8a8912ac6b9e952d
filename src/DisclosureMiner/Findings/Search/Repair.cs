using System.Collections.Immutable;

namespace DisclosureMiner.Findings.Search;

/// <summary>Changes tried together on some broken equations, and what has become of these and of those that held.</summary>
internal sealed class Repair
{
    // Leaving an equation broken is worse than one more cause.
    private const decimal OfOpen = 1.6m;

    private readonly HashSet<Equation> _hurt;

    private Repair(Assignment assigned, ImmutableArray<Change> changes, HashSet<Equation> open, HashSet<Equation> hurt, decimal changesCost)
    {
        Assigned = assigned;
        Changes = changes;
        Open = open;
        _hurt = hurt;
        ChangesCost = changesCost;
        Cost = changesCost + (OfOpen * open.Count) + hurt.Sum(equation => equation.Cost);
    }

    /// <summary>The numbers as changed.</summary>
    public Assignment Assigned { get; }

    /// <summary>The changes, in the order in which they were made.</summary>
    public ImmutableArray<Change> Changes { get; }

    /// <summary>What is still broken.</summary>
    public HashSet<Equation> Open { get; }

    /// <summary>The cost of the changes alone, which more changes do not lower.</summary>
    public decimal ChangesCost { get; }

    /// <summary>The cost of all: changes, what is still broken, and what held and no longer does.</summary>
    public decimal Cost { get; }

    /// <summary>Nothing changed yet.</summary>
    public static Repair Begin(CauseGraph graph, IEnumerable<Equation> broken) => new(new Assignment(graph), [], [.. broken], [], 0m);

    /// <summary>This with one more change. <paramref name="steps"/> grows by the work that was done.</summary>
    public Repair With(Change change, ref int steps)
    {
        Assignment assigned = Assigned.With(change);
        var open = new HashSet<Equation>(Open);
        var hurt = new HashSet<Equation>(_hurt);
        foreach (Equation equation in Touched(change))
        {
            steps += equation.Steps;
            (equation.IsBroken ? open : hurt).Remove(equation);
            if (!equation.Holds(assigned))
            {
                (equation.IsBroken ? open : hurt).Add(equation);
            }
        }

        return new Repair(assigned, Changes.Add(change), open, hurt, ChangesCost + change.Cost);
    }

    /// <summary>By how much a change would lower <see cref="Cost"/>, without making it.</summary>
    public decimal Gain(Change change, ref int steps)
    {
        Assignment assigned = Assigned.Trying(change);
        decimal gain = -change.Cost;
        foreach (Equation equation in Touched(change))
        {
            steps += equation.Steps;
            bool held = !(equation.IsBroken ? Open : _hurt).Contains(equation);
            bool holds = equation.Holds(assigned);
            if (held != holds)
            {
                gain += (holds ? 1 : -1) * (equation.IsBroken ? OfOpen : equation.Cost);
            }
        }

        return gain;
    }

    /// <summary>No change of this fact lowers <see cref="Cost"/> by more.</summary>
    public decimal MostGain(int fact)
    {
        CauseGraph graph = Assigned.Graph;
        int open = graph.CopiesOf(fact).Concat(graph.NamesakesOf(fact)).Concat(graph.BesideInRow(fact)).Append(fact).Distinct()
            .SelectMany(graph.EquationsOf).Distinct().Count(Open.Contains);
        return OfOpen * open;
    }

    private IEnumerable<Equation> Touched(Change change) => change.Moves is [var only]
        ? Assigned.Graph.EquationsOf(only.Fact)
        : change.Moves.SelectMany(move => Assigned.Graph.EquationsOf(move.Fact)).Distinct();
}
