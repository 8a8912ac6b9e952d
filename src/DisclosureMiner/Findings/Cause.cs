using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>What people may have done to bring a conflict about.</summary>
/// <param name="Code">
/// A key of the wording: <c>rate-of-neighbour</c>, <c>unit-slip</c>, <c>digit-wrong</c>, <c>digits-swapped</c>, <c>digit-extra</c>,
/// <c>digit-missing</c>, <c>decimal-moved</c>, <c>sign</c>, <c>cut-digits</c>, <c>last-digit</c>, <c>other-base</c>, <c>fits-value</c>.
/// </param>
/// <param name="Arguments">
/// Printed texts that the wording puts in its places: first the number that would fit, with its unit (for
/// <c>rate-of-neighbour</c> the rate, for <c>other-base</c> the base), then, where there is one, the name of the neighbour or of
/// the base. A missing one is left out of the sentence.
/// </param>
public sealed record Hypothesis(string Code, ImmutableArray<string> Arguments);

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
    Severity Severity);
