using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings.Search;

/// <summary>Other numbers in the places of some facts; an open one may be anything.</summary>
internal sealed class Assignment(CauseGraph graph)
{
    /// <summary>The graph whose facts these are.</summary>
    public CauseGraph Graph => graph;

    /// <summary>Facts with their values in the base unit; null where it is open.</summary>
    public ImmutableArray<(int Fact, decimal? Value)> Moves { get; private init; } = [];

    /// <summary>This with a change.</summary>
    public Assignment With(Change change) => new(graph) { Moves = Moves.AddRange(change.Moves) };

    /// <summary>Whether the fact has another number here.</summary>
    public bool Has(int fact)
    {
        foreach ((int moved, _) in Moves)
        {
            if (moved == fact)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of a fact in the base unit; of an open one what is printed.</summary>
    public decimal ValueOf(int fact)
    {
        foreach ((int moved, decimal? value) in Moves)
        {
            if (moved == fact && value is { } known)
            {
                return known;
            }
        }

        return graph.BaseOf(fact);
    }

    /// <summary>The fact with its number of this assignment, in its own unit and at the decimals that its place keeps.</summary>
    public Fact Restated(Fact fact)
    {
        foreach ((int moved, decimal? value) in Moves)
        {
            if (value is { } known && graph.Facts[moved].Id == fact.Id)
            {
                Unit unit = graph.UnitOf(moved);
                return fact.Stating(new Printed(known / unit.Factor, graph.DecimalsOf(moved), unit));
            }
        }

        return fact;
    }
}

/// <summary>One thing that may have gone wrong: what would have to be printed instead.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="Moves">Facts with their new values in the base unit, null where nothing pins it; the one to name first at the front.</param>
/// <param name="Cost">1 for a cause, and a little for what makes it less plausible than others.</param>
internal sealed record Change(CauseKind Kind, ImmutableArray<(int Fact, decimal? Value)> Moves, decimal Cost);
