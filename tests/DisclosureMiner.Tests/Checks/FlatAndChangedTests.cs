using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>N-10: unchanged and changed exclude each other.</summary>
public sealed class FlatAndChangedTests
{
    [Theory]
    [InlineData("收入预算80万元，比上年预算持平，增加5万元，增长6.67%。")]
    [InlineData("收入预算80万元，与2023年预算持平，减少5万元。")]
    [InlineData("收入预算80万元，比上年预算增加5万元，持平，增长6.67%。")]
    [InlineData("收入总计、支出总计均为80万元。与2022年度相比，收、支总计各持平，增加5万元。")]
    public void A_change_right_behind_the_word_contradicts_it(string sentence)
        => Assert.Equal(Verdict.DecisionConflict, Prose.Budget(sentence).Mined.Ledger.Single(ruling => ruling.Obligation.Rule == "N-10").Verdict);

    [Theory]
    [InlineData("收入预算80万元，与上年预算基本持平，增加0.2万元。")]
    [InlineData("收入预算80万元，与上年预算持平，增加0万元。")]
    [InlineData("收入总计、支出总计均为80万元。与2022年度相比，收、支总计各基本持平，增加0.2万元。")]
    [InlineData("收入预算80万元，与上年预算持平，增加项目支出5万元。")]
    [InlineData("收入预算80万元，与上年预算持平，主要原因是严格执行有关规定、从严控制，人员经费增加5万元。")]
    [InlineData("收入预算80万元，与上年预算持平。比2023年执行数增加5万元。")]
    public void What_is_no_change_of_the_same_amount_does_not(string sentence)
        => Assert.DoesNotContain(Prose.Budget(sentence).Reported, found => found.Ruling.Obligation.Rule == "N-10");
}
