using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>Faults of one number: slips of the hand, and numbers taken from the wrong place.</summary>
internal sealed class NumberFaults(FaultGround ground)
{
    private TruthStatements Statements => ground.Statements;

    /// <summary>The numbers on which a fault of the type may be.</summary>
    public IEnumerable<Statement> Sites(FaultType type) => type switch
    {
        FaultType.DigitWrong or FaultType.DigitsSwapped or FaultType.DigitDropped or FaultType.DigitDoubled or FaultType.PointMoved =>
            Statements.All.Where(statement => statement.Printed.Value != 0 && Typing.Slips(type, statement.Digits).Any()),
        FaultType.UnitSlip => Statements.Figures.Where(figure => ground.Ground.Source is not null && OtherUnit(figure.Printed.Unit) is not null && figure.Printed.Value != 0),
        FaultType.PriorYearKept => Statements.All.Where(statement => PriorYears(statement).Any()),
        FaultType.RateCopied => Statements.Figures.Where(figure => RateBefore(figure) is not null),
        FaultType.WrongBase => Statements.All.Where(statement => WrongShares(statement).Any()),
        FaultType.NeighbourValue => Statements.All.Where(statement => Neighbour(statement) is not null),
        _ => [],
    };

    /// <summary>A fault of the type on a number; null when none can be made.</summary>
    public Fault? At(FaultType type, Statement site, Random random)
    {
        switch (type)
        {
            case FaultType.UnitSlip:
                return SlipUnit(site);
            case FaultType.PriorYearKept:
                return ground.OfNumbers(type, (site, Any(PriorYears(site), random)));
            case FaultType.RateCopied:
                return ground.OfNumbers(type, (site, RateBefore(site)!.Digits));
            case FaultType.WrongBase:
                return ground.OfNumbers(type, (site, Any(WrongShares(site), random)));
            case FaultType.NeighbourValue:
                return ground.OfNumbers(type, (site, Neighbour(site)!.Digits));
            default:
                return ground.OfNumbers(type, (site, Any(Typing.Slips(type, site.Digits), random)));
        }
    }

    private static string Any(IEnumerable<string> choices, Random random)
    {
        List<string> all = [.. choices];
        return all[random.Next(all.Count)];
    }

    private static Unit? OtherUnit(Unit unit) =>
        unit == Unit.TenThousandYuan ? Unit.Yuan : unit == Unit.Yuan ? Unit.TenThousandYuan : null;

    private Fault? SlipUnit(Statement figure)
    {
        if (ground.Ground.ParagraphOf(figure) is not ({ } paragraph, var start) || OtherUnit(figure.Printed.Unit) is not { } unit)
        {
            return null;
        }

        int from = start + figure.Digits.Length;
        while (from < paragraph.Length && char.IsWhiteSpace(paragraph.Text[from]))
        {
            from++;
        }

        int to = from + figure.Printed.Unit.Symbol.Length;
        if (to > paragraph.Length || Folding.Fold(paragraph.Text[from..to]) != figure.Printed.Unit.Symbol)
        {
            return null;
        }

        PlacedText symbol = paragraph.Slice(from, to);
        string reason = ground.ReasonFor(new Dictionary<int, Statement?> { [figure.Index] = figure with { Printed = figure.Printed with { Unit = unit } } });
        return Ground.IsInOnePiece(symbol)
            ? new Fault(FaultType.UnitSlip, ground.WhereIs(figure), [new Edit(symbol, unit.Symbol)], [paragraph.Slice(start, start + figure.Digits.Length)], reason)
            : null;
    }

    /// <summary>What a comparison says the number was the year before, where it prints it in the same unit.</summary>
    private IEnumerable<string> PriorYears(Statement statement) => ground.Equations.Of(statement)
        .Where(IsComparison)
        .Where(equation => equation.Terms[0].Statement.Index == statement.Index)
        .Select(equation => equation.Terms[1].Statement)
        .Where(prior => prior.Printed.Unit == statement.Printed.Unit && prior.Printed.Value != statement.Printed.Value && prior.Printed.Value != 0)
        .Select(prior => prior.Digits)
        .Distinct(StringComparer.Ordinal);

    private static bool IsComparison(Equation equation) =>
        equation.Form == EquationForm.Growth
        || (equation is { Form: EquationForm.Sum, Terms: [{ Sign: 1 }, { Sign: -1 }], Stated.Figure.Role: FigureRole.Change });

    private Statement? RateBefore(Statement figure) => figure.Figure!.Role != FigureRole.Rate ? null : Statements.Figures
        .TakeWhile(other => other.Index < figure.Index)
        .LastOrDefault(other => other.Figure!.Role == FigureRole.Rate && Math.Abs(other.Printed.Value) != Math.Abs(figure.Printed.Value) && other.Printed.Unit == figure.Printed.Unit);

    private IEnumerable<string> WrongShares(Statement statement)
    {
        foreach (Equation equation in ground.Equations.Of(statement).Where(equation => equation.Form == EquationForm.Share && equation.Stated.Index == statement.Index))
        {
            Statement part = equation.Terms[0].Statement, whole = equation.Terms[1].Statement;
            IEnumerable<decimal> bases = ground.Equations.All.Where(other => other.Form == EquationForm.Share)
                .Select(other => other.Terms[1].Statement.Printed)
                .Where(other => other.Unit.Dimension == part.Printed.Unit.Dimension && other.Base >= part.Printed.Base && other.Base > 0)
                .Select(other => other.Base)
                .Distinct();
            foreach (decimal wrong in bases.Where(wrong => Math.Abs(wrong - whole.Printed.Base) > whole.Printed.LastDigit))
            {
                string digits = (100m * part.Printed.Base / wrong).ToString("F" + statement.PrintedDecimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
                if (digits != statement.Digits)
                {
                    yield return digits;
                }
            }
        }
    }

    private Statement? Neighbour(Statement statement)
    {
        if (statement.Cell is { } cell)
        {
            return Statements.Grids[cell.Table].Rows
                .SkipWhile(row => row <= cell.Row)
                .Select(row => Statements.At(cell.Table, row, cell.Column))
                .OfType<Statement>()
                .Take(1)
                .FirstOrDefault(next => IsOther(next, statement));
        }

        return Statements.Figures
            .SkipWhile(other => other.Index <= statement.Index)
            .Where(other => other.Figure!.Role == statement.Figure!.Role && other.Printed.Unit == statement.Printed.Unit)
            .Take(1)
            .FirstOrDefault(next => IsOther(next, statement));
    }

    private static bool IsOther(Statement next, Statement statement) =>
        Math.Abs(next.Printed.Value) != Math.Abs(statement.Printed.Value) && next.Printed.Value != 0 && next.Printed.Unit == statement.Printed.Unit;
}
