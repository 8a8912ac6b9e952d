using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>
/// How far the tables of a document reach: which subjects, units and periods they can print at all. Where they cannot print an
/// amount of the prose, there is no cell that it would have to equal.
/// </summary>
/// <param name="keyed">All cells that are bound to a key.</param>
internal sealed class TableReach(IReadOnlyList<Fact> keyed)
{
    /// <summary>No table of the document has lines or columns of this kind.</summary>
    public const string NotInTables = "not-in-tables";

    /// <summary>The tables that have the subject have no column for the year or phase.</summary>
    public const string OtherPeriod = "other-period";

    /// <summary>A tag of subjects that the tables of most forms have no line for (政府采购, 共有车辆): where none is found, none is missing.</summary>
    private const string SeldomPrinted = "seldom-in-tables";

    private readonly ILookup<string, FactKey> _keysByKind = keyed.ToLookup(fact => fact.Table!.Kind, fact => fact.Key!, StringComparer.Ordinal);
    private readonly HashSet<char> _classifications = [.. keyed.Select(fact => fact.Key!.Subject).Where(IsCode).Select(code => code[0])];

    /// <summary>Why no cell can print it, or null where one should.</summary>
    /// <param name="statement">What is spoken of.</param>
    /// <param name="cells">All cells of its subject, whatever they say of it.</param>
    /// <param name="period">For which year and phase.</param>
    /// <param name="stated">The amount or count.</param>
    public string? Gap(Statement statement, IReadOnlyCollection<Fact> cells, Period period, Printed stated)
    {
        List<Fact> comparable = [.. cells.Where(cell => IsCount(cell) == (stated.Unit.Dimension == Dimension.Count))];
        if (comparable.Count == 0)
        {
            return stated.Unit.Dimension == Dimension.Count || !IsOfTheForm(statement) ? NotInTables : null;
        }

        bool printed = comparable.Select(cell => cell.Table!.Kind).Distinct(StringComparer.Ordinal).Any(kind => _keysByKind[kind].Any(key => Fits(key, period)));
        return printed ? null : OtherPeriod;
    }

    /// <summary>Whether a number of this year and phase may be the one that is meant.</summary>
    public static bool Fits(FactKey key, Period period) =>
        (key.Year is null || period.Year is null || key.Year == period.Year)
        && (key.Phase == period.Phase || key.Phase == Phase.Unknown || period.Phase == Phase.Unknown || (IsBudget(key.Phase) && IsBudget(period.Phase)));

    /// <summary>Whether tables of this document have lines for such a subject, so that one without a cell is missing from them.</summary>
    private bool IsOfTheForm(Statement statement)
    {
        if (statement.Path is not null)
        {
            return _classifications.Contains(FunctionClass);
        }

        return statement.Subjects.Any(subject => IsCode(subject.Id)
            ? _classifications.Contains(subject.Id[0])
            : keyed.Count > 0 && !subject.Tags.Contains(SeldomPrinted));
    }

    private static bool IsCount(Fact cell) => cell.Key!.Measure == Measure.Count || cell.Printed?.Unit.Dimension == Dimension.Count;

    private static bool IsCode(string subject) => subject.Length > 0 && char.IsAsciiDigit(subject[0]);

    private static bool IsBudget(Phase phase) => phase is Phase.Budget or Phase.OpeningBudget;

    /// <summary>Codes of the functional classification begin with it.</summary>
    private const char FunctionClass = '2';
}
