using System.Collections.Immutable;
using System.Text;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Characters that stand beside one another on a page, from left to right; the first and the last are no spaces.</summary>
internal sealed class TextRow
{
    // Wider than the space that justified print leaves between words, narrower than that between columns.
    private const double WideGap = 1.0;

    // Raised marks are set in at most this share of the em of the line.
    private const double SmallPrint = 0.8;

    // Their baseline is off that of the line by at least this share of the em.
    private const double LeastShift = 0.12;

    // White space that only means "far apart" need not be longer than this.
    private const int MostSpaces = 8;

    private readonly ImmutableArray<Glyph> _glyphs;

    private TextRow(int page, ImmutableArray<Glyph> glyphs)
    {
        Page = page;
        _glyphs = glyphs;
        Box = glyphs.Select(glyph => glyph.Box).Aggregate((one, other) => one.Cover(other));
        Size = Median([.. glyphs.Where(glyph => !glyph.IsSpace).Select(glyph => glyph.Size)]);
        Content = Compose(page, glyphs, Size);
    }

    /// <summary>Physical page.</summary>
    public int Page { get; }

    /// <summary>The box around all characters.</summary>
    public Box Box { get; }

    /// <summary>The middle em of its characters, in points.</summary>
    public double Size { get; }

    /// <summary>The text: white space between characters only where the page shows a gap.</summary>
    public PlacedText Content { get; }

    public string Text => Content.Text;

    public double MiddleY => (Box.Y0 + Box.Y1) / 2;

    /// <summary>The rows that the characters make, from top to bottom.</summary>
    public static List<TextRow> Of(int page, IEnumerable<Glyph> glyphs)
    {
        // Print on one line shares a baseline; the least difference between lines is most of an em.
        List<Glyph> sorted = [.. glyphs.OrderBy(glyph => glyph.Baseline)];
        var rows = new List<TextRow>();
        for (int i = 0; i < sorted.Count;)
        {
            double baseline = sorted[i].Baseline;
            int end = i + 1;
            while (end < sorted.Count && sorted[end].Baseline - baseline <= 0.4 * Math.Min(sorted[end].Size, sorted[end - 1].Size))
            {
                baseline = sorted[end].Baseline;
                end++;
            }

            if (Make(page, sorted.GetRange(i, end - i)) is { } row)
            {
                // A raised or lowered mark has a baseline of its own.
                if (rows.Count > 0 && (Carries(row, rows[^1]) || Carries(rows[^1], row)))
                {
                    rows[^1] = Make(page, [.. rows[^1].Glyphs, .. row.Glyphs])!;
                }
                else
                {
                    rows.Add(row);
                }
            }

            i = end;
        }

        return rows;
    }

    private static bool Carries(TextRow row, TextRow mark) =>
        mark.Size <= SmallPrint * row.Size && mark.Text.Length <= 4
        && mark.Box.Y1 > row.Box.Y0 + (0.25 * row.Size) && mark.Box.Y0 < row.Box.Y1 - (0.25 * row.Size)
        && mark.Box.X0 > row.Box.X0 - row.Size && mark.Box.X1 < row.Box.X1 + (2 * row.Size);

    /// <summary>The stretches of the row that wide gaps part, from left to right.</summary>
    public List<TextRow> Segments()
    {
        var segments = new List<TextRow>();
        int start = 0;
        for (int i = 0, inked = -1; i < _glyphs.Length; i++)
        {
            if (_glyphs[i].IsSpace)
            {
                continue;
            }

            if (inked >= 0 && IsWide(_glyphs[inked], _glyphs[i]))
            {
                segments.Add(new TextRow(Page, _glyphs[start..(inked + 1)]));
                start = i;
            }

            inked = i;
        }

        segments.Add(start == 0 ? this : new TextRow(Page, _glyphs[start..]));
        return segments;
    }

    /// <summary>The characters.</summary>
    public ImmutableArray<Glyph> Glyphs => _glyphs;

    /// <summary>Whether print stands on both sides of a position, with no gap there.</summary>
    public bool RunsOver(double at, double slack)
    {
        Glyph? left = null;
        foreach (Glyph glyph in _glyphs)
        {
            if (glyph.IsSpace)
            {
                continue;
            }

            if (glyph.Box.X1 > at + slack)
            {
                return glyph.Box.X0 < at - slack || (left is { } before && glyph.Box.X0 - before.Box.X1 < 0.1 * Size);
            }

            left = glyph;
        }

        return false;
    }

