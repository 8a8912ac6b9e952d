using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Tells large letters that lie behind the print of a page, or over it, from the print.</summary>
internal static class Watermarks
{
    // At least this many times as large as the print that they meet.
    private const double LeastRatio = 1.8;

    /// <summary>The characters of a page without such letters.</summary>
    public static List<Glyph> Without(ImmutableArray<Glyph> glyphs)
    {
        List<Glyph> inked = [.. glyphs.Where(glyph => !glyph.IsSpace)];
        if (inked.Count == 0)
        {
            return [.. glyphs];
        }

        double[] sizes = [.. inked.Select(glyph => glyph.Size).Order()];
        double least = LeastRatio * sizes[sizes.Length / 2];

        Glyph[] print = [.. inked.Where(glyph => glyph.Size < least).OrderBy(glyph => glyph.MiddleY)];
        double[] heights = [.. print.Select(glyph => glyph.MiddleY)];

        // Letters of one line go together, whichever of them meet print.
        HashSet<(double, double)> behind = [.. inked.Where(glyph => glyph.Size >= least && Meets(glyph, print, heights)).Select(glyph => (glyph.Baseline, glyph.Size))];
        return behind.Count == 0 ? [.. glyphs] : [.. glyphs.Where(glyph => !behind.Contains((glyph.Baseline, glyph.Size)))];
    }

    private static bool Meets(Glyph large, Glyph[] print, double[] heights)
    {
        int i = Array.BinarySearch(heights, large.Box.Y0);
        for (i = i < 0 ? ~i : i; i < print.Length && heights[i] <= large.Box.Y1; i++)
        {
            if (print[i].Size * LeastRatio <= large.Size && large.Box.Holds(print[i].Box.Middle))
            {
                return true;
            }
        }

        return false;
    }
}
