using System.Collections.Immutable;
using DisclosureMiner.Facts;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Facts;

public sealed class TableFactsTests
{
    private static readonly Pipeline Default = Pipeline.LoadDefault();

    [Fact]
    public void A_line_of_a_two_sided_summary_takes_its_subject_from_its_name_and_side()
    {
        var sketch = new Sketch();
        sketch.Table("budget-summary", """
            @ 收入 | 预算数
            一般公共预算拨款收入 | 87.84
            = 收入总计 | 87.84
            @ 支出 | 预算数
            社会保障和就业支出 | 79.10
            医疗卫生支出 | 2.75
            = 支出总计 | 87.84
            """);

        Keys(sketch).ShouldBe(
        [
            "2024 Budget general-public revenue revenue-general-public total Amount = 87.84万元",
            "2024 Budget all revenue revenue-total total Amount = 87.84万元",
            "2024 Budget all expenditure 208 total Amount = 79.10万元",
            "2024 Budget all expenditure 210 total Amount = 2.75万元",
            "2024 Budget all expenditure expenditure-total total Amount = 87.84万元",
        ]);
    }

    [Fact]
    public void The_name_of_a_fund_makes_no_budget_of_a_final_account()
    {
        var sketch = new Sketch();
        sketch.Table("final-appropriation-summary", """
            @ 支出 | 合计 | 一般公共预算财政拨款
            本年支出合计 | 5.00 | 5.00
            """);

        Keys(sketch).ShouldBe(
        [
            "2024 Final fiscal expenditure expenditure-current total Amount = 5.00万元",
            "2024 Final general-public expenditure expenditure-current total Amount = 5.00万元",
        ]);
    }

    [Fact]
    public void Money_carried_in_is_told_from_income_by_the_line_above_it()
    {
        var sketch = new Sketch();
        sketch.Table("fiscal-appropriation-summary", """
            @ 收入 | 预算数
            本年收入 | 5.00
              一般公共预算拨款 | 5.00
            上年结转 | 1.00
              一般公共预算拨款 | 1.00
            """);

        Subjects(sketch).ShouldBe(["revenue-current", "revenue-general-public", "carry-in", "carry-in-general-public"]);
    }

    [Fact]
    public void Codes_of_bodies_are_not_taken_for_codes_of_subjects()
    {
        var sketch = new Sketch(organisation: "天门市档案馆");
        sketch.Table("budget-revenue", """
            @ | 合计 | 本年收入/一般公共预算
            = 合计 | 5.00 | 5.00
            213 天门市委办公室 | 5.00 | 5.00
            213011 天门市档案馆 | 5.00 | 5.00
            """);

        var facts = Facts(sketch);
        facts.Select(fact => fact.Key!.Body).ShouldBe(["", "", "天门市委办公室", "天门市委办公室", "", ""]);
        facts.Select(fact => fact.Key!.Subject).Distinct().ShouldBe(["revenue-total", "revenue-general-public"]);
    }

    [Fact]
    public void A_coded_line_is_its_code_and_a_column_its_component()
    {
        var sketch = new Sketch();
        sketch.Table("general-public-expenditure", """
            @ | 合计 | 基本支出/小计 | 基本支出/人员经费 | 项目支出 | 2023年执行数
            = 合计 | 87.84 | 72.84 | 66.67 | 15.00 | 80.00
            2080108 信息化建设 | 71.39 | 56.39 | 50.22 | 15.00 | 70.00
            """);

        Keys(sketch).ShouldBe(
        [
            "2024 Budget general-public expenditure expenditure-current total Amount = 87.84万元",
            "2024 Budget general-public expenditure basic basic Amount = 72.84万元",
            "2024 Budget general-public expenditure personnel personnel Amount = 66.67万元",
            "2024 Budget general-public expenditure project project Amount = 15.00万元",
            "2023 EstimatedOutturn general-public expenditure expenditure-current total Amount = 80.00万元",
            "2024 Budget general-public expenditure 2080108 total Amount = 71.39万元",
            "2024 Budget general-public expenditure 2080108 basic Amount = 56.39万元",
            "2024 Budget general-public expenditure 2080108 personnel Amount = 50.22万元",
            "2024 Budget general-public expenditure 2080108 project Amount = 15.00万元",
            "2023 EstimatedOutturn general-public expenditure 2080108 total Amount = 70.00万元",
        ]);
    }

