using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring;

/// <summary>
/// Finds the cell that a truth names as <c>table / row label / column</c> in the truth's own tables, so that a name that is mistyped is
/// told with its line, and none of it depends on what a reader made of the document.
/// </summary>
internal sealed partial class CellNames
{
    private const string Shape = "`table / row label / column`, parted by ` / `";

    private readonly ImmutableArray<TrueTable> _tables;

    /// <summary>Names of cells of the given tables.</summary>
    public CellNames(ImmutableArray<TrueTable> tables) => _tables = tables;

    /// <summary>The cell of that name; null, and a sentence that says why, when there is none or more than one.</summary>
    /// <param name="name">
    /// The kind or the title of the table; the label of the row, or its code, or both, as printed; the header path of the column, or its
    /// last levels. <c>row 5</c> is the fifth row of <c>cells</c>, <c>column 3</c> the third column.
    /// </param>
    /// <param name="problem">What is wrong with the name, or null.</param>
    public TrueCell? Find(string name, out string? problem)
    {
        string[] parts = name.Split(" / ", StringSplitOptions.TrimEntries);
        if (parts.Length != 3 || parts.Any(part => part.Length == 0))
        {
            problem = $"`cell` must be {Shape}, not `{name}`.";
            return null;
        }

        int[] tables = [.. Enumerable.Range(0, _tables.Length).Where(i => IsCalled(_tables[i], parts[0]))];
        TrueCell[] cells = [.. tables.SelectMany(i => FindIn(i, parts[1], parts[2])).Select(at => new TrueCell(name, at.Table, at.Row, at.Column))];
        problem = cells.Length switch
        {
            1 => null,
            0 when tables.Length == 0 => $"No table is of the kind or has the title `{parts[0]}`; there are {string.Join(", ", _tables.Select(table => table.Kind).Distinct())}.",
            0 => $"The table `{parts[0]}` has no {Absent(tables, parts[1], parts[2])}.",
            _ => $"`{name}` may be any of {string.Join(", ", cells.Select(Told))}: write more of the column's path, the code before the label, the title of the table, or `row 5`.",
        };
        return problem is null ? cells[0] : null;
    }

    private static bool IsCalled(TrueTable table, string name) => table.Kind == name || (table.Title.Length > 0 && Bare(table.Title) == Bare(name));

    private string Told(TrueCell cell) => string.Create(
        CultureInfo.InvariantCulture, $"row {cell.Row + 1}, column {cell.Column + 1} of {_tables[cell.Table].Title}");

    private string Absent(int[] tables, string row, string column)
    {
        bool IsIn(int table, int at) => tables.Length > 0 && ColumnsCalled(_tables[table], column).Contains(at);
        bool hasColumn = tables.Any(i => Enumerable.Range(0, Width(_tables[i])).Any(c => IsIn(i, c)));
        return hasColumn ? $"row `{row}` with a column `{column}` to the right of its label" : $"column `{column}`";
    }

    private IEnumerable<(int Table, int Row, int Column)> FindIn(int index, string row, string column)
    {
        TrueTable table = _tables[index];
        int[] columns = [.. ColumnsCalled(table, column)];
        if (NumberOf("row", row) is { } number)
        {
            return columns.Where(_ => number <= table.Cells.Length).Select(c => (index, number - 1, c));
        }

        bool[] isLabel = [.. Enumerable.Range(0, Width(table)).Select(c => IsOfLabels(table, c))];
        var found = new List<(int Row, int Column, bool IsNext)>();
        for (int r = table.HeaderRows; r < table.Cells.Length; r++)
        {
            foreach (int c in columns)
            {
                int[] ends = [.. EndsOfLabel(table.Cells[r], c, Bare(row))];
                if (ends.Length > 0)
                {
                    found.Add((r, c, ends.Any(end => !isLabel.AsSpan(end + 1, c - end - 1).Contains(true))));
                }
            }
        }

        // A table of two sides has labels in the midst: a value belongs to those that stand next to it.
        bool any = found.Exists(cell => cell.IsNext);
        return found.Where(cell => cell.IsNext == any).Select(cell => (index, cell.Row, cell.Column));
    }

    /// <summary>Where, left of a column, neighbouring cells end that print the label together: a code, split or not, and the name.</summary>
    private static IEnumerable<int> EndsOfLabel(ImmutableArray<string> row, int column, string label)
    {
        for (int first = 0; first < column; first++)
        {
            string printed = "";
            for (int last = first; last < column && printed.Length < label.Length; last++)
            {
                printed += Bare(row[last]);
                if (printed == label && row[first].Length > 0 && row[last].Length > 0)
                {
                    yield return last;
                }
            }
        }
    }

    private static IEnumerable<int> ColumnsCalled(TrueTable table, string name)
    {
        if (NumberOf("column", name) is { } number)
        {
            return number <= Width(table) ? [number - 1] : [];
        }

        string bare = Bare(name);
        IEnumerable<int> columns = Enumerable.Range(0, Width(table));
        if (table.Columns is not { } paths)
        {
            // A form has heads wherever it starts anew.
            return columns.Where(c => table.Cells.Any(row => Bare(row[c]) == bare));
        }

        int[] whole = [.. columns.Where(c => Bare(paths[c]) == bare)];
        return whole.Length > 0 ? whole : columns.Where(c => Bare(paths[c]).EndsWith("/" + bare, StringComparison.Ordinal));
    }

    private static bool IsOfLabels(TrueTable table, int column) =>
        table.Cells.Skip(table.HeaderRows).Any(row => row[column].Length > 0 && !TrueNumbers.IsNumber(row[column]));

    private static int Width(TrueTable table) => table.Cells.IsEmpty ? 0 : table.Cells[0].Length;

    private static int? NumberOf(string what, string name) => Numbered().Match(name) is { Success: true } match && match.Groups[1].Value == what
        ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)
        : null;

    private static string Bare(string text) => Folding.Label(text);

    [GeneratedRegex("^(row|column) ([1-9][0-9]{0,5})$")]
    private static partial Regex Numbered();
}
