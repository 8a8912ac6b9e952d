using System.Globalization;
using AngleSharp.Dom;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents.Html;

/// <summary>Tells tables of data from tables that only lay a page out, and makes grids of the former.</summary>
/// <param name="page">The page.</param>
/// <param name="left">Elements that are no part of the document.</param>
internal sealed class PageTables(PageText page, IReadOnlySet<IElement> left)
{
    // A page that stands in a cell has paragraphs; cells of forms have a few at most.
    private const int FewestLinesOfPage = 5;
    private const int MostCellsBesidePage = 6;

    private readonly Dictionary<IElement, bool> _isLayout = [];
    private readonly Dictionary<IElement, CellText> _cells = [];

    /// <summary>Whether the table only puts text and other tables beside one another.</summary>
    public bool IsLayout(IElement table)
    {
        if (!_isLayout.TryGetValue(table, out bool isLayout))
        {
            isLayout = LaysOut([.. HtmlRows.Of(table, page).Select(row => row.Cells.Where(cell => !left.Contains(cell)).ToList())]);
            _isLayout.Add(table, isLayout);
        }

        return isLayout;
    }

    /// <summary>The cells of a table in reading order.</summary>
    public IEnumerable<IElement> CellsOf(IElement table) => HtmlRows.Of(table, page).SelectMany(row => row.Cells);

    /// <summary>Tables of data in the cells of a table of data.</summary>
    public IEnumerable<IElement> InnerTables(IElement table) => CellsOf(table).SelectMany(cell => TextOf(cell).Inner);

    /// <summary>The grid of a table of data.</summary>
    public RawTable GridOf(IElement table)
    {
        List<HtmlRow> rows = [.. HtmlRows.Of(table, page)];
        return SpanGrid.Spread([.. rows.Select(row => row.Cells.Select(cell => CellOf(cell, row)).ToList())], page.OffsetIn(table));
    }

    private bool LaysOut(List<List<IElement>> rows)
    {
        List<IElement> cells = [.. rows.SelectMany(row => row)];
        List<CellText> filled = [.. cells.Select(TextOf).Where(cell => cell.Content.Length > 0)];
        bool hasInner = cells.Exists(cell => TextOf(cell).Inner.Count > 0);
        int width = rows.Select(row => row.Count).DefaultIfEmpty(0).Max();
        int ranks = rows.Count(row => row.Count(cell => TextOf(cell).Content.Length > 0) > 1);
        if (width <= 1 || cells.Count <= 1)
        {
            return hasInner || filled.Count(cell => NumberText.LooksLikeValue(Folding.Label(cell.Content.Text))) < 2;
        }

        if (ranks == 0)
        {
            return hasInner || filled.Exists(cell => cell.Lines > 1 || Lines.HasClause(cell.Content.Text));
        }

        if (hasInner && ranks < 2)
        {
            return true;
        }

        CellText? largest = filled.MaxBy(cell => cell.Content.Length);
        int all = filled.Sum(cell => cell.Content.Length);
        return largest is not null && largest.Lines >= FewestLinesOfPage && largest.Content.Length * 5 > all * 4 && filled.Count <= MostCellsBesidePage;
    }

    private RawCell CellOf(IElement cell, HtmlRow row)
    {
        CellText text = TextOf(cell);
        int start = page.OffsetIn(cell);
        int rows = Span(cell, "rowspan");
        return new RawCell(
            text.Content,
            text.Content.Length == 0 ? Place.At(start, start) : text.Content.Place,
            text.Content.Length == 0 ? 0 : text.Indent + StyledIndent(cell),
            rows == 0 ? row.LeftInGroup : Math.Min(rows, row.LeftInGroup),
            Math.Max(1, Span(cell, "colspan")));
    }

    // The indentation of the cell itself, or else of its first paragraph.
    private int StyledIndent(IElement cell)
    {
        int own = page.Styles.Indent(cell);
        return own > 0 || cell.FirstElementChild is not { LocalName: "p" or "div" or "span" } first ? own : page.Styles.Indent(first);
    }

    // As browsers read it: the digits at the start; what is none counts as 1.
    private static int Span(IElement cell, string name)
    {
        string digits = string.Concat((cell.GetAttribute(name) ?? "").Trim().TakeWhile(char.IsAsciiDigit).Take(6));
        return digits.Length == 0 ? 1 : int.Parse(digits, CultureInfo.InvariantCulture);
    }

    private CellText TextOf(IElement cell)
    {
        if (!_cells.TryGetValue(cell, out CellText? text))
        {
            text = new CellReading(page, this).Read(cell);
            _cells.Add(cell, text);
        }

        return text;
    }
}
