using DisclosureMiner.Checks;
using DisclosureMiner.Checks.KnownTables;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks.KnownTables;

public sealed class TableRulesTests
{
    private static readonly Pipeline Default = Pipeline.LoadDefault();

    [Fact]
    public void A_grand_total_adds_the_total_before_it_to_what_follows()
    {
        var sketch = new Sketch();
        sketch.Table("budget-summary", """
            @ 收入 | 预算数
            一般公共预算拨款收入 | 80.00
              经费拨款 | 70.00
              专项收入 | 10.00
            事业收入 | 7.00
            = 本年收入合计 | 87.00
            上年结转结余 | 3.00
            = 收入总计 | 90.00
            """);

        Formulas(sketch, "B1-02").ShouldBe(["80.00万元 + 7.00万元 = 87.00万元"]);
        Formulas(sketch, "B1-03").ShouldBe(["87.00万元 + 3.00万元 = 90.00万元"]);
        Formulas(sketch, "B1-06").ShouldBe(["70.00万元 ≤ 80.00万元 - 10.00万元"]);
    }

    [Fact]
    public void A_form_without_a_total_of_the_year_adds_all_its_lines()
    {
        var sketch = new Sketch();
        sketch.Table("budget-summary", """
            @ 本年收入 | 预算数
            财政拨款收入 | 96.00
              一般公共预算 | 96.00
              政府性基金预算 | 0.00
            事业收入 | 4.00
            = 收入总计 | 100.00
            """);

        Formulas(sketch, "B1-02").ShouldBeEmpty();
        Formulas(sketch, "B1-03").ShouldBe(["96.00万元 + 4.00万元 = 100.00万元"]);
        Generate(sketch).NotFormed.Select(ruling => ruling.Obligation.Rule).ShouldNotContain("B1-02");
    }

    [Fact]
    public void A_blank_head_of_a_group_gives_way_to_its_lines()
    {
        var sketch = new Sketch();
        sketch.Table("budget-summary", """
            @ 收入 | 预算数
            财政拨款收入 |
              一般公共预算 | 96.00
              政府性基金预算 | 1.00
            事业收入 | 3.00
            = 收入总计 | 100.00
            """);

        Formulas(sketch, "B1-03").ShouldBe(["96.00万元 + 1.00万元 + 3.00万元 = 100.00万元"]);
    }

    [Fact]
    public void A_total_column_adds_the_subtotals_and_lone_columns_under_its_head()
    {
        var sketch = new Sketch();
        sketch.Table("general-public-expenditure", """
            @ | 2023年执行数 | 2024年预算数/合计 | 2024年预算数/基本支出/小计 | 2024年预算数/基本支出/人员经费 | 2024年预算数/基本支出/公用经费 | 2024年预算数/项目支出 | 增减额 | 增减%
            2080108 信息化建设 | 60.00 | 71.39 | 56.39 | 50.22 | 6.17 | 15.00 | 11.39 | 18.98%
            """);

        Formulas(sketch, "B5-01").ShouldBe(["56.39万元 + 15.00万元 = 71.39万元"]);
        Formulas(sketch, "B5-02").ShouldBe(["50.22万元 + 6.17万元 = 56.39万元"]);
        Formulas(sketch, "B5-03").ShouldBe(["71.39万元 - 60.00万元 = 11.39万元", "71.39万元 ÷ 60.00万元 - 1 = 18.98%"]);
    }

    [Fact]
    public void Parts_under_of_which_are_held_below_their_line_but_not_added_up_to_it()
    {
        var sketch = new Sketch();
        sketch.Table("budget-summary", """
            @ 收入 | 预算数
            事业收入 | 12.00
              * 教育收费 | 9.50
            = 收入总计 | 12.00
            """);

        Formulas(sketch, "B1-06").ShouldBe(["9.50万元 ≤ 12.00万元"]);
        Formulas(sketch, "B1-03").ShouldBe(["12.00万元 = 12.00万元"]);
    }

