using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>Sentences of final accounts: words that compare, and totals of both sides at once.</summary>
public sealed class FinalAccountProseTests
{
    [Theory]
    [InlineData("大于", "12.40", "11.30", Verdict.DecisionConflict)]
    [InlineData("小于", "12.40", "11.30", Verdict.Exact)]
    [InlineData("等于", "12.40", "11.30", Verdict.DecisionConflict)]
    [InlineData("等于", "12.40", "12.40", Verdict.Exact)]
    public void A_word_behind_the_full_stop_compares_the_item_before_it(string word, string budget, string outturn, Verdict verdict)
    {
        Prose prose = Prose.Final(
            $"1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：在职人员医疗保险。年初预算为{budget}万元，支出决算为{outturn}万元。决算数{word}预算数的主要原因：人员变动。");

        Assert.Equal(verdict, prose.Mined.Ledger.Single(ruling => ruling.Obligation.Rules.Contains("N-13")).Verdict);
    }

    [Fact]
    public void What_stays_the_same_is_said_behind_a_full_stop_too()
        => Assert.Equal(Verdict.Exact, Prose.Budget("公务接待费1.35万元，上年为1.35万元。与2023年预算持平。").Verdict("1.35万元 = 1.35万元"));

    [Fact]
    public void Another_item_behind_a_full_stop_is_not_meant()
        => Assert.Empty(Prose.Budget("“三公”经费预算5万元，2023年预算为6万元。与2023年预算相比，公务接待费持平。").Reported);

    [Theory]
    [InlineData("4.00", Verdict.Exact)]
    [InlineData("6.00", Verdict.Conflict)]
    public void A_sentence_that_names_only_the_year_before_goes_on(string change, Verdict verdict)
        => Assert.Equal(
            verdict,
            Prose.Final($"一般公共预算财政拨款支出24.00万元，占本年支出合计的100%。2022年度为20.00万元，增加{change}万元，增长20.00%。")
                .Verdict($"24.00万元 - 20.00万元 = {change}万元"));

    [Theory]
    [InlineData("收入支出总计", "90", Verdict.Exact)]
    [InlineData("收入支出总计", "0.9", Verdict.Conflict)]
    [InlineData("收入、支出总计均为", "90", Verdict.Exact)]
    [InlineData("收入、支出总计均为", "0.9", Verdict.Conflict)]
    public void The_total_of_both_sides_is_printed_on_either(string words, string total, Verdict verdict)
    {
        Prose prose = Prose.Final(
            $"某县档案馆2023年度{words}{total}万元。\n\n收入支出决算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n"
            + "一、一般公共预算财政拨款收入\t80.00\t一、一般公共服务支出\t85.00\n本年收入合计\t80.00\t本年支出合计\t85.00\n"
            + "年初结转和结余\t10.00\t年末结转和结余\t5.00\n总计\t90.00\t总计\t90.00\n");

        Assert.Equal(verdict, prose.Verdict($"90.00万元 = {total}万元"));
    }

    [Theory]
    [InlineData("6.90", Verdict.Exact)]
    [InlineData("6.46", Verdict.Exact)]
    [InlineData("9.60", Verdict.Conflict)]
    public void An_amount_of_the_year_before_may_be_the_base_of_what_follows(string rate, Verdict verdict)
        => Assert.Equal(
            verdict,
            Prose.Final($"公务用车运行维护费上年为4.49万元，同比减少0.31万元，下降{rate}%。").Mined.Ledger.Single(ruling => ruling.Obligation.Rule == "N-06").Verdict);

    [Fact]
    public void A_title_that_kept_last_years_number_does_not_move_what_stands_below_it()
    {
        Prose prose = Prose.Final(
            "第三部分 某县档案馆2022年度部门决算情况说明\n\n一、收入决算情况说明\n\n2023年度收入比2022年度减少3万元。\n\n本年收入合计80万元。\n\n"
            + "二、2022年度结转情况\n\n结转资金5万元。");

        Assert.Equal("2023 final", prose.Figure("80万元").Period);
        Assert.Equal("2022 final", prose.Figure("5万元").Period);
    }

