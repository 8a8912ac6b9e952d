using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>Tables that only some provinces print, and common ones in their own shape.</summary>
public sealed class ProvincialFormTests
{
    private const string Detail =
        "一般公共预算财政拨款支出决算明细表\n单位：万元\n\n项目\t\t合计\t工资福利支出\t\t\t商品和服务支出\t\n科目编码\t科目名称\t\t小计\t基本工资\t奖金\t小计\t办公费\n"
        + "\t合计\t18.00\t14.00\t9.00\t5.00\t4.00\t4.00\n208\t社会保障和就业支出\t8.00\t{0}\t3.00\t3.00\t2.00\t2.00\n"
        + "20801\t人力资源和社会保障管理事务\t8.00\t6.00\t3.00\t3.00\t2.00\t2.00\n2080101\t行政运行\t8.00\t6.00\t3.00\t3.00\t2.00\t2.00\n"
        + "210\t卫生健康支出\t10.00\t8.00\t6.00\t2.00\t2.00\t2.00\n21011\t行政事业单位医疗\t10.00\t8.00\t6.00\t2.00\t2.00\t2.00\n"
        + "2101101\t行政单位医疗\t10.00\t8.00\t6.00\t2.00\t2.00\t2.00\n";

    [Fact]
    public void Codes_by_economic_class_add_up_both_ways()
    {
        Prose right = Prose.Final(Detail.Replace("{0}", "6.00", StringComparison.Ordinal));

        right.Reported.ShouldBeEmpty();
        right.Owes("3.00万元 + 3.00万元 = 6.00万元").ShouldBeTrue();
        right.Owes("14.00万元 + 4.00万元 = 18.00万元").ShouldBeTrue();
        Prose.Final(Detail.Replace("{0}", "9.00", StringComparison.Ordinal)).Reported.ShouldHaveSingleItem().Ruling.Obligation.Rule.ShouldBe("F10-01");
    }

    private const string Projects =
        "一般公共预算财政拨款支出决算表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t9.00\t2.00\t7.00\n213\t农林水支出\t9.00\t2.00\t7.00\n21301\t农业农村\t9.00\t2.00\t7.00\n"
        + "2130101\t行政运行\t2.00\t2.00\t\n2130108\t病虫害控制\t7.00\t\t7.00\n\n"
        + "一般公共预算财政拨款项目支出决算表\n单位：万元\n\n科目编码\t科目（项目）名称\t金额\n\t合计\t{0}\n213\t农林水支出\t{0}\n21301\t农业农村\t{0}\n2130108\t病虫害控制\t{0}\n\t疫病防控\t5.00\n\t无害化处理\t{1}\n";

    [Theory]
    [InlineData("7.00", "2.00", false)]
    [InlineData("6.00", "1.00", true)]
    public void Projects_of_a_code_are_its_project_spending(string total, string project, bool reported)
        => Prose.Final(Projects.Replace("{0}", total, StringComparison.Ordinal).Replace("{1}", project, StringComparison.Ordinal))
            .Reported.Any(discrepancy => discrepancy.Ruling.Obligation.Rule == "F10-02").ShouldBe(reported);

    private const string ThreePublic =
        "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表\n单位：万元\n\n项目\t合计\t一般公共预算财政拨款安排的“三公”经费\t\t\t会议费\t培训费\n\t\t小计\t公务接待费\t公务用车购置及运行维护费\t\t\n"
        + "预算数\t9.00\t5.00\t2.00\t3.00\t3.00\t1.00\n决算数\t7.00\t4.00\t1.00\t3.00\t2.00\t1.00\n\n“三公”经费情况\n\n公务接待费预算2.00万元，支出决算{0}万元，完成预算的50.00%。\n";

    [Theory]
    [InlineData("1.00", Verdict.Exact)]
    [InlineData("2.00", Verdict.Conflict)]
    public void Rows_may_be_budget_and_outturn_and_conferences_are_outside(string outturn, Verdict verdict)
    {
        Prose prose = Prose.Final(ThreePublic.Replace("{0}", outturn, StringComparison.Ordinal));

        prose.Verdict($"1.00万元 = {outturn}万元").ShouldBe(verdict);
        prose.Owes("3.00万元 + 1.00万元 = 4.00万元").ShouldBeTrue();
        prose.Owes("3.00万元 + 1.00万元 = 7.00万元").ShouldBeFalse();
    }

    [Fact]
    public void Summaries_of_three_classifications_have_four_sides()
    {
        Prose prose = Prose.Budget(
            "部门综合预算收支总表\n单位：万元\n\n收入\t\t支出\t\t\t\n项目\t预算数\t支出功能分类科目（按大类）\t预算数\t部门预算支出经济分类科目（按大类）\t预算数\n"
            + "1、财政拨款\t9.00\t1、公共安全支出\t2.00\t1、工资福利支出\t8.00\n2、事业收入\t\t2、教育支出\t7.00\t2、商品和服务支出\t1.00\n"
            + "本年收入合计\t9.00\t本年支出合计\t9.00\t本年支出合计\t9.00\n收入总计\t9.00\t支出总计\t9.00\t支出总计\t9.00\n");

        prose.Reported.ShouldBeEmpty();
        prose.Owes("2.00万元 + 7.00万元 = 9.00万元").ShouldBeTrue();
    }

    [Fact]
    public void Bodies_with_codes_hold_projects_without()
    {
        const string Table = "部门综合预算专项业务经费支出表\n单位：万元\n\n单位（项目）编码\t单位（项目）名称\t项目金额\n\t合计\t9.00\n105001\t某局（本级）\t6.00\n\t培训\t4.00\n\t宣传\t{0}\n105002\t某中心\t3.00\n\t维修\t3.00\n";

        Prose.Budget(Table.Replace("{0}", "2.00", StringComparison.Ordinal)).Reported.ShouldBeEmpty();
        Prose.Budget(Table.Replace("{0}", "1.00", StringComparison.Ordinal)).Reported.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("-1.00", 0)]
    [InlineData("1.00", 1)]
    public void Changes_in_a_block_of_their_own_follow_from_the_blocks_beside_it(string change, int reported)
        => Prose.Budget(
            "一般公共预算拨款“三公”经费及会议费、培训费支出预算表\n单位：万元\n\n单位名称\t2023年\t\t\t2024年\t\t\t增减变化情况\t\t\n\t公务接待费\t会议费\t培训费\t公务接待费\t会议费\t培训费\t公务接待费\t会议费\t培训费\n"
            + $"合计\t3.00\t4.00\t5.00\t2.00\t4.50\t6.00\t{change}\t0.50\t1.00\n")
            .Reported.Count(discrepancy => discrepancy.Ruling.Obligation.Rule == "T-04").ShouldBe(reported);
}
