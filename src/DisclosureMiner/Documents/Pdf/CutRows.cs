using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Rows that a page break cut in their midst: the upper part ends with lines that their cells broke, and the lower part holds nothing
/// but what goes on with them.
/// </summary>
internal static class CutRows
{
    /// <summary>Both parts as one row, or null when they are two rows.</summary>
    /// <param name="upper">The last row of a page.</param>
    /// <param name="upperBorders">Where its columns begin and end.</param>
    /// <param name="lower">The first row of the page after it, without heads that are printed again.</param>
    /// <param name="lowerBorders">Where its columns begin and end.</param>
    public static ImmutableArray<RawCell?>? Whole(
        ImmutableArray<RawCell?> upper, ImmutableArray<double> upperBorders, ImmutableArray<RawCell?> lower, ImmutableArray<double> lowerBorders)
    {
        ImmutableArray<RawCell?>.Builder whole = upper.ToBuilder();
        bool goesOn = false;
        for (int c = 0; c < lower.Length; c++)
        {
            if (lower[c] is not { IsBlank: false } rest)
            {
                continue;
            }

            if (upper[c] is not { IsBlank: false } begun || begun.ColumnSpan != rest.ColumnSpan
                || !IsBroken(begun, upperBorders[c + begun.ColumnSpan], rest, lowerBorders[c]) || !IsOneText(begun, rest))
            {
                return null;
            }

            PlacedText content = Paragraphs.Concat(begun.Content, rest.Content);
            whole[c] = begun with { Content = content, Place = content.Place, Doubts = begun.Doubts | rest.Doubts | CellDoubts.Joined };
            goesOn = true;
        }

        return goesOn ? whole.ToImmutable() : null;
    }

    // The rest begins at the very left of its cell, and its first letter had no room behind what stands above it.
    private static bool IsBroken(RawCell begun, double right, RawCell rest, double left)
    {
        Box letter = rest.Content.Regions[0].Box;
        double em = letter.X1 - letter.X0, margin = letter.X0 - left;
        return margin <= em && right - margin - begun.Content.Regions[^1].Box.X1 < em;
    }

    // An item with a number of its own, and a label of what follows it, begin rows.
    private static bool IsOneText(RawCell begun, RawCell rest) =>
        rest.Content.Text.Any(char.IsLetter) && !Lines.EndsSentence(begun.Content.Text)
        && Enumerator.Read(rest.Content.Text).IsNone && !rest.Content.Text.EndsWith('：');
}
