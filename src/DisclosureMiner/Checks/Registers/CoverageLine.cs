using System.Collections.Immutable;

namespace DisclosureMiner.Checks.Registers;

/// <summary>What became of something that was expected, or of a document that was not.</summary>
public enum CoverageState
{
    /// <summary>Its day has passed and it is not here.</summary>
    Missing,

    /// <summary>It is here and was published after its day.</summary>
    Late,

    /// <summary>It is not here, and its day has not passed.</summary>
    NotYetDue,

    /// <summary>It is here.</summary>
    Received,

    /// <summary>A document that nobody expected.</summary>
    Unexpected,

    /// <summary>Nobody can say, and the reason says why.</summary>
    NotChecked,
}

/// <summary>Whether something came in time.</summary>
public enum Timeliness
{
    /// <summary>Nobody knows when it was published, or it is not here.</summary>
    NotChecked,

    /// <summary>On its day or before.</summary>
    OnTime,

    /// <summary>After its day.</summary>
    Late,
}

/// <summary>A line of the lists of coverage.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Reason">
/// Why, for what was not expected or not checked: not-in-register, kind-not-expected, year-not-expected, unit-not-expected, two-files; no-register,
/// ambiguous-body, no-body, no-year, no-kind, or why the document was not read. Else empty.
/// </param>
/// <param name="Body">The body of the register, or null.</param>
/// <param name="Organisation">The body's name: that of the register, else as printed.</param>
/// <param name="Kind">budget, final-accounts, or the document's genre; empty when it is not known.</param>
/// <param name="Due">The last day for it; null when nothing was expected.</param>
/// <param name="Published">The day on which it was first published; null when that is not known.</param>
/// <param name="Timeliness">Whether it came in time.</param>
/// <param name="Documents">The documents, in order of their paths; for two files the one that it stands beside first.</param>
/// <param name="Candidates">The bodies that a document may mean, where more than one.</param>
public sealed record CoverageLine(
    CoverageState State,
    string Reason,
    RegisterBody? Body,
    string Organisation,
    string Kind,
    DateOnly? Due,
    DateOnly? Published,
    Timeliness Timeliness,
    ImmutableArray<HeldDocument> Documents,
    ImmutableArray<RegisterBody> Candidates);
