using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>What people may have done to bring a conflict about.</summary>
/// <param name="Code">
/// A key of the wording: <c>columns-swapped</c>, <c>direction</c>, <c>other-period</c>, <c>rate-of-neighbour</c>, <c>rate-of-next</c>, <c>other-scope</c>,
/// <c>value-of-neighbour</c>, <c>left-over</c>, <c>unit-slip</c>, <c>digit-wrong</c>, <c>digits-swapped</c>, <c>digit-extra</c>, <c>digit-missing</c>,
/// <c>decimal-moved</c>, <c>sign</c>, <c>cut-digits</c>, <c>last-digit</c>, <c>other-base</c>, <c>item-missing</c>, <c>total-not-updated</c>, <c>change-follows</c>, <c>fits-value</c>.
/// </param>
/// <param name="Arguments">
/// Printed texts that the wording puts in its places: of a slip the number that would fit, with its unit; else the number that was
/// borrowed, forgotten or divided by, and the name under which it stands. A missing one is left out of the sentence.
/// </param>
public sealed record Hypothesis(string Code, ImmutableArray<string> Arguments);

/// <summary>How sure it is that the named number is the one at fault.</summary>
public enum Certainty
{
    /// <summary>Another number may be meant as well.</summary>
    Open,

    /// <summary>Something speaks for it: a slip of the hand explains it, or the other numbers are held elsewhere.</summary>
    Likely,

    /// <summary>Several relations agree on its value, and no other number would do.</summary>
    Sure,
}

/// <summary>Another number that may be at fault as well.</summary>
/// <param name="Fact">The number.</param>
/// <param name="Value">The value (base unit) that would make the obligations hold, or null.</param>
public sealed record Rival(Fact Fact, decimal? Value);

/// <summary>What has to change together.</summary>
public enum CauseKind
{
    /// <summary>One number.</summary>
    Number,

    /// <summary>All prints of a number, which agree with each other.</summary>
    Copies,

    /// <summary>Two numbers of a row, each to the other's value.</summary>
    Exchange,

    /// <summary>Changes and rates of one sentence, whose direction is turned round.</summary>
    Direction,
}

/// <summary>One cause of broken obligations, before it is put into words.</summary>
/// <param name="Culprit">The fact whose change would repair most, or null when words alone are at fault.</param>
/// <param name="Leading">The broken obligation that shows it best.</param>
/// <param name="Explained">All broken obligations it explains, the leading one first.</param>
/// <param name="Repair">The value (base unit) that would make them hold, or null.</param>
/// <param name="Hypotheses">Best first.</param>
/// <param name="Severity">Error, warning or note.</param>
public sealed record Cause(
    Fact? Culprit,
    Ruling Leading,
    ImmutableArray<Ruling> Explained,
    decimal? Repair,
    ImmutableArray<Hypothesis> Hypotheses,
    Severity Severity)
{
    /// <summary>What has to change.</summary>
    public CauseKind Kind { get; init; }

    /// <summary>The facts that have to change with the culprit.</summary>
    public ImmutableArray<Fact> With { get; init; } = [];

    /// <summary>How sure it is that the culprit is the number at fault.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>Numbers that would explain as much, the likeliest first.</summary>
    public ImmutableArray<Rival> Rivals { get; init; } = [];
}
