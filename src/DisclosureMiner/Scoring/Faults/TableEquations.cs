using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>
/// The equations within one table of a truth, as its heads, codes and labels offer them and its numbers bear them out: a total column and the
/// columns beside it, a class and its items, a total row and the rows it covers, a change and the two periods.
/// </summary>
internal sealed class TableEquations
{
    private readonly TruthStatements _statements;
    private readonly int _table;
    private readonly TruthGrid _grid;
    private readonly ReadingWords _words;
    private readonly ImmutableArray<int> _values;
    private readonly List<Equation> _found = [];

    private TableEquations(TruthStatements statements, int table, ReadingWords words)
    {
        _statements = statements;
        _table = table;
        _grid = statements.Grids[table];
        _words = words;
        _values = [.. Enumerable.Range(0, _grid.Width).Where(column => _grid.Content(column) == ColumnContent.Value)];
    }

    /// <summary>All that were found.</summary>
    public static IReadOnlyList<Equation> Of(TruthStatements statements, int table, ReadingWords words)
    {
        var equations = new TableEquations(statements, table, words);
        equations.TotalColumns();
        equations.Balance();
        equations.ComparedColumns();
        foreach (IGrouping<int, int> side in equations._values.GroupBy(equations._grid.LabelColumn))
        {
            equations.Children([.. side]);
            equations.TotalRows([.. side]);
        }

        return equations._found;
    }

    private Statement? At(int row, int column) => _statements.At(_table, row, column);

    private void TotalColumns()
    {
        foreach (int column in _values)
        {
            IEnumerable<List<int>> covers = Enumerable.Range(0, _grid.Path(column).Length)
                .Where(level => _grid.IsTotal(_grid.Path(column)[level]))
                .SelectMany(level => ColumnsUnder(column, level));
            AddBorneOut(covers.Select(cover => RowByRow(column, cover)));
        }
    }

    /// <summary>What a total column may cover: the groups beside it, each by its own total where it has one; or all that is no total.</summary>
    private IEnumerable<List<int>> ColumnsUnder(int column, int level)
    {
        ImmutableArray<string> path = _grid.Path(column);
        List<int> beside = [.. _values.Where(other => other != column && _grid.Path(other).Length > level && _grid.Path(other).Take(level).SequenceEqual(path.Take(level)))];
        var groups = beside.Where(other => _grid.Path(other)[level] != path[level]).GroupBy(other => _grid.Path(other)[level]).ToList();
        yield return [.. groups.SelectMany(group => group.Where(_grid.IsTotalColumn).Take(1).DefaultIfEmpty(-1) is var total && total.First() >= 0 ? total : group)];
        yield return [.. beside.Where(other => !_grid.IsTotalColumn(other))];
        yield return [.. beside.Where(other => _grid.Path(other).Length == path.Length && _grid.Path(other).Skip(level + 1).SequenceEqual(path.Skip(level + 1)) && _grid.Path(other)[level] != path[level])];
    }

    private List<Equation> RowByRow(int column, List<int> cover) =>
    [
        .. _grid.Rows.Select(row => Sum(At(row, column), cover.Select(other => At(row, other)))).OfType<Equation>(),
    ];

    /// <summary>上年结转 + 本年收入 = 本年支出 + 年末结转: four groups of columns, two on either side.</summary>
    private void Balance()
    {
        var groups = _values.GroupBy(column => _grid.Path(column).FirstOrDefault() ?? "")
            .Select(group => group.Where(_grid.IsTotalColumn).DefaultIfEmpty(group.First()).First())
            .ToList();
        if (groups is [var carriedIn, var income, var spending, var carriedOut])
        {
            AddBorneOut([[.. _grid.Rows.Where(row => At(row, carriedOut) is not null && At(row, spending) is not null).Select(row => new Equation(
                EquationForm.Sum,
                At(row, carriedOut)!,
                [.. Signed([At(row, carriedIn), At(row, income)], 1), .. Signed([At(row, spending)], -1)]))]]);
        }

        static IEnumerable<EquationTerm> Signed(IEnumerable<Statement?> statements, int sign) =>
            statements.OfType<Statement>().Select(statement => new EquationTerm(statement, sign));
    }

    /// <summary>Columns that are headed as a change, a rate or a share, and the pair of columns whose numbers give it in every row.</summary>
    private void ComparedColumns()
    {
        foreach (int column in _values)
        {
            string head = _grid.Path(column).IsEmpty ? "" : _grid.Path(column)[^1].ToLowerInvariant();
            bool isRate = _words.In("column-rate", head), isShare = _words.In("column-share", head) || _words.In("column-completion", head);
            if (!isRate && !isShare && !_words.In("column-change", head))
            {
                continue;
            }

            var pairs = from one in _values
                        from other in _values
                        where one != column && other != column && one != other
                        orderby Math.Abs(one - column) + Math.Abs(other - column)
                        select (one, other);
            AddBorneOut(pairs.Select(pair => Compared(column, row => (At(row, pair.one), At(row, pair.other)), isRate, isShare)));
            if (isShare)
            {
                AddBorneOut(from amounts in _values
                            where amounts != column
                            from total in _grid.Rows
                            where _grid.IsTotalRow(total, amounts)
                            select Compared(column, row => (At(row, amounts), At(total, amounts)), isRate, isShare));
            }
        }
    }

