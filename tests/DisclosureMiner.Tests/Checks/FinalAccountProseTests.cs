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
    [InlineData("90", Verdict.Exact)]
    [InlineData("0.9", Verdict.Conflict)]
    public void The_total_of_both_sides_is_printed_on_either(string total, Verdict verdict)
    {
        Prose prose = Prose.Final(
            $"某县档案馆2023年度收入支出总计{total}万元。\n\n收入支出决算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n"
            + "一、一般公共预算财政拨款收入\t80.00\t一、一般公共服务支出\t85.00\n本年收入合计\t80.00\t本年支出合计\t85.00\n"
            + "年初结转和结余\t10.00\t年末结转和结余\t5.00\n总计\t90.00\t总计\t90.00\n");

        Assert.Equal(verdict, prose.Verdict($"90.00万元 = {total}万元"));
    }
}
