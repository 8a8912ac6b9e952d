using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Documents;

public sealed class CentralFormTests
{
    // The row of the total carries the heads of the code's three pieces.
    private const string Table =
        "某县档案馆2023年度部门决算公开\n\n支出决算表\n单位：万元\n\n"
        + "项目\t\t\t\t本年支出合计\t基本支出\t项目支出\n"
        + "功能分类科目编码\t\t\t科目名称\t\t\t\n"
        + "类\t款\t项\t合计\t100.00\t80.00\t20.00\n"
        + "201\t\t\t一般公共服务支出\t70.00\t50.00\t20.00\n"
        + "20126\t\t\t档案事务\t70.00\t50.00\t20.00\n"
        + "2012601\t\t\t行政运行\t50.00\t50.00\t\n"
        + "2012604\t\t\t档案馆\t20.00\t\t20.00\n"
        + "221\t\t\t住房保障支出\t30.00\t30.00\t\n";

    [Fact]
    public void Codes_are_read_below_heads_that_share_the_row_of_the_total()
    {
        Prose prose = Prose.Of(Table);

        Fact cell = Assert.Single(prose.Mined.Facts, fact => fact.Line is { Label: "行政运行" } && fact.Column!.Name == "基本支出");
        Assert.Equal("2012601", cell.Key!.Subject);
        Assert.Equal(Verdict.Exact, prose.Verdict("70.00万元 + 30.00万元 = 100.00万元"));
        Assert.Empty(prose.Reported);
    }

    [Fact]
    public void A_class_that_is_not_the_sum_of_its_items_is_found()
        => Assert.Equal("20.00", Assert.Single(Prose.Of(Table.Replace("档案馆\t20.00\t\t20.00", "档案馆\t20.00\t\t2.00", StringComparison.Ordinal)).Reported)
            .Evidence[0].Value);
}
