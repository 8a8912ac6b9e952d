using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring;

/// <summary>Which table that was read answers to each table of a truth, and which of its rows to each row.</summary>
internal sealed class TableMatch
{
    /// <summary>Tables answer to each other from three tenths of their cells on; a title, and a kind, make up for two tenths and less.</summary>
    private const decimal LeastLikeness = 0.9m;

    /// <summary>Rows without a cell in common still answer to each other when nothing better does.</summary>
    private const decimal LeastRowLikeness = 0.001m;

    private readonly Dictionary<int, int> _tables;
    private readonly Dictionary<int, ImmutableSortedDictionary<int, int>> _rows = [];

    private TableMatch(ImmutableArray<TrueTable> expected, ImmutableArray<Table> actual)
    {
        Expected = expected;
        Actual = actual;
        ExpectedGrids = [.. expected.Select(table => Grid(table.Cells, cell => cell))];
        ActualGrids = [.. actual.Select(table => Grid(table.Grid, cell => cell?.Text ?? ""))];
        _tables = Alignment.Of(expected.Length, actual.Length, Likeness).ToDictionary(pair => pair.Expected, pair => pair.Actual);
    }

    /// <summary>The tables of the truth.</summary>
    public ImmutableArray<TrueTable> Expected { get; }

    /// <summary>The tables that were read.</summary>
    public ImmutableArray<Table> Actual { get; }

    /// <summary>The texts of the truth's tables, white space squeezed.</summary>
    public ImmutableArray<string[][]> ExpectedGrids { get; }

    /// <summary>The texts of the tables that were read, white space squeezed; a covered position is an empty text.</summary>
    public ImmutableArray<string[][]> ActualGrids { get; }

    /// <summary>The best match of all tables, both in document order.</summary>
    public static TableMatch Of(ImmutableArray<TrueTable> expected, ImmutableArray<Table> actual) => new(expected, actual);

    /// <summary>Index of the table that answers to one of the truth, or null.</summary>
    public int? TableOf(int expected) => _tables.TryGetValue(expected, out int actual) ? actual : null;

    /// <summary>Indexes of the tables that answer to none of the truth.</summary>
    public IEnumerable<int> Surplus() => Enumerable.Range(0, Actual.Length).Except(_tables.Values);

    /// <summary>The rows of a table of the truth that has an answer, each with the row that answers to it; those without are left out.</summary>
    public ImmutableSortedDictionary<int, int> RowsOf(int expected)
    {
        if (!_rows.TryGetValue(expected, out ImmutableSortedDictionary<int, int>? rows))
        {
            // One row lost or split must not make every row below it wrong.
            string[][] one = ExpectedGrids[expected];
            string[][] other = ActualGrids[_tables[expected]];
            rows = Alignment.Of(one.Length, other.Length, (i, j) => LeastRowLikeness + RowLikeness(one[i], other[j]))
                .ToImmutableSortedDictionary(pair => pair.Expected, pair => pair.Actual);
            _rows.Add(expected, rows);
        }

        return rows;
    }

    /// <summary>The cell that answers to a position of the truth, with its table, or null when no cell does.</summary>
    public (Table Table, Cell Cell)? CellOf(int table, int row, int column)
    {
        if (TableOf(table) is { } actual && RowsOf(table).TryGetValue(row, out int line)
            && column < Actual[actual].Grid[line].Length && Actual[actual].Grid[line][column] is { } cell)
        {
            return (Actual[actual], cell);
        }

        return null;
    }

    private static string[][] Grid<T>(ImmutableArray<ImmutableArray<T>> rows, Func<T, string> text) =>
        [.. rows.Select(row => row.Select(cell => PrintedText.Squeeze(text(cell))).ToArray())];

    private decimal Likeness(int expected, int actual)
    {
        TrueTable one = Expected[expected];
        Table other = Actual[actual];
        bool sameTitle = one.Title.Length > 0 && PrintedText.Bare(one.Title) == PrintedText.Bare(other.Title);
        bool sameKind = one.Kind == other.Kind;
        decimal overlap = Overlap(ExpectedGrids[expected], ActualGrids[actual]);
        decimal likeness = (3 * overlap) + (sameTitle ? 0.6m : 0m) + (sameKind ? 0.2m : 0m);
        return likeness > LeastLikeness ? likeness : 0m;
    }

    /// <summary>The share of printed cells, counted once for each time they are printed, that both have.</summary>
    private static decimal Overlap(string[][] one, string[][] other)
    {
        var left = one.SelectMany(row => row).Where(cell => cell.Length > 0).CountBy(cell => cell).ToDictionary();
        var right = other.SelectMany(row => row).Where(cell => cell.Length > 0).CountBy(cell => cell).ToDictionary();
        int most = Math.Max(left.Values.Sum(), right.Values.Sum());
        int common = left.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key)));
        return most == 0 ? 0m : (decimal)common / most;
    }

    private static decimal RowLikeness(string[] one, string[] other)
    {
        int most = Math.Max(one.Count(cell => cell.Length > 0), other.Count(cell => cell.Length > 0));
        int common = one.Zip(other).Count(pair => pair.First.Length > 0 && pair.First == pair.Second);
        return most == 0 ? 1m : (decimal)common / most;
    }
}
