using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>The numbers that a truth says are printed, in cells and in the narrative.</summary>
internal sealed class TruthStatements
{
    /// <summary>A direction word stands no further before its figure than this, in characters.</summary>
    private const int Reach = 12;

    /// <summary>Decimals that this share of at least so many numbers of one column, or of one role in the narrative, have are kept strictly.</summary>
    private const decimal StrictShare = 0.95m;
    private const int StrictFrom = 20;

    private readonly ReadingWords _words;
    private readonly RuleBook _rules;
    private readonly ImmutableArray<Statement>.Builder _all = ImmutableArray.CreateBuilder<Statement>();

    public TruthStatements(GroundTruth truth, ReadingKnowledge knowledge, RuleBook rules)
    {
        _rules = rules;
        _words = new ReadingWords(knowledge);
        Grids = [.. (truth.Tables ?? []).Select(table => new TruthGrid(table, _words))];
        for (int i = 0; i < Grids.Length; i++)
        {
            AddCells(i, Grids[i]);
        }

        foreach (TrueFigure figure in truth.Figures ?? [])
        {
            AddFigure(figure);
        }

        All = WithKeptDecimals(_all.ToImmutable());
        Cells = All.Where(statement => statement.Cell is not null).ToImmutableDictionary(statement => statement.Cell!.Value);
        Figures = [.. All.Where(statement => statement.Figure is not null)];
    }

    /// <summary>The tables.</summary>
    public ImmutableArray<TruthGrid> Grids { get; }

    /// <summary>All numbers: cells first, then figures, in document order.</summary>
    public ImmutableArray<Statement> All { get; }

    /// <summary>Those in cells, by their place.</summary>
    public ImmutableDictionary<CellAddress, Statement> Cells { get; }

    /// <summary>Those of the narrative, in order.</summary>
    public ImmutableArray<Statement> Figures { get; }

    /// <summary>The number in a cell, or null.</summary>
    public Statement? At(int table, int row, int column) => Cells.GetValueOrDefault(new CellAddress(table, row, column));

    private void AddCells(int index, TruthGrid grid)
    {
        foreach (int row in grid.Rows)
        {
            for (int column = 0; column < grid.Width; column++)
            {
                if (grid.Content(column) == ColumnContent.Value && PrintedNumber.TryRead(grid.Text(row, column), out PrintedNumber number)
                    && UnitOf(grid, column, number.Symbol) is { } unit)
                {
                    _all.Add(new Statement(_all.Count, number.Digits, new Printed(number.Value, number.Decimals, unit), grid.Label(row, column))
                    {
                        Cell = new CellAddress(index, row, column),
                        Code = grid.Code(row, column),
                        IsTotal = grid.IsTotalRow(row, column),
                        PrintedDecimals = number.Decimals,
                    });
                }
            }
        }
    }

    private Unit? UnitOf(TruthGrid grid, int column, string symbol)
    {
        if (symbol.Length > 0)
        {
            return _words.Units.GetValueOrDefault(symbol.ToLowerInvariant());
        }

        string head = string.Concat(grid.Path(column)).ToLowerInvariant();
        string last = grid.Path(column).IsEmpty ? "" : grid.Path(column)[^1].ToLowerInvariant();
        if (_words.In("percent-heads", last) || _words.Ends("percent-head-endings", last))
        {
            return Unit.Percent;
        }

        if (_words.In("count-heads", head) || _words.Ends("count-head-endings", last) || _words.Of("count-units").Any(unit => last.EndsWith($"({unit})", StringComparison.Ordinal)))
        {
            return Unit.Counting("");
        }

        return _words.Units.GetValueOrDefault(grid.Table.Unit);
    }

    private void AddFigure(TrueFigure figure)
    {
        if (!PrintedNumber.TryRead(figure.Text.Trim(), out PrintedNumber number) || _words.Units.GetValueOrDefault(number.Symbol.ToLowerInvariant()) is not { } unit)
        {
            return;
        }

        int sign = figure.Role is FigureRole.Change or FigureRole.Rate && DirectionBefore(figure) == Direction.Down ? -1 : 1;
        _all.Add(new Statement(_all.Count, number.Digits, new Printed(sign * number.Value, number.Decimals, unit), Folding.Label(figure.Context))
        {
            Figure = figure,
            IsHeld = figure.HeldBy.Any(rule => !_rules.Has(rule) || _rules[rule].Tolerance != Tolerance.Soft),
            IsPinned = figure.HeldBy.Any(rule => !_rules.Has(rule) || _rules[rule].Tolerance is Tolerance.Rounded or Tolerance.Equal),
            PrintedDecimals = number.Decimals,
        });
    }

    private Direction DirectionBefore(TrueFigure figure)
    {
        string before = Folding.Label(figure.Context[..figure.Context.LastIndexOf(figure.Text, StringComparison.Ordinal)]);
        before = before[Math.Max(0, before.Length - Reach)..];
        int up = LastOf(before, "change-up", "rate-up"), down = LastOf(before, "change-down", "rate-down");
        return up < 0 && down < 0 ? Direction.None : up > down ? Direction.Up : Direction.Down;
    }

    private int LastOf(string text, params string[] lists) => lists.SelectMany(list => _words.Of(list))
        .Select(word => text.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? at + word.Length : -1)
        .Max();

    /// <summary>
    /// Where trailing zeros are dropped, 15 is 15.00. A table keeps the most decimals that it prints in one unit; the narrative those that most of
    /// its numbers in a unit have.
    /// </summary>
    private static ImmutableArray<Statement> WithKeptDecimals(ImmutableArray<Statement> statements)
    {
        ILookup<(int, Unit), Statement> groups = statements.ToLookup(GroupOf);
        HashSet<(int, int, Unit, FigureRole?)> strict = [.. statements.Where(statement => statement.Printed.Value != 0)
            .GroupBy(SurfaceOf)
            .Where(surface => surface.Count() >= StrictFrom && surface.CountBy(statement => statement.PrintedDecimals).Max(pair => pair.Value) >= StrictShare * surface.Count())
            .Select(surface => surface.Key)];
        return [.. statements.Select(statement =>
        {
            IEnumerable<int> decimals = groups[GroupOf(statement)].Select(other => other.PrintedDecimals);
            int kept = statement.Cell is not null
                ? decimals.Max()
                : decimals.CountBy(count => count).Where(pair => 2 * pair.Value > groups[GroupOf(statement)].Count()).Select(pair => pair.Key).FirstOrDefault();
            return statement with
            {
                Printed = kept > statement.Printed.Decimals && statement.Printed.Unit.Dimension != Dimension.Count ? statement.Printed with { Decimals = kept } : statement.Printed,
                KeepsDecimals = strict.Contains(SurfaceOf(statement)),
            };
        })];

        static (int, int, Unit, FigureRole?) SurfaceOf(Statement statement) => statement.Cell is { } cell
            ? (cell.Table, cell.Column, statement.Printed.Unit, null)
            : (-1, -1, statement.Printed.Unit, statement.Figure!.Role is FigureRole.Change ? FigureRole.Amount : statement.Figure.Role);

        static (int, Unit) GroupOf(Statement statement) => (statement.Cell?.Table ?? -1, statement.Printed.Unit);
    }
}
