using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>What a reader needs to know of the field: words and table kinds, from the pipeline.</summary>
public sealed record ReadingKnowledge(Vocabulary Words, ImmutableArray<TableKind> Kinds, ImmutableArray<Unit> Units);
