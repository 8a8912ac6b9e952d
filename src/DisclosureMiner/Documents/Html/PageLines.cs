using System.Collections.Immutable;
using AngleSharp.Dom;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;
using DisclosureMiner.Documents.PlainText;

namespace DisclosureMiner.Documents.Html;

/// <summary>A line or table of a page.</summary>
/// <param name="Block">The line or table.</param>
/// <param name="AfterBlank">Whether an empty line stands before it, as authors put between what does not belong together.</param>
/// <param name="AfterPage">Whether the printed page ended before it from which this one was made.</param>
internal sealed record PagePart(RawBlock Block, bool AfterBlank, bool AfterPage = false);

/// <summary>Walks through a page and writes down its lines and tables.</summary>
internal sealed class PageLines
{
    private const int LongestHeading = 60;

    private readonly PageText _page;
    private readonly ReadingWords _words;
    private readonly IReadOnlySet<IElement> _left;
    private readonly PageTables _tables;
    private readonly List<PagePart> _parts = [];
    private readonly LineText _line = new();
    private LineMarker _marker;
    private bool _gap = true;
    private bool _blank;
    private bool _pageEnd;

    private PageLines(PageText page, ReadingWords words, IReadOnlySet<IElement> left)
    {
        _page = page;
        _words = words;
        _left = left;
        _tables = new PageTables(page, left);
    }

    /// <summary>The lines and tables in reading order.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="page">The page.</param>
    /// <param name="words">The pipeline's words.</param>
    /// <param name="left">Elements that are no part of the document.</param>
    public static List<PagePart> Read(INode root, PageText page, ReadingWords words, IReadOnlySet<IElement> left)
    {
        var lines = new PageLines(page, words, left);
        lines.Walk(root);
        lines.End(isBlock: true);
        return lines._parts;
    }

    private void Walk(INode node)
    {
        foreach (INode child in node.ChildNodes)
        {
            if (child is IText text)
            {
                _page.Marks.Expand(text.Data, Add);
            }
            else if (child is IElement element && !_left.Contains(element) && !_page.IsSilent(element))
            {
                Enter(element);
            }
        }
    }

    private void Enter(IElement element)
    {
        string name = element.LocalName;
        if (name == "br")
        {
            // Two in a row are an empty line.
            _blank |= _line.IsBlank && !_gap;
            End(isBlock: _line.IsBlank);
        }
        else if (name == "sup" && CellText.IsNoteMark(_page.TextOf(element), _line.Last))
        {
            // The number of a note.
        }
        else if (name == "table")
        {
            Table(element);
        }
        else if (HtmlElements.Blocks.Contains(name))
        {
            Block(element);
        }
        else
        {
            Walk(element);
        }
    }

    private void Block(IElement element)
    {
        End(isBlock: true);
        int before = _parts.Count;
        if (_page.Styles.KeepsLines(element) && element.QuerySelector("p, div, table, br, li") is null)
        {
            Written(element);
        }
        else
        {
            _marker = element.LocalName == "li" ? LineMarker.Bullet : HtmlElements.Headings.Contains(element.LocalName) ? LineMarker.Heading : _marker;
            Walk(element);
        }

        End(isBlock: true);
        _marker = LineMarker.None;
        _blank |= element.LocalName == "hr" || (element.LocalName == "p" && _parts.Count == before);
    }

    // Text that keeps its lines may have tables of tabs and bars, as a plain text has.
    private void Written(IElement element)
    {
        var text = new System.Text.StringBuilder();
        var offsets = new List<int>();
        foreach (IText node in element.Descendants<IText>())
        {
            _page.Marks.Expand(node.Data, (c, offset) =>
            {
                text.Append(c);
                offsets.Add(offset >= 0 ? offset : offsets.Count > 0 ? offsets[^1] + 1 : _page.OffsetIn(element));
            });
        }

        offsets.Add(offsets.Count > 0 ? offsets[^1] + 1 : 0);
        foreach (RawBlock block in TextReader.BlocksOf(text.ToString(), _words))
        {
            Put(Relocation.Of(block, offsets));
        }
    }

    private void Table(IElement table)
    {
        End(isBlock: true);
        foreach (IElement caption in table.Children.Where(child => child.LocalName == "caption" && !_page.IsSilent(child)))
        {
            Block(caption);
        }

        if (_tables.IsLayout(table))
        {
            foreach (IElement cell in _tables.CellsOf(table).Where(cell => !_left.Contains(cell)))
            {
                Block(cell);
            }

            return;
        }

        RawTable grid = _tables.GridOf(table);
        if (!grid.Rows.IsEmpty)
        {
            Put(grid);
            _gap = true;
        }

        foreach (IElement inner in _tables.InnerTables(table))
        {
            Table(inner);
        }
    }

    private void Add(char c, int offset)
    {
        if (_line.EndsEntry && !char.IsWhiteSpace(c))
        {
            End(isBlock: false);
        }

        _line.Add(c, offset);
    }

    // The line ends here; what follows stands in the same paragraph if no block ends.
    private void End(bool isBlock)
    {
        if (_line.IsBlank)
        {
            _line.Take();
            _gap |= isBlock;
            return;
        }

        PlacedText text = _line.Take(out ImmutableArray<int> lineEnds);
        foreach (PlacedText whole in PrintedLines.Split(text, lineEnds))
        {
            Line(whole);
            _gap = true;
        }

        _gap = isBlock;
    }

    private void Line(PlacedText whole)
    {
        (TextLine line, LineMarker marker) = LineMarks.Remove(whole.Text, new TextLine(0, whole.Length));
        if (LineMarks.IsPageNumber(whole.Text))
        {
            _pageEnd = true;
        }
        else if (line.End > line.Start)
        {
            PlacedText content = whole.Slice(line.Start, line.End);
            marker = _marker == LineMarker.None ? marker : _marker;
            Put(new RawLine(content, _gap, marker == LineMarker.Heading && !IsHeading(content.Text) ? LineMarker.None : marker));
            _marker = marker == LineMarker.Bullet ? LineMarker.None : _marker;
        }
    }

    // 三、精益求精，创新引领: what is set as a heading may have a comma; a sentence or an amount it has not.
    private bool IsHeading(string text) =>
        text.Length <= LongestHeading && !Lines.EndsSentence(text) && !Lines.HasFigure(text)
        && !TableCaptions.IsCaption(text, _words) && !TableNotes.IsNote(text, _words);

    private void Put(RawBlock block)
    {
        _parts.Add(new PagePart(block, _blank, _pageEnd));
        (_blank, _pageEnd) = (false, false);
    }
}
