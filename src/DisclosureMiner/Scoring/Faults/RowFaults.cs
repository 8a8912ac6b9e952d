using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>Faults of rows and lists: values in each other's column, totals that were forgotten, items that are gone.</summary>
internal sealed class RowFaults(FaultGround ground)
{
    private const string Stops = "；;";
    private const string Commas = "、，,";
    private const string Ends = "：:。";

    private TruthStatements Statements => ground.Statements;

    /// <summary>The numbers on which a fault of the type may be.</summary>
    public IEnumerable<Statement> Sites(FaultType type) => type switch
    {
        FaultType.ColumnsSwapped => Statements.All.Where(statement => NextInRow(statement) is not null),
        FaultType.TotalNotUpdated => Statements.All.Where(statement => !statement.IsTotal && statement.Printed.Value > 0
            && statement.Printed.Unit.Dimension == Dimension.Money && ground.Equations.Of(statement).Any(equation => IsPartOf(statement, equation))),
        FaultType.ItemMissing => ground.Ground.Source is null ? [] : Statements.All.Where(statement => !statement.IsTotal && statement.Printed.Value > 0
            && ground.Equations.Of(statement).Any(equation => IsPartOf(statement, equation))),
        _ => [],
    };

    /// <summary>A fault of the type on a number; null when none can be made.</summary>
    public Fault? At(FaultType type, Statement site, Random random) => type switch
    {
        FaultType.ColumnsSwapped => NextInRow(site) is { } next ? ground.OfNumbers(type, (site, next.Digits), (next, site.Digits)) : null,
        FaultType.TotalNotUpdated => Updated(site, random),
        _ => site.Cell is not null ? WithoutRow(site) : WithoutItem(site),
    };

    private static bool IsPartOf(Statement statement, Equation equation) =>
        equation.Form == EquationForm.Sum && equation.Terms.Length > 1 && equation.Terms.All(term => term.Sign > 0) && equation.Stated.Index != statement.Index;

    private Statement? NextInRow(Statement statement)
    {
        if (statement.Cell is not { } cell)
        {
            return null;
        }

        TruthGrid grid = Statements.Grids[cell.Table];
        Statement? next = cell.Column + 1 < grid.Width ? Statements.At(cell.Table, cell.Row, cell.Column + 1) : null;
        return next is not null && next.Printed.Unit == statement.Printed.Unit && next.Printed.Value != statement.Printed.Value ? next : null;
    }

    /// <summary>A part grows or shrinks wherever it is printed; what it adds up to stays.</summary>
    private Fault? Updated(Statement part, Random random)
    {
        ImmutableArray<Statement> copies = ground.Equations.CopiesOf(part);
        decimal now = part.Printed.Base * (1m + (random.Next(5, 60) * (random.Next(2) == 0 ? -0.01m : 0.01m)));
        IReadOnlyList<(Statement, string)> digits =
        [
            .. copies.Select(copy => (copy, (now / copy.Printed.Unit.Factor).ToString("F" + copy.PrintedDecimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))),
        ];
        if (ground.OfNumbers(FaultType.TotalNotUpdated, digits) is not { } fault)
        {
            return null;
        }

        var changes = digits.ToDictionary(pair => pair.Item1.Index, pair => (Statement?)(pair.Item1 with { Printed = pair.Item1.Printed with { Value = decimal.Parse(pair.Item2, CultureInfo.InvariantCulture) } }));
        return fault with { Witnesses = Witnesses(changes) };
    }

    private Fault? WithoutRow(Statement site)
    {
        CellAddress address = site.Cell!.Value;
        if (site.Label.Length == 0 || ground.Ground.RowOf(address.Table, address.Row) is not { } row)
        {
            return null;
        }

        Fault fault = Without(row, Enumerable.Range(0, Statements.Grids[address.Table].Width)
            .Select(column => Statements.At(address.Table, address.Row, column))
            .OfType<Statement>(), site);

        // What is missing is missing between the rows around it.
        IEnumerable<PlacedText> around = new[] { address.Row - 1, address.Row + 1 }
            .Where(Statements.Grids[address.Table].Rows.Contains)
            .Select(beside => ground.Ground.RowOf(address.Table, beside))
            .OfType<PlacedText>();
        return fault with { Witnesses = [.. fault.Witnesses, .. around] };
    }

    /// <summary>The item of a list, from the mark before it to the mark behind it.</summary>
    private Fault? WithoutItem(Statement site)
    {
        if (ground.Ground.ParagraphOf(site) is not ({ } paragraph, var start))
        {
            return null;
        }

        foreach (string marks in (string[])[Stops, Commas])
        {
            int before = MarkBefore(paragraph.Text, start, marks + Ends) + 1;
            int after = MarkBehind(paragraph.Text, start, marks + Ends);
            if (before <= 0 || after < 0)
            {
                continue;
            }

            // …、甲 1 万元、乙 2 万元。 loses 乙 with the mark before it, 甲 with the mark behind it.
            bool isLast = Ends.Contains(paragraph.Text[after]);
            if (isLast && Ends.Contains(paragraph.Text[before - 1]))
            {
                continue;
            }

            PlacedText item = isLast ? paragraph.Slice(before - 1, after) : paragraph.Slice(before, after + 1);
            List<Statement> within = [.. Statements.Figures.Where(figure => ground.Ground.DigitsOf(figure) is { } digits && digits.Place.Touches(item.Place))];
            if (Ground.IsInOnePiece(item) && within.Count(figure => figure.Figure!.Role is FigureRole.Amount or FigureRole.Count) == 1
                && within.Exists(figure => figure.Index == site.Index))
            {
                return Without(item, within, site);
            }
        }

        return null;
    }

    private static int MarkBefore(string text, int start, string marks) =>
        Enumerable.Range(0, start).Reverse().Where(i => IsMark(text, i, marks)).DefaultIfEmpty(-1).First();

    private static int MarkBehind(string text, int start, string marks) =>
        Enumerable.Range(start, text.Length - start).Where(i => IsMark(text, i, marks)).DefaultIfEmpty(-1).First();

    /// <summary>The comma of 8,954.71 parts no items.</summary>
    private static bool IsMark(string text, int at, string marks) =>
        marks.Contains(text[at]) && !(at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    private Fault Without(PlacedText piece, IEnumerable<Statement> gone, Statement site)
    {
        var changes = gone.ToDictionary(statement => statement.Index, _ => (Statement?)null);
        return new Fault(FaultType.ItemMissing, ground.WhereIs(site), [new Edit(piece, "")], Witnesses(changes), ground.ReasonFor(changes));
    }

    /// <summary>The other numbers of the equations that break.</summary>
    private ImmutableArray<PlacedText> Witnesses(Dictionary<int, Statement?> changes) =>
    [
        .. ground.Broken(changes)
            .SelectMany(equation => equation.Statements)
            .Where(statement => !changes.ContainsKey(statement.Index))
            .DistinctBy(statement => statement.Index)
            .Select(ground.Ground.DigitsOf)
            .OfType<PlacedText>(),
    ];
}
