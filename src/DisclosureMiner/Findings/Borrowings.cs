using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>
/// Numbers that were taken from the wrong place: the rate of the item above, last year's amount, the value of the next row, of another
/// fund or of another state of the money.
/// </summary>
/// <param name="facts">All facts of the document in reading order.</param>
internal sealed class Borrowings(IReadOnlyList<Fact> facts)
{
    /// <summary>Numbers with fewer digits stand in many places by chance.</summary>
    public const int TellingDigits = 3;

    // Blank cells between two numbers.
    private const int Reach = 4;

    private readonly Lazy<List<Fact>> _figures = new(() => [.. facts.Where(fact => fact is { Figure: not null, Printed: not null })]);

    private readonly Lazy<Dictionary<string, int>> _places = new(() => facts.Where(fact => fact is { Figure: not null, Printed: not null })
        .Select((fact, i) => (fact.Id, i)).ToDictionary(StringComparer.Ordinal));

    private readonly Lazy<ILookup<(int, int, int), Fact>> _cells = new(() =>
        facts.Where(fact => fact.Cell is not null).ToLookup(fact => (fact.Table!.Number, fact.Cell!.Row, fact.Cell.Column)));

    private readonly Lazy<ILookup<string, Fact>> _subjects = new(() =>
        facts.Where(fact => fact is { Printed: not null, Key.Subject.Length: > 0 }).ToLookup(fact => fact.Key!.Subject, StringComparer.Ordinal));

    /// <summary>Where the printed number may come from; null when it stands nowhere else that matters.</summary>
    public Hypothesis? Of(Cause cause)
    {
        Fact culprit = cause.Culprit!;
        if (culprit.Printed is not { Value: not 0 })
        {
            return null;
        }

        if (cause.Kind == CauseKind.Copies)
        {
            return null;
        }

        return OtherPeriod(cause, culprit)
            ?? (culprit.Figure is { Role: FigureRole.Rate or FigureRole.Share or FigureRole.Completion } ? NeighbourRate(culprit) : null)
            ?? OtherScope(cause, culprit)
            ?? (culprit.Figure is null ? NeighbourCell(culprit) : cause.Certainty > Certainty.Open ? NeighbourFigure(culprit) : null)
            ?? LeftOver(cause, culprit);
    }

    /// <summary>Whether a rate or share of another item is the same.</summary>
    public bool IsCopiedRate(Fact fact) =>
        fact is { Figure.Role: FigureRole.Rate or FigureRole.Share, Printed: { } printed } && printed.Base is not (0 or 100) && SignificantDigits(printed) > 1 && NeighbourRate(fact) is not null;

    /// <summary>Digits without leading and trailing zeros.</summary>
    public static int SignificantDigits(Printed printed) =>
        Math.Abs(printed.Value).ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0').Length;

    private static bool IsTelling(Fact fact) => SignificantDigits(fact.Printed!) >= TellingDigits;

    private static bool IsSameNumber(Fact one, Fact other) =>
        one.Id != other.Id && one.Printed is { } a && other.Printed is { } b && a.Unit.Dimension == b.Unit.Dimension && Math.Abs(a.Base) == Math.Abs(b.Base);

    /// <summary>The amount of the same item in another year or state of the money.</summary>
    private Hypothesis? OtherPeriod(Cause cause, Fact culprit)
    {
        Fact? compared = cause.Explained
            .Select(ruling => ruling.Obligation)
            .Where(IsComparison)
            .Where(obligation => obligation.Operands.Any(term => term.Fact.Id == culprit.Id))
            .SelectMany(obligation => obligation.Operands)
            .Select(term => term.Fact)
            .FirstOrDefault(other => IsSameNumber(other, culprit));
        Fact? other = compared ?? (culprit.Key is { Subject.Length: > 0 } key && IsTelling(culprit)
            ? _subjects.Value[key.Subject].FirstOrDefault(fact => IsSameNumber(fact, culprit) && IsOtherPeriod(fact.Key!, key))
            : null) ?? OtherColumn(culprit);
        return other is null ? null : new Hypothesis("other-period", [culprit.Text.Trim(), PeriodOf(other), culprit.Printed!.ToString()]);
    }

    /// <summary>The same row in a column for another year or state of the money; of so near a place few digits are enough.</summary>
    private Fact? OtherColumn(Fact culprit) => culprit is { Line: { } line, Key: { } key }
        ? culprit.Part!.Columns.SelectMany(column => _cells.Value[(culprit.Table!.Number, line.Row, column.Column)]).FirstOrDefault(fact => IsSameNumber(fact, culprit) && fact.Key is { } other && IsOtherPeriod(other, key))
        : null;

    private static bool IsComparison(Obligation obligation) =>
        obligation.Relation == Relation.Growth || obligation is { Relation: Relation.Sum, Operands: [{ Sign: 1 }, { Sign: -1 }] };

    private static bool IsOtherPeriod(FactKey other, FactKey key) =>
        (other.Year != key.Year || other.Phase != key.Phase) && other.Measure == key.Measure;

    private static string PeriodOf(Fact fact) =>
        fact.Figure is { Period.Length: > 0 } figure ? figure.Period : fact.Key?.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : fact.Column?.Name ?? "";

