using System.Collections.Immutable;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>The prose of a document as understood.</summary>
/// <param name="Figures">Every number and unfilled place, in reading order.</param>
/// <param name="Statements">What they say, in reading order.</param>
/// <param name="Facts">One fact for each figure that is a quantity, in reading order; keys are not bound yet.</param>
internal sealed record NarrativeReading(ImmutableArray<Figure> Figures, ImmutableArray<Statement> Statements, ImmutableArray<Fact> Facts);
