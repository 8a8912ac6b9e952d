using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Scoring;
using DisclosureMiner.Tests.Samples;
using static DisclosureMiner.Tests.Scoring.Truths;

namespace DisclosureMiner.Tests.Scoring;

public sealed class FigureComparisonTests
{
    private readonly SampleBudget _sample = SampleBudget.Create();

    [Fact]
    public void A_figure_is_found_in_its_context_with_role_verdict_and_rule()
    {
        FigureScore score = Score(Figure("增长19.15%", "19.15%", FigureRole.Rate, FactVerdict.Verified, "N-06", "N-33"));

        score.ShouldSatisfyAllConditions(
            found => found.Found.ShouldBe(new Tally(1, 1)),
            found => found.Text.ShouldBe(new Tally(1, 1)),
            found => found.Role.ShouldBe(new Tally(1, 1)),
            found => found.Verdict.ShouldBe(new Tally(1, 1)),
            found => found.Held.ShouldBe(new Tally(1, 1)),
            found => found.Rules.ShouldBe(new Tally(1, 1)),
            found => found.Misses.ShouldBeEmpty());
    }

    [Fact]
    public void The_same_number_in_another_place_is_another_figure()
    {
        FigureScore score = Score(Figure("下降19.15%", "19.15%", FigureRole.Rate, FactVerdict.Contradicted, "N-06"));

        score.Verdict.ShouldBe(new Tally(1, 1));
        score.Held.ShouldBe(default);
    }

    [Fact]
    public void Verified_and_rounding_are_two_verdicts_but_both_hold()
    {
        FigureScore score = Score(Figure("增长19.15%", "19.15%", FigureRole.Rate, FactVerdict.Rounding, "N-06"));

        score.Verdict.ShouldBe(new Tally(0, 1));
        score.Held.ShouldBe(new Tally(1, 1));
    }

    [Fact]
    public void What_is_not_right_is_listed_with_what_was_expected()
    {
        FigureScore score = Score(
            Figure("办公费1.25万元", "1.25万元", FigureRole.Change, FactVerdict.Verified, "N-01"),
            Figure("住房保障支出5.99万元", "5.99万元", FigureRole.Amount, FactVerdict.Verified, "N-01"));

        score.Misses.ShouldBe(
        [
            new Miss("line 1, 一: 办公费1.25万元", "role", "change", "amount"),
            new Miss("line 1, 一: 办公费1.25万元", "verdict", "verified", "unchecked missing-side"),
            new Miss("line 1, 一: 办公费1.25万元", "rules", "N-01", ""),
            new Miss("line 1, 一: 住房保障支出5.99万元", "figure", "5.99万元", ""),
        ]);
        score.Found.ShouldBe(new Tally(1, 2));
        score.Rules.ShouldBe(new Tally(0, 2));
    }

    [Fact]
    public void A_place_left_unfilled_is_found_however_much_of_it_is_quoted() =>
        Score(Figure("增长（下降）%", "%", FigureRole.Placeholder, FactVerdict.Contradicted, "N-20")).Verdict.ShouldBe(new Tally(1, 1));

    private static TrueFigure Figure(string context, string text, FigureRole role, FactVerdict verdict, params string[] heldBy) =>
        new("一", context, text, role, verdict, [.. heldBy], 1);

    private FigureScore Score(params TrueFigure[] figures) =>
        Scorer.Compare(Nothing with { Figures = [.. figures] }, _sample.Mine(), _sample.Text.Source).Figures!;
}