    [Fact]
    public void The_three_public_items_are_found_in_columns_and_in_lines()
    {
        var columns = new Sketch();
        columns.Table("three-public", """
            @ | “三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行费/小计 | 公务用车购置及运行费/公务用车购置费 | 公务用车购置及运行费/公务用车运行费 | 公务接待费
             | 0.10 | | | | | 0.10
            """);
        var lines = new Sketch();
        lines.Table("three-public", """
            @ | 2023年预算数 | 2024年预算数
            “三公”经费合计 | 3.00 | 2.00
            因公出国（境）费 | |
            公务用车购置及运行维护费 | 2.00 | 1.00
              购置费 | |
              运行维护费 | 2.00 | 1.00
            公务接待费 | 1.00 | 1.00
            """);
        string[] items =
        [
            "three-public-total", "three-public-abroad", "three-public-vehicles", "three-public-vehicle-purchase",
            "three-public-vehicle-operation", "three-public-reception",
        ];

        Subjects(columns).ShouldBe(items);
        Subjects(lines).Distinct().ShouldBe(items);
        Facts(lines).Select(fact => fact.Key!.Year).Distinct().ShouldBe([2023, 2024]);
    }

    [Fact]
    public void A_total_with_meetings_beside_the_three_public_items_is_not_their_total()
    {
        var sketch = new Sketch();
        sketch.Table("three-public", """
            @ | 2024年/合计 | 2024年/“三公”经费预算/小计 | 2024年/“三公”经费预算/公务接待费 | 2024年/会议费
            = 合计 | 3.00 | 2.00 | 2.00 | 1.00
            """);

        Subjects(sketch).ShouldBe(["three-public-with-meetings", "three-public-total", "three-public-reception", "conference-fee"]);
    }

    [Fact]
    public void Lines_that_name_the_budget_and_the_account_tell_the_phase()
    {
        var sketch = new Sketch(genre: "final-accounts");
        sketch.Table("final-three-public", """
            @ 项目 | “三公”经费/小计 | 会议费
            预算数 | 3.00 | 1.00
            决算数 | 2.00 | 0.50
            """);

        Keys(sketch).ShouldBe(
        [
            "2024 Budget  expenditure three-public-total total Amount = 3.00万元",
            "2024 Budget  expenditure conference-fee total Amount = 1.00万元",
            "2024 Final  expenditure three-public-total total Amount = 2.00万元",
            "2024 Final  expenditure conference-fee total Amount = 0.50万元",
        ]);
    }

    [Fact]
    public void Classes_of_the_government_are_not_those_of_the_department()
    {
        var sketch = new Sketch();
        sketch.Table("budget-summary", """
            @ 支出 | 预算数
            商品和服务支出 | 3.00
            机关商品和服务支出 | 2.00
            """);

        Subjects(sketch).ShouldBe(["302", "government-goods-and-services"]);
    }

    [Fact]
    public void A_form_of_no_known_kind_takes_years_and_measures_from_its_heads()
    {
        var sketch = new Sketch();
        sketch.Table("performance-targets", """
            @ 支出构成 | 当年金额 | 占比 | 近两年收支金额/2023年
            基本支出 | 72.84 | 82.92% | 58.72
            = 合计 | 87.84 | 100% | 73.72
            """);

        Keys(sketch).ShouldBe(
        [
            "2024 Budget  expenditure basic basic Amount = 72.84万元",
            "2024 Budget  expenditure basic basic Share = 82.92%",
            "2023 Budget  expenditure basic basic Amount = 58.72万元",
            "2024 Budget  expenditure expenditure-total total Amount = 87.84万元",
            "2024 Budget  expenditure expenditure-total total Share = 100%",
            "2023 Budget  expenditure expenditure-total total Amount = 73.72万元",
        ]);
    }

    [Fact]
    public void Blank_and_unreadable_cells_are_facts_without_a_number_and_words_are_none()
    {
        var sketch = new Sketch();
        sketch.Table("budget-expenditure", """
            @ | 合计 | 基本支出 | 项目支出
            208 社会保障和就业支出 | | ? | 见附表
            """);

        Facts(sketch).Select(fact => (fact.Printed, fact.IsUnreadable)).ShouldBe([(null, false), (null, true)]);
    }

    private static ImmutableArray<Fact> Facts(Sketch sketch) => TableFacts.Of(sketch.Document, Default.Reading, Default.Subjects);

    private static IEnumerable<string> Subjects(Sketch sketch) => Facts(sketch).Select(fact => fact.Key!.Subject);

    private static IEnumerable<string> Keys(Sketch sketch) => Facts(sketch).Select(fact => fact.Key!).Zip(Facts(sketch),
        (key, fact) => FormattableString.Invariant($"{key.Year} {key.Phase} {key.Fund} {key.Flow} {key.Subject} {key.Component} {key.Measure} = {fact.Printed}"));
}
