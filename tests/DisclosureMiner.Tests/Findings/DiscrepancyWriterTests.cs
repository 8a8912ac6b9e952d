using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Findings;

public sealed class DiscrepancyWriterTests
{
    [Fact]
    public void An_unfilled_phrase_is_told_with_what_the_printed_numbers_give()
    {
        Discrepancy unfilled = Written(SampleBudget.Create(), "unfilled");

        unfilled.Title.ShouldBe(new Bilingual("增减率未填写：机关运行经费", "A rate of change was left unfilled: 机关运行经费"));
        unfilled.Message.ShouldBe(new Bilingual(
            "二、机关运行经费预算安排及增减变化情况：“2024年机关运行经费预算总额6.17万元，比上年预算减少1.15万元，增长（下降）%”：增减率未填写；"
            + "按文中所列数计算为下降15.71%，请核实。",
            "二、机关运行经费预算安排及增减变化情况: “2024年机关运行经费预算总额6.17万元，比上年预算减少1.15万元，增长（下降）%”: "
            + "the rate of change was left unfilled; the printed numbers give a decline of 15.71%. Please check."));
    }

    [Fact]
    public void A_rate_that_does_not_follow_names_both_rates_and_the_neighbour_it_was_copied_from() =>
        Written(SampleBudget.Create(), "rate").Message.Zh.ShouldBe(
            "三、“三公”经费增减变化情况：“公务接待费0.10万元，较上年减少0.02万元，下降19.15%”：列示为下降19.15%，按所列数计算为下降16.67%，"
            + "相差2.48个百分点；19.15%与相邻项目“收入总额”的比率相同，疑似沿用，请核实。");

    [Fact]
    public void A_cell_that_breaks_two_sums_is_told_once_with_the_value_that_mends_both()
    {
        Discrepancy sum = Written(SampleBudget.Create(), "sum");

        sum.Message.Zh.ShouldBe(
            "《支出总表》卫生健康支出 · 合计：列示为2.57万元，各项之和为2.75万元，相差0.18万元；若此处为2.75万元，则相关的2项勾稽关系均成立；"
            + "疑似相邻两位数字颠倒，请核实。");
        sum.Caused.ShouldBe(["o4", "o5"]);
        sum.Evidence.Select(evidence => (evidence.Role, evidence.Kind, evidence.Quote, evidence.Value)).ShouldBe(
        [
            ("stated", "cell", "支出总表 · 卫生健康支出 · 合计", "2.57"),
            ("operand", "cell", "支出总表 · 卫生健康支出 · 基本支出", "2.75"),
            ("operand", "cell", "支出总表 · 卫生健康支出 · 项目支出", ""),
            ("stated", "cell", "支出总表 · 合计 · 合计", "87.84"),
        ]);
    }

    [Fact]
    public void Words_without_a_number_are_quoted_where_they_stand()
    {
        Discrepancy name = Written(SampleBudget.Create(), "subject-name");

        name.Message.Zh.ShouldBe(
            "一、预算收支安排及增减变化情况 › 1：“…卫生支出<2.75>万元…”：科目名称“卫生支出”（卫生支出 → 卫生健康支出），请核实。");
        name.Evidence.ShouldHaveSingleItem().Kind.ShouldBe("text");
    }

    [Fact]
    public void The_worst_come_first_and_within_one_severity_the_order_is_that_of_reading() =>
        DiscrepancyWriter.Write(SampleBudget.Create().Causes.Reverse(), SampleBudget.Create().Context)
            .Select(discrepancy => discrepancy.Ruling.Obligation.Defect)
            .ShouldBe(["unfilled", "rate", "sum", "subject-name"]);

    [Fact]
    public void A_fingerprint_does_not_depend_on_where_the_culprit_stands()
    {
        string[] here = Ids(SampleBudget.Create());

        Ids(SampleBudget.Create(spaceBefore: "一段新加的文字。")).ShouldBe(here);
        Ids(SampleBudget.Create(heading: "五、收支")).SkipLast(1).ShouldBe(here.SkipLast(1), "only words are known by their section");
        here.ShouldAllBe(id => id.Length == 16);
    }

    [Fact]
    public void A_changed_value_keeps_the_fingerprint_and_changes_the_hash_of_values()
    {
        Discrepancy before = Written(SampleBudget.Create(), "rate");
        Discrepancy after = Written(SampleBudget.Create(reception: "0.11"), "rate");

        after.Id.ShouldBe(before.Id);
        after.ValuesHash.ShouldNotBe(before.ValuesHash);
    }

    [Fact]
    public void Causes_that_cannot_be_told_apart_are_numbered_in_reading_order()
    {
        SampleBudget budget = SampleBudget.Create();
        Cause unfilled = budget.Causes[0];
        string[] ids = [.. DiscrepancyWriter.Write([unfilled, unfilled], budget.Context).Select(discrepancy => discrepancy.Id)];

        ids[1].ShouldBe(ids[0] + "-2");
    }

    [Fact]
    public void Another_body_year_or_genre_is_another_discrepancy()
    {
        SampleBudget budget = SampleBudget.Create();
        MinedContext[] contexts =
        [
            budget.Context, budget.Context with { Body = "青萝市图书馆" }, budget.Context with { Year = 2025 }, budget.Context with { Genre = "report" },
        ];

        contexts.Select(context => DiscrepancyWriter.Write(budget.Causes[0], context).Id).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void An_unknown_class_of_defect_still_gives_a_full_message()
    {
        SampleBudget budget = SampleBudget.Create();
        Cause cause = budget.Causes[1];
        Ruling leading = cause.Leading with { Obligation = cause.Leading.Obligation with { Defect = "no-such-class" } };

        DiscrepancyWriter.Write(cause with { Leading = leading }, budget.Context).Title.Zh.ShouldBe("前后不一致：公务接待费");
    }

    private static Discrepancy Written(SampleBudget budget, string defect) =>
        DiscrepancyWriter.Write(budget.Causes, budget.Context).Single(discrepancy => discrepancy.Ruling.Obligation.Defect == defect);

    private static string[] Ids(SampleBudget budget) =>
        [.. DiscrepancyWriter.Write(budget.Causes, budget.Context).Select(discrepancy => discrepancy.Id)];
}
