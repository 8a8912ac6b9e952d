using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Facts;

/// <summary>Prose that prints a subject with its classes, as item lists of district budgets do.</summary>
public sealed class SubjectPathTests
{
    // Two items of one name under different groups, a group in brackets, and yuan where the prose has ten thousands.
    private const string Table =
        "2024年部门一般公共预算支出功能分类预算表\n单位：元\n\n"
        + "项目\t\t\t\t一般公共预算支出\t\t\n"
        + "功能分类科目编码\t\t\t功能分类科目名称\t合计\t基本支出\t项目支出\n"
        + "类\t款\t项\t\t\t\t\n"
        + "201\t\t\t一般公共服务支出\t3,000,000.00\t1,000,000.00\t2,000,000.00\n"
        + "201\t03\t\t政府办公厅（室）及相关机构事务\t1,500,000.00\t1,000,000.00\t500,000.00\n"
        + "201\t03\t01\t行政运行\t1,000,000.00\t1,000,000.00\t\n"
        + "201\t03\t02\t一般行政管理事务\t500,000.00\t\t500,000.00\n"
        + "201\t26\t\t档案事务\t1,500,000.00\t\t1,500,000.00\n"
        + "201\t26\t02\t一般行政管理事务\t1,500,000.00\t\t1,500,000.00\n"
        + "208\t\t\t社会保障和就业支出\t91,237.00\t91,237.00\t\n"
        + "208\t05\t\t行政事业单位养老支出\t91,237.00\t91,237.00\t\n"
        + "208\t05\t99\t其他行政事业单位养老支出\t91,237.00\t91,237.00\t\n"
        + "\t\t\t合计\t3,091,237.00\t1,091,237.00\t2,000,000.00\n";

    [Theory]
    [InlineData("一般公共服务支出（201类）档案事务（26款）一般行政管理事务（02项）150万元。", "1500000.00元 = 150万元")]
    [InlineData("一般公共服务支出（类）档案事务（款）一般行政管理事务（项）150万元。", "1500000.00元 = 150万元")]
    [InlineData("“一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）”50万元。", "500000.00元 = 50万元")]
    [InlineData("“一般公共服务支出-政府办公厅（室）及相关机构事务-行政运行”科目100.00万元。", "1000000.00元 = 100.00万元")]
    [InlineData("社会保障和就业支出（类）行政事业单位养老支出（款）其它行政事业单位养老支出（项）9.12万元。", "91237.00元 = 9.12万元")]
    public void An_item_is_the_cell_of_its_name_below_its_classes(string item, string tie)
        => Assert.Equal(Verdict.Exact, Prose.Budget($"财政拨款支出主要内容如下：\n\n1、{item}\n\n{Table}").Verdict(tie));

    [Fact]
    public void The_code_of_a_class_is_no_quantity()
    {
        Prose prose = Prose.Budget("1、一般公共服务支出（201类）档案事务（26款）一般行政管理事务（02项）150万元。");

        Assert.Equal(["150万元"], prose.Mined.Figures.Where(figure => figure.Role != FigureRole.Other).Select(figure => figure.Text));
        Assert.Equal("2012602", prose.Mined.Facts.Single(fact => fact.Figure?.Text == "150万元").Key!.Subject);
    }

    [Fact]
    public void Cut_digits_are_a_note_and_a_wrong_amount_an_error()
    {
        Assert.Equal(Verdict.CutOrPlug, Prose.Budget($"“社会保障和就业支出（类）行政事业单位养老支出（款）其他行政事业单位养老支出（项）”9.13万元。\n\n{Table}").Verdict("91237.00元 = 9.13万元"));
        Assert.Equal("90.12万元", Assert.Single(Prose.Budget($"“社会保障和就业支出（类）行政事业单位养老支出（款）其他行政事业单位养老支出（项）”90.12万元。\n\n{Table}").Reported).Culprit!.Text);
    }

    [Theory]
    [InlineData("2023年当年预算执行数为10万元，2024年预算安排12万元，比2023年预算执行数增加20%", "12", 0)]
    [InlineData("2023年当年预算执行数为10万元，2024年预算安排15万元，比2023年预算执行数增加20%", "15", 1)]
    [InlineData("上年执行数10万元，本年安排12万元，增加20%", "12", 0)]
    [InlineData("上年执行数10万元，本年安排15万元，增加20%", "15", 1)]
    public void What_an_item_says_twice_is_one_amount(string comparison, string again, int reported)
    {
        Prose prose = Prose.Budget(
            $"财政拨款支出主要内容如下：\n\n1、住房保障支出（221类）住房改革支出（02款）购房补贴（03项）12万元。主要用于：职工购房。{comparison}。主要原因是：人员增加。");

        Assert.Equal(reported, prose.Reported.Count);
        Assert.All(prose.Reported, discrepancy => Assert.Equal(2, discrepancy.Caused.Length));
        Assert.All(prose.Reported, discrepancy => Assert.Equal(again + "万元", discrepancy.Culprit!.Text));
    }

    [Fact]
    public void Items_of_one_name_under_different_groups_keep_their_own_years()
        => Assert.Empty(Prose.Budget(
            "1.“一般公共服务支出（类）组织事务（款）一般行政管理事务（项）”20万元，主要用于培训。2023年当年预算执行数为10万元，2024年预算安排20万元，比2023年预算执行数增加100%。\n\n"
            + "2.“一般公共服务支出（类）宣传事务（款）一般行政管理事务（项）”60万元，主要用于宣传。2023年当年预算执行数为40万元，2024年预算安排60万元，比2023年预算执行数增加50%。").Reported);
}
