using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>Printed words with the sentence that holds them.</summary>
/// <param name="Text">The words in question, as printed.</param>
/// <param name="Sentence">The sentence or line that holds them, as printed.</param>
/// <param name="Start">Offset of <paramref name="Text"/> in the sentence, UTF-16 units.</param>
/// <param name="Section">The headings above them, outermost first.</param>
/// <param name="Place">Where <paramref name="Text"/> stands.</param>
public sealed record Passage(string Text, string Sentence, int Start, ImmutableArray<string> Section, Place Place);
