using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>
/// A page as it was read, drawn as SVG that needs no other file: letters and lines at their places; below them paragraphs with their
/// kind, tables with their cells, and figures in the colour of their verdict. What belongs to no paragraph and no table is grey.
/// </summary>
public sealed class PageDrawing
{
    private const string Style =
        "text{font-family:'Liberation Serif','Times New Roman',serif;pointer-events:none}"
        + ".han{font-family:'Noto Serif CJK SC','Source Han Serif SC',SimSun,'Songti SC',serif}.page{fill:#fff}.out{fill:#b4b4b4}.mark{font:5px sans-serif;fill:#6a737d}"
        + ".block{fill:none;stroke:#6f9fd8;stroke-width:.5;stroke-dasharray:2 1.5;pointer-events:all}.heading .block{stroke:#1f5fbf;stroke-dasharray:none}"
        + ".table-caption .block,.table-note .block{stroke:#c58a00}.contents-entry .block{stroke:#888}"
        + ".cell{fill:#fff;fill-opacity:.01;stroke:#d36b00;stroke-width:.6}.head{fill:#f3e3c4;fill-opacity:1}.unreadable{fill:#d9b3ff;fill-opacity:1}"
        + ".grid{fill:none;stroke:#d36b00;stroke-width:1.4}.figure{stroke:#444;stroke-width:.3}"
        + ".ver{fill:#c8efcf;fill-opacity:1}.rnd{fill:#e6f3b8;fill-opacity:1}.con{fill:#ffb3b0;fill-opacity:1}.unc{fill:#ececec;fill-opacity:1}"
        + ".line{stroke:#000;stroke-width:.5}";

    private readonly HtmlWriter _svg;
    private readonly PageView _page;
    private readonly MinedDocument _mined;
    private readonly Language _language;
    private readonly HashSet<Box> _read = [];

    private PageDrawing(TextWriter writer, PageView page, MinedDocument mined, Language language)
    {
        _svg = new HtmlWriter(writer);
        _page = page;
        _mined = mined;
        _language = language;
    }

