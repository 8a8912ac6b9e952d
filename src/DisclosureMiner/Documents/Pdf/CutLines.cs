using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>A character that its clip lets through in part.</summary>
/// <param name="Glyph">The character.</param>
/// <param name="From">Where the part begins: 0 at the top of what print can fill, 1 at its bottom.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsRead">Whether enough shows for the character to be read.</param>
internal readonly record struct CutGlyph(Glyph Glyph, double From, double To, bool IsRead);

/// <summary>Finds the lines of which a page shows the upper or the lower part only, because the edge of a cell runs through them.</summary>
internal static class CutLines
{
    // Less than the least cannot be seen, and with more than the most nothing is lost but a tail.
    private const double LeastShown = 0.08;
    private const double MostShown = 0.7;

    // Fewer may be one sign in a frame of its own.
    private const int FewestLetters = 2;

    /// <summary>Their characters, from left to right, line by line down the page.</summary>
    /// <param name="cut">What is drawn in part.</param>
    /// <param name="read">What is read on the page: a character that was drawn again as a whole is not cut.</param>
    public static ImmutableArray<ImmutableArray<Glyph>> Of(List<CutGlyph> cut, List<Glyph> read)
    {
        if (cut.Count == 0)
        {
            return [];
        }

        ILookup<Glyph, Glyph> drawn = read.ToLookup(glyph => glyph);
        IEnumerable<Glyph> halves =
            from part in cut
            group part by part.Glyph into parts
            let shown = parts.Max(part => part.To) - parts.Min(part => part.From)
            where shown is >= LeastShown and <= MostShown && drawn[parts.Key].Count() <= parts.Count(part => part.IsRead)
            select parts.Key;
        return
        [
            .. from glyph in halves
               group glyph by Math.Round(glyph.Baseline) into line
               where line.Count(glyph => char.IsLetter(glyph.Text, 0)) >= FewestLetters
               orderby line.Key
               select line.OrderBy(glyph => glyph.Box.X0).ToImmutableArray(),
        ];
    }
}