    // The form's borders make an empty row between the names of the expenses and 预算数, 决算数.
    private const string ThreePublic =
        "财政拨款“三公”经费支出决算表\n单位：万元\n\n<table>"
        + "<tr><td colspan=6>财政拨款“三公”经费</td></tr>"
        + "<tr><td colspan=2 rowspan=2>合计</td><td colspan=2>公务用车购置及运行费</td><td colspan=2 rowspan=2>公务接待费</td></tr>"
        + "<tr><td></td><td></td></tr>"
        + "<tr><td>预算数</td><td>决算数</td><td>预算数</td><td>决算数</td><td>预算数</td><td>决算数</td></tr>"
        + "<tr><td>0.95</td><td></td><td></td><td></td><td>0.95</td><td></td></tr></table>\n\n";

    [Fact]
    public void A_budget_that_was_not_spent_is_no_contradiction()
    {
        Prose prose = Prose.Final(
            ThreePublic + "“三公”经费财政拨款支出年初预算为0.95万元，支出决算为0.00万元，完成预算的0%。2023年度无“三公”经费财政拨款支出。");

        Assert.Empty(prose.Reported);
        Assert.Equal(Verdict.Exact, prose.Verdict("0.95万元 = 0.95万元"));
    }

    [Fact]
    public void An_outturn_beside_words_that_there_was_none_is_one()
        => Assert.Equal("D-04", Assert.Single(Prose.Final(
            ThreePublic.Replace("<td>0.95</td><td></td></tr>", "<td>0.95</td><td>0.30</td></tr>", StringComparison.Ordinal)
                .Replace("<td>0.95</td><td></td><td></td>", "<td>0.95</td><td>0.30</td><td></td>", StringComparison.Ordinal)
            + "2023年度无“三公”经费财政拨款支出。").Reported).Ruling.Obligation.Rule);

    [Theory]
    [InlineData("“三公”经费情况\n\n因公出国（境）费支出决算0万元，占0%；公务用车购置及运行维护费支出决算6万元，占75%；公务接待费支出决算2万元，占25%。")]
    [InlineData("“三公”经费情况\n\n因公出国（境）费支出决算0万元，公务接待费支出决算2万元。\n\n1.因公出国（境）经费支出0万元。\n\n2.公务接待费支出2万元。\n\n3.公务用车运行维护费支出6万元。")]
    [InlineData("2024年部门预算未安排购置单价20万元以上的设备。")]
    [InlineData("一、总体情况\n\n收入、支出总计均为90万元。\n\n二、财政拨款情况\n\n财政拨款收入、支出总计均为80万元。")]
    public void What_offices_write_is_no_contradiction(string text)
        => Prose.Final(text).Reported.ShouldBeEmpty();

    [Theory]
    [InlineData("99.00%", 0)]
    [InlineData("98.00%", 1)]
    public void Total_income_in_a_list_is_the_whole_of_the_list(string share, int reported)
        => Prose.Final($"2024年度收入总计120万元。\n\n本年收入合计100万元，其中：财政拨款收入99万元，占总收入{share}；事业收入1万元，占总收入1.00%。").Reported.Count.ShouldBe(reported);

    [Fact]
    public void One_wrong_amount_is_one_report_though_words_and_rate_deny_it()
        => Prose.Final("1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。年初预算为151万元，支出决算为1148万元，完成年初预算的98.01%，决算数小于预算数。").Reported.ShouldHaveSingleItem();

    [Theory]
    [InlineData("100%", Verdict.Exact)]
    [InlineData("98%", Verdict.DecisionConflict)]
    public void As_budgeted_is_a_completion_of_100(string completion, Verdict verdict)
        => Prose.Final($"1、住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为64.82万元，完成预算{completion}，决算数与预算数持平。")
            .Mined.Ledger.Single(ruling => ruling.Obligation.Rules.Contains("N-14")).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("80.00%", Verdict.Exact)]
    [InlineData("85.00%", Verdict.Conflict)]
    public void The_budget_may_stand_between_its_name_and_the_rate(string completion, Verdict verdict)
        => Prose.Final($"公务接待费支出决算为4.00万元，完成全年预算5.00万元的{completion}。").Verdict($"4.00万元 ÷ 5.00万元 = {completion}").ShouldBe(verdict);

    [Fact]
    public void What_leads_a_list_of_its_own_is_no_part_of_the_list_before_it()
        => Prose.Final("本部门人员编制41人，其中行政编制22人、事业编制19人；实有39人，其中行政21人、事业18人。").Verdict("22人 + 19人 = 41人").ShouldBe(Verdict.Exact);
}
