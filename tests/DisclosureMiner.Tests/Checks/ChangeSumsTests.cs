using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>持平 and changes that hold each other, where last year's amounts are not printed.</summary>
public sealed class ChangeSumsTests
{
    private const string ThreePublic = "2024年“三公”经费预算数为47.91万元，比2023年预算{0}。\n\n（一）因公出国（境）费0万元，比2023年预算持平。主要原因是因公出国（境）费保持不变。\n\n"
        + "（二）公务用车购置及运行费46.56万元，比2023年预算{1}，主要原因是购置公务用车。其中：公务用车购置费25万元，比2023年预算{1}；公务用车运行费21.56万元，比2023年预算持平。\n\n（三）公务接待费1.35万元。比2023年预算持平，主要原因是公务接待费保持不变。";

    [Theory]
    [InlineData("增加25万元", "增加25万元", true)]
    [InlineData("增加26万元", "增加25万元", false)]
    [InlineData("持平", "增加25万元", false)]
    [InlineData("持平", "持平", true)]
    public void Parts_that_are_flat_count_as_nothing(string whole, string vehicles, bool holds)
    {
        Prose prose = Prose.Budget(ThreePublic.Replace("{0}", whole, StringComparison.Ordinal).Replace("{1}", vehicles, StringComparison.Ordinal));

        prose.Reported.Count.ShouldBe(holds ? 0 : 1);
        prose.Mined.Ledger.ShouldContain(ruling => ruling.Obligation.Rules.SequenceEqual(new[] { "N-33", "N-09" }) && ruling.Holds == holds);
        prose.Mined.Ledger.ShouldNotContain(ruling => ruling.Obligation.Rule == "N-09" && ruling.Verdict == Verdict.NotChecked);
    }

    [Fact]
    public void Words_alone_verify_no_amount()
    {
        Prose prose = Prose.Budget("2024年“三公”经费预算9.98万元，与2023年预算持平。其中：公务用车购置及运行费9.98万元，与2023年预算持平；公务接待费0.83万元，与2023年预算持平。");

        prose.Mined.StandingOf(prose.Figure("0.83万元").Id).Verdict.ShouldNotBe(DisclosureMiner.Findings.FactVerdict.Verified);
    }

    [Fact]
    public void Spending_changes_as_the_income_that_pays_it()
    {
        const string Text = "收入预算3121.42万元，其中：财政拨款收入3121.42万元，比2023年预算增加107.62万元；事业收入0万元。\n\n支出预算3121.42万元，其中：财政拨款支出预算3121.42万元，比2023年预算增加{0}万元。";
        const string Table = "\n\n部门财政拨款收支预算总表\n\n单位：万元\n\n财政拨款收入\t\t财政拨款支出\t\n项目\t预算数\t项目\t合计\n一、一般公共预算资金\t3121.42\t一、一般公共服务支出\t3121.42\n收入总计\t3121.42\t支出总计\t3121.42\n";

        Prose.Budget(Text.Replace("{0}", "107.62", StringComparison.Ordinal) + Table).Verdict("107.62万元 = 107.62万元").ShouldBe(Verdict.Exact);
        Prose.Budget(Text.Replace("{0}", "170.62", StringComparison.Ordinal) + Table).Verdict("170.62万元 = 107.62万元").ShouldBe(Verdict.Conflict);

        // Money carried over parts the two; without a table nobody knows whether there is a line for it.
        Prose.Budget(Text.Replace("{0}", "170.62", StringComparison.Ordinal)).Reported.ShouldBeEmpty();
    }

    [Fact]
    public void A_semicolon_in_brackets_parts_what_is_listed_there()
        => Prose.Budget("2024年“三公”经费预算6.00万元。其中：公务用车购置及运行费4.50万元（其中购置费0万元，与上年持平；运行费4.50万元，比上年增加0.50万元）；公务接待费1.50万元。").Reported.ShouldBeEmpty();

    [Fact]
    public void What_the_parts_do_not_make_up_may_have_changed_too()
        => Prose.Final("2023年度支出总计2048.77万元，比上年减少51.20万元。本年支出2010.00万元，其中：基本支出1210.00万元，较上年增加14.00万元；项目支出800.00万元，较上年减少50.00万元。").Reported.ShouldBeEmpty();

    [Theory]
    [InlineData("4", "598.42", true)]
    [InlineData("3", "450.00", true)]
    [InlineData("4", "500.00", false)]
    public void As_many_projects_cost_as_much_where_they_are_the_same(string count, string funds, bool told)
    {
        Prose prose = Prose.Final($"编报绩效目标的2023年度项目4个，涉及预算金额598.42万元；绩效自评的2023年度项目{count}个，涉及预算金额{funds}万元。");

        prose.Mined.Ledger.Any(ruling => ruling.Obligation.Rule == "N-25").ShouldBe(told);
        prose.Reported.ShouldBeEmpty();
    }
}
