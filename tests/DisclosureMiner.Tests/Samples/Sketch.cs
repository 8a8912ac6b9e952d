using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Samples;

/// <summary>
/// Draws documents with tables as a reader would have understood them. A table is text: <c>@ 收入 | 预算数</c> begins a part with
/// its value columns; every other row is a line. Two spaces of indentation are a level, <c>=</c> marks a total, <c>*</c> a part
/// under 其中, digits in front of the name are its code, a missing value is a blank cell, <c>?</c> an unreadable one.
/// </summary>
internal sealed class Sketch(int? year = 2024, string genre = "unit-budget", string organisation = "青萝市档案馆")
{
    private readonly StringBuilder _source = new();
    private readonly List<Block> _blocks = [];
    private int _tables;

    public Document Document => new("", organisation, year, genre, 1, [.. _blocks], []);

    public Paragraph Paragraph(string text, ParagraphKind kind = ParagraphKind.Body)
    {
        var paragraph = new Paragraph(_blocks.Count, [], Place(text), kind, 0, "");
        _blocks.Add(paragraph);
        return paragraph;
    }

    public Table Table(string kind, string rows, string title = "", Unit? unit = null, string note = "")
    {
        Unit money = unit ?? Unit.TenThousandYuan;
        var parts = ImmutableArray.CreateBuilder<TablePart>();
        var lines = new List<TableLine>();
        string name = "";
        ImmutableArray<ValueColumn> columns = [];
        var grid = ImmutableArray.CreateBuilder<ImmutableArray<Cell?>>();

        void Close()
        {
            if (columns.Length > 0)
            {
                parts.Add(new TablePart(name, columns, [.. lines]));
                lines.Clear();
            }
        }

        foreach (string row in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(row => row.Trim().Length > 0))
        {
            string[] fields = row.Split('|');
            if (row.StartsWith('@'))
            {
                Close();
                name = fields[0][1..].Trim();
                columns = [.. fields.Skip(1).Select((path, i) => new ValueColumn(i + 1, [.. path.Trim().Split('/')], null))];
                continue;
            }

            TableLine line = Line(fields, columns.Length, lines, grid.Count, money);
            lines.Add(line);
            grid.Add([line.LabelCell, .. line.Values]);
        }

        Close();
        ImmutableArray<int> notes = note.Length == 0 ? [] : [_blocks.Count + 1];
        var table = new Table(_blocks.Count, [], ++_tables, title, kind, money, grid.ToImmutable(), 0, [], parts.ToImmutable(), notes, []);
        _blocks.Add(table);
        if (note.Length > 0)
        {
            Paragraph(note, ParagraphKind.TableNote);
        }

        return table;
    }

    private TableLine Line(string[] fields, int columns, List<TableLine> above, int row, Unit money)
    {
        string label = fields[0].TrimEnd();
        int level = (label.Length - label.TrimStart().Length) / 2;
        label = label.TrimStart();
        bool total = label.StartsWith('='), ofWhich = label.StartsWith('*');
        label = label.TrimStart('=', '*').Trim();
        string code = new([.. label.TakeWhile(char.IsAsciiDigit)]);
        if (code.Length > 0)
        {
            level = (code.Length - 3) / 2;
            label = label[code.Length..].Trim();
        }

        int parent = total ? -1 : above.FindLastIndex(other => other.Role == LineRole.Item && other.Level < level);
        if (code.Length > 0)
        {
            parent = above.FindLastIndex(other => other.Code.Length is > 0 and var length && length < code.Length && code.StartsWith(other.Code, StringComparison.Ordinal));
        }

        Cell labelCell = Cell(row, 0, label, CellType.Text, null);
        var values = Enumerable.Range(0, columns).Select(i => Value(row, i + 1, i + 1 < fields.Length ? fields[i + 1].Trim() : "", money));
        return new TableLine(row, Folding.Label(label), code, total ? LineRole.Total : LineRole.Item, level, parent, ofWhich, labelCell, [.. values]);
    }

    private Cell? Value(int row, int column, string text, Unit money)
    {
        if (text is "" or "?")
        {
            return Cell(row, column, text, text == "" ? CellType.Blank : CellType.Unreadable, null);
        }

        bool percent = text.EndsWith('%');
        string digits = text.TrimEnd('%').Replace(",", "", StringComparison.Ordinal);
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value)
            ? Cell(row, column, text, CellType.Number, new Printed(value, point < 0 ? 0 : digits.Length - point - 1, percent ? Unit.Percent : money))
            : Cell(row, column, text, CellType.Text, null);
    }

    private Cell Cell(int row, int column, string text, CellType type, Printed? number)
    {
        int start = _source.Length;
        PlacedText content = text.Length == 0 ? PlacedText.Empty : Place(text);
        return new Cell(row, column, content, type, number, DisclosureMiner.Documents.Place.At(start, start + text.Length));
    }

    private PlacedText Place(string text)
    {
        int start = _source.Length;
        _source.Append(text).Append('\n');
        return PlacedText.FromSource(_source.ToString(), start, start + text.Length);
    }
}
