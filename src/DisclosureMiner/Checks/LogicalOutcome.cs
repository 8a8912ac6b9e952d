namespace DisclosureMiner.Checks;

/// <summary>What a rule about words, presence or absence found; the words themselves are the obligation's passages.</summary>
/// <param name="Holds">Whether it holds.</param>
/// <param name="What">What was found, as part of a sentence for the reviewer.</param>
public sealed record LogicalOutcome(bool Holds, Bilingual What);
