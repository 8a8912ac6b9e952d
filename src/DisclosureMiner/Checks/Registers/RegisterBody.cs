using System.Collections.Immutable;

namespace DisclosureMiner.Checks.Registers;

/// <summary>What a body publishes for: 部门 for all its units together, 单位 for itself.</summary>
public enum BodyKind
{
    /// <summary>部门.</summary>
    Department,

    /// <summary>单位.</summary>
    Unit,
}

/// <summary>A name that a body no longer has.</summary>
/// <param name="Name">As it stands in the register.</param>
/// <param name="Until">The last day on which it was used.</param>
public sealed record FormerName(string Name, DateOnly Until);

/// <summary>A day of any year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; 29 February is the 28th where there is none.</param>
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>That day of a year.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>A body of the register.</summary>
/// <param name="Code">Its code; no two bodies have the same.</param>
/// <param name="Name">Its name now.</param>
/// <param name="Aliases">Other names that it has now.</param>
/// <param name="FormerNames">Names that it had.</param>
/// <param name="Kind">Department or unit.</param>
/// <param name="Parent">The code of the body above it, or null.</param>
/// <param name="Region">Where it is, or null.</param>
/// <param name="FirstYear">The first year in which it was there; null for always.</param>
/// <param name="LastYear">The last year in which it was there; null when it still is.</param>
/// <param name="BudgetDue">Until when the budget of a year is published, in that year; null when none is expected.</param>
/// <param name="FinalDue">Until when the final account of a year is published, in the year after; null when none is expected.</param>
public sealed record RegisterBody(
    string Code,
    string Name,
    ImmutableArray<string> Aliases,
    ImmutableArray<FormerName> FormerNames,
    BodyKind Kind,
    string? Parent,
    string? Region,
    int? FirstYear,
    int? LastYear,
    MonthDay? BudgetDue,
    MonthDay? FinalDue)
{
    /// <summary>Whether the body was there in that year.</summary>
    public bool ExistsIn(int year) => !(year < FirstYear) && !(year > LastYear);

    /// <summary>The last day for the budget of a fiscal year; null when none is expected.</summary>
    public DateOnly? BudgetDueFor(int year) => ExistsIn(year) ? BudgetDue?.In(year) : null;

    /// <summary>The last day for the final account of a fiscal year; null when none is expected.</summary>
    public DateOnly? FinalDueFor(int year) => ExistsIn(year) ? FinalDue?.In(year + 1) : null;
}
