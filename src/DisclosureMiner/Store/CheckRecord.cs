using System.Collections.Immutable;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Store;

/// <summary>A line of checks.jsonl: an obligation with its verdict.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Id">The id within the document: <c>o1</c>.</param>
/// <param name="Rule">The leading rule.</param>
/// <param name="Rules">All catalogue ids that it counts for, the leading one first.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Reason">Why it was not decided, else null.</param>
/// <param name="Formula">The arithmetic in words and printed numbers.</param>
/// <param name="Stated">The number that claims the result, in <paramref name="Unit"/>; null when there is none.</param>
/// <param name="Unit">The unit of what is stated; null when there is none.</param>
/// <param name="Computed">The recomputed interval; null when nothing was computed.</param>
/// <param name="Evidence">What took part, the stated side first.</param>
public sealed record CheckRecord(
    string Document,
    string Id,
    string Rule,
    ImmutableArray<string> Rules,
    Verdict Verdict,
    string? Reason,
    string Formula,
    string? Stated,
    string? Unit,
    ComputedRecord? Computed,
    ImmutableArray<EvidenceRecord> Evidence);

/// <summary>A recomputed interval in the unit of what is stated, rounded outward; null for an open end.</summary>
public sealed record ComputedRecord(string? Low, string? High);
