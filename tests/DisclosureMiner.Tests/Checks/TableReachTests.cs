using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>When an amount of prose asks for a cell, and what is said of one that does not.</summary>
public sealed class TableReachTests
{
    private const string Table = "\n\n一般公共预算支出表\n\n单位：万元\n\n功能科目编码\t功能科目名称\t合计\t基本支出\t项目支出\n201\t一般公共服务支出\t72.00\t60.00\t12.00\n20126\t档案事务\t72.00\t60.00\t12.00\n2012601\t行政运行\t60.00\t60.00\t\n2012604\t档案馆\t12.00\t\t12.00\n\t合计\t72.00\t60.00\t12.00\n";

    [Fact]
    public void An_amount_of_a_line_that_the_table_lost_misses_its_side()
        => Reasons("住房保障支出（类）住房改革支出（款）住房公积金（项）5.00万元，用于缴存住房公积金。", "5.00万元").ShouldBe(("missing-side", "missing-side"));

    [Theory]
    [InlineData("2024年政府采购预算13.00万元。", "13.00万元", "not-in-tables")]
    [InlineData("截至2023年底，共有车辆2辆。", "2辆", "not-in-tables")]
    [InlineData("档案馆（项）12.00万元，比2023年执行数11.00万元增加1.00万元。2022年执行数9.00万元。", "9.00万元", "other-period")]
    [InlineData("购置单价100万元（含）以上设备1台。", "100万元", "threshold")]
    [InlineData("拟对投资400.00万元以上的项目进行评审。", "400.00万元", "threshold")]
    public void What_no_table_can_print_owes_nothing_and_says_why(string text, string figure, string reason)
        => Reasons(text, figure).ShouldBe((null, reason));

    [Fact]
    public void What_is_only_said_to_be_more_is_no_threshold()
        => Reasons("全年一般公共预算支出72.00万元以上，用于档案事务。", "72.00万元").Reason.ShouldNotBe("threshold");

    [Fact]
    public void A_change_and_a_rate_equal_the_columns_that_print_them()
    {
        const string Compared = "\n\n一般公共预算支出表\n\n单位：万元\n\n功能科目编码\t功能科目名称\t2023年执行数\t2024年预算数\t增减额\t增减%\n201\t一般公共服务支出\t60.00\t72.00\t12.00\t20.00%\n20126\t档案事务\t60.00\t72.00\t12.00\t20.00%\n2012601\t行政运行\t50.00\t60.00\t10.00\t20.00%\n2012604\t档案馆\t10.00\t12.00\t2.00\t20.00%\n\t合计\t60.00\t72.00\t12.00\t20.00%\n";

        Prose prose = Prose.Budget("一般公共服务支出（类）档案事务（款）档案馆（项）2024年预算数12.00万元，比2023年执行数10.00万元增加2.00万元，增长20.00%。" + Compared);

        prose.Mined.Ledger.Where(ruling => ruling.Obligation.Rule == "N-01" && ruling.Obligation.Stated!.Figure is not null)
            .Select(ruling => ruling.Obligation.Formula)
            .ShouldBe(["12.00万元 = 12.00万元", "10.00万元 = 10.00万元", "2.00万元 = 2.00万元", "20.00% = 20.00%"], ignoreOrder: true);
        prose.Reported.ShouldBeEmpty();
    }

    private static (string? Undecided, string Reason) Reasons(string text, string figure)
    {
        Prose prose = Prose.Budget(text + Table);
        string id = prose.Figure(figure).Id;
        string? undecided = prose.Mined.Ledger.FirstOrDefault(ruling => ruling.Obligation.Rule == "N-01" && ruling.Obligation.Stated?.Id == id && ruling.Verdict == Verdict.NotChecked)?.Reason;
        return (undecided, prose.Mined.StandingOf(id).Reason);
    }
}