    /// <summary>The rate of the nearest item above that has the same; else of the nearest below.</summary>
    private Hypothesis? NeighbourRate(Fact culprit)
    {
        List<Fact> rates = _figures.Value;
        int at = _places.Value.GetValueOrDefault(culprit.Id, -1);
        bool IsCopy(Fact fact) => fact.Figure!.Role == culprit.Figure!.Role && IsSameNumber(fact, culprit) && fact.Label != culprit.Label;
        Fact? above = at < 0 ? null : rates.FindLastIndex(at, fact => IsCopy(fact)) is >= 0 and var before ? rates[before] : null;
        Fact? neighbour = above ?? (IsTelling(culprit) ? rates.Skip(at + 1).FirstOrDefault(IsCopy) : null);
        return neighbour is null ? null : new Hypothesis(above is null ? "rate-of-next" : "rate-of-neighbour", [culprit.Figure!.Text, neighbour.Label]);
    }

    /// <summary>The same item in another fund, or another component of it.</summary>
    private Hypothesis? OtherScope(Cause cause, Fact culprit)
    {
        bool isTied = cause.Explained.Any(ruling => ruling.Obligation is { Relation: Relation.Sum, Operands.Length: 1 });
        if (!isTied || culprit.Key is not { Subject.Length: > 0, Measure: Measure.Amount } key || culprit.Figure is null || !IsTelling(culprit))
        {
            return null;
        }

        Fact? other = _subjects.Value[key.Subject].FirstOrDefault(fact => IsSameNumber(fact, culprit) && fact.Cell is not null
            && fact.Key!.Measure == key.Measure && fact.Key.Year == key.Year && (fact.Key.Fund != key.Fund || fact.Key.Component != key.Component));
        return other is null ? null : new Hypothesis("other-scope", [culprit.Text.Trim(), other.Label]);
    }

    /// <summary>The row above or below, or the column to the left or right.</summary>
    private Hypothesis? NeighbourCell(Fact culprit)
    {
        int table = culprit.Table!.Number, row = culprit.Cell!.Row, column = culprit.Cell.Column;
        ILookup<(int, int, int), Fact> cells = _cells.Value;
        Fact? Next(int rows, int columns) => Enumerable.Range(1, Reach)
            .SelectMany(step => cells[(table, row + (step * rows), column + (step * columns))])
            .FirstOrDefault(other => other.Printed is { Value: not 0 });
        Fact? neighbour = new[] { Next(1, 0), Next(-1, 0), Next(0, -1), Next(0, 1) }.OfType<Fact>().FirstOrDefault(other => IsSameNumber(other, culprit));
        return neighbour is null ? null : new Hypothesis("value-of-neighbour", [culprit.Text.Trim(), neighbour.Label]);
    }

    /// <summary>The figure of the same kind before or behind.</summary>
    private Hypothesis? NeighbourFigure(Fact culprit)
    {
        List<Fact> figures = _figures.Value;
        int at = _places.Value.GetValueOrDefault(culprit.Id, -1);
        bool IsAlike(Fact fact) => fact.Figure!.Role == culprit.Figure!.Role && fact.Printed!.Unit == culprit.Printed!.Unit;
        int next = at < 0 ? -1 : figures.FindIndex(at + 1, IsAlike), before = at < 1 ? -1 : figures.FindLastIndex(at - 1, IsAlike);
        Fact? neighbour = new[] { next, before }.Where(i => i >= 0).Select(i => figures[i])
            .FirstOrDefault(other => IsSameNumber(other, culprit) && SignificantDigits(culprit.Printed!) > 1 && (other.Label != culprit.Label || IsTelling(culprit)));
        return neighbour is null ? null : new Hypothesis("value-of-neighbour", [culprit.Text.Trim(), neighbour.Label]);
    }

    /// <summary>
    /// 预算安排 352.67 万元, 增加 0.53%: when the rate and another print go with one value and this number stands nowhere else, the sentence was
    /// worked out anew and this number was left from before, such as last year's budget.
    /// </summary>
    private Hypothesis? LeftOver(Cause cause, Fact culprit)
    {
        if (culprit.Figure is not { Role: FigureRole.Amount } || cause.Repair is not { } repair || !IsTelling(culprit)
            || Slips.Between(culprit.Printed!, repair) is not null)
        {
            return null;
        }

        bool isCompared = cause.Explained.Any(ruling =>
            ruling.Obligation.Relation is Relation.Growth or Relation.GrowthFromChange && ruling.Obligation.Operands[0].Fact.Id == culprit.Id);
        bool isPrintedAgain = cause.Explained.Any(ruling => ruling.Obligation is { Relation: Relation.Sum, Operands.Length: 1 });
        if (!isCompared || !isPrintedAgain || _figures.Value.Exists(other => IsSameNumber(other, culprit)))
        {
            return null;
        }

        string year = culprit.Key?.Year is { } own ? (own - 1).ToString(CultureInfo.InvariantCulture) : "";
        return new Hypothesis("left-over", [culprit.Text.Trim(), year]);
    }
}