    /// <summary>Writes the drawing.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="page">The page as its letters and lines.</param>
    /// <param name="mined">What was made of the document it is a page of.</param>
    /// <param name="language">The language of what shows when the pointer rests on a part.</param>
    public static void Write(TextWriter writer, PageView page, MinedDocument mined, Language language)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(mined);
        new PageDrawing(writer, page, mined, language).Write();
    }

    private void Write()
    {
        _svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{_page.Width}pt\" height=\"{_page.Height}pt\" viewBox=\"0 0 {_page.Width} {_page.Height}\">\n");
        _svg.Add($"<title>{_mined.Path} · {Wording.Page(_page.Number).In(_language)}</title>\n<style>{Style}</style>\n");
        _svg.Add($"<rect class=\"page\" width=\"{_page.Width}\" height=\"{_page.Height}\"/>\n");
        foreach (Block block in _mined.Document?.Blocks ?? [])
        {
            if (block is Table table)
            {
                WriteTable(table);
            }
            else if (block is Paragraph paragraph)
            {
                WriteParagraph(paragraph);
            }
        }

        foreach (Figure figure in _mined.Figures.Where(figure => figure.Role != FigureRole.Other))
        {
            WriteFigure(figure);
        }

        foreach (Box line in _page.Lines)
        {
            _svg.Add($"<line class=\"line\" x1=\"{line.X0}\" y1=\"{line.Y0}\" x2=\"{line.X1}\" y2=\"{line.Y1}\"/>\n");
        }

        WriteLetters();
        _svg.Add($"</svg>\n");
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        List<Box> boxes = Columns(Here(paragraph.Content));
        if (boxes.Count == 0)
        {
            return;
        }

        string kind = Words.Of(paragraph.Kind);
        string level = paragraph.Level > 0 ? FormattableString.Invariant($" {paragraph.Level}") : "";
        _svg.Add($"<g class=\"{kind}\"><title>{kind}{level} · {paragraph.Content.Text}</title>");
        boxes.ForEach(box => WriteBox("block", box));
        _svg.Add($"<text class=\"mark\" x=\"{boxes[0].X1 + 2}\" y=\"{boxes[0].Y0 + 4}\">{kind}{level}</text></g>\n");
    }

    private void WriteTable(Table table)
    {
        Cell[] cells = [.. table.Grid.SelectMany(row => row).OfType<Cell>().Where(cell => cell.Place.Regions.Any(region => region.Page == _page.Number))];
        if (cells.Length == 0)
        {
            return;
        }

        _svg.Add($"<g class=\"table\" id=\"{table.Id}\">\n");
        foreach (Cell cell in cells)
        {
            Here(cell.Content);
            WriteCell(table, cell);
        }

        Box outline = cells.SelectMany(cell => cell.Place.Regions).Where(region => region.Page == _page.Number).Select(region => region.Box).Aggregate((one, other) => one.Cover(other));
        WriteBox("grid", outline);
        _svg.Add($"<text class=\"mark\" x=\"{outline.X0}\" y=\"{outline.Y0 - 2}\">{table.Id} {table.Kind} {table.Title}</text></g>\n");
    }

    private void WriteCell(Table table, Cell cell)
    {
        string id = HtmlPage.CellId(table, cell);
        FactStanding standing = _mined.StandingOf(id);
        bool isHead = cell.Row < table.HeaderRows;
        string colour = isHead ? "head" : cell.Type switch
        {
            CellType.Number => HtmlPage.Colour(standing.Verdict),
            CellType.Unreadable => "unreadable",
            _ => "",
        };
        _svg.Add($"<g><title>{id} · {Words.Of(cell.Type)} {cell.Text}");
        if (cell.Type == CellType.Number && !isHead)
        {
            WriteStanding(standing);
        }

        if (cell.Doubts != CellDoubts.None)
        {
            _svg.Add($" · {string.Join(", ", DoubtsText.Of(cell.Doubts))}");
        }

        _svg.Add($"</title>");
        foreach (Region region in cell.Place.Regions.Where(region => region.Page == _page.Number))
        {
            WriteBox($"cell {colour}", region.Box);
        }

        _svg.Add($"</g>\n");
    }

    private void WriteFigure(Figure figure)
    {
        Box[] boxes = [.. figure.Place.Regions.Where(region => region.Page == _page.Number).Select(region => region.Box)];
        if (boxes.Length == 0)
        {
            return;
        }

        FactStanding standing = _mined.StandingOf(figure.Id);
        _svg.Add($"<g id=\"{figure.Id}\"><title>{figure.Id} · {Wording.Of(figure.Role).In(_language)} {figure.Text}");
        WriteStanding(standing);
        _svg.Add($"</title>");
        Array.ForEach(boxes, box => WriteBox($"figure {HtmlPage.Colour(standing.Verdict)}", box));
        _svg.Add($"</g>\n");
    }

    private void WriteStanding(FactStanding standing)
    {
        string reason = standing.Reason.Length > 0 ? $" ({Wording.Reason(standing.Reason).In(_language)})" : "";
        _svg.Add($" · {Wording.Of(standing.Verdict).In(_language)}{reason} {string.Join(' ', standing.Obligations)}");
    }

    private void WriteBox(string classes, Box box) =>
        _svg.Add($"<rect class=\"{classes}\" x=\"{box.X0}\" y=\"{box.Y0}\" width=\"{box.X1 - box.X0}\" height=\"{box.Y1 - box.Y0}\"/>");

    // Characters on one baseline are one text with a place for each, so that a line can be selected and searched; turned ones stand alone.
    private void WriteLetters()
    {
        PageLetter[] letters = [.. _page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Text))];
        for (int i = 0; i < letters.Length;)
        {
            PageLetter first = letters[i];
            bool isOut = !_read.Contains(first.Box);
            int end = i + 1;
            while (_page.Degrees == 0 && end < letters.Length && first.Text.Length == 1 && letters[end].Text.Length == 1
                && letters[end].Y == first.Y && letters[end].Size == first.Size && isOut == !_read.Contains(letters[end].Box))
            {
                end++;
            }

            string text = string.Concat(letters[i..end].Select(letter => letter.Text));
            string script = text.Any(c => c >= 0x2E80) ? "han" : "latin";
            _svg.Add($"<text class=\"{script}{(isOut ? " out" : "")}\" y=\"{first.Y}\" font-size=\"{first.Size}\" x=\"");
            for (int letter = i; letter < end; letter++)
            {
                _svg.Add($"{letters[letter].X} ");
            }

            if (_page.Degrees != 0)
            {
                _svg.Add($"\" transform=\"rotate({_page.Degrees} {first.X} {first.Y})");
            }

            _svg.Add($"\">{text}</text>\n");
            i = end;
        }
    }

    // The boxes of a text's characters on this page, which are thereby known to be read.
    private List<Box> Here(PlacedText text)
    {
        List<Box> boxes = [.. text.Regions.Where(region => region.Page == _page.Number).Select(region => region.Box)];
        _read.UnionWith(boxes);
        return boxes;
    }

    // One box, or one for each upright column of print over which the text goes on.
    private List<Box> Columns(List<Box> letters)
    {
        var columns = new List<Box>();
        foreach (Box letter in letters)
        {
            if (columns.Count > 0 && (_page.Degrees != 0 || letter.Y1 > columns[^1].Y0))
            {
                columns[^1] = columns[^1].Cover(letter);
            }
            else
            {
                columns.Add(letter);
            }
        }

        return columns;
    }
}
