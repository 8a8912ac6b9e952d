using System.Collections.Immutable;

namespace DisclosureMiner.Findings.Search;

/// <summary>One thing that may have gone wrong: what would have to be printed instead.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="Moves">Facts with their new values in the base unit, null where nothing pins it; the one to name first at the front.</param>
/// <param name="Cost">1 for a cause, and a little for what makes it less plausible than others.</param>
internal sealed record Change(CauseKind Kind, ImmutableArray<(int Fact, decimal? Value)> Moves, decimal Cost);
