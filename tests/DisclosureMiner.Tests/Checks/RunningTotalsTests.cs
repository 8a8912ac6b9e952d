using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>Statements of companies that go on from result to result, and tables that print each other's lines.</summary>
public sealed class RunningTotalsTests
{
    private const string Income = "项目\t本期发生额\t上期发生额\n一、营业收入\t0.00\t0.00\n减：营业成本\t0.00\t0.00\n税金及附加\t15.00\t\n管理费用\t{0}\t6,793,431.39\n财务费用\t-889.95\t267,612.62\n二、营业利润\t-826,357.74\t-7,061,044.01\n加：营业外收入\t3,260,981.25\t\n减：营业外支出\t\t\n三、利润总额\t2,434,623.51\t-7,061,044.01\n";

    [Fact]
    public void A_result_is_the_one_before_it_with_what_is_added_and_taken_off()
    {
        Prose report = Report(Income.Replace("{0}", "827,232.69", StringComparison.Ordinal));

        report.Reported.ShouldBeEmpty();
        report.Verdict("0.00元 - 0.00元 - 15.00元 - 827232.69元 - (-889.95元) = -826357.74元").ShouldBe(Verdict.Exact);
        report.Verdict("-826357.74元 + 3260981.25元 - ∅ = 2434623.51元").ShouldBe(Verdict.Exact);

        // The other column shows what the line is made of.
        Report(Income.Replace("{0}", "753,920.55", StringComparison.Ordinal)).Reported.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_came_in_less_what_went_out_is_the_net_and_these_add_up()
        => Report("项目\t本期\t上期\n收到的现金\t32,777.55\t70,751.54\n流入小计\t32,777.55\t70,751.54\n处置资产收回的现金净额\t\t328.80\n支付的现金\t36,971.23\t35,673.85\n流出小计\t36,971.23\t36,002.65\n经营活动产生的现金流量净额\t-4,193.68\t34,748.89\n")
            .Verdict("32777.55元 - 36971.23元 = -4193.68元").ShouldBe(Verdict.Exact);

    [Fact]
    public void Cells_tell_whether_a_column_of_changes_holds_rates()
    {
        Prose report = Report("项目\t本期\t上期\t本期比上期增减\n营业收入\t4,755,785.11\t5,699,227.63\t-16.55%\n净利润\t-4,648,986.52\t-15,563,758.44\t70.13%\n净资产收益率\t7.77%\t9.06%\t-1.29%\n");

        report.Reported.ShouldBeEmpty();
        report.Mined.Ledger.Count(ruling => ruling.Obligation.Rule == "T-04" && ruling.Holds).ShouldBe(3);
    }

    [Theory]
    [InlineData("84,791.64", 0)]
    [InlineData("84,971.64", 1)]
    public void Lines_of_two_tables_are_tied_when_nearly_all_of_them_agree(string taxes, int undecided)
    {
        Prose report = Report("项目\t期末余额\t增减原因\n预付款项\t2,436,695.05\t货款\n应交税费\t" + taxes + "\t税金\n应收票据\t50,000.00\t到期\n其他应收款\t18,267,606.14\t重分类\n\n"
            + "二、资产\n\n单位：元\n\n项目\t期末\t期初\n应收票据\t50,000.00\t15,878,744.00\n预付款项\t2,436,695.05\t1,878,311.93\n其他应收款\t18,267,606.14\t3,123,072.43\n应交税费\t84,791.64\t341,620.35\n");

        report.Reported.ShouldBeEmpty();
        report.Mined.Ledger.Count(ruling => ruling.Obligation.Rule == "T-06" && ruling.Holds).ShouldBe(4 - undecided);
        report.Mined.Ledger.Count(ruling => ruling.Obligation.Rule == "T-06" && ruling.Reason == "ambiguous").ShouldBe(undecided);
    }

    [Fact]
    public void Percentages_do_not_add_up()
        => Report("项目\t期末余额\t期初余额\t增减\n货币资金\t1,204,300.50\t1,104,200.50\t9.07%\n应收账款\t88,400.00\t98,200.00\t-9.98%\n资产合计\t1,292,700.50\t1,202,400.50\t7.51%\n").Reported.ShouldBeEmpty();

    private static Prose Report(string table) => Prose.Of("某公司2024年年度报告\n\n一、主要数据\n\n单位：元\n\n" + table);
}
