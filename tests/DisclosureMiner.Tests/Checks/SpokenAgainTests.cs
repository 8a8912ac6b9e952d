using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>Sentences that go on about something said before, and those that only seem to.</summary>
public sealed class SpokenAgainTests
{
    private const string Head = "1. 住房保障支出（221类）住房改革支出（02款）住房公积金（01项）12.00万元，用于缴存住房公积金。";

    [Theory]
    [InlineData("1.00", Verdict.Exact)]
    [InlineData("2.00", Verdict.Conflict)]
    public void A_change_beside_last_years_amount_is_that_of_the_head(string change, Verdict verdict)
        => Prose.Budget($"{Head}2023年执行11.00万元，今年多安排{change}万元。").Verdict($"12.00万元 - 11.00万元 = {change}万元").ShouldBe(verdict);

    [Fact]
    public void A_rate_beside_last_years_amount_grows_from_it()
        => Prose.Budget($"{Head}2023年执行11.00万元，今年多安排1.00万元，增幅9.09%。").Reported.ShouldBeEmpty();

    [Fact]
    public void This_number_is_no_name()
        => Prose.Budget("财政拨款收入总计24.00万元。2023年度这一数字为20.00万元，一年间增加4.00万元。")
            .Verdict("24.00万元 - 20.00万元 = 4.00万元").ShouldBe(Verdict.Exact);

    [Theory]
    [InlineData("2.00", Verdict.Exact)]
    [InlineData("3.00", Verdict.Conflict)]
    public void A_part_that_is_named_again_is_compared_itself(string change, Verdict verdict)
        => Prose.Budget($"收入预算20.00万元，其中财政拨款收入12.00万元，其他收入8.00万元。财政拨款收入较2023年预算10.00万元增加{change}万元。")
            .Verdict($"12.00万元 - 10.00万元 = {change}万元").ShouldBe(verdict);

    [Theory]
    [InlineData("12.18", Verdict.Exact)]
    [InlineData("16.18", Verdict.Conflict)]
    public void A_sentence_that_names_the_subject_again_speaks_of_its_amount(string rate, Verdict verdict)
        => Prose.Budget($"2024年一般公共预算财政拨款支出1067.09万元，占本年支出合计的99.42%。与上年相比，财政拨款支出增加115.82万元，增长{rate}%。")
            .Verdict($"115.82万元 ÷ (1067.09万元 - 115.82万元) = {rate}%").ShouldBe(verdict);

    [Fact]
    public void The_price_of_what_is_not_bought_is_not_denied()
        => Prose.Budget("2024年没有安排购置单价100万元以上的设备。").Reported.ShouldBeEmpty();

    [Fact]
    public void A_semicolon_ends_what_lesser_marks_part()
        => Prose.Budget("全年支出31万元，其中甲类4万元、乙类1万元、丙类26万元；另一合同29万元。").Reported.ShouldBeEmpty();
}
