using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring;

/// <summary>Compares the tables of a truth with those that were read.</summary>
internal static class TableComparison
{
    /// <summary>Tables answer to each other from three tenths of their cells on; a title, and a kind, make up for two tenths and less.</summary>
    private const decimal LeastLikeness = 0.9m;

    /// <summary>Rows without a cell in common still answer to each other when nothing better does.</summary>
    private const decimal LeastRowLikeness = 0.001m;

    public static TableScore Compare(ImmutableArray<TrueTable> expected, ImmutableArray<Table> actual)
    {
        var expectedGrids = expected.Select(table => Grid(table.Cells, cell => cell)).ToArray();
        var actualGrids = actual.Select(table => Grid(table.Grid, cell => cell?.Text ?? "")).ToArray();
        var pairs = Alignment.Of(expected.Length, actual.Length, (i, j) => Likeness(expected[i], expectedGrids[i], actual[j], actualGrids[j]));
        var answers = pairs.ToDictionary(pair => pair.Expected, pair => pair.Actual);

        var score = TableScore.Empty with { Surplus = actual.Length - pairs.Length };
        for (int i = 0; i < expected.Length; i++)
        {
            string where = FormattableString.Invariant($"line {expected[i].Line}, table {i + 1} {expected[i].Title}");
            score += answers.TryGetValue(i, out int j)
                ? ComparePair(where, expected[i], expectedGrids[i], actual[j], actualGrids[j])
                : Missing(where, expected[i], expectedGrids[i]);
        }

        var surplus = Enumerable.Range(0, actual.Length).Except(pairs.Select(pair => pair.Actual))
            .Select(j => new Miss(actual[j].Id, "table", "", $"{actual[j].Kind} {actual[j].Title}".Trim()));
        return score with { Misses = score.Misses.AddRange(surplus) };
    }

    private static string[][] Grid<T>(ImmutableArray<ImmutableArray<T>> rows, Func<T, string> text) =>
        [.. rows.Select(row => row.Select(cell => PrintedText.Squeeze(text(cell))).ToArray())];

    private static decimal Likeness(TrueTable expected, string[][] expectedGrid, Table actual, string[][] actualGrid)
    {
        bool sameTitle = expected.Title.Length > 0 && IsSameLabel(expected.Title, actual.Title);
        bool sameKind = expected.Kind == actual.Kind;
        decimal likeness = (3 * Overlap(expectedGrid, actualGrid)) + (sameTitle ? 0.6m : 0m) + (sameKind ? 0.2m : 0m);
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

    private static TableScore ComparePair(string where, TrueTable expected, string[][] expectedGrid, Table actual, string[][] actualGrid)
    {
        var misses = ImmutableArray.CreateBuilder<Miss>();
        bool Same(string what, string want, string got, bool same)
        {
            if (!same)
            {
                misses.Add(new Miss(where, what, want, got));
            }

            return same;
        }

        string unit = actual.Unit == Unit.None ? "none" : actual.Unit.Symbol;
        string headerRows = FormattableString.Invariant($"{actual.HeaderRows}");
        var score = TableScore.Empty with
        {
            Found = new Tally(1, 1),
            Kind = default(Tally).And(Same("kind", expected.Kind, actual.Kind, expected.Kind == actual.Kind)),
            Title = default(Tally).And(Same("title", expected.Title, actual.Title, IsSameLabel(expected.Title, actual.Title))),
            Unit = default(Tally).And(Same("unit", expected.Unit, unit, expected.Unit == unit)),
            HeaderRows = default(Tally).And(
                Same("header rows", FormattableString.Invariant($"{expected.HeaderRows}"), headerRows, expected.HeaderRows == actual.HeaderRows)),
        };
        if (expected.Columns is { } columns)
        {
            Tally right = default;
            for (int c = 0; c < Math.Max(columns.Length, actual.Columns.Length); c++)
            {
                string want = c < columns.Length ? columns[c] : "";
                string got = c < actual.Columns.Length ? string.Join('/', actual.Columns[c]) : "";
                right = right.And(Same(FormattableString.Invariant($"column {c + 1}"), want, got, IsSameLabel(want, got)));
            }

            score = score with { Columns = right };
        }

        return score with { Cells = CompareCells(where, expectedGrid, actualGrid, misses), Misses = misses.ToImmutable() };
    }

    private static Tally CompareCells(string where, string[][] expected, string[][] actual, ImmutableArray<Miss>.Builder misses)
    {
        // One row lost or split must not make every row below it wrong.
        var answers = Alignment.Of(expected.Length, actual.Length, (i, j) => LeastRowLikeness + RowLikeness(expected[i], actual[j]))
            .ToDictionary(pair => pair.Expected, pair => pair.Actual);
        Tally right = default;
        for (int i = 0; i < expected.Length; i++)
        {
            string row = FormattableString.Invariant($"{where}, row {i + 1}");
            if (!answers.TryGetValue(i, out int j))
            {
                right = right.AndWrong(Printed(expected[i]));
                misses.Add(new Miss(row, "row", RowText(expected[i]), ""));
                continue;
            }

            for (int c = 0; c < Math.Max(expected[i].Length, actual[j].Length); c++)
            {
                string want = c < expected[i].Length ? expected[i][c] : "";
                string got = c < actual[j].Length ? actual[j][c] : "";
                if (want.Length + got.Length == 0)
                {
                    continue;
                }

                right = right.And(want == got);
                if (want != got)
                {
                    misses.Add(new Miss(FormattableString.Invariant($"{row}, column {c + 1}"), "cell", want, got));
                }
            }
        }

        foreach (int j in Enumerable.Range(0, actual.Length).Except(answers.Values))
        {
            right = right.AndWrong(Printed(actual[j]));
            misses.Add(new Miss(FormattableString.Invariant($"{where}, row {j + 1} as read"), "row", "", RowText(actual[j])));
        }

        return right;
    }

    private static decimal RowLikeness(string[] one, string[] other)
    {
        int most = Math.Max(Printed(one), Printed(other));
        int common = one.Zip(other).Count(pair => pair.First.Length > 0 && pair.First == pair.Second);
        return most == 0 ? 1m : (decimal)common / most;
    }

    private static TableScore Missing(string where, TrueTable expected, string[][] grid) => TableScore.Empty with
    {
        Found = new Tally(0, 1),
        Kind = new Tally(0, 1),
        Title = new Tally(0, 1),
        Unit = new Tally(0, 1),
        HeaderRows = new Tally(0, 1),
        Columns = new Tally(0, expected.Columns?.Length ?? 0),
        Cells = new Tally(0, grid.Sum(Printed)),
        Misses = [new Miss(where, "table", $"{expected.Kind} {expected.Title}", "")],
    };

    private static int Printed(string[] row) => row.Count(cell => cell.Length > 0);

    private static string RowText(string[] row) => string.Join(" | ", row);

    private static bool IsSameLabel(string one, string other) => PrintedText.Bare(one) == PrintedText.Bare(other);
}
