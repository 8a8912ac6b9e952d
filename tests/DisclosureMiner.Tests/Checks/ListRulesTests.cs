using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

public sealed class ListRulesTests
{
    [Theory]
    [InlineData("支出合计100万元，其中：教育支出60万元，卫生健康支出20万元。")]
    [InlineData("支出合计100万元，主要包括教育支出60万元、卫生健康支出20万元。")]
    [InlineData("支出合计100万元，其中项目支出15万元。")]
    [InlineData("政府债务余额412.36亿元，其中一般债务156.08亿元、专项债务256.28亿元，控制在限额423.90亿元以内。")]
    [InlineData("政府性基金收入88.05亿元，下降21.4%，主要是国有土地使用权出让收入减少26.3亿元；支出112.60亿元。")]
    [InlineData("支出总额12480.56万元，其中：财政拨款支出预算11926.30万元，其他资金554.26万元。财政拨款支出预算中，一般公共预算拨款支出预算10126.30万元；政府性基金拨款支出预算1800万元。")]
    [InlineData("部门预算由局本部和下属2家事业单位的收支组成。列入编制范围的预算单位共3家，其中行政单位1家，事业单位2家。")]
    [InlineData("二、收入预算\n\n一般公共预算拨款收入60万元，占92.31%；其他收入5万元，占7.69%。\n\n三、支出预算\n\n按支出性质划分，基本支出30万元，占60%；项目支出20万元，占40%。")]
    [InlineData("因公出国（境）费0万元。公务用车购置及运行费4.20万元，占70%。公务接待费1.80万元，占30%。")]
    [InlineData("项目20个，其中：中小学改造项目5个、优质服务项目3个，其余为续建项目。")]
    [InlineData("购置设备20项，其中中央空调2项、优化改造3项。")]
    [InlineData("办理审批事项50个，其中行政许可20个、事业单位登记10个。")]
    [InlineData("实有职工120人，其中专业技术人员40人、管理人员30人，工勤人员50名。")]
    [InlineData("项目支出100.00万元，其中基本建设60.00万元，其余30.00万元为往年结转项目，运转类项目10.00万元。")]
    public void A_list_that_may_be_partial_is_held_to_nothing(string sentence)
        => Assert.Empty(Prose.Budget(sentence).Reported);

    [Fact]
    public void A_part_with_a_share_of_its_own_is_not_the_whole_of_those_behind_it()
        => Assert.Empty(Prose.Final(
            "“三公”经费支出决算中，因公出国（境）费支出决算0万元，占0%；公务用车购置及运行维护费支出决算4.36万元，占83.52%；公务接待费支出决算0.86万元，占16.48%。\n\n"
            + "1.因公出国（境）经费支出0万元。\n\n2.公务用车购置及运行维护费支出4.36万元。\n\n3.公务接待费支出0.86万元。").Reported);

    [Theory]
    [InlineData("2.36", Verdict.Exact)]
    [InlineData("-2.36", Verdict.DecisionConflict)]
    public void Changes_of_all_spending_add_to_the_change_of_income(string personnel, Verdict verdict)
    {
        string change = personnel[0] == '-' ? "减少" + personnel[1..] : "增加" + personnel;
        Prose prose = Prose.Budget(
            $"收入总计126.58万元，比上年预算增加3.50万元。\n\n支出总计126.58万元。人员经费80.53万元，比上年预算{change}万元；公用经费17.20万元，比上年预算减少0.41万元；项目支出28.85万元，比上年预算增加1.55万元。");

        Assert.Equal(verdict, prose.Mined.Ledger.Single(ruling => ruling.Obligation.Rule == "N-33").Verdict);
    }

