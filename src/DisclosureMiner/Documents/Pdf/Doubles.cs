using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Bold print is often the same character drawn twice, a hair apart.</summary>
internal static class Doubles
{
    // Characters are looked up by the square of this many points that they begin in.
    private const int Square = 4;

    /// <summary>The characters without those that were drawn once before.</summary>
    public static ImmutableArray<Glyph> Without(List<Glyph> glyphs)
    {
        // The last character of each square, and for each character the one before it in its square, by their places in what is kept.
        var last = new Dictionary<long, int>(glyphs.Count);
        var kept = new Glyph[glyphs.Count];
        int[] before = new int[glyphs.Count];
        int count = 0;
        foreach (Glyph glyph in CollectionsMarshal.AsSpan(glyphs))
        {
            double near = Math.Max(0.5, 0.2 * Math.Min(glyph.Size, glyph.Box.X1 - glyph.Box.X0));
            if (IsDrawn(glyph, near))
            {
                continue;
            }

            ref int newest = ref CollectionsMarshal.GetValueRefOrAddDefault(last, SquareOf(glyph.Box.X0, glyph.Baseline), out bool isTaken);
            before[count] = isTaken ? newest : -1;
            kept[count] = glyph;
            newest = count++;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(count == kept.Length ? kept : kept[..count]);

        bool IsDrawn(in Glyph glyph, double near)
        {
            for (double x = glyph.Box.X0 - near; ; x = Math.Min(x + Square, glyph.Box.X0 + near))
            {
                for (double y = glyph.Baseline - near; ; y = Math.Min(y + Square, glyph.Baseline + near))
                {
                    for (int i = last.GetValueOrDefault(SquareOf(x, y), -1); i >= 0; i = before[i])
                    {
                        if (Math.Abs(kept[i].Box.X0 - glyph.Box.X0) < near && Math.Abs(kept[i].Baseline - glyph.Baseline) < near && kept[i].Text == glyph.Text)
                        {
                            return true;
                        }
                    }

                    if (y >= glyph.Baseline + near)
                    {
                        break;
                    }
                }

                if (x >= glyph.Box.X0 + near)
                {
                    return false;
                }
            }
        }
    }

    private static long SquareOf(double x, double y) => ((long)(int)Math.Floor(x / Square) << 32) | (uint)(int)Math.Floor(y / Square);
}
