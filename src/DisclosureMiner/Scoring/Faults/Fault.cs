using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>One stretch of a document, and what a fault prints instead.</summary>
/// <param name="Old">The characters as printed, each with its place.</param>
/// <param name="New">What is printed instead; empty when the stretch is gone.</param>
internal sealed record Edit(PlacedText Old, string New);

/// <summary>One fault that could be planted into a document in which nothing is wrong.</summary>
/// <param name="Type">What went wrong.</param>
/// <param name="Where">The place, for people.</param>
/// <param name="Edits">What is changed. Stretches do not overlap.</param>
/// <param name="Witnesses">Other stretches that a report of the fault may point at.</param>
/// <param name="Reason">Why no reader of the document can find it; empty when one can.</param>
internal sealed record Fault(FaultType Type, string Where, ImmutableArray<Edit> Edits, ImmutableArray<PlacedText> Witnesses, string Reason)
{
    /// <summary>Whether something else in the document contradicts it.</summary>
    public bool IsDetectable => Reason.Length == 0;

    /// <summary>What was printed and what is printed now.</summary>
    public string What => string.Join("; ", Edits.Select(edit => $"{Shown(edit.Old.Text)} → {Shown(edit.New)}"));

    private static string Shown(string text) => text.Length == 0 ? "∅" : text.Replace('\n', ' ').Replace('\t', ' ');
}
