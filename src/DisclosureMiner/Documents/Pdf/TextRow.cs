using System.Buffers;
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
    private PlacedText? _content;

    private TextRow(int page, ImmutableArray<Glyph> glyphs)
    {
        Page = page;
        _glyphs = glyphs;
        Box = glyphs[0].Box;
        foreach (ref readonly Glyph glyph in glyphs.AsSpan())
        {
            Box = Box.Cover(glyph.Box);
        }

        Size = Median(glyphs.AsSpan(), (in glyph) => glyph.IsSpace ? null : glyph.Size);
    }

    /// <summary>Physical page.</summary>
    public int Page { get; }

    /// <summary>The box around all characters.</summary>
    public Box Box { get; }

    /// <summary>The middle em of its characters, in points.</summary>
    public double Size { get; }

    /// <summary>The text: white space between characters only where the page shows a gap.</summary>
    public PlacedText Content => _content ??= Compose(Page, _glyphs, Size);

    public string Text => Content.Text;

    public double MiddleY => (Box.Y0 + Box.Y1) / 2;

    /// <summary>The rows that the characters make, from top to bottom.</summary>
    public static List<TextRow> Of(int page, IEnumerable<Glyph> glyphs)
    {
        // Print on one line shares a baseline; the least difference between lines is most of an em.
        ReadOnlySpan<Glyph> sorted = Sorted([.. glyphs], glyph => glyph.Baseline);
        var rows = new List<TextRow>();
        for (int i = 0; i < sorted.Length;)
        {
            double baseline = sorted[i].Baseline;
            int end = i + 1;
            while (end < sorted.Length && sorted[end].Baseline - baseline <= 0.4 * Math.Min(sorted[end].Size, sorted[end - 1].Size))
            {
                baseline = sorted[end].Baseline;
                end++;
            }

            if (Make(page, sorted[i..end]) is { } row)
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

    /// <summary>The characters from one to before another as a row of their own; null where they are all white.</summary>
    public TextRow? Part(int start, int end) => Make(Page, _glyphs.AsSpan()[start..end]);

    private void AddPiece(List<TextRow> pieces, int start, int end)
    {
        if (Part(start, end) is { } piece)
        {
            pieces.Add(piece);
        }
    }

    private static TextRow? Make(int page, ReadOnlySpan<Glyph> glyphs)
    {
        ReadOnlySpan<Glyph> sorted = Sorted(glyphs, glyph => glyph.Box.X0);
        int first = 0, end = sorted.Length;
        while (first < end && sorted[first].IsSpace)
        {
            first++;
        }

        while (end > first && sorted[end - 1].IsSpace)
        {
            end--;
        }

        return first == end ? null : new TextRow(page, [.. sorted[first..end]]);
    }

    // Characters are large to move about, so their places are sorted; equals stay in the order in which they are drawn.
    private static ReadOnlySpan<Glyph> Sorted(ReadOnlySpan<Glyph> glyphs, Func<Glyph, double> position)
    {
        var order = new (double At, int Index)[glyphs.Length];
        bool isSorted = true;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = (position(glyphs[i]), i);
            isSorted &= i == 0 || order[i - 1].At <= order[i].At;
        }

        if (isSorted)
        {
            return glyphs;
        }

        Array.Sort(order, (one, other) => one.At != other.At ? one.At.CompareTo(other.At) : one.Index.CompareTo(other.Index));
        var sorted = new Glyph[order.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[i] = glyphs[order[i].Index];
        }

        return sorted;
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
        double baseline = Median(glyphs.AsSpan(), (in glyph) => !glyph.IsSpace && glyph.Size > SmallPrint * size ? glyph.Baseline : null);
        var text = new StringBuilder(glyphs.Length);
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
                AddTimes(regions, regions[^1], spaces);
            }

            text.Append(glyph.Size > SmallPrint * size ? glyph.Text : Shifted(glyph.Text, (glyph.Baseline - baseline) / size));
            AddTimes(regions, new Region(page, glyph.Box), glyph.Text.Length);
            inked = i;
        }

        return PlacedText.FromRegions(text.ToString(), regions.DrainToImmutable());
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

    private static void AddTimes(ImmutableArray<Region>.Builder regions, Region region, int times)
    {
        for (int i = 0; i < times; i++)
        {
            regions.Add(region);
        }
    }

    private delegate double? Measure(in Glyph glyph);

    // The upper one of the two in the middle of an even number.
    private static double Median(ReadOnlySpan<Glyph> glyphs, Measure measure)
    {
        double[] values = ArrayPool<double>.Shared.Rent(glyphs.Length);
        int count = 0;
        foreach (ref readonly Glyph glyph in glyphs)
        {
            if (measure(glyph) is { } value)
            {
                values[count++] = value;
            }
        }

        Array.Sort(values, 0, count);
        double median = values[count / 2];
        ArrayPool<double>.Shared.Return(values);
        return median;
    }
}
