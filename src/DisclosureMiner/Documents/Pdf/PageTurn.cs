using System.Collections.Immutable;
using UglyToad.PdfPig.Content;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// How a page is turned to be read. Wide tables are printed sideways on upright pages, and nothing but their letters says so: a
/// page is read the way most of its letters stand.
/// </summary>
internal sealed class PageTurn
{
    private readonly double _width;
    private readonly double _height;

    private PageTurn(TextOrientation orientation, double width, double height)
    {
        Orientation = orientation;
        _width = width;
        _height = height;
    }

    /// <summary>How the letters stand on the page as displayed that stand upright when it is turned.</summary>
    public TextOrientation Orientation { get; }

    /// <summary>The width of the page once turned.</summary>
    public double Width => IsQuarter ? _height : _width;

    /// <summary>The height of the page once turned.</summary>
    public double Height => IsQuarter ? _width : _height;

    private bool IsQuarter => Orientation is TextOrientation.Rotate90 or TextOrientation.Rotate270;

    /// <summary>The turn that a page needs.</summary>
    public static PageTurn Of(IReadOnlyList<Letter> letters, double width, double height)
    {
        ILookup<TextOrientation, Letter> sides = letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToLookup(letter => letter.TextOrientation);
        int inked = sides.Sum(side => side.Count());
        TextOrientation most = sides.FirstOrDefault(side => side.Key != TextOrientation.Other && side.Count() * 2 > inked)?.Key ?? TextOrientation.Horizontal;
        return new PageTurn(most, width, height);
    }

    /// <summary>Where a point of the page as displayed lies once it is turned.</summary>
    public (double X, double Y) Turn(double x, double y) => Orientation switch
    {
        TextOrientation.Rotate90 => (y, _width - x),
        TextOrientation.Rotate270 => (_height - y, x),
        TextOrientation.Rotate180 => (_width - x, _height - y),
        _ => (x, y),
    };

    /// <summary>Where the box around two corners lies once the page is turned.</summary>
    public Box Turn(Box box)
    {
        (double x0, double y0) = Turn(box.X0, box.Y0);
        (double x1, double y1) = Turn(box.X1, box.Y1);
        return new Box(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1));
    }

    /// <summary>The lines of the page once it is turned.</summary>
    public (ImmutableArray<Ruling> Horizontal, ImmutableArray<Ruling> Vertical) Turn(
        (ImmutableArray<Ruling> Horizontal, ImmutableArray<Ruling> Vertical) lines)
    {
        if (Orientation == TextOrientation.Horizontal)
        {
            return lines;
        }

        IEnumerable<Box> across = lines.Horizontal.Select(line => Turn(new Box(line.From, line.At, line.To, line.At)));
        IEnumerable<Box> down = lines.Vertical.Select(line => Turn(new Box(line.At, line.From, line.At, line.To)));
        (IEnumerable<Box> horizontal, IEnumerable<Box> vertical) = IsQuarter ? (down, across) : (across, down);
        return (
            [.. horizontal.Select(box => new Ruling(box.Y0, box.X0, box.X1)).OrderBy(line => line.At).ThenBy(line => line.From)],
            [.. vertical.Select(box => new Ruling(box.X0, box.Y0, box.Y1)).OrderBy(line => line.At).ThenBy(line => line.From)]);
    }
}
