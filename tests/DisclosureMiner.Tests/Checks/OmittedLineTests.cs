using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>Lists that name all lines of a table but one.</summary>
public sealed class OmittedLineTests
{
    private const string Table = "\n\n收支总表\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、一般公共预算拨款收入\t80.00\t一、一般公共服务支出\t60.00\n"
        + "二、事业收入\t15.00\t二、社会保障和就业支出\t25.00\n三、其他收入\t5.00\t三、卫生健康支出\t10.00\n\t\t四、住房保障支出\t5.00\n本年收入合计\t100.00\t本年支出合计\t100.00\n收入总计\t100.00\t支出总计\t100.00\n";

    [Fact]
    public void What_is_missing_to_the_total_is_the_line_that_is_not_named()
        => Assert.Equal(
            Verdict.Conflict,
            Prose.Budget("支出总计100万元，其中：一般公共服务支出60万元，社会保障和就业支出25万元，卫生健康支出10万元。" + Table).Verdict("60万元 + 25万元 + 10万元 = 100万元"));

    [Fact]
    public void A_list_of_shares_means_all()
        => Assert.Equal(
            Verdict.Conflict,
            Prose.Budget("收入总计100万元，其中：一般公共预算拨款收入80万元，占80%；事业收入15万元，占15%。" + Table).Verdict("80万元 + 15万元 = 100万元"));

    [Theory]
    [InlineData("支出总计100万元，其中主要有：一般公共服务支出60万元，社会保障和就业支出25万元，卫生健康支出10万元。")]
    [InlineData("支出总计100万元，其中：一般公共服务支出60万元，社会保障和就业支出25万元。")]
    public void A_list_that_says_so_or_leaves_out_more_may_be_partial(string sentence)
        => Assert.Empty(Prose.Budget(sentence + Table).Reported);

    [Theory]
    [InlineData("政府采购支出总额259.62万元，其中：政府采购工程类支出128.64万元、政府采购服务类支出94.78万元。", 1)]
    [InlineData("政府采购支出总额259.62万元，其中：政府采购工程类支出128.64万元、政府采购服务类支出94.78万元。另有政府采购货物类支出40.00万元。", 0)]
    [InlineData("政府采购支出总额259.62万元，其中：政府采购服务类支出94.78万元。", 0)]
    public void Two_kinds_of_procurement_without_a_word_of_the_third_lack_it(string sentence, int reported)
        => Assert.Equal(reported, Prose.Budget(sentence).Reported.Count(found => found.Ruling.Obligation.Defect == "sum"));

    [Theory]
    [InlineData("共有车辆5辆，其中应急保障用车1辆、特种专业技术用车2辆、其他用车1辆。", 1)]
    [InlineData("共有车辆5辆，其中应急保障用车1辆、特种专业技术用车2辆。", 1)]
    [InlineData("共有车辆5辆，其中应急保障用车1辆。", 0)]
    public void Two_uses_or_more_close_the_list_of_vehicles(string sentence, int reported)
        => Assert.Equal(reported, Prose.Budget(sentence).Reported.Count(found => found.Ruling.Obligation.Defect == "sum"));

    [Theory]
    [InlineData("主要包括：办公费17.00万元、印刷费2.00万元、邮电费3.00万元、差旅费6.00万元、会议费1.00万元、培训费4.00万元。", 1)]
    [InlineData("主要包括：办公费17.00万元、印刷费2.00万元、邮电费3.00万元、差旅费6.00万元、电费8.00万元、培训费4.00万元。", 0)]
    [InlineData("主要包括：办公费17.00万元、差旅费6.00万元、电费8.00万元。", 0)]
    public void A_list_of_the_main_lines_that_names_smaller_ones_lacks_a_large_one(string list, int reported)
    {
        const string lines = "\n\n一般公共预算基本支出表\n单位：万元\n\n科目编码\t科目名称\t合计\t人员经费\t公用经费\n\t合计\t41.00\t0.00\t41.00\n302\t商品和服务支出\t41.00\t0.00\t41.00\n"
            + "30201\t办公费\t17.00\t0.00\t17.00\n30202\t印刷费\t2.00\t0.00\t2.00\n30206\t电费\t8.00\t0.00\t8.00\n30207\t邮电费\t3.00\t0.00\t3.00\n"
            + "30211\t差旅费\t6.00\t0.00\t6.00\n30215\t会议费\t1.00\t0.00\t1.00\n30216\t培训费\t4.00\t0.00\t4.00\n";

        Assert.Equal(reported, Prose.Budget("公用经费41.00万元，" + list + lines).Reported.Count(found => found.Ruling.Obligation.Rules.Contains("N-04")));
    }

    [Theory]
    [InlineData("年末实有在职人员68人，其中行政人员13人，事业人员37人。", 1)]
    [InlineData("年末实有在职人员68人，其中行政人员31人，事业人员37人，另有退休9人。", 0)]
    [InlineData("年末实有在职人员68人，其中研究生13人，党员37人。", 0)]
    [InlineData("在职10人，其中专业技术人员7人、管理人员2人。", 1)]
    public void Two_kinds_of_people_or_more_are_all_of_them(string sentence, int reported)
        => Assert.Equal(reported, Prose.Budget(sentence).Reported.Count(found => found.Ruling.Obligation.Defect == "sum"));

    [Theory]
    [InlineData("2.4", Verdict.Exact)]
    [InlineData("2.7", Verdict.Conflict)]
    public void The_rest_ends_a_list_that_closes(string first, Verdict verdict)
        => Assert.Equal(
            verdict,
            Prose.Budget($"“三公”经费预算6.05万元。公务用车运行费5.1万元，其中{first}万元列在防火项目内，其余2.7万元列在公用经费内；公务接待费0.95万元。").Verdict($"{first}万元 + 2.7万元 = 5.1万元"));

    [Fact]
    public void An_odd_unit_is_what_keeps_a_list_from_closing()
        => Assert.Equal(
            Verdict.Conflict,
            Prose.Budget("2024年安排预算186万元，其中：电子书刊数据库96万元，地方文献数字化加工54万元，平台运行维护36元。").Verdict("96万元 + 54万元 + 36元 = 186万元"));

    [Fact]
    public void Two_natures_of_spending_lack_the_third_when_it_is_what_they_miss()
    {
        const string table = "\n\n支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\t人员经费\t公用经费\t项目支出\n\t合计\t126.58\t80.53\t17.20\t28.85\n201\t一般公共服务支出\t126.58\t80.53\t17.20\t28.85\n";

        Assert.Equal(Verdict.Conflict, Prose.Budget("支出总计126.58万元。人员经费80.53万元；项目支出28.85万元。" + table).Verdict("80.53万元 + 28.85万元 = 126.58万元"));
    }
}
