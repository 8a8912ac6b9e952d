using UglyToad.PdfPig.Core;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>The path under construction, on the page as displayed: its straight lines, and the box around each of its subpaths.</summary>
internal sealed class DrawnPath
{
    private readonly List<(PdfPoint From, PdfPoint To)> _lines = [];
    private readonly List<Box> _boxes = [];
    private PdfPoint _start;
    private PdfPoint _last;
    private Box _box;
    private bool _isOpen;
    private bool _isDrawn;

    /// <summary>The straight lines.</summary>
    public IReadOnlyList<(PdfPoint From, PdfPoint To)> Lines => _lines;

    /// <summary>The boxes around the subpaths.</summary>
    public IReadOnlyList<Box> Boxes => _boxes;

    public void MoveTo(PdfPoint point)
    {
        EndSubpath();
        _start = _last = point;
        _box = new Box(point.X, point.Y, point.X, point.Y);
        _isOpen = true;
    }

    public void LineTo(PdfPoint point)
    {
        if (_isOpen)
        {
            _lines.Add((_last, point));
            Reach(point);
        }
    }

    /// <summary>A curve: not a line, but a part of what is filled.</summary>
    public void CurveTo(PdfPoint control, PdfPoint otherControl, PdfPoint end)
    {
        if (_isOpen)
        {
            Reach(control);
            Reach(otherControl);
            Reach(end);
        }
    }

    public void Close()
    {
        if (_isOpen && _last != _start)
        {
            LineTo(_start);
        }
    }

    /// <summary>Ends the subpath, so that its box counts.</summary>
    public void EndSubpath()
    {
        if (_isOpen && _isDrawn)
        {
            _boxes.Add(_box);
        }

        _isOpen = _isDrawn = false;
    }

    public void Clear()
    {
        _lines.Clear();
        _boxes.Clear();
        _isOpen = _isDrawn = false;
    }

    private void Reach(PdfPoint point)
    {
        _box = _box.Cover(new Box(point.X, point.Y, point.X, point.Y));
        _last = point;
        _isDrawn = true;
    }
}
