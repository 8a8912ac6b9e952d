using System.Collections.Immutable;
using DisclosureMiner.Checks;
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
    public void Where_the_truth_states_no_verdict_only_what_holds_the_figure_is_looked_at()
    {
        TrueFigure figure = Figure("办公费1.25万元", "1.25万元", FigureRole.Amount, FactVerdict.Verified) with { Verdict = null };

        FigureScore score = Score(figure);

        score.Verdict.ShouldBe(default);
        score.CoveredByRole.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(FigureRole.Amount, new Tally(0, 1)));
        score.Misses.ShouldBe([new Miss("line 1, 一: 办公费1.25万元", "held", "amount", "missing-side")]);
    }

    [Fact]
    public void A_place_left_unfilled_is_found_however_much_of_it_is_quoted() =>
        Score(Figure("增长（下降）%", "%", FigureRole.Placeholder, FactVerdict.Contradicted, "N-20")).Verdict.ShouldBe(new Tally(1, 1));

    [Fact]
    public void A_figure_is_bound_to_the_cell_that_a_decided_obligation_says_it_equals_even_when_it_does_not()
    {
        TrueFigure income = Income("budget-expenditure / 合计 / 合计");

        Bindings(income).ShouldBe(new Tally(0, 1));
        Bindings(income, Tie(Verdict.Exact)).ShouldBe(new Tally(1, 1));
        Bindings(income, Tie(Verdict.Conflict)).ShouldBe(new Tally(1, 1));
        Bindings(income, Tie(Verdict.NotChecked)).ShouldBe(new Tally(0, 1));
    }

    [Fact]
    public void A_figure_that_is_bound_to_another_cell_of_the_same_value_is_wrong_unless_the_truth_names_that_too()
    {
        Bindings(Income("budget-expenditure / 合计 / 基本支出"), Tie(Verdict.Exact)).ShouldBe(new Tally(0, 1));
        Bindings(Income("budget-expenditure / 合计 / 基本支出", "budget-expenditure / 合计 / 合计"), Tie(Verdict.Exact)).ShouldBe(new Tally(1, 1));
    }

    [Fact]
    public void A_sum_that_holds_figure_and_cell_binds_nothing()
    {
        Ruling tie = Tie(Verdict.Exact);
        Ruling sum = tie with { Obligation = tie.Obligation with { Operands = [.. tie.Obligation.Operands, new Term(_sample.Health)] } };

        Bindings(Income("budget-expenditure / 合计 / 合计"), sum).ShouldBe(new Tally(0, 1));
    }

    [Fact]
    public void One_key_binds_a_figure_to_a_cell_without_an_obligation()
    {
        MinedDocument mined = _sample.Mine();
        Fact cell = _sample.Cell("合计", "合计");
        mined = mined with { Facts = [.. mined.Facts.Select(fact => fact.Id == cell.Id ? fact with { Key = _sample.Income.Key } : fact)] };

        Compare(mined, Income("budget-expenditure / 合计 / 合计")).Bindings.ShouldBe(new Tally(1, 1));
    }

    [Fact]
    public void A_figure_without_a_named_cell_has_no_binding_to_be_right() => Bindings(Income()).ShouldBe(default);

    [Fact]
    public void A_wrong_binding_is_listed_with_the_cell_that_the_figure_was_tied_to()
    {
        MinedDocument mined = _sample.Mine();

        Compare(mined with { Ledger = [.. mined.Ledger, Tie(Verdict.Exact)] }, Income("budget-expenditure / 合计 / 基本支出")).Misses
            .ShouldContain(new Miss(
                "line 1, 一: 收入总额87.84万元", "cell", "budget-expenditure / 合计 / 基本支出", "budget-expenditure / 合计 · 合计 (t1.r2.c3)"));
    }

    [Fact]
    public void A_figure_is_covered_by_any_decided_obligation_but_one_that_only_bounds_it()
    {
        TrueFigure rise = Figure("增加14.12万元", "14.12万元", FigureRole.Change, FactVerdict.Verified);
        TrueFigure office = Figure("办公费1.25万元", "1.25万元", FigureRole.Amount, FactVerdict.Unchecked);
        TrueFigure unread = Figure("住房保障支出5.99万元", "5.99万元", FigureRole.Amount, FactVerdict.Verified);
        TrueFigure unfilled = Figure("增长（下降）%", "%", FigureRole.Placeholder, FactVerdict.Contradicted);

        Score(rise, office, unread, unfilled).Covered.ShouldBe(new Tally(1, 3));

        MinedDocument mined = _sample.Mine();
        Ruling[] bounded = [.. mined.Ledger.Select(ruling => ruling with { Obligation = ruling.Obligation with { Relation = Relation.AtMost } })];
        Compare(mined with { Ledger = [.. bounded] }, rise).Covered.ShouldBe(new Tally(0, 1));
    }

    /// <summary>What the sample's table prints of its total.</summary>
    private TrueFigure Income(params string[] cells)
    {
        var names = new CellNames(Tables);
        return Figure("收入总额87.84万元", "87.84万元", FigureRole.Amount, FactVerdict.Verified) with { Cells = [.. cells.Select(name => names.Find(name, out _)!)] };
    }

    private static ImmutableArray<TrueTable> Tables =>
    [
        new("budget-expenditure", "支出总表", "万元", 1, ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            [
                .. new[]
                {
                    "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出", " | 合计 | 87.84 | 72.84 | 15.00", "208 | 社会保障和就业支出 | 79.10 | 64.10 | 15.00",
                    "210 | 卫生健康支出 | 2.57 | 2.75 | ", "221 | 住房保障支出 | 5.99 | 5.99 | ",
                }.Select(TruthReader.SplitRow),
            ], 1),
    ];

    private Ruling Tie(Verdict verdict) => new(
        new Obligation("tie", ["N-01"], Relation.Sum, _sample.Income, [new Term(_sample.Cell("合计", "合计"))], "87.84 = 87.84", Severity.Error, "table-prose"),
        verdict, "", null, null, null);

    private Tally Bindings(TrueFigure figure, params Ruling[] more)
    {
        MinedDocument mined = _sample.Mine();
        return Compare(mined with { Ledger = [.. mined.Ledger, .. more] }, figure).Bindings;
    }

    private FigureScore Compare(MinedDocument mined, params TrueFigure[] figures) =>
        Scorer.Compare(Nothing with { Tables = Tables, Figures = [.. figures] }, mined, _sample.Text.Source).Figures!;

    private static TrueFigure Figure(string context, string text, FigureRole role, FactVerdict verdict, params string[] heldBy) =>
        new("一", context, text, role, verdict, [.. heldBy], 1);

    private FigureScore Score(params TrueFigure[] figures) =>
        Scorer.Compare(Nothing with { Figures = [.. figures] }, _sample.Mine(), _sample.Text.Source).Figures!;
}
