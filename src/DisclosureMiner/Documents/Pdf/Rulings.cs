using System.Collections.Immutable;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Finds the straight lines of a page in the shapes in which office programs draw them: strokes, thin filled rectangles, and
/// the edges of rectangles.
/// </summary>
internal sealed class Rulings
{
    // A filled rectangle thinner than this is a line.
    private const double Thin = 3;

    // Lines of one border are drawn cell by cell, with gaps as wide as a pen.
    private const double Gap = 3;
    private const double SameLine = 1.2;
    private const double Shortest = 2;

    // A pen that goes along the edge of its clip shows with half its width.
    private const double Pen = 1;

    private readonly List<Ruling> _horizontal = [];
    private readonly List<Ruling> _vertical = [];
    private IColor? _lastColour;
    private bool _isLastWhite;

    /// <summary>Adds a path that is filled.</summary>
    public void AddFill(DrawnPath path, IColor? colour, Clip clip)
    {
        if (IsWhite(colour))
        {
            return;
        }

        foreach (Box shape in path.Boxes)
        {
            foreach (Box box in clip.Pieces(shape))
            {
                double width = box.X1 - box.X0, height = box.Y1 - box.Y0;
                if (height <= Thin && width > height)
                {
                    _horizontal.Add(new Ruling((box.Y0 + box.Y1) / 2, box.X0, box.X1));
                }
                else if (width <= Thin && height > width)
                {
                    _vertical.Add(new Ruling((box.X0 + box.X1) / 2, box.Y0, box.Y1));
                }
            }
        }
    }

    /// <summary>Adds a path that a pen follows.</summary>
    public void AddStroke(DrawnPath path, IColor? colour, Clip clip)
    {
        if (IsWhite(colour))
        {
            return;
        }

        foreach ((PdfPoint from, PdfPoint to) in path.Lines)
        {
            double dx = Math.Abs(from.X - to.X), dy = Math.Abs(from.Y - to.Y);
            if (Math.Min(dx, dy) > SameLine || dx == dy)
            {
                continue;
            }

            foreach (Box box in clip.Pieces(new Box(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Max(from.X, to.X), Math.Max(from.Y, to.Y)), Pen))
            {
                if (dy < dx)
                {
                    _horizontal.Add(new Ruling((from.Y + to.Y) / 2, box.X0, box.X1));
                }
                else
                {
                    _vertical.Add(new Ruling((from.X + to.X) / 2, box.Y0, box.Y1));
                }
            }
        }
    }

    /// <summary>The horizontal and vertical lines, merged, for a reader who holds the page upright.</summary>
    public (ImmutableArray<Ruling> Horizontal, ImmutableArray<Ruling> Vertical) Read(Upright page)
    {
        if (page.Turn == Turn.None)
        {
            return (Merge(_horizontal), Merge(_vertical));
        }

        List<Box> across = [.. _horizontal.Select(line => page.Read(new Box(line.From, line.At, line.To, line.At)))];
        List<Box> down = [.. _vertical.Select(line => page.Read(new Box(line.At, line.From, line.At, line.To)))];
        (List<Box> horizontal, List<Box> vertical) = page.Turn == Turn.Over ? (across, down) : (down, across);
        return (
            Merge([.. horizontal.Select(line => new Ruling(line.Y0, line.X0, line.X1))]),
            Merge([.. vertical.Select(line => new Ruling(line.X0, line.Y0, line.Y1))]));
    }

    private bool IsWhite(IColor? colour)
    {
        if (!ReferenceEquals(colour, _lastColour))
        {
            _lastColour = colour;
            _isLastWhite = colour is not null && ToIsWhite(colour);
        }

        return _isLastWhite;
    }

    private static bool ToIsWhite(IColor colour)
    {
        try
        {
            (double r, double g, double b) = colour.ToRGBValues();
            return r > 0.97 && g > 0.97 && b > 0.97;
        }
        catch (InvalidOperationException)
        {
            // A pattern has no one colour, and is not white.
            return false;
        }
    }

    // Pieces of one line become one; lines side by side stay apart.
    private static ImmutableArray<Ruling> Merge(List<Ruling> pieces)
    {
        Span<Ruling> sorted = CollectionsMarshal.AsSpan(pieces);
        sorted.Sort((one, other) => one.At != other.At ? one.At.CompareTo(other.At) : one.From.CompareTo(other.From));
        var merged = ImmutableArray.CreateBuilder<Ruling>();
        for (int i = 0; i < sorted.Length;)
        {
            int end = i + 1;
            while (end < sorted.Length && sorted[end].At - sorted[i].At <= SameLine)
            {
                end++;
            }

            Span<Ruling> line = sorted[i..end];
            line.Sort((one, other) => one.From != other.From ? one.From.CompareTo(other.From) : one.At.CompareTo(other.At));
            Ruling open = line[0];
            foreach (Ruling next in line[1..])
            {
                if (next.From <= open.To + Gap)
                {
                    open = open with { To = Math.Max(open.To, next.To) };
                }
                else
                {
                    Add(merged, open);
                    open = next;
                }
            }

            Add(merged, open);
            i = end;
        }

        return merged.DrainToImmutable();
    }

    private static void Add(ImmutableArray<Ruling>.Builder lines, Ruling line)
    {
        if (line.Length >= Shortest)
        {
            lines.Add(line);
        }
    }
}
