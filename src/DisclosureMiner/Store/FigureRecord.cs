using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>A line of figures.jsonl: a number that the narrative states.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Id">The id within the document: <c>f1</c>.</param>
/// <param name="Text">As printed, with its unit.</param>
/// <param name="Sentence">The sentence as printed.</param>
/// <param name="Section">The headings above it, outermost first.</param>
/// <param name="Place">Where <paramref name="Text"/> stands.</param>
/// <param name="Start">Offset of the text in the sentence, UTF-16 units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Role">What it says.</param>
/// <param name="Value">The number in its unit, unsigned as printed; null for a placeholder.</param>
/// <param name="Unit">Null when it has none.</param>
/// <param name="Yuan">The same in 元; null when it is no money.</param>
/// <param name="Direction">up, down or flat; null when no word says so.</param>
/// <param name="Subject">What it is about; null when unknown.</param>
/// <param name="Period">Year and phase for people; null when unknown.</param>
/// <param name="Verdict">What became of it over all its obligations.</param>
/// <param name="Obligations">Their ids in checks.jsonl.</param>
/// <param name="Reason">Why it is unchecked, else null.</param>
public sealed record FigureRecord(
    string Document,
    string Id,
    string Text,
    string Sentence,
    ImmutableArray<string> Section,
    Place Place,
    int Start,
    int End,
    FigureRole Role,
    string? Value,
    string? Unit,
    string? Yuan,
    Direction? Direction,
    string? Subject,
    string? Period,
    FactVerdict Verdict,
    ImmutableArray<string> Obligations,
    string? Reason);
