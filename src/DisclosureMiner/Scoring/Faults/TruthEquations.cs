using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>All equations that a truth's numbers satisfy: within tables, between tables, between narrative and tables, within the narrative.</summary>
internal sealed class TruthEquations
{
    /// <summary>Numbers of fewer significant digits are equal by chance.</summary>
    private const int FewestDigits = 3;

    // “三公” money may come from all spending and basic spending is only a part of it; forms set their money against other scopes.
    private static readonly ImmutableHashSet<string> OfOtherScope = ["three-public", "final-three-public", "performance-targets", "other", "government-procurement"];

    /// <summary>RULES, N-25: the money of the projects that were evaluated is set against project spending only as a hint.</summary>
    private const string MoneyOfProjects = "N-25";

    private readonly ReadingWords _words;
    private readonly ILookup<int, Equation> _byStatement;

    public TruthEquations(GroundTruth truth, ReadingKnowledge knowledge, RuleBook rules)
    {
        Statements = new TruthStatements(truth, knowledge, rules);
        _words = new ReadingWords(knowledge);
        var equations = new List<Equation>();
        for (int i = 0; i < Statements.Grids.Length; i++)
        {
            equations.AddRange(TableEquations.Of(Statements, i, _words));
        }

        equations.AddRange(BetweenTables());
        List<Equation> ties = [.. Statements.Figures.SelectMany(TiesOf)];
        equations.AddRange(ties);
        equations.AddRange(NarrativeEquations.Of(Statements, ties));

        HashSet<int> held = [.. equations.SelectMany(equation => equation.Statements).Select(statement => statement.Index)];
        equations.AddRange(Statements.Figures
            .Where(figure => figure.IsPinned && !held.Contains(figure.Index))
            .Select(figure => new Equation(EquationForm.Labelled, figure, [])));
        All = [.. equations];
        _byStatement = All.SelectMany(equation => equation.Statements.DistinctBy(statement => statement.Index), (equation, statement) => (statement.Index, equation))
            .ToLookup(pair => pair.Index, pair => pair.equation);
    }

    /// <summary>The numbers.</summary>
    public TruthStatements Statements { get; }

    /// <summary>The equations; each holds.</summary>
    public ImmutableArray<Equation> All { get; }

    /// <summary>The equations that a number takes part in.</summary>
    public IEnumerable<Equation> Of(Statement statement) => _byStatement[statement.Index];

    /// <summary>The other prints of the same number, near and far.</summary>
    public ImmutableArray<Statement> CopiesOf(Statement statement)
    {
        var copies = new List<Statement> { statement };
        for (int i = 0; i < copies.Count; i++)
        {
            foreach (Statement other in Of(copies[i]).Where(IsTie).SelectMany(equation => equation.Statements))
            {
                if (!copies.Exists(copy => copy.Index == other.Index))
                {
                    copies.Add(other);
                }
            }
        }

        return [.. copies];
    }

    private static bool IsTie(Equation equation) => equation is { Form: EquationForm.Sum, Terms: [{ Sign: 1 }] };

    /// <summary>The same subject, or the same total, with the same value in two tables, or on two sides of one.</summary>
    private IEnumerable<Equation> BetweenTables() => Statements.Cells.Values
        .Where(cell => cell.Printed.Value != 0 && cell.Printed.Unit.Dimension == Dimension.Money
            && Significant(cell) >= FewestDigits && !OfOtherScope.Contains(KindOf(cell)))
        .OrderBy(cell => cell.Index)
        .GroupBy(cell => (Key: cell.IsTotal ? "" : cell.Code.Length > 0 ? cell.Code : Name(cell.Label), cell.Printed.Base))
        .SelectMany(group => group.DistinctBy(cell => (cell.Cell!.Value.Table, SideOf(cell))).ToList() is var prints
            ? prints.Zip(prints.Skip(1), (one, other) => Tie(other, one))
            : []);

    private static int Significant(Statement statement) => statement.Digits.Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count();

    private string KindOf(Statement cell) => Statements.Grids[cell.Cell!.Value.Table].Table.Kind;

    private int SideOf(Statement cell) => Statements.Grids[cell.Cell!.Value.Table].LabelColumn(cell.Cell.Value.Column);

    /// <summary>A label without its enumerator and without 其中.</summary>
    private string Name(string label)
    {
        string name = label[Documents.Outlines.Enumerator.Read(label).Length..];
        return name[(_words.Start("row-of-which", name)?.Length ?? 0)..].TrimStart(':');
    }

    /// <summary>The cells that print what a figure says: those that its labeller names; else those of the same value in a row or column that its words name, or in a total.</summary>
    private IEnumerable<Equation> TiesOf(Statement figure)
    {
        if (figure.Figure!.Cells is { IsEmpty: false } named)
        {
            return named.Select(cell => Statements.At(cell.Table, cell.Row, cell.Column)).OfType<Statement>()
                .Select(cell => Tie(figure, cell))
                .Where(tie => tie.IsStated());
        }

        if (!figure.IsHeld || figure.Figure.Role is not (FigureRole.Amount or FigureRole.Count) || figure.Printed.Value == 0)
        {
            return [];
        }

        string words = Folding.Label(figure.Figure.Section) + figure.Label;
        return Statements.Cells.Values
            .Where(cell => cell.Printed.Unit.Dimension == figure.Printed.Unit.Dimension && cell.Printed.Value != 0
                && (NameLength(cell, words) > 0 || (cell.IsTotal && Significant(figure) >= FewestDigits)))
            .Select(cell => (Cell: cell, Tie: Tie(figure, cell)))
            .Where(pair => pair.Tie.IsStated())
            .OrderByDescending(pair => NameLength(pair.Cell, words))
            .ThenBy(pair => pair.Cell.Index)
            .Take(2)
            .Select(pair => pair.Tie);
    }

    private int NameLength(Statement cell, string words)
    {
        CellAddress address = cell.Cell!.Value;
        IEnumerable<string> names = Statements.Grids[address.Table].Path(address.Column).Append(cell.Label).Select(name => Name(name).TrimStart([.. "0123456789"]));
        return names.Where(name => name.Length > 2 && words.Contains(name, StringComparison.Ordinal)).Select(name => name.Length).DefaultIfEmpty(0).Max();
    }

    private static Equation Tie(Statement stated, Statement other) =>
        new(EquationForm.Sum, stated, [new EquationTerm(other)]) { IsHint = stated.Figure is { Role: FigureRole.Amount } figure && figure.HeldBy.Contains(MoneyOfProjects) };
}
