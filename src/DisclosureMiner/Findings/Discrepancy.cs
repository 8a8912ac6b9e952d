using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>One side of a disagreement, shown to the reviewer.</summary>
/// <param name="Role"><c>stated</c> or <c>operand</c>.</param>
/// <param name="Kind"><c>figure</c>, <c>cell</c> or <c>text</c>.</param>
/// <param name="Quote">The sentence or the row's label and value, as printed.</param>
/// <param name="Value">The number or words in question, as printed.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Fact">The fact, or null for mere words.</param>
public sealed record Evidence(string Role, string Kind, string Quote, string Value, Place Place, Fact? Fact);

/// <summary>What people may have done, in words.</summary>
/// <param name="Code">The kind of mistake: a key of the wording (<c>digits-swapped</c>, <c>unit-slip</c> ...).</param>
/// <param name="Text">The guess, phrased for the publisher.</param>
public sealed record Explanation(string Code, Bilingual Text);

/// <summary>A cause of one or more broken obligations, reported once.</summary>
/// <param name="Id">Fingerprint of body, genre, year, culprit keys and defect class; survives re-runs and re-issued files.</param>
/// <param name="ValuesHash">Changes when the printed values do; a decision on the discrepancy then reopens.</param>
/// <param name="Ruling">The leading broken obligation with its verdict.</param>
/// <param name="Severity">Error, warning or note.</param>
/// <param name="Title">A few words.</param>
/// <param name="Message">Where, what is printed, what the arithmetic gives, what would fit; never which side is right.</param>
/// <param name="Culprit">The fact whose change would repair most, or null.</param>
/// <param name="Repair">The value (base unit) that would make the obligations hold, or null.</param>
/// <param name="Hypotheses">What people may have done, best first.</param>
/// <param name="Caused">Ids of all obligations that this cause explains, the leading one first.</param>
/// <param name="Evidence">Both sides, the stated one first.</param>
public sealed record Discrepancy(
    string Id,
    string ValuesHash,
    Ruling Ruling,
    Severity Severity,
    Bilingual Title,
    Bilingual Message,
    Fact? Culprit,
    decimal? Repair,
    ImmutableArray<Explanation> Hypotheses,
    ImmutableArray<string> Caused,
    ImmutableArray<Evidence> Evidence)
{
    /// <summary>How sure it is that the culprit is the number at fault.</summary>
    public Certainty Certainty { get; init; }
}