    [Fact]
    public void Classes_are_the_sum_of_their_groups_and_these_of_their_items()
    {
        Sketch sketch = Spending("budget-expenditure", "");

        Formulas(sketch, "B2-03").ShouldBe(
        [
            "71.39万元 + 7.70万元 = 79.09万元", "56.39万元 + 7.70万元 = 64.09万元", "15.00万元 + ∅ = 15.00万元",
            "71.39万元 = 71.39万元", "56.39万元 = 56.39万元", "15.00万元 = 15.00万元",
            "7.70万元 = 7.70万元", "7.70万元 = 7.70万元",
        ]);
        Formulas(sketch, "B3-02").ShouldBe(["79.09万元 = 79.09万元", "64.09万元 = 64.09万元", "15.00万元 = 15.00万元"]);
    }

    [Fact]
    public void Of_two_scopes_the_one_that_holds_is_kept_and_else_the_first()
    {
        string projects = """
            @ | 合计
            = 合计 | {0}
            甲项目 | {0}
            """;
        string Tie(string amount)
        {
            Sketch sketch = Spending("budget-expenditure", "22901 其他 | 5.00 | | 5.00");
            Spending("general-public-expenditure", "", sketch);
            sketch.Table("project-expenditure", projects.Replace("{0}", amount, StringComparison.Ordinal));
            return Formulas(sketch, "BX-22").Single();
        }

        Tie("20.00").ShouldBe("20.00万元 = 20.00万元");
        Tie("15.00").ShouldBe("15.00万元 = 15.00万元");
        Tie("99.00").ShouldBe("20.00万元 = 99.00万元");
    }

    [Fact]
    public void A_missing_table_is_told_once_and_only_beside_one_that_is_printed()
    {
        var notFormed = Generate(Spending("budget-expenditure", "")).NotFormed;

        notFormed.Select(ruling => (ruling.Obligation.Rule, ruling.Reason)).ShouldContain(("BX-04", "missing-table"));
        notFormed.Count(ruling => ruling.Obligation.Rule == "BX-04").ShouldBe(1);
        notFormed.Select(ruling => ruling.Obligation.Rule).ShouldNotContain("BX-14");
    }

    [Fact]
    public void Blank_against_blank_asks_nothing()
    {
        var sketch = new Sketch();
        sketch.Table("budget-expenditure", """
            @ | 合计 | 基本支出 | 项目支出
            = 合计 | | |
            208 社会保障和就业支出 | | |
            """);

        Generate(sketch).Obligations.Where(obligation => obligation.Outcome is null).ShouldBeEmpty();
    }

    [Fact]
    public void Equality_with_fiscal_money_is_asked_only_where_there_is_no_other_income()
    {
        static Sketch Summaries(string business)
        {
            var sketch = new Sketch();
            sketch.Table("budget-summary", $"""
                @ 收入 | 预算数
                一般公共预算拨款收入 | 87.84
                事业收入 | {business}
                = 收入总计 | 90.84
                """);
            sketch.Table("fiscal-appropriation-summary", """
                @ 收入 | 预算数
                一般公共预算拨款 | 87.84
                = 收入总计 | 87.84
                """);
            return sketch;
        }

        Formulas(Summaries("3.00"), "BX-18").ShouldBe(["87.84万元 + 3.00万元 = 90.84万元"]);
        Formulas(Summaries(""), "BX-18").ShouldBe(["87.84万元 = 90.84万元"]);
    }

    [Fact]
    public void The_three_public_identities_hold_in_each_year()
    {
        var sketch = new Sketch();
        sketch.Table("three-public", """
            @ | 2023年预算数 | 2024年预算数
            “三公”经费合计 | 3.00 | 2.10
            因公出国（境）费 | |
            公务用车购置及运行维护费 | 2.00 | 1.00
              购置费 | |
              运行维护费 | 2.00 | 1.00
            公务接待费 | 1.00 | 1.00
            """);

        Formulas(sketch, "B7-01").ShouldBe(["∅ + 2.00万元 + 1.00万元 = 3.00万元", "∅ + 1.00万元 + 1.00万元 = 2.10万元"]);
        Formulas(sketch, "B7-02").ShouldBe(["∅ + 2.00万元 = 2.00万元", "∅ + 1.00万元 = 1.00万元"]);
    }

