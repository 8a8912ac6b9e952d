using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>Lists of official subjects in prose, held to the tables as a whole.</summary>
public sealed class ItemListTests
{
    private const string Table =
        "2024年部门一般公共预算支出功能分类预算表\n单位：元\n\n"
        + "项目\t\t\t\t一般公共预算支出\t\t\n"
        + "功能分类科目编码\t\t\t功能分类科目名称\t合计\t基本支出\t项目支出\n"
        + "类\t款\t项\t\t\t\t\n"
        + "201\t\t\t一般公共服务支出\t3,000,000.00\t1,000,000.00\t2,000,000.00\n"
        + "201\t26\t\t档案事务\t3,000,000.00\t1,000,000.00\t2,000,000.00\n"
        + "201\t26\t01\t行政运行\t1,000,000.00\t1,000,000.00\t\n"
        + "201\t26\t04\t档案馆\t2,000,000.00\t\t2,000,000.00\n"
        + "221\t\t\t住房保障支出\t91,237.00\t91,237.00\t\n"
        + "221\t02\t\t住房改革支出\t91,237.00\t91,237.00\t\n"
        + "221\t02\t01\t住房公积金\t91,237.00\t91,237.00\t\n"
        + "\t\t\t合计\t3,091,237.00\t1,091,237.00\t2,000,000.00\n";

    private const string Items =
        "财政拨款支出主要内容如下：\n\n1.“一般公共服务支出-档案事务-行政运行”科目100万元，主要用于人员。\n\n"
        + "2.“一般公共服务支出-档案事务-档案馆”科目200万元，主要用于库房。\n\n3.“住房保障支出-住房改革支出-住房公积金”科目9.12万元，主要用于职工。\n\n";

    [Fact]
    public void Items_that_name_every_line_of_the_table_add_to_its_total()
        => Assert.Equal(Verdict.Rounding, Prose.Budget(Items + Table).Verdict("100万元 + 200万元 + 9.12万元 = 3091237.00元"));

    [Fact]
    public void One_wrong_item_is_one_cause()
        => Assert.Equal("910.12万元", Assert.Single(Prose.Budget(Items.Replace("9.12", "910.12", StringComparison.Ordinal) + Table).Reported).Culprit!.Text);

    [Fact]
    public void Items_that_leave_lines_out_are_held_to_no_total()
        => Assert.False(Prose.Budget(Items + Table.Replace("221\t02\t01\t", "221\t02\t03\t购房补贴\t10.00\t10.00\t\n221\t02\t01\t", StringComparison.Ordinal))
            .Owes("100万元 + 200万元 + 9.12万元 = 3091237.00元"));

    [Fact]
    public void Lines_of_one_group_are_not_the_parts_of_all_spending()
        => Assert.Empty(Prose.Budget(
            "一般公共预算支出309.12万元，其中：\n\n1、一般公共服务支出（类）档案事务（款）行政运行（项）100万元。\n\n2、一般公共服务支出（类）档案事务（款）档案馆（项）200万元。\n\n" + Table).Reported);

    [Theory]
    [InlineData("办公费、邮电费、培训费", Verdict.Exact)]
    [InlineData("办公费、邮电费、会议费", Verdict.DecisionConflict)]
    public void Names_in_a_list_are_those_of_lines_with_an_amount(string names, Verdict verdict)
    {
        Prose prose = Prose.Final(
            $"公用经费6万元，主要包括：{names}。\n\n一般公共预算财政拨款基本支出决算表\n单位：万元\n\n科目编码\t科目名称\t决算数\n"
            + "302\t商品和服务支出\t6.00\n30201\t办公费\t3.00\n30207\t邮电费\t2.00\n30215\t会议费\t\n30216\t培训费\t1.00\n合计\t\t6.00\n");

        Ruling named = prose.Mined.Ledger.Single(ruling => ruling.Obligation.Rules.Contains("N-26"));
        Assert.Equal(verdict, named.Verdict);
        Assert.Empty(prose.Reported);
    }

    [Fact]
    public void A_list_that_copies_the_whole_form_says_nothing()
        => Assert.DoesNotContain(Prose.Final(
            "公用经费6万元，主要包括：办公费、印刷费、水费、电费、邮电费。\n\n一般公共预算财政拨款基本支出决算表\n单位：万元\n\n科目编码\t科目名称\t决算数\n"
            + "302\t商品和服务支出\t6.00\n30201\t办公费\t6.00\n30207\t邮电费\t\n合计\t\t6.00\n").Mined.Ledger,
            ruling => ruling.Obligation.Rules.Contains("N-26"));

    [Theory]
    [InlineData("3", 0)]
    [InlineData("2", 1)]
    public void Vehicles_by_use_add_to_the_vehicles(string all, int reported)
        => Assert.Equal(reported, Prose.Budget(
            $"截至2023年8月31日，共有车辆{all}辆，其中：机要通信用车1辆、应急保障用车1辆、其他用车1辆。").Reported.Count);

    [Fact]
    public void Parts_of_money_belong_to_money_though_a_count_leads_the_paragraph()
        => Assert.Equal(Verdict.Exact, Prose.Budget("编报绩效目标的项目2个，涉及项目预算资金30万元。其中：库房维护20万元，设备更新10万元。").Verdict("20万元 + 10万元 = 30万元"));

    [Theory]
    [InlineData("200", true)]
    [InlineData("190", false)]
    public void Money_of_projects_with_targets_is_told_only_where_it_is_that_of_all(string money, bool owes)
        => Assert.Equal(owes, Prose.Budget($"编报绩效目标的项目2个，涉及项目预算资金{money}万元。\n\n{Table}").Owes($"2000000.00元 = {money}万元"));

    [Theory]
    [InlineData("246.47", "4.79", 0)]
    [InlineData("246.47", "479.00", 1)]
    [InlineData("2464.70", "4.79", 1)]
    public void What_small_firms_won_is_not_above_all_procurement(string reserved, string others, int reported)
        => Assert.Equal(reported, Prose.Final(
            "（二）政府采购支出情况\n\n2024年度政府采购金额（以合同签订为准）为251.25万元。在面向中小企业预留的政府采购项目中，"
            + $"由中小企业供应商中标或成交的，采购金额{reserved}万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额{others}万元。").Reported.Count);

    [Fact]
    public void A_subject_may_run_over_the_end_of_a_line()
    {
        Prose prose = Prose.Final("4、一般公共服务支出（类）财政事务（款）财政委托业务\n支出（项）。主要用于：委托评审。年初预算为10万元，支出决算为9万元。");

        Assert.Equal("财政委托业务支出", prose.Figure("9万元").Subject);
        Assert.Equal("2010608", prose.Mined.Facts.Single(fact => fact.Figure?.Text == "9万元").Key!.Subject);
    }
}
