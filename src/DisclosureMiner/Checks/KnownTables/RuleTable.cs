using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>A line of a part, by its index.</summary>
internal readonly record struct LineAt(TablePart Part, int Index)
{
    /// <summary>The line.</summary>
    public TableLine Line => Part.Lines[Index];
}

/// <summary>A column of a part.</summary>
internal readonly record struct ColumnAt(TablePart Part, ValueColumn Column);

/// <summary>A table as rules address it: by line, column, subject and role.</summary>
internal sealed class RuleTable
{
    private readonly KnownTable _known;
    private readonly Dictionary<Cell, Fact> _byCell = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ValueColumn> _amounts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TablePart, ColumnSums> _sums = new(ReferenceEqualityComparer.Instance);

    public RuleTable(KnownTable known, IEnumerable<Fact> facts)
    {
        _known = known;
        LineSums = new LineSums(line => known.MeaningOf(line).Above);
        Facts = [.. facts];
        foreach (Fact fact in Facts)
        {
            _byCell[fact.Cell!] = fact;
        }

        foreach (IGrouping<ValueColumn, Fact> column in Facts.GroupBy(fact => fact.Column!, (IEqualityComparer<ValueColumn>)ReferenceEqualityComparer.Instance))
        {
            if (column.All(fact => fact.Key?.Measure is null or Measure.Amount))
            {
                _amounts.Add(column.Key);
            }
        }
    }

    /// <summary>The table.</summary>
    public Table Table => _known.Table;

    /// <summary>Its kind.</summary>
    public TableKind Kind => _known.Kind!;

    /// <summary>Which of its lines add up to which.</summary>
    public LineSums LineSums { get; }

    /// <summary>Its facts in reading order.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>All lines, part by part.</summary>
    public IEnumerable<LineAt> Lines => Table.Parts.SelectMany(part => Enumerable.Range(0, part.Lines.Length), (part, index) => new LineAt(part, index));

    /// <summary>The columns of amounts, part by part; not those of rates and shares.</summary>
    public IEnumerable<ColumnAt> AmountColumns =>
        Table.Parts.SelectMany(part => part.Columns, (part, column) => new ColumnAt(part, column)).Where(at => _amounts.Contains(at.Column));

    /// <summary>What the column means, or null.</summary>
    public ColumnRole? RoleOf(ValueColumn column) => _known.RoleOf(column);

    /// <summary>What the line means.</summary>
    public LineMeaning MeaningOf(TableLine line) => _known.MeaningOf(line);

    /// <summary>The subject code of a line, also where the line names something else, such as a project.</summary>
    public string CodeOf(TableLine line) =>
        MeaningOf(line).Code is { Length: > 0 } code ? code : Kind.Sets.GetValueOrDefault("lines") == "project" ? line.Code : "";

    /// <summary>The fact of a cell; null where a span or words stand.</summary>
    public Fact? At(LineAt line, ValueColumn column)
    {
        int index = line.Part.Columns.IndexOf(column);
        return index >= 0 && index < line.Line.Values.Length && line.Line.Values[index] is { } cell ? _byCell.GetValueOrDefault(cell) : null;
    }

    /// <summary>The columns that add up to this one; none when nothing shows that it is a sum.</summary>
    public IReadOnlyList<ValueColumn> PartsOf(ColumnAt at)
    {
        if (!_sums.TryGetValue(at.Part, out ColumnSums? sums))
        {
            _sums[at.Part] = sums = new ColumnSums(
                [.. at.Part.Columns.Where(column => _amounts.Contains(column) && RoleOf(column)?.Tags.Contains("comparison") != true
                    && RoleOf(column)?.Tags.Contains("of-which") != true)],
                _known.IsSum);
        }

        return sums.PartsOf(at.Column);
    }
}