    [Fact]
    public void Items_under_a_body_belong_to_it_and_a_class_that_is_not_printed_is_the_sum_of_its_codes()
    {
        var sketch = new Sketch(organisation: "某县农业农村局");
        sketch.Table("budget-summary", """
            @ 支出 | 预算数
            农林水支出 | 460.00
            卫生健康支出 | 20.00
            = 支出总计 | 480.00
            """);
        sketch.Table("budget-expenditure", """
            @ | 合计 | 基本支出 | 项目支出
            = 合计 | 480.00 | 240.00 | 240.00
            125001 某县农业农村局 | 400.00 | 200.00 | 200.00
            2130101 行政运行 | 400.00 | 200.00 | 200.00
            125002 某县农业技术推广站 | 80.00 | 40.00 | 40.00
            2130104 事业运行 | 60.00 | 20.00 | 40.00
            2101102 事业单位医疗 | 20.00 | 20.00 |
            """);

        Formulas(sketch, "B3-02").First().ShouldBe("400.00万元 + 80.00万元 = 480.00万元");
        Formulas(sketch, "B2-03").ShouldContain("60.00万元 + 20.00万元 = 80.00万元");
        Formulas(sketch, "BX-05").ShouldBe(["400.00万元 + 60.00万元 = 460.00万元", "20.00万元 = 20.00万元"]);
    }

    [Fact]
    public void Tables_of_several_bodies_are_paired_in_their_order_and_not_at_all_when_some_are_missing()
    {
        var sketch = new Sketch();
        void Income(string amount) => sketch.Table("budget-summary", $"""
            @ 收入 | 预算数
            = 收入总计 | {amount}
            """);
        void Sources(string amount) => sketch.Table("budget-revenue", $"""
            @ | 合计 | 一般公共预算
            = 合计 | {amount} | {amount}
            """);
        Income("1.00");
        Income("2.00");
        Sources("1.00");

        Formulas(sketch, "BX-01").ShouldBeEmpty();
        Generate(sketch).NotFormed.Single(ruling => ruling.Obligation.Rule == "BX-01").Reason.ShouldBe("ambiguous");

        Sources("2.00");
        Formulas(sketch, "BX-01").ShouldBe(["1.00万元 = 1.00万元", "2.00万元 = 2.00万元"]);
    }

    [Fact]
    public void A_table_of_this_years_money_is_held_to_income_where_spending_includes_money_carried_in()
    {
        var sketch = new Sketch();
        sketch.Table("fiscal-appropriation-summary", """
            @ 收入 | 预算数
            本年收入 | 800.00
              一般公共预算拨款 | 800.00
            上年结转 | 30.00
              一般公共预算拨款 | 30.00
            = 收入总计 | 830.00
            @ 支出 | 预算数
            本年支出 | 820.00
              社会保障和就业支出 | 820.00
            结转下年 | 10.00
            = 支出总计 | 830.00
            """);
        sketch.Table("general-public-expenditure", """
            @ | 合计 | 基本支出 | 项目支出
            = 合计 | 800.00 | 800.00 |
            208 社会保障和就业支出 | 800.00 | 800.00 |
            """);

        Formulas(sketch, "BX-09").ShouldBe(["800.00万元 = 800.00万元"]);
        Formulas(sketch, "BX-10").ShouldBeEmpty();
        Formulas(sketch, "B4-03").ShouldBe(["30.00万元 = 30.00万元"]);
    }

    [Fact]
    public void A_final_account_rolls_its_balances_forward()
    {
        var sketch = new Sketch(genre: "final-accounts");
        sketch.Table("final-summary", """
            @ 收入 | 决算数
            一般公共预算财政拨款收入 | 2940.05
            其他收入 | 6.20
            = 本年收入合计 | 2946.25
            使用非财政拨款结余（含专用结余） |
            年初结转和结余 | 49.14
            = 总计 | 2995.39
            @ 支出 | 决算数
            社会保障和就业支出 | 2940.05
            = 本年支出合计 | 2940.05
            结余分配 |
            年末结转和结余 | 55.34
            = 总计 | 2995.39
            """);

        Formulas(sketch, "F1-01").ShouldBe(["2995.39万元 = 2995.39万元"]);
        Formulas(sketch, "F1-02").ShouldBe(["2946.25万元 + ∅ + 49.14万元 = 2995.39万元"]);
        Formulas(sketch, "F1-06").ShouldBe(["49.14万元 + 2946.25万元 + ∅ - 2940.05万元 - ∅ = 55.34万元"]);
    }

