using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// N-10 by the words alone: 收、支总计各持平，增加146.83万元. Where nothing but a comma and a direction word stands between 持平 and a change,
/// the change is of what is called unchanged, whatever that is.
/// </summary>
/// <param name="words">The pipeline's vocabulary: <c>flat-before-change</c>, <c>flat-loosely</c>, <c>change-after-flat</c>.</param>
/// <param name="duties">Takes the obligations.</param>
internal sealed class FlatWords(Vocabulary words, Duties duties)
{
    /// <summary>Adds the obligations of all figures.</summary>
    public void Check(IEnumerable<Fact> figures)
    {
        foreach (Fact change in figures.Where(fact => fact is { Printed.Unit.Dimension: Dimension.Money or Dimension.Percent, Figure: not null }))
        {
            Figure figure = change.Figure!;
            string before = Folding.Fold(figure.Sentence[..figure.Start]);
            if (Without(before.TrimEnd(), "change-after-flat") is { } clause && Without(clause.TrimEnd(' ', ','), "flat-before-change") is { } start
                && !words["flat-loosely"].Any(word => start.EndsWith(word, StringComparison.Ordinal)))
            {
                string flat = figure.Sentence[start.Length..clause.Length].Trim().TrimEnd(',', '，');
                duties.Add(Duty.Sum(change, [], Severity.Error, "flat-and-change", "N-10") with
                {
                    Passages = [new Passage(flat, figure.Sentence, start.Length, figure.Section, figure.SentencePlace)],
                });
            }
        }
    }

    /// <summary>The text without the longest of the words that ends it, or null when none does.</summary>
    private string? Without(string text, string list) => words[list]
        .Where(word => text.EndsWith(word, StringComparison.Ordinal))
        .MaxBy(word => word.Length) is { } ending ? text[..^ending.Length] : null;
}
