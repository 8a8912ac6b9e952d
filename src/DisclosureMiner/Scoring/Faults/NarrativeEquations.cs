using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>
/// The equations that the narrative of a truth states between its own numbers and those of the table rows that it speaks of. A number that
/// its labeller found nothing to hold takes part in none.
/// </summary>
internal sealed class NarrativeEquations
{
    /// <summary>How far apart, in figures, the numbers of one statement stand.</summary>
    private const int Near = 6;

    /// <summary>A whole may be named at the head of its section.</summary>
    private const int Far = 30;

    /// <summary>A list in a sentence has no more parts than this.</summary>
    private const int LongestList = 40;

    private readonly ImmutableArray<Statement> _figures;
    private readonly ILookup<int, Statement> _rowMates;
    private readonly ImmutableArray<Statement> _totals;
    private readonly List<Equation> _found = [];

    private NarrativeEquations(TruthStatements statements, IReadOnlyList<Equation> ties)
    {
        _figures = [.. statements.Figures.Where(figure => figure.IsHeld)];
        _totals = [.. statements.All.Where(statement => statement.Cell is not null && statement.IsTotal)];
        ILookup<(int, int), Statement> rows = statements.Cells.Values.OrderBy(cell => cell.Index).ToLookup(cell => (cell.Cell!.Value.Table, cell.Cell.Value.Row));
        _rowMates = ties
            .Where(tie => tie.Stated.Figure is not null)
            .SelectMany(tie => tie.Terms.SelectMany(term => rows[(term.Statement.Cell!.Value.Table, term.Statement.Cell.Value.Row)]), (tie, mate) => (tie.Stated.Index, mate))
            .Distinct()
            .ToLookup(pair => pair.Index, pair => pair.mate);
    }

    /// <summary>All that were found.</summary>
    /// <param name="statements">The numbers of the truth.</param>
    /// <param name="ties">Which figures print what stands in which cell.</param>
    public static IReadOnlyList<Equation> Of(TruthStatements statements, IReadOnlyList<Equation> ties)
    {
        var equations = new NarrativeEquations(statements, ties);
        for (int i = 0; i < equations._figures.Length; i++)
        {
            equations.Of(i);
        }

        return equations._found;
    }

    private void Of(int i)
    {
        Statement stated = _figures[i];
        switch (stated.Figure!.Role)
        {
            case FigureRole.Change:
                AddFirst(Pairs(i, Near, Near).Select(pair => new Equation(EquationForm.Sum, stated, [new EquationTerm(pair.One), new EquationTerm(pair.Other, -1)])));
                AddFirst(Lists(i, 1));
                break;
            case FigureRole.Rate:
                AddFirst(Pairs(i, Near, Near).Select(pair => new Equation(EquationForm.Growth, stated, [new EquationTerm(pair.One), new EquationTerm(pair.Other)])));
                AddFirst(from change in Around(i, Near, FigureRole.Change)
                         from amount in Amounts(i, Near)
                         where IsComparable(change, amount)
                         select new Equation(EquationForm.GrowthFromChange, stated, [new EquationTerm(amount), new EquationTerm(change)]));
                break;
            case FigureRole.Share or FigureRole.Completion:
                AddFirst(Pairs(i, Near, Far).Select(pair => new Equation(EquationForm.Share, stated, [new EquationTerm(pair.One), new EquationTerm(pair.Other)])));
                break;
            case FigureRole.Amount or FigureRole.Count:
                AddFirst(Lists(i, 1));
                AddFirst(Lists(i, -1));
                break;
        }
    }

    /// <summary>Pairs of amounts, nearest first: one side near the figure, the other within reach or a total of a table.</summary>
    private IEnumerable<(Statement One, Statement Other)> Pairs(int i, int near, int far)
    {
        List<Statement> ones = [.. Amounts(i, near)];
        List<Statement> others = [.. Amounts(i, far), .. far > near ? _totals : []];
        return from one in ones
               from other in others
               where one.Index != other.Index && IsComparable(one, other)
               select (one, other);
    }

    private IEnumerable<Statement> Amounts(int i, int reach) => Around(i, reach, FigureRole.Amount, FigureRole.Count)
        .SelectMany(figure => _rowMates[figure.Index].Prepend(figure))
        .DistinctBy(statement => statement.Index);

    private IEnumerable<Statement> Around(int i, int reach, params FigureRole[] roles) => Enumerable.Range(1, reach)
        .SelectMany(distance => (int[])[i - distance, i + distance])
        .Where(j => j >= 0 && j < _figures.Length && roles.Contains(_figures[j].Figure!.Role))
        .Select(j => _figures[j]);

    /// <summary>The figure as the sum of two or more figures of its unit that follow it, or come before it.</summary>
    private IEnumerable<Equation> Lists(int i, int step)
    {
        Statement stated = _figures[i];
        var parts = ImmutableArray.CreateBuilder<EquationTerm>();
        for (int j = i + step; j >= 0 && j < _figures.Length && parts.Count < LongestList; j += step)
        {
            if (_figures[j].Figure!.Role != stated.Figure!.Role || !IsComparable(stated, _figures[j]))
            {
                continue;
            }

            // The total is stated once more, or the next list begins.
            if (_figures[j].Printed.Base == stated.Printed.Base)
            {
                yield break;
            }

            parts.Add(new EquationTerm(_figures[j]));
            if (parts.Count > 1)
            {
                yield return new Equation(EquationForm.Sum, stated, parts.ToImmutable());
            }
        }
    }

    private static bool IsComparable(Statement one, Statement other) =>
        one.Printed.Unit.Dimension == other.Printed.Unit.Dimension
        && (one.Printed.Unit.Dimension != Dimension.Count || one.Cell is not null || other.Cell is not null || one.Printed.Unit == other.Printed.Unit);

    /// <summary>Parts of one whole are no parts of each other, even where some of them add up by chance.</summary>
    private bool AreSiblings(Equation list) => _found.Exists(known =>
        known.Form == EquationForm.Sum && known.Terms.Length > 1 && Has(known, list.Stated) && list.Terms.Any(term => Has(known, term.Statement)));

    private static bool Has(Equation list, Statement part) => list.Terms.Any(term => term.Sign > 0 && term.Statement.Index == part.Index);

    private void AddFirst(IEnumerable<Equation> candidates)
    {
        if (candidates.FirstOrDefault(equation => equation.Stated.Printed.Value != 0 && equation.IsStated() && !AreSiblings(equation)) is { } equation)
        {
            _found.Add(equation);
        }
    }
}
