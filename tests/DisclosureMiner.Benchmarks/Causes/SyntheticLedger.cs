using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Benchmarks.Causes;

/// <summary>
/// The ledger of a made-up document: tables of twenty items in three columns (合计 = 基本 + 项目), every column added up, every total printed in the
/// next table too; some numbers are wrong.
/// </summary>
internal sealed class SyntheticLedger
{
    private const int Items = 20;
    private const int Columns = 3;

    private SyntheticLedger(ImmutableArray<Fact> facts, ImmutableArray<Ruling> ledger)
    {
        Facts = facts;
        Ledger = ledger;
    }

    public ImmutableArray<Fact> Facts { get; }

    public ImmutableArray<Ruling> Ledger { get; }

    public int Broken => Ledger.Count(ruling => ruling.IsBroken);

    /// <param name="facts">About how many numbers.</param>
    /// <param name="every">One number in so many is wrong.</param>
    public static SyntheticLedger Of(int facts, int every)
    {
        var random = new Random(1);
        var all = ImmutableArray.CreateBuilder<Fact>();
        var obligations = new List<Obligation>();
        Fact[]? before = null;
        for (int table = 0; all.Count < facts; table++)
        {
            Fact[,] grid = Grid(random, every, all);
            Fact[] totals = [.. Enumerable.Range(0, Columns).Select(column => grid[Items, column])];
            for (int row = 0; row <= Items; row++)
            {
                obligations.Add(Sum(grid[row, 0], grid[row, 1], grid[row, 2]));
            }

            for (int column = 0; column < Columns; column++)
            {
                obligations.Add(Sum(grid[Items, column], [.. Enumerable.Range(0, Items).Select(row => grid[row, column])]));
            }

            // 其中: the total of the table before is part of nothing here, but printed again.
            for (int column = 0; before is not null && column < Columns; column++)
            {
                Fact again = Fact(all.Count, before[column].Printed!.Value);
                all.Add(again);
                obligations.Add(Sum(again, before[column]));
            }

            before = totals;
        }

        var evaluator = new Evaluator(Conventions.Learn(all));
        return new SyntheticLedger(all.ToImmutable(), [.. obligations.Select((obligation, i) =>
            evaluator.Decide(obligation with { Id = FormattableString.Invariant($"o{i + 1}") }))]);
    }

    private static Fact[,] Grid(Random random, int every, ImmutableArray<Fact>.Builder all)
    {
        var values = new decimal[Items + 1, Columns];
        for (int row = 0; row < Items; row++)
        {
            values[row, 1] = random.Next(100, 100_000) / 100m;
            values[row, 2] = random.Next(100, 100_000) / 100m;
            values[row, 0] = values[row, 1] + values[row, 2];
            for (int column = 0; column < Columns; column++)
            {
                values[Items, column] += values[row, column];
            }
        }

        var grid = new Fact[Items + 1, Columns];
        for (int row = 0; row <= Items; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                decimal printed = random.Next(every) == 0 ? values[row, column] + (random.Next(1, 9) * 10m) : values[row, column];
                all.Add(grid[row, column] = Fact(all.Count, printed));
            }
        }

        return grid;
    }

    private static Obligation Sum(Fact stated, params Fact[] parts) =>
        new("", ["T-01"], Relation.Sum, stated, [.. parts.Select(part => new Term(part))], "", Severity.Error, "sum");

    private static Fact Fact(int number, decimal value)
    {
        string id = FormattableString.Invariant($"f{number}");
        var printed = new Printed(value, 2, Unit.TenThousandYuan);
        Place place = Place.At(number * 10, (number * 10) + 5);
        return DisclosureMiner.Facts.Fact.InFigure(
            new Figure(id, printed.ToString(), "", 0, 0, [], number, place, place, FigureRole.Amount, printed, Direction.None, id, ""), printed, null);
    }
}
