using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings.Search;

/// <summary>A decided obligation over numbers, as the search for causes sees it: what becomes of it when some of them change.</summary>
internal sealed class Equation
{
    // That a part is not above its whole holds for almost any number, so that it speaks for none of them.
    private const decimal OfBound = 0.3m;
    private const decimal OfEquation = 0.9m;

    // Of a rate on a base of nothing only the rate can be meant.
    private const string ZeroBase = "zero-base";

    private readonly Evaluator _evaluator;
    private readonly decimal[]? _weights;
    private readonly decimal _gap;
    private readonly decimal _slack;

    /// <param name="order">Tells it from others and puts them in order: the broken ones first, in ledger order.</param>
    /// <param name="ruling">The obligation and what became of it.</param>
    /// <param name="isBroken">Whether it is to be repaired; else it is to be kept.</param>
    /// <param name="facts">Its facts as the graph numbers them, each once, in the order of the obligation.</param>
    /// <param name="evaluator">Decides what is not linear.</param>
    /// <param name="leeway">Of what is linear.</param>
    public Equation(int order, Ruling ruling, bool isBroken, int[] facts, Evaluator evaluator, Leeway leeway)
    {
        Order = order;
        Ruling = ruling;
        IsBroken = isBroken;
        Facts = facts;
        _evaluator = evaluator;
        if (IsLinear)
        {
            _weights = Weights();
            _gap = Obligation.Relation == Relation.Closes ? 100m : 0m;
            Fact[] distinct = [.. Obligation.Facts.DistinctBy(fact => fact.Id)];
            for (int i = 0; i < distinct.Length; i++)
            {
                _gap += _weights[i] * (distinct[i].Printed?.Base ?? 0m);
            }

            // What only just fails is repaired when it fails no more.
            decimal slack = leeway.Of(Obligation);
            _slack = isBroken && !ruling.IsBroken ? Math.Min(slack, Math.Abs(_gap) / 2) : slack;
        }
    }

    /// <summary>Tells it from others and puts them in order: the broken ones first, in ledger order.</summary>
    public int Order { get; }

    /// <summary>The obligation and what became of it.</summary>
    public Ruling Ruling { get; }

    /// <summary>The obligation.</summary>
    public Obligation Obligation => Ruling.Obligation;

    /// <summary>Whether it is to be repaired.</summary>
    public bool IsBroken { get; }

    /// <summary>Its facts as the graph numbers them.</summary>
    public int[] Facts { get; }

    /// <summary>What it costs to break it, where one cause costs 1.</summary>
    public decimal Cost => Obligation.Relation == Relation.AtMost ? OfBound : OfEquation;

    /// <summary>How much work it is to decide it anew.</summary>
    public int Steps => _weights is null ? 8 : 1;

    private bool IsLinear => Obligation.Relation is Relation.Sum or Relation.AtMost or Relation.Closes;

    /// <summary>Whether it is not broken with other numbers in the places of some.</summary>
    public bool Holds(Assignment assigned)
    {
        if (_weights is not null)
        {
            return GapOf(assigned) is not { } gap || (Obligation.Relation == Relation.AtMost ? gap <= _slack : Math.Abs(gap) <= _slack);
        }

        return Restated(assigned) is not { } restated || IsMended(_evaluator.Decide(restated));
    }

    /// <summary>The value (base unit) of one of its facts with which it would hold, and how far that may be off; null when it does not pin it.</summary>
    public (decimal Value, decimal Slack)? Wanted(int fact, Assignment assigned)
    {
        if (_weights is not null)
        {
            int at = Array.IndexOf(Facts, fact);
            return at >= 0 && _weights[at] != 0 && GapOf(assigned) is { } gap
                ? (assigned.ValueOf(fact) - (gap / _weights[at]), _slack / Math.Abs(_weights[at]))
                : null;
        }

        if (Ruling.Reason == ZeroBase || Restated(assigned) is not { } restated)
        {
            return null;
        }

        string id = assigned.Graph.Facts[fact].Id;
        return restated.Facts.FirstOrDefault(other => other.Id == id) is { } own ? Repairs.Of(restated, own) : null;
    }

    private bool IsMended(Ruling ruling) => Ruling.IsBroken || !IsBroken ? !ruling.IsBroken : ruling.Holds;

    private decimal? GapOf(Assignment assigned)
    {
        decimal gap = _gap;
        for (int i = 0; i < Facts.Length; i++)
        {
            if (assigned.TryGet(Facts[i], out decimal? value))
            {
                if (value is not { } known)
                {
                    return null;
                }

                gap += _weights![i] * (known - assigned.Graph.BaseOf(Facts[i]));
            }
        }

        return gap;
    }

    /// <summary>The obligation over the assigned numbers; null when one of them is open.</summary>
    private Obligation? Restated(Assignment assigned)
    {
        foreach (int fact in Facts)
        {
            if (assigned.TryGet(fact, out decimal? value) && value is null)
            {
                return null;
            }
        }

        return Obligation with
        {
            Stated = Obligation.Stated is { } stated ? Restated(stated) : null,
            Operands = [.. Obligation.Operands.Select(term => term with { Fact = Restated(term.Fact) })],
        };

        Fact Restated(Fact fact) => assigned.Restated(assigned.Graph.NumberOf(fact), fact);
    }

    private decimal[] Weights()
    {
        var weights = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var order = new List<string>();
        void Add(Fact? fact, decimal weight)
        {
            if (fact is not null)
            {
                if (!weights.TryAdd(fact.Id, weight))
                {
                    weights[fact.Id] += weight;
                }
                else
                {
                    order.Add(fact.Id);
                }
            }
        }

        Add(Obligation.Stated, 1m);
        foreach (Term term in Obligation.Operands)
        {
            Add(term.Fact, -term.Sign);
        }

        return [.. order.Select(id => weights[id])];
    }
}