    /// <summary>The row in pieces: cut before characters that begin at one of the starts, and behind those that end at one of the ends.</summary>
    public IEnumerable<TextRow> Cut(IReadOnlyList<double> starts, IReadOnlyList<double> ends, double slack)
    {
        var pieces = new List<TextRow>();
        int start = 0;
        for (int i = 1; i < _glyphs.Length; i++)
        {
            if (_glyphs[i].IsSpace)
            {
                continue;
            }

            // Numbers and words are never cut, and phrases of Latin words only at a gap.
            Glyph left = _glyphs[i - 1].IsSpace && i > start + 1 ? _glyphs[i - 2] : _glyphs[i - 1];
            bool isPhrase = left.Text[^1] < 0x2E80 && _glyphs[i].Text[0] < 0x2E80 && _glyphs[i].Box.X0 - left.Box.X1 < 0.5 * Size;
            if (!isPhrase
                && (starts.Any(at => Math.Abs(_glyphs[i].Box.X0 - at) <= slack) || ends.Any(at => Math.Abs(left.Box.X1 - at) <= slack)))
            {
                AddPiece(pieces, start, i);
                start = i;
            }
        }

        AddPiece(pieces, start, _glyphs.Length);
        return pieces.Count < 2 ? [this] : pieces;
    }

    private void AddPiece(List<TextRow> pieces, int start, int end)
    {
        if (Make(Page, [.. _glyphs[start..end]]) is { } piece)
        {
            pieces.Add(piece);
        }
    }

    private static TextRow? Make(int page, List<Glyph> glyphs)
    {
        List<Glyph> sorted = [.. glyphs.OrderBy(glyph => glyph.Box.X0)];
        int first = sorted.FindIndex(glyph => !glyph.IsSpace), last = sorted.FindLastIndex(glyph => !glyph.IsSpace);
        return first < 0 ? null : new TextRow(page, [.. sorted[first..(last + 1)]]);
    }

    private static bool IsWide(Glyph left, Glyph right)
    {
        double gap = right.Box.X0 - left.Box.X1;
        double size = Math.Min(left.Size, right.Size);

        // Two columns of numbers may stand close.
        bool areNumbers = left.Text is [>= '0' and <= '9' or '%' or ')'] && right.Text is [>= '0' and <= '9' or '-' or '(' or '$' or '¥'];
        return gap > (areNumbers ? 0.45 : WideGap) * size;
    }

    private static PlacedText Compose(int page, ImmutableArray<Glyph> glyphs, double size)
    {
        double baseline = Median([.. glyphs.Where(glyph => !glyph.IsSpace && glyph.Size > SmallPrint * size).Select(glyph => glyph.Baseline)]);
        var text = new StringBuilder();
        var regions = ImmutableArray.CreateBuilder<Region>(glyphs.Length);
        int inked = -1;
        for (int i = 0; i < glyphs.Length; i++)
        {
            Glyph glyph = glyphs[i];
            if (glyph.IsSpace)
            {
                continue;
            }

            if (inked >= 0)
            {
                int spaces = SpacesBetween(glyphs[inked], glyph, i - inked > 1);
                text.Append(' ', spaces);
                regions.AddRange(Enumerable.Repeat(regions[^1], spaces));
            }

            text.Append(glyph.Size > SmallPrint * size ? glyph.Text : Shifted(glyph.Text, (glyph.Baseline - baseline) / size));
            regions.AddRange(Enumerable.Repeat(new Region(page, glyph.Box), glyph.Text.Length));
            inked = i;
        }

        return PlacedText.FromRegions(text.ToString(), regions.ToImmutable());
    }

    // 1,234 with a small raised 1 behind it is an amount with the mark of a note, not 12,341.
    private static string Shifted(string text, double down)
    {
        string? digits = down < -LeastShift ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : down > LeastShift ? "₀₁₂₃₄₅₆₇₈₉" : null;
        return digits is null ? text : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));
    }

    private static int SpacesBetween(Glyph left, Glyph right, bool isPrinted)
    {
        double gap = (right.Box.X0 - left.Box.X1) / Math.Min(left.Size, right.Size);
        bool isLatin = left.Text[^1] < 0x2E80 && right.Text[0] < 0x2E80;
        double least = isPrinted ? 0.1 : isLatin ? 0.2 : 0.6;
        return gap < least ? 0 : Math.Clamp((int)gap, 1, MostSpaces);
    }

    private static double Median(double[] sizes)
    {
        Array.Sort(sizes);
        return sizes[sizes.Length / 2];
    }
}
