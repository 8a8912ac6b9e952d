using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Tests.Samples;

/// <summary>Writes a small document as it would have been read: every piece knows its place in <see cref="Source"/>.</summary>
internal sealed partial class SampleText(string title, string organisation, int year, string genre)
{
    private readonly StringBuilder _source = new();
    private readonly List<Block> _blocks = [];
    private readonly List<string> _section = [];
    private readonly List<Figure> _figures = [];
    private readonly List<Fact> _cells = [];
    private int _tables;

    public string Source => _source.ToString();

    public IReadOnlyList<Figure> Figures => _figures;

    public IReadOnlyList<Fact> Cells => _cells;

    public Document Document => new(title, organisation, year, genre, 1, [.. _blocks], []);

    public void Heading(int level, string text)
    {
        while (_section.Count >= level)
        {
            _section.RemoveAt(_section.Count - 1);
        }

        Add(text, ParagraphKind.Heading, level, "");
        _section.Add(text);
    }

    /// <summary>A paragraph; its figures are named by <see cref="Figure"/> afterwards.</summary>
    public void Paragraph(string text, string enumerator = "") => Add(text, ParagraphKind.Body, 0, enumerator);

    /// <summary>An entry of the contents page, a line above a table or a note under one.</summary>
    public void Line(ParagraphKind kind, string text, int level = 0) => Add(text, kind, level, "");

    /// <summary>A figure of the last paragraph: the first occurrence of <paramref name="text"/> after <paramref name="after"/>.</summary>
    public Fact Figure(string text, string after, FigureRole role, Direction direction, string subject, FactKey? key)
    {
        var paragraph = (Paragraph)_blocks[^1];
        string whole = paragraph.Content.Text;
        int at = whole.IndexOf(text, whole.IndexOf(after, StringComparison.Ordinal) + after.Length, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, text);
        int from = whole.LastIndexOf('。', at) + 1;
        int to = whole.IndexOf('。', at) is var stop && stop < 0 ? whole.Length : stop + 1;
        Printed? printed = role == FigureRole.Placeholder ? null : Number(text);
        string id = FormattableString.Invariant($"f{_figures.Count + 1}");
        var figure = new Figure(
            id, text, whole[from..to], at - from, at - from + text.Length, paragraph.Section, paragraph.Index,
            paragraph.Content.PlaceOf(at, at + text.Length), paragraph.Content.PlaceOf(from, to), role, printed, direction, subject,
            FormattableString.Invariant($"{year}"));
        _figures.Add(figure);
        Printed? signed = direction == Direction.Down && printed is not null ? printed with { Value = -printed.Value } : printed;
        return Fact.InFigure(figure, signed, key);
    }

    /// <summary>
    /// A table of which the first columns are labels and the rest values. Rows are written with bars; a blank cell is empty.
    /// </summary>
    public Table Table(string tableTitle, string kind, int labelColumns, string[] columns, params string[] rows)
    {
        var grid = new List<ImmutableArray<Cell?>>();
        void Row(IEnumerable<string> texts)
        {
            var cells = ImmutableArray.CreateBuilder<Cell?>();
            foreach (string text in texts.Select(text => text.Trim()))
            {
                int start = _source.Length;
                _source.Append(text).Append('\t');
                Place place = Place.At(start, start + text.Length);
                bool number = grid.Count > 0 && cells.Count >= labelColumns && text.Length > 0;
                cells.Add(new Cell(
                    grid.Count,
                    cells.Count,
                    text.Length == 0 ? PlacedText.Empty : PlacedText.FromSource(Source, start, start + text.Length),
                    text.Length == 0 ? CellType.Blank : number ? CellType.Number : CellType.Text,
                    number ? Number(text) with { Unit = Unit.TenThousandYuan } : null,
                    place));
            }

            _source.Append('\n');
            grid.Add(cells.ToImmutable());
        }

        Row(columns);
        foreach (string row in rows)
        {
            Row(row.Split('|'));
        }

        var values = columns.Skip(labelColumns)
            .Select((name, i) => new ValueColumn(labelColumns + i, [.. name.Split('/')], null))
            .ToImmutableArray();
        var lines = grid.Skip(1).Select((cells, i) => new TableLine(
            i + 1, cells[labelColumns - 1]!.Text, labelColumns > 1 ? cells[0]!.Text : "",
            cells[labelColumns - 1]!.Text == "合计" ? LineRole.Total : LineRole.Item, 0, -1, false, cells[labelColumns - 1],
            [.. cells.Skip(labelColumns)])).ToImmutableArray();
        var part = new TablePart("", values, lines);
        var table = new Table(
            _blocks.Count, [.. _section], ++_tables, tableTitle, kind, Unit.TenThousandYuan, [.. grid], 1,
            [.. columns.Select(name => name.Split('/').ToImmutableArray())], [part], [], []);
        _blocks.Add(table);
        foreach (TableLine line in lines)
        {
            for (int i = 0; i < values.Length; i++)
            {
                var key = new FactKey(
                    "", year, Phase.Budget, "all", "expenditure", line.Code.Length > 0 ? line.Code : line.Label, values[i].Name, Measure.Amount);
                _cells.Add(Fact.InCell(table, part, line, values[i], line.Values[i]!, key));
            }
        }

        _source.Append('\n');
        return table;
    }

    /// <summary>The cell of a line and a column of a table.</summary>
    public Fact Cell(Table table, string label, string column) =>
        _cells.Single(fact => fact.Table == table && fact.Line!.Label == label && fact.Column!.Name == column);

    private static Printed Number(string text)
    {
        Match match = NumberAndUnit().Match(text);
        string digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        Unit unit = match.Groups["unit"].Value switch
        {
            "万元" => Unit.TenThousandYuan,
            "%" => Unit.Percent,
            "" => Unit.None,
            var other => Unit.Counting(other),
        };
        return new Printed(decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), point < 0 ? 0 : digits.Length - point - 1, unit);
    }

    private void Add(string text, ParagraphKind kind, int level, string enumerator)
    {
        int start = _source.Length;
        _source.Append(text).Append('\n');
        _blocks.Add(new Paragraph(
            _blocks.Count, [.. _section], PlacedText.FromSource(Source, start, start + text.Length), kind, level, enumerator));
    }

    [GeneratedRegex(@"(?<digits>-?[0-9,]+(\.[0-9]+)?)\s*(?<unit>.*)$")]
    private static partial Regex NumberAndUnit();
}
