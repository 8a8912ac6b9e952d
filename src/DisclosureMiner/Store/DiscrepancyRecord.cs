using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>A line of discrepancies.jsonl: one cause of broken obligations.</summary>
/// <param name="Id">Fingerprint that survives re-runs and re-issued files.</param>
/// <param name="ValuesHash">Changes when the printed values do.</param>
/// <param name="Document">The document's id.</param>
/// <param name="Rule">The leading rule.</param>
/// <param name="Rules">All catalogue ids that the leading obligation counts for.</param>
/// <param name="Verdict">The verdict on the leading obligation.</param>
/// <param name="Severity">error, warning or note.</param>
/// <param name="Title">A few words.</param>
/// <param name="Message">Where, what is printed, what the arithmetic gives, what would fit.</param>
/// <param name="Stated">The number that claims the result, in <paramref name="Unit"/>; null when there is none.</param>
/// <param name="Unit">The unit of what is stated; null when there is none.</param>
/// <param name="Computed">The recomputed interval; null when nothing was computed.</param>
/// <param name="Difference">What is stated minus what the printed values give, same unit; null when nothing was computed.</param>
/// <param name="Tolerance">How much of that rounding could explain; null when nothing was computed.</param>
/// <param name="Formula">The arithmetic in words and printed numbers.</param>
/// <param name="Hypotheses">What people may have done, best first.</param>
/// <param name="Caused">Ids in checks.jsonl of all obligations explained by it.</param>
/// <param name="Evidence">Both sides, the stated one first.</param>
public sealed record DiscrepancyRecord(
    string Id,
    string ValuesHash,
    string Document,
    string Rule,
    ImmutableArray<string> Rules,
    Verdict Verdict,
    Severity Severity,
    Bilingual Title,
    Bilingual Message,
    string? Stated,
    string? Unit,
    ComputedRecord? Computed,
    string? Difference,
    ToleranceRecord? Tolerance,
    string Formula,
    ImmutableArray<Explanation> Hypotheses,
    ImmutableArray<string> Caused,
    ImmutableArray<EvidenceRecord> Evidence)
{
    /// <summary>How sure it is that the named number is the one at fault.</summary>
    public Certainty Certainty { get; init; }
}

/// <summary>The largest difference that rounding can bring about, in the unit of what is stated, and why it is that much.</summary>
public sealed record ToleranceRecord(string Value, Bilingual Why);

/// <summary>One side of an obligation.</summary>
/// <param name="Role"><c>stated</c> or <c>operand</c>.</param>
/// <param name="Kind"><c>figure</c>, <c>cell</c> or <c>text</c>.</param>
/// <param name="Table">The table's id, for a cell.</param>
/// <param name="Row">Index into the table's <c>rows</c>, from 0, for a cell.</param>
/// <param name="Column">Index into that row, from 0, for a cell.</param>
/// <param name="Figure">The figure's id, for a figure.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Quote">The sentence, or the row's label and value, as printed.</param>
/// <param name="Value">The number or words in question, as printed.</param>
public sealed record EvidenceRecord(
    string Role,
    string Kind,
    string? Table,
    int? Row,
    int? Column,
    string? Figure,
    Place Place,
    string Quote,
    string Value)
{
    /// <summary>The document that it stands in, where the obligation is one between documents; null where there is only one.</summary>
    public string? Document { get; init; }
}
