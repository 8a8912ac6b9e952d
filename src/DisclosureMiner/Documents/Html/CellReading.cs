using System.Collections.Immutable;
using AngleSharp.Dom;

namespace DisclosureMiner.Documents.Html;

/// <summary>Reads what stands in a cell.</summary>
/// <param name="page">The page.</param>
/// <param name="tables">Tells which inner tables are tables of their own.</param>
internal sealed class CellReading(PageText page, PageTables tables)
{
    private readonly LineText _line = new();
    private readonly List<IElement> _inner = [];
    private int _lines;
    private bool _isNewLine = true;

    /// <summary>The cell's text and inner tables.</summary>
    public CellText Read(IElement cell)
    {
        Walk(cell);
        PlacedText text = _line.Take(out ImmutableArray<int> lineEnds);
        return new CellText(PrintedLines.Mend(text, lineEnds), Math.Max(1, _lines), _inner);
    }

    private void Walk(INode node)
    {
        foreach (INode child in node.ChildNodes)
        {
            if (child is IText text)
            {
                page.Marks.Expand(text.Data, Add);
            }
            else if (child is IElement element && !page.IsSilent(element))
            {
                Enter(element);
            }
        }
    }

    private void Enter(IElement element)
    {
        string name = element.LocalName;
        if (name == "sup" && CellText.IsNoteMark(page.TextOf(element), _line.Last))
        {
            return;
        }

        if (name == "table" && !tables.IsLayout(element))
        {
            _inner.Add(element);
            Break();
            return;
        }

        bool breaks = name == "br" || HtmlElements.Blocks.Contains(name);
        if (breaks)
        {
            Break();
        }

        Walk(element);
        if (breaks)
        {
            Break();
        }
    }

    private void Break()
    {
        _line.Break();
        _isNewLine = true;
    }

    private void Add(char c, int offset)
    {
        _line.Add(c, offset);
        if (_isNewLine && !char.IsWhiteSpace(c))
        {
            _lines++;
            _isNewLine = false;
        }
    }
}
