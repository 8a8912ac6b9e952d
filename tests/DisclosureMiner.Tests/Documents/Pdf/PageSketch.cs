using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Pdf;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>Draws a page: text at a place, an em wide for an ideograph and half an em for a letter or digit, and lines.</summary>
internal sealed class PageSketch(int number = 1, double width = 600, double height = 800)
{
    private readonly List<Glyph> _glyphs = [];
    private readonly List<Ruling> _horizontal = [];
    private readonly List<Ruling> _vertical = [];

    /// <summary>Text that begins at <paramref name="x"/> on the baseline <paramref name="y"/>; a tab skips four ems.</summary>
    public PageSketch Text(double x, double y, string text, double size = 10)
    {
        foreach (char c in text)
        {
            double advance = c == '\t' ? 4 * size : c < 0x2E80 ? size / 2 : size;
            if (c != '\t')
            {
                _glyphs.Add(new Glyph(c.ToString(), new Box(x, y - (0.85 * size), x + advance, y + (0.15 * size)), y, size));
            }

            x += advance;
        }

        return this;
    }

    /// <summary>Text that ends at <paramref name="x"/>.</summary>
    public PageSketch Right(double x, double y, string text, double size = 10) =>
        Text(x - text.Sum(c => c < 0x2E80 ? size / 2 : size), y, text, size);

    public PageSketch Across(double y, double from, double to)
    {
        _horizontal.Add(new Ruling(y, from, to));
        return this;
    }

    public PageSketch Down(double x, double from, double to)
    {
        _vertical.Add(new Ruling(x, from, to));
        return this;
    }

    /// <summary>A full grid of lines.</summary>
    public PageSketch Grid(double[] xs, double[] ys)
    {
        Array.ForEach(ys, y => Across(y, xs[0], xs[^1]));
        Array.ForEach(xs, x => Down(x, ys[0], ys[^1]));
        return this;
    }

    public PageContent Page => new(number, width, height, [.. _glyphs], [.. _horizontal], [.. _vertical], PageTrust.Text, 0);

    /// <summary>The blocks of the page.</summary>
    public List<PageBlock> Blocks => [.. PagePart.Of(Page).SelectMany(part =>
        part.Table is { } table ? [table] : PrintBlocks.Of(part, _ => false))];

    /// <summary>The blocks of several pages, without what all of them repeat.</summary>
    public static List<PageBlock> BlocksOf(params PageSketch[] pages)
    {
        List<List<PagePart>> parts = [.. pages.Select(page => PagePart.Of(page.Page))];
        RunningHeads.Remove(parts, [.. pages.Select(page => page.Page.Height)]);
        return [.. parts.SelectMany(page => page).SelectMany(part => part.Table is { } table ? [table] : PrintBlocks.Of(part, _ => false))];
    }

    /// <summary>The paragraphs of several pages.</summary>
    public static string[] Paragraphs(params PageSketch[] pages) =>
        [.. DisclosureMiner.Documents.Pdf.Paragraphs.Join(BlocksOf(pages), ImmutableHashSet<TextRow>.Empty).OfType<RawLine>().Select(line => line.Content.Text)];

    /// <summary>The rows of the page's only table.</summary>
    public string[] Table => Rows(Blocks.OfType<TableBlock>().Single().Table);

    /// <summary>How the page's only table was found.</summary>
    public TableEvidence Evidence => Blocks.OfType<TableBlock>().Single().Table.Evidence;

    /// <summary>A table with bars between cells: <c>#</c> for a covered position, <c>·</c> for a blank cell, spans as <c>2x1</c>.</summary>
    public static string[] Rows(RawTable table) => [.. table.Rows.Select(row => string.Join('|', row.Select(Cell)))];

    private static string Cell(RawCell? cell) => cell is null ? "#"
        : (cell.IsBlank ? "·" : cell.Content.Text) + (cell.RowSpan > 1 || cell.ColumnSpan > 1 ? $" {cell.RowSpan}x{cell.ColumnSpan}" : "");
}
