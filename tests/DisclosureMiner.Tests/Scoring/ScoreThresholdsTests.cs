using DisclosureMiner.Facts;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Tests.Scoring;

public sealed class ScoreThresholdsTests
{
    private static readonly ScoreTotals Totals = ScoreTotals.Empty with
    {
        Clean = 4,
        CleanAlarms = 1,
        Tables = TableScore.Empty with { Covered = new Tally(9, 10) },
        Figures = FigureScore.Empty with { CoveredByRole = FigureScore.Empty.CoveredByRole.Add(FigureRole.Amount, new Tally(7, 10)) },
        Discrepancies = DiscrepancyScore.Empty with { Right = new Tally(19, 20) },
    };

    [Fact]
    public void A_measure_that_just_reaches_what_was_asked_is_no_shortfall() => Shortfalls(("precision", 0.95m)).ShouldBeEmpty();

    [Fact]
    public void A_measure_below_is_told_with_its_counts() =>
        Shortfalls(("precision", 0.96m)).ShouldBe([new Shortfall("precision", 0.95m, "19/20", 0.96m, IsLeast: true)]);

    [Fact]
    public void Coverage_has_to_be_reached_by_cells_and_by_figures() =>
        Shortfalls(("coverage", 0.8m)).ShouldHaveSingleItem().Name.ShouldBe("coverage of figures");

    [Fact]
    public void A_measure_for_which_nothing_was_looked_at_is_told_and_fails_nothing()
    {
        Shortfall shortfall = Shortfalls(("recall", 1m)).ShouldHaveSingleItem();

        shortfall.Value.ShouldBeNull();
        shortfall.IsFailure.ShouldBeFalse();
    }

    [Fact]
    public void False_alarms_are_counted_by_clean_document()
    {
        (ScoreThresholds.None with { MostFalseAlarms = 0.25m }).Of(Totals).ShouldBeEmpty();
        (ScoreThresholds.None with { MostFalseAlarms = 0.2m }).Of(Totals).ShouldBe(
            [new Shortfall("false alarms per clean document", 0.25m, "1/4", 0.2m, IsLeast: false)]);
        (ScoreThresholds.None with { MostFalseAlarms = 0m }).Of(ScoreTotals.Empty).ShouldHaveSingleItem().IsFailure.ShouldBeFalse();
    }

    [Fact]
    public void Shortfalls_are_told_in_the_order_of_the_report_whatever_was_asked_first() =>
        Shortfalls(("precision", 1m), ("coverage", 1m)).Select(shortfall => shortfall.Name).ShouldBe(["coverage of cells", "coverage of figures", "precision"]);

    private static Shortfall[] Shortfalls(params (string Id, decimal Share)[] least) =>
        [.. (ScoreThresholds.None with { Least = [.. least.Select(pair => (ScoreMeasure.All.Single(measure => measure.Id == pair.Id), pair.Share))] }).Of(Totals)];
}
