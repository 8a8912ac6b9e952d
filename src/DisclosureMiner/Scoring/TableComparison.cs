using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring;

/// <summary>Compares the tables of a truth with those that were read.</summary>
internal static class TableComparison
{
    public static TableScore Compare(TableMatch match, MatchedFacts facts, Vocabulary? words)
    {
        int[] surplus = [.. match.Surplus()];
        var score = TableScore.Empty with { Surplus = surplus.Length };
        for (int i = 0; i < match.Expected.Length; i++)
        {
            string where = FormattableString.Invariant($"line {match.Expected[i].Line}, table {i + 1} {match.Expected[i].Title}");
            score += match.TableOf(i) is { } j ? ComparePair(where, match, i, j) : Missing(where, match.Expected[i], match.ExpectedGrids[i]);
            foreach ((int row, int column) in TrueNumbers.In(match.Expected[i], words))
            {
                score = score with { Covered = score.Covered.And(facts.IsCovered(i, row, column)) };
            }
        }

        return score with
        {
            Misses = score.Misses.AddRange(surplus.Select(j =>
                new Miss(match.Actual[j].Id, "table", "", $"{match.Actual[j].Kind} {match.Actual[j].Title}".Trim()))),
        };
    }

    private static TableScore ComparePair(string where, TableMatch match, int i, int j)
    {
        TrueTable expected = match.Expected[i];
        Table actual = match.Actual[j];
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

        return score with { Cells = CompareCells(where, match.ExpectedGrids[i], match.ActualGrids[j], match.RowsOf(i), misses), Misses = misses.ToImmutable() };
    }

    private static Tally CompareCells(
        string where, string[][] expected, string[][] actual, ImmutableSortedDictionary<int, int> answers, ImmutableArray<Miss>.Builder misses)
    {
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