    private List<Equation> Compared(int column, Func<int, (Statement? One, Statement? Other)> sides, bool isRate, bool isShare)
    {
        var rows = new List<Equation>();
        foreach (int row in _grid.Rows)
        {
            if (At(row, column) is { } stated && sides(row) is ({ } one, { } other) && one.Printed.Unit.Dimension == other.Printed.Unit.Dimension)
            {
                rows.Add(isRate ? new Equation(EquationForm.Growth, stated, [new EquationTerm(one), new EquationTerm(other)])
                    : isShare ? new Equation(EquationForm.Share, stated, [new EquationTerm(one), new EquationTerm(other)])
                    : new Equation(EquationForm.Sum, stated, [new EquationTerm(one), new EquationTerm(other, -1)]));
            }
        }

        return rows;
    }

    /// <summary>A code is the sum of those that it begins.</summary>
    private void Children(ImmutableArray<int> columns)
    {
        foreach (IGrouping<int, int> children in _grid.Rows.Where(row => _grid.Code(row, columns[0]).Length > 0).GroupBy(row => ParentOf(row, columns[0])).Where(group => group.Key >= 0))
        {
            AddBorneOut([ColumnByColumn(children.Key, [.. children], columns)]);
        }
    }

    private int ParentOf(int row, int column)
    {
        string code = _grid.Code(row, column);
        return _grid.Rows.Where(other => other < row && _grid.Code(other, column) is { Length: > 0 } shorter && shorter.Length < code.Length && code.StartsWith(shorter, StringComparison.Ordinal))
            .OrderByDescending(other => _grid.Code(other, column).Length)
            .ThenByDescending(other => other)
            .DefaultIfEmpty(-1)
            .First();
    }

    private void TotalRows(ImmutableArray<int> columns)
    {
        List<int> rows = [.. _grid.Rows.Where(row => _grid.Label(row, columns[0]).Length > 0 || columns.Any(column => At(row, column) is not null))];
        foreach (int total in rows.Where(row => _grid.IsTotalRow(row, columns[0])))
        {
            AddBorneOut(RowsUnder(total, rows, columns[0]).Where(cover => cover.Count > 0).Select(cover => ColumnByColumn(total, cover, columns)));
        }
    }

    /// <summary>What a total row may cover, the most natural first.</summary>
    private IEnumerable<List<int>> RowsUnder(int total, List<int> rows, int column)
    {
        List<int> totals = rows.FindAll(row => row != total && _grid.IsTotalRow(row, column));
        List<int> items = rows.FindAll(row => row != total && !_grid.IsTotalRow(row, column));
        int before = totals.Where(row => row < total).DefaultIfEmpty(-1).Max();
        int after = totals.Where(row => row > total).DefaultIfEmpty(int.MaxValue).Min();
        foreach (List<int> stretch in (List<int>[])[items.FindAll(row => row > before && row < total), items.FindAll(row => row > total && row < after), items])
        {
            yield return Tops(stretch, column);
            yield return Numbered(stretch, column);
            yield return stretch;
            if (before >= 0)
            {
                yield return [before, .. Numbered(stretch, column)];
                yield return [before, .. stretch.FindAll(row => row > before && row < total)];
            }
        }

        yield return totals.FindAll(row => row < total);
        yield return totals.FindAll(row => row > total);
        yield return [.. totals.Where(row => row < total).TakeLast(2)];
    }

    private List<int> Tops(List<int> rows, int column) =>
        rows.FindAll(row => ParentOf(row, column) < 0 && (_grid.Code(row, column).Length > 0 || !rows.Exists(other => _grid.Code(other, column).Length > 0)));

    private List<int> Numbered(List<int> rows, int column)
    {
        int label = _grid.LabelColumn(column);
        return label < 0 ? [] : rows.FindAll(row => Enumerator.Read(_grid.Text(row, label).Trim()) is { IsNone: false, Level: 2 });
    }

    private List<Equation> ColumnByColumn(int stated, List<int> cover, ImmutableArray<int> columns) =>
    [
        .. columns.Select(column => Sum(At(stated, column), cover.Select(row => At(row, column)))).OfType<Equation>(),
    ];

    private static Equation? Sum(Statement? stated, IEnumerable<Statement?> terms)
    {
        ImmutableArray<EquationTerm> present = [.. terms.OfType<Statement>().Where(term => term.Printed.Unit.Dimension == stated?.Printed.Unit.Dimension).Select(term => new EquationTerm(term))];
        return stated is null || present.IsEmpty ? null : new Equation(EquationForm.Sum, stated, present);
    }

    /// <summary>Takes the first reading that the numbers bear out: each of its equations holds, and one of them says something.</summary>
    private void AddBorneOut(IEnumerable<List<Equation>> readings)
    {
        List<Equation>? reading = readings.FirstOrDefault(equations =>
            equations.Exists(equation => equation.Stated.Printed.Value != 0) && equations.TrueForAll(equation => equation.IsStated()));
        _found.AddRange(reading ?? []);
    }
}
