using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings.Search;

/// <summary>
/// The facts that broken obligations speak of, with everything else that is said of them: the other prints of the same fact, and the
/// obligations that hold and have to be kept.
/// </summary>
internal sealed class CauseGraph
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Fact> _facts = [];
    private readonly List<List<Equation>> _equations = [];
    private readonly Dictionary<int, ImmutableArray<int>> _copies = [];
    private readonly Dictionary<int, ImmutableArray<int>> _namesakes = [];
    private readonly Dictionary<(int Table, int Row), List<int>> _rows = [];
    private readonly Conventions _conventions;
    private readonly Func<Fact, bool> _isBorrowed;

    private CauseGraph(Conventions conventions, Func<Fact, bool> isBorrowed)
    {
        _conventions = conventions;
        _isBorrowed = isBorrowed;
    }

    /// <summary>The facts, numbered in the order in which broken obligations name them.</summary>
    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>What is to be repaired, in ledger order.</summary>
    public ImmutableArray<Equation> Broken { get; private set; } = [];

    /// <summary>The graph around what is broken.</summary>
    /// <param name="ledger">All obligations with verdicts.</param>
    /// <param name="broken">Those to be repaired, in ledger order.</param>
    /// <param name="conventions">The decimals that the document keeps.</param>
    /// <param name="isBorrowed">Whether the number of a fact stands where it may have been copied from.</param>
    public static CauseGraph Of(IReadOnlyList<Ruling> ledger, IReadOnlyList<Ruling> broken, Conventions conventions, Func<Fact, bool> isBorrowed)
    {
        var graph = new CauseGraph(conventions, isBorrowed);
        if (broken.Count == 0)
        {
            return graph;
        }

        foreach (Fact fact in broken.SelectMany(ruling => ruling.Obligation.Facts))
        {
            graph.Add(fact);
        }

        int order = 0;
        int named = graph._facts.Count;
        graph.AddCopies(ledger);
        graph.AddNamesakes(named);
        var evaluator = new Evaluator(conventions);
        var leeway = new Leeway(conventions);
        graph.Broken = [.. broken.Select(ruling => graph.Add(new Equation(order++, ruling, true, graph.NumbersOf(ruling.Obligation), evaluator, leeway)))];
        foreach (Ruling ruling in ledger)
        {
            if (IsKept(ruling) && graph.Touches(ruling.Obligation))
            {
                graph.Add(new Equation(order++, ruling, false, graph.NumbersOf(ruling.Obligation), evaluator, leeway));
            }
        }

        for (int fact = 0; fact < named; fact++)
        {
            if (graph._facts[fact] is { Line: { } line, Table: { } table })
            {
                (int, int) row = (table.Number, line.Row);
                (graph._rows.TryGetValue(row, out List<int>? cells) ? cells : graph._rows[row] = []).Add(fact);
            }
        }

        return graph;
    }

    /// <summary>The number of a fact; one that stands for none when nothing broken speaks of it.</summary>
    public int NumberOf(Fact fact) => _numbers.GetValueOrDefault(fact.Id, int.MaxValue);

    /// <summary>All equations that speak of a fact.</summary>
    public IReadOnlyList<Equation> EquationsOf(int fact) => _equations[fact];

    /// <summary>The fact with all its other prints that agree with it, itself first.</summary>
    public ImmutableArray<int> CopiesOf(int fact) => _copies.GetValueOrDefault(fact, [fact]);

    /// <summary>
    /// The fact with all prints of the same number under the same name, itself first: an item of receipts is an item of spending too, and who
    /// changes one changes both. Only those that broken obligations speak of, and their copies.
    /// </summary>
    public ImmutableArray<int> NamesakesOf(int fact) => _namesakes.GetValueOrDefault(fact, [fact]);

    /// <summary>The cells to the left and right in the row, as far as broken obligations speak of them too.</summary>
    public IEnumerable<int> BesideInRow(int fact)
    {
        if (_facts[fact] is { Line: { } line, Table: { } table, Column: { } column, Part: { } part } && _rows.TryGetValue((table.Number, line.Row), out List<int>? cells))
        {
            int at = part.Columns.IndexOf(column);
            foreach (int other in cells)
            {
                if (ReferenceEquals(_facts[other].Part, part) && Math.Abs(part.Columns.IndexOf(_facts[other].Column!) - at) == 1)
                {
                    yield return other;
                }
            }
        }
    }

    /// <summary>Whether its number stands where it may have been copied from.</summary>
    public bool IsBorrowed(int fact) => _isBorrowed(_facts[fact]);

    /// <summary>The printed value in the base unit; 0 for a blank.</summary>
    public decimal BaseOf(int fact) => _facts[fact].Printed?.Base ?? 0m;

    /// <summary>The unit of a fact; of a blank that of the first number beside which it stands.</summary>
    public Unit UnitOf(int fact) => ModelOf(fact)?.Unit ?? Unit.None;

    /// <summary>The decimals that its place keeps.</summary>
    public int DecimalsOf(int fact) =>
        _facts[fact].Printed is not null ? _conventions.DecimalsOf(_facts[fact]) : ModelOf(fact)?.Decimals ?? 0;

    private static bool IsKept(Ruling ruling) =>
        ruling.Obligation.Outcome is null && ruling.Verdict is Verdict.Exact or Verdict.Rounding or Verdict.CutOrPlug or Verdict.UnlikelyRounding;

    private Printed? ModelOf(int fact) => _facts[fact].Printed
        ?? _equations[fact].SelectMany(equation => equation.Obligation.Facts).Select(other => other.Printed).FirstOrDefault(printed => printed is not null);

    private int Add(Fact fact)
    {
        if (!_numbers.TryGetValue(fact.Id, out int number))
        {
            _numbers[fact.Id] = number = _facts.Count;
            _facts.Add(fact);
            _equations.Add([]);
        }

        return number;
    }

    private Equation Add(Equation equation)
    {
        foreach (int fact in equation.Facts)
        {
            if (fact < _equations.Count)
            {
                _equations[fact].Add(equation);
            }
        }

        return equation;
    }

    private bool Touches(Obligation obligation)
    {
        if (obligation.Stated is { } stated && _numbers.ContainsKey(stated.Id))
        {
            return true;
        }

        foreach (Term term in obligation.Operands)
        {
            if (_numbers.ContainsKey(term.Fact.Id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Facts that nothing broken speaks of, nor any copy, get a number that stands for none: they are not changed.</summary>
    private int[] NumbersOf(Obligation obligation) =>
        [.. obligation.Facts.DistinctBy(fact => fact.Id).Select(NumberOf)];

    /// <summary>
    /// Prints of one fact: what a held equality ties, and a total with its only part that is not 0. A slip in one of them was copied to
    /// the others.
    /// </summary>
    private void AddCopies(IReadOnlyList<Ruling> ledger)
    {
        var ties = new Dictionary<string, List<Fact>>(StringComparer.Ordinal);
        foreach (Ruling ruling in ledger)
        {
            if (ruling.Holds && ruling.Obligation is { Relation: Relation.Sum, Stated: { Printed.Value: not 0 } stated } && OnlyPart(ruling.Obligation) is { } part)
            {
                Tie(stated, part);
                Tie(part, stated);
            }
        }

        int named = _facts.Count;
        for (int fact = 0; fact < named; fact++)
        {
            if (!_copies.ContainsKey(fact) && ties.ContainsKey(_facts[fact].Id))
            {
                List<int> all = Reach(fact, ties);
                foreach (int one in all)
                {
                    _copies[one] = [one, .. all.Where(other => other != one)];
                }
            }
        }

        void Tie(Fact one, Fact other) => (ties.TryGetValue(one.Id, out List<Fact>? list) ? list : ties[one.Id] = []).Add(other);
    }

    private void AddNamesakes(int named)
    {
        IEnumerable<List<int>> groups = Enumerable.Range(0, named)
            .Where(fact => _facts[fact].Printed is { } printed && Borrowings.SignificantDigits(printed) >= Borrowings.TellingDigits)
            .GroupBy(fact => (NameOf(_facts[fact]), BaseOf(fact)))
            .Select(group => group.SelectMany(fact => CopiesOf(fact)).Distinct().ToList())
            .Where(group => group.Count > 1);
        foreach (List<int> group in groups)
        {
            foreach (int one in group)
            {
                _namesakes[one] = [one, .. group.Where(other => other != one)];
            }
        }
    }

    private static string NameOf(Fact fact) => fact.Key is { Subject.Length: > 0 } key ? key.Subject : fact.Line?.Label ?? fact.Label;

    private List<int> Reach(int fact, Dictionary<string, List<Fact>> ties)
    {
        var all = new List<int> { fact };
        var known = new HashSet<string>(StringComparer.Ordinal) { _facts[fact].Id };
        for (int at = 0; at < all.Count; at++)
        {
            foreach (Fact other in ties[_facts[all[at]].Id])
            {
                if (known.Add(other.Id))
                {
                    all.Add(Add(other));
                }
            }
        }

        return all;
    }

    private static Fact? OnlyPart(Obligation sum)
    {
        Fact? only = null;
        foreach (Term term in sum.Operands)
        {
            if (term.Fact.Printed is { Value: not 0 })
            {
                if (only is not null || term.Sign < 0)
                {
                    return null;
                }

                only = term.Fact;
            }
        }

        return only;
    }
}
