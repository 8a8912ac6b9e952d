using System.Collections.Immutable;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Finds the straight lines of a page in the shapes in which office programs draw them: strokes, thin filled rectangles, and
/// the edges of rectangles.
/// </summary>
internal static class Rulings
{
    // A filled rectangle thinner than this is a line.
    private const double Thin = 3;

    // Lines of one border are drawn cell by cell, with gaps as wide as a pen.
    private const double Gap = 3;
    private const double SameLine = 1.2;
    private const double Shortest = 2;

    /// <summary>The horizontal and vertical lines.</summary>
    public static (ImmutableArray<Ruling> Horizontal, ImmutableArray<Ruling> Vertical) Of(Page page)
    {
        var horizontal = new List<Ruling>();
        var vertical = new List<Ruling>();
        foreach (PdfPath path in page.Paths)
        {
            if (!path.IsStroked && !path.IsFilled)
            {
                continue;
            }

            foreach (PdfSubpath subpath in path)
            {
                if (path.IsFilled && !path.IsStroked)
                {
                    AddFilled(subpath, path, page.Height, horizontal, vertical);
                }
                else if (!IsWhite(path.StrokeColor))
                {
                    AddStroked(subpath, page.Height, horizontal, vertical);
                }
            }
        }

        return (Merge(horizontal), Merge(vertical));
    }

    private static void AddFilled(PdfSubpath subpath, PdfPath path, double height, List<Ruling> horizontal, List<Ruling> vertical)
    {
        if (subpath.GetBoundingRectangle() is not { } box || IsWhite(path.FillColor))
        {
            return;
        }

        double middleY = height - ((box.Top + box.Bottom) / 2), middleX = (box.Left + box.Right) / 2;
        if (box.Height <= Thin && box.Width > box.Height)
        {
            horizontal.Add(new Ruling(middleY, box.Left, box.Right));
        }
        else if (box.Width <= Thin && box.Height > box.Width)
        {
            vertical.Add(new Ruling(middleX, height - box.Top, height - box.Bottom));
        }
    }

    private static void AddStroked(PdfSubpath subpath, double height, List<Ruling> horizontal, List<Ruling> vertical)
    {
        PdfPoint? start = null, last = null;
        foreach (PdfSubpath.IPathCommand command in subpath.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    start = last = move.Location;
                    break;
                case PdfSubpath.Line line:
                    Add(line.From, line.To, height, horizontal, vertical);
                    last = line.To;
                    break;
                case PdfSubpath.Close when start is { } from && last is { } to:
                    Add(to, from, height, horizontal, vertical);
                    break;
                default:
                    last = null;
                    break;
            }
        }
    }

    private static void Add(PdfPoint from, PdfPoint to, double height, List<Ruling> horizontal, List<Ruling> vertical)
    {
        double dx = Math.Abs(from.X - to.X), dy = Math.Abs(from.Y - to.Y);
        if (dy <= SameLine && dx > dy)
        {
            horizontal.Add(new Ruling(height - ((from.Y + to.Y) / 2), Math.Min(from.X, to.X), Math.Max(from.X, to.X)));
        }
        else if (dx <= SameLine && dy > dx)
        {
            vertical.Add(new Ruling((from.X + to.X) / 2, height - Math.Max(from.Y, to.Y), height - Math.Min(from.Y, to.Y)));
        }
    }

    private static bool IsWhite(UglyToad.PdfPig.Graphics.Colors.IColor? colour)
    {
        if (colour is null)
        {
            return false;
        }

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
        pieces.Sort((one, other) => one.At != other.At ? one.At.CompareTo(other.At) : one.From.CompareTo(other.From));
        var merged = new List<Ruling>();
        for (int i = 0; i < pieces.Count;)
        {
            int end = i + 1;
            while (end < pieces.Count && pieces[end].At - pieces[i].At <= SameLine)
            {
                end++;
            }

            List<Ruling> line = pieces.GetRange(i, end - i);
            line.Sort((one, other) => one.From.CompareTo(other.From));
            Ruling open = line[0];
            foreach (Ruling next in line.Skip(1))
            {
                if (next.From <= open.To + Gap)
                {
                    open = open with { To = Math.Max(open.To, next.To) };
                }
                else
                {
                    merged.Add(open);
                    open = next;
                }
            }

            merged.Add(open);
            i = end;
        }

        return [.. merged.Where(line => line.Length >= Shortest)];
    }
}