    [Fact]
    public void A_detail_table_adds_its_economic_classes()
    {
        var sketch = new Sketch(genre: "final-accounts");
        sketch.Table("final-general-public-detail", """
            @ | 合计 | 工资福利支出/小计 | 工资福利支出/基本工资 | 工资福利支出/奖金 | 商品和服务支出/小计 | 商品和服务支出/办公费
            = 合计 | 90.00 | 80.00 | 50.00 | 30.00 | 10.00 | 10.00
            213 农林水支出 | 90.00 | 80.00 | 50.00 | 30.00 | 10.00 | 10.00
            """);
        sketch.Table("final-general-public-expenditure", """
            @ | 合计 | 基本支出 | 项目支出
            = 合计 | 90.00 | 90.00 |
            213 农林水支出 | 90.00 | 90.00 |
            """);

        string[] formulas = [.. Formulas(sketch, "F10-01")];
        formulas.ShouldContain("80.00万元 + 10.00万元 = 90.00万元");
        formulas.ShouldContain("50.00万元 + 30.00万元 = 80.00万元");
        formulas.Count(formula => formula == "90.00万元 = 90.00万元").ShouldBe(3);
    }

    [Fact]
    public void Projects_of_a_code_add_to_its_project_spending()
    {
        var sketch = new Sketch(genre: "final-accounts");
        sketch.Table("final-project-expenditure", """
            @ | 金额
            = 合计 | 15.00
            213 农林水支出 | 15.00
              21301 农业农村 | 15.00
                2130108 病虫害控制 | 15.00
                  统防统治 | 9.00
                  强制免疫 | 6.00
            """);
        sketch.Table("final-general-public-expenditure", """
            @ | 合计 | 基本支出 | 项目支出
            = 合计 | 45.00 | 30.00 | 15.00
            213 农林水支出 | 45.00 | 30.00 | 15.00
              21301 农业农村 | 45.00 | 30.00 | 15.00
                2130108 病虫害控制 | 15.00 | | 15.00
            """);

        string[] formulas = [.. Formulas(sketch, "F10-02")];
        formulas.ShouldContain("9.00万元 + 6.00万元 = 15.00万元");
        formulas.Count(formula => formula == "15.00万元 = 15.00万元").ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public void A_code_that_the_whole_table_lacks_is_told()
    {
        Sketch sketch = Spending("general-public-expenditure", "2210203 购房补贴 | 1.00 | 1.00 |");
        Spending("budget-expenditure", "", sketch);

        Obligation codes = Generate(sketch).Obligations.Single(obligation => obligation.Rule == "BX-25");
        codes.Outcome!.Holds.ShouldBeFalse();
        codes.Passages.Select(passage => passage.Sentence).ShouldBe(["2210203 购房补贴"]);
    }

    [Fact]
    public void A_code_without_its_parent_is_told_only_where_others_have_theirs()
    {
        var items = new Sketch();
        items.Table("budget-expenditure", """
            @ | 合计
            2080108 信息化建设 | 71.39
            2101102 事业单位医疗 | 2.75
            """);
        Sketch mixed = Spending("budget-expenditure", "2101102 事业单位医疗 | 2.75 | 2.75 |");

        static IEnumerable<string> Lacking(Sketch sketch) =>
            Generate(sketch).Obligations.Single(obligation => obligation.Rule == "B2-04").Passages.Select(passage => passage.Sentence);
        Lacking(items).ShouldBeEmpty();
        Lacking(mixed).ShouldBe(["2101102 事业单位医疗"]);
    }

    [Fact]
    public void Numbers_of_columns_that_go_on_from_another_table_are_no_amounts()
    {
        static IEnumerable<string> AtFault(string line) => Generate(ThreePublic(line)).Obligations
            .Single(obligation => obligation.Rule == "B7-04").Operands.Select(term => term.Fact.Printed!.ToString());

        AtFault("0.83 | 0.20 | 0.53 | 0.10").ShouldBeEmpty();
        AtFault("15 | 9 | 4 | 2").ShouldBeEmpty();
        AtFault("7 | 8 | 9 | 10").ShouldBe(["7万元", "8万元", "9万元", "10万元"]);
        AtFault("2024 | 0.20 | 0.53 | 0.10").ShouldBe(["2024万元"]);
    }

    private static Sketch ThreePublic(string line)
    {
        var sketch = new Sketch();
        sketch.Table("three-public", $"@ | “三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行费 | 公务接待费\n | {line}");
        return sketch;
    }

    [SharedCorpusFact]
    public void Every_tie_of_a_real_budget_holds_within_rounding()
    {
        string path = Path.Combine(TestPaths.SharedCorpus!, "real", "tianmen-hrss-info-centre-2024-budget.txt");
        var document = DisclosureMiner.Documents.TextReader.Read(File.ReadAllText(path), Default.Reading);
        TableObligations found = Generate(document);

        foreach (Obligation obligation in found.Obligations.Where(obligation => obligation.Outcome is null))
        {
            decimal sum = obligation.Operands.Sum(term => term.Sign * (term.Fact.Printed?.Value ?? 0));
            decimal gap = (obligation.Stated!.Printed?.Value ?? 0) - sum;
            decimal slack = obligation.Relation == Relation.AtMost || obligation.Defect == "equal" ? 0 : 0.005m * (obligation.Operands.Length + 1);
            (obligation.Relation == Relation.AtMost ? gap : Math.Abs(gap)).ShouldBeLessThanOrEqualTo(slack, $"{obligation.Rule}: {obligation.Formula}");
        }

        found.Obligations.Where(obligation => obligation.Outcome is { Holds: false }).ShouldBeEmpty();
        found.NotFormed.ShouldBeEmpty();
        found.Obligations.GroupBy(obligation => obligation.Rule).Select(rule => $"{rule.Key} {rule.Count()}").ShouldBe(
        [
            "B1-01 1", "B1-02 1", "B1-03 1", "B1-04 1", "B1-05 1", "B1-06 4", "B2-01 6", "B2-02 3", "B2-03 44", "B2-04 3", "B3-01 12", "B3-02 3",
            "B4-01 1", "B4-02 2", "B4-05 2", "B5-01 12", "B5-02 12", "B5-04 5", "B6-01 26", "B6-02 4", "B6-03 2", "B6-05 4", "B7-01 1", "B7-03 1", "B7-04 1",
            "B10-01 2", "B10-02 2", "BX-01 1", "BX-02 1", "BX-03 1", "BX-04 1", "BX-05 3", "BX-06 2", "BX-09 1", "BX-10 3", "BX-13 1", "BX-14 3",
            "BX-15 11", "BX-16 1", "BX-17 1", "BX-18 1", "BX-19 1", "BX-21 1", "BX-22 1", "BX-25 1",
        ]);
    }

    private static Sketch Spending(string kind, string another, Sketch? sketch = null)
    {
        sketch ??= new Sketch();
        decimal extra = another.Contains("5.00", StringComparison.Ordinal) ? 5m : 0m;
        sketch.Table(kind, FormattableString.Invariant($"""
            @ | 合计 | 基本支出 | 项目支出
            = 合计 | {79.09m + extra} | 64.09 | {15.00m + extra}
            208 社会保障和就业支出 | 79.09 | 64.09 | 15.00
            20801 人力资源和社会保障管理事务 | 71.39 | 56.39 | 15.00
            2080108 信息化建设 | 71.39 | 56.39 | 15.00
            20805 行政事业单位养老支出 | 7.70 | 7.70 |
            2080505 机关事业单位基本养老保险缴费支出 | 7.70 | 7.70 |
            {another}
            """));
        return sketch;
    }

    private static IEnumerable<string> Formulas(Sketch sketch, string rule) =>
        Generate(sketch).Obligations.Where(obligation => obligation.Rule == rule).Select(obligation => obligation.Formula);

    private static TableObligations Generate(Sketch sketch) => Generate(sketch.Document);

    private static TableObligations Generate(Document document)
    {
        var facts = TableFacts.Of(document, Default.Reading, Default.Subjects);
        return TableRules.Generate(Default.Rules, document, facts, Default.Reading, Default.Subjects, new Evaluator(Conventions.Learn(facts)));
    }
}
