using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings.Search;

/// <summary>Other numbers in the places of some facts; an open one may be anything.</summary>
internal sealed class Assignment
{
    // What is settled lies in the dictionary; what is only tried lies on top of it.
    private readonly Dictionary<int, decimal?> _settled;
    private readonly ImmutableArray<(int Fact, decimal? Value)> _tried;

    /// <summary>Every number as it is printed.</summary>
    public Assignment(CauseGraph graph)
        : this(graph, [], [])
    {
    }

    private Assignment(CauseGraph graph, Dictionary<int, decimal?> settled, ImmutableArray<(int, decimal?)> tried)
    {
        Graph = graph;
        _settled = settled;
        _tried = tried;
    }

    /// <summary>The graph whose facts these are.</summary>
    public CauseGraph Graph { get; }

    /// <summary>This with a change.</summary>
    public Assignment With(Change change)
    {
        var settled = new Dictionary<int, decimal?>(_settled);
        foreach ((int fact, decimal? value) in change.Moves)
        {
            settled[fact] = value;
        }

        return new Assignment(Graph, settled, []);
    }

    /// <summary>This with a change that is only tried.</summary>
    public Assignment Trying(Change change) => new(Graph, _settled, change.Moves);

    /// <summary>Whether the fact has another number here, and which: a value in the base unit, or null where it is open.</summary>
    public bool TryGet(int fact, out decimal? value)
    {
        foreach ((int tried, decimal? other) in _tried)
        {
            if (tried == fact)
            {
                value = other;
                return true;
            }
        }

        return _settled.TryGetValue(fact, out value);
    }

    /// <summary>Whether the fact has another number here.</summary>
    public bool Has(int fact) => TryGet(fact, out _);

    /// <summary>The value of a fact in the base unit; of an open one what is printed.</summary>
    public decimal ValueOf(int fact) => TryGet(fact, out decimal? value) && value is { } known ? known : Graph.BaseOf(fact);

    /// <summary>The fact with its number of this assignment, in its own unit and at the decimals that its place keeps.</summary>
    public Fact Restated(int number, Fact fact)
    {
        if (!TryGet(number, out decimal? value) || value is not { } known)
        {
            return fact;
        }

        Unit unit = Graph.UnitOf(number);
        return fact.Stating(new Printed(known / unit.Factor, Graph.DecimalsOf(number), unit));
    }
}