    [Theory]
    [InlineData("支出合计100万元，其中：教育支出60万元，卫生健康支出20万元，其他支出0万元。", "60万元 + 20万元 + 0万元 = 100万元")]
    [InlineData("收入合计100万元，其中：税收收入60万元，非税收入20万元。", "60万元 + 20万元 = 100万元")]
    [InlineData("支出合计100万元，其中：教育支出70万元，占70%；卫生健康支出20万元，占30%。", "70万元 + 20万元 = 100万元")]
    [InlineData("支出合计100万元（教育60万元，卫生20万元）。", "60万元 + 20万元 = 100万元")]
    public void A_list_that_says_it_is_complete_must_close(string sentence, string formula)
        => Assert.Equal(Verdict.Conflict, Prose.Budget(sentence).Verdict(formula));

    [Fact]
    public void Some_kinds_of_a_whole_are_not_more_than_all_of_it()
        => Assert.Single(Prose.Budget("本单位有车辆3辆，其中特种专业技术用车2辆、其他用车2辆。").Reported);

    [Theory]
    [InlineData("政府采购预算112万元，分为货物36万元、工程25万元、服务51万元三类，比上年预算100万元增加12万元，增长12.00%。")]
    [InlineData("政府采购预算34.00万元，其中货物21.60万元，服务12.40万元，无工程采购；与上年预算相比，增加5.20万元，增长18.06%。")]
    public void What_follows_a_finished_list_speaks_of_the_whole(string sentence)
    {
        Prose prose = Prose.Budget(sentence);

        Assert.Empty(prose.Reported);
        Assert.Equal("政府采购预算", prose.Mined.Figures[^1].Subject);
    }

    [Fact]
    public void A_part_whose_change_nobody_states_leaves_the_change_of_the_whole_open()
        => Assert.Empty(Prose.Budget(
            "“三公”经费预算28.00万元，比上年预算增加16.00万元。\n\n（一）公务用车购置费17.00万元；公务用车运行费10.00万元，比上年预算减少0.70万元。\n\n（二）公务接待费1.00万元，比上年预算减少0.30万元。").Reported);

    [Fact]
    public void What_was_not_planned_the_year_before_may_be_planned_now()
        => Assert.Empty(Prose.Budget("公务用车购置费16.80万元，上年未安排；公务用车运行费10.50万元。").Reported);

    [Fact]
    public void Money_of_one_fund_is_not_what_was_said_of_all_money()
        => Assert.Empty(Prose.Budget("一、支出\n\n项目支出28.85万元。\n\n二、一般公共预算支出\n\n项目支出25.65万元。").Reported);

    [Fact]
    public void A_part_is_not_above_its_whole()
        => Assert.Single(Prose.Budget("支出合计100万元，其中项目支出150万元。").Reported);

    [Fact]
    public void Changes_of_parts_add_to_the_change_of_the_whole()
        => Assert.Equal(Verdict.Conflict, Prose.Budget(
            "“三公”经费合计28.50万元，比上年减少12.00万元，具体包括：公务接待费4.00万元，比上年减少2.00万元；公务用车购置及运行费24.50万元，比上年减少9.00万元。")
            .Verdict("-2.00万元 + (-9.00万元) = -12.00万元"));

    [Fact]
    public void Nothing_planned_means_no_amount()
        => Assert.Single(Prose.Budget("2024年未安排政府采购预算，货物类政府采购预算5万元。").Reported);

    [Fact]
    public void Unchanged_means_the_same_amount()
        => Assert.Equal(Verdict.DecisionConflict, Prose.Budget("公务接待费2024年安排8万元，2023年安排12万元，与上年持平。").Verdict("12万元 = 8万元"));

    [Fact]
    public void What_is_like_something_else_may_have_changed()
        => Assert.Empty(Prose.Budget("机关运行经费44.39万元，与公用经费口径相同，同比减少1.36万元，下降2.97%。").Reported);

    [Fact]
    public void Subjects_of_one_name_under_other_classes_are_other_subjects()
        => Assert.Empty(Prose.Budget(
            "一般公共服务支出（类）群众团体事务（款）一般行政管理事务（项）42.60万元。\n\n一般公共服务支出（类）政府办公厅事务（款）一般行政管理事务（项）88.87万元。").Reported);
}
