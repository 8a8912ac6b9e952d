using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>Sums that tables of unknown kinds claim, as company reports and budgets print them.</summary>
public sealed class FootingTests
{
    [Fact]
    public void A_line_that_begins_with_less_is_taken_off()
    {
        Prose report = Report("项目\t期末\t期初\n股本\t100.00\t100.00\n资本公积\t40.00\t30.00\n减：库存股\t50.00\t20.00\n未分配利润\t10.00\t5.00\n所有者权益合计\t100.00\t115.00\n");

        report.Verdict("100.00元 + 40.00元 - 50.00元 + 10.00元 = 100.00元").ShouldBe(Verdict.Exact);
        report.Reported.ShouldBeEmpty();
        Report("项目\t期末\t期初\n股本\t100.00\t100.00\n资本公积\t40.00\t30.00\n减：库存股\t50.00\t20.00\n未分配利润\t10.00\t5.00\n所有者权益合计\t100.00\t155.00\n").Reported.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_stands_behind_a_line_that_is_taken_off_may_be_taken_off_too()
        => Report("项目\t本年\t上年\n政府补助\t30.00\t20.00\n投资收益\t20.00\t15.00\n减：所得税影响额\t7.00\t5.00\n少数股东权益影响额\t1.00\t2.00\n合计\t42.00\t28.00\n")
            .Verdict("30.00元 + 20.00元 - 7.00元 - 1.00元 = 42.00元").ShouldBe(Verdict.Exact);

    [Fact]
    public void A_column_headed_less_is_taken_off()
        => Report("项目\t股本\t资本公积\t减：库存股\t小计\n年初余额\t100.00\t40.00\t20.00\t120.00\n年末余额\t100.00\t50.00\t30.00\t120.00\n").Reported.ShouldBeEmpty();

    [Fact]
    public void A_whole_may_be_cut_several_times()
    {
        const string Table = "项目\t2019年\t2018年\n营业收入合计\t100.00\t90.00\n分行业\t\t\n电力\t60.00\t50.00\n建筑\t40.00\t40.00\n分地区\t\t\n华东\t{0}\t70.00\n华南\t20.00\t20.00\n";

        Report(Table.Replace("{0}", "80.00", StringComparison.Ordinal)).Reported.ShouldBeEmpty();
        Report(Table.Replace("{0}", "80.00", StringComparison.Ordinal)).Owes("60.00元 + 40.00元 = 100.00元").ShouldBeTrue();
    }

    [Fact]
    public void A_total_of_totals_adds_those_right_before_it()
        => Report(
            "项目\t年末\t年初\n货币资金\t50.00\t40.00\n存货\t50.00\t60.00\n资产合计\t100.00\t100.00\n短期借款\t30.00\t20.00\n流动负债合计\t30.00\t20.00\n长期借款\t10.00\t\n非流动负债合计\t10.00\t\n负债合计\t40.00\t20.00\n")
            .Verdict("30.00元 + 10.00元 = 40.00元").ShouldBe(Verdict.Exact);

    [Fact]
    public void A_part_of_what_is_a_difference_may_be_larger()
    {
        Report("项目\t本期\t上期\n财务费用\t4.17\t1.90\n  其中：利息费用\t4.72\t2.49\n    利息收入\t0.56\t0.60\n").Reported.ShouldBeEmpty();
        Prose.Budget("专户期末余额为12.23万元，其中利息收入16.93万元。").Reported.ShouldBeEmpty();
        Report("项目\t本期\t上期\n管理费用\t4.17\t1.90\n  其中：差旅费\t4.72\t0.49\n").Reported.ShouldHaveSingleItem();
    }

    [Fact]
    public void Percentages_of_something_else_are_no_shares_of_the_total()
    {
        Report("账龄\t坏账准备\t计提比例\n1年以内\t5.00\t5.00%\n1至2年\t15.00\t10.00%\n合计\t20.00\t6.50%\n").Reported.ShouldBeEmpty();
        Report("产品\t金额\t比例\n甲\t5.00\t25.00%\n乙\t15.00\t57.00%\n合计\t20.00\t100.00%\n").Reported.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_name_that_nobody_knows_means_what_stands_around_it()
    {
        Prose.Budget("拥有有效专利62项，其中发明专利19项、实用新型专利43项。\n\n本年取得专利证书7项，其中发明专利4项、实用新型专利3项。").Reported.ShouldBeEmpty();
        Prose.Budget("1）由于准则变更，影响期初未分配利润0.00元。\n\n2）由于政策变更，影响期初未分配利润6.50元。").Reported.ShouldBeEmpty();
        Report("主要资产\t重大变化说明\n固定资产\t期末账面余额为17977万元，无变化。\n无形资产\t期末账面余额为2789万元，无变化。\n").Reported.ShouldBeEmpty();
        Prose.Budget("全市核电新增投产3000千瓦。\n\n全市核电新增投产6800千瓦。").Reported.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_did_not_happen_in_one_sentence_denies_nothing_in_the_next()
        => Prose.Budget("人员未发生重大变化。开展培训，培训课题45个。").Reported.ShouldBeEmpty();

    private static Prose Report(string table) => Prose.Of("某公司2024年年度报告\n\n一、主要数据\n\n单位：元\n\n" + table);
}
