using CsCheck;
using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>The verdict ladder, on sentences with published figures.</summary>
public sealed class EvaluatorTests
{
    [Theory]
    [InlineData("收入87.84万元，比上年预算增加14.12万元，增长19.15%。", "14.12万元 ÷ (87.84万元 - 14.12万元) = 19.15%", Verdict.Exact)]
    [InlineData("支出0.1万元，较上年减少0.02万元，下降16.67%。", "-0.02万元 ÷ (0.1万元 - (-0.02万元)) = -16.67%", Verdict.Exact)]
    [InlineData("支出30161万元，较上年增加4376万元，增长14.6%。", "4376万元 ÷ (30161万元 - 4376万元) = 14.6%", Verdict.Conflict)]
    [InlineData("支出24.6万元，比上年减少2.72万元，增长9.97%。", "-2.72万元 ÷ (24.6万元 - (-2.72万元)) = 9.97%", Verdict.DecisionConflict)]
    [InlineData("支出50万元，比上年增加50万元，增长100%。", "50万元 ÷ (50万元 - 50万元) = 100%", Verdict.DecisionConflict)]
    [InlineData("支出8万元，比上年减少4万元，下降36%。", "-4万元 ÷ (8万元 - (-4万元)) = -36%", Verdict.Undecidable)]
    public void A_rate_is_judged_by_the_intervals_of_its_amounts(string sentence, string formula, Verdict verdict)
        => Assert.Equal(verdict, Prose.Budget(sentence).Verdict(formula));

    [Theory]
    [InlineData("支出合计61.33万元，由基本支出46.32万元、项目支出15.00万元构成。", "46.32万元 + 15.00万元 = 61.33万元", Verdict.Rounding)]
    [InlineData("支出合计61.34万元，由基本支出46.32万元、项目支出15.00万元构成。", "46.32万元 + 15.00万元 = 61.34万元", Verdict.CutOrPlug)]
    [InlineData("支出合计61.38万元，由基本支出46.32万元、项目支出15.00万元构成。", "46.32万元 + 15.00万元 = 61.38万元", Verdict.Conflict)]
    [InlineData("车辆合计7辆，由轿车3辆、客车3辆构成。", "3辆 + 3辆 = 7辆", Verdict.Conflict)]
    public void A_list_closes_to_its_total_within_rounding(string sentence, string formula, Verdict verdict)
        => Assert.Equal(verdict, Prose.Budget(sentence).Verdict(formula));

    [Fact]
    public void Dropped_zeros_count_where_the_document_keeps_two_decimals()
    {
        Prose prose = Prose.Budget("支出合计87.84万元，由人员经费66.67万元、公用经费6.17万元、项目支出15万元构成。另，支出合计87.94万元，由人员支出66.67万元、公用支出6.17万元、项目经费15万元构成。");

        Assert.Equal(Verdict.Exact, prose.Verdict("66.67万元 + 6.17万元 + 15万元 = 87.84万元"));
        Assert.Equal(Verdict.UnlikelyRounding, prose.Verdict("66.67万元 + 6.17万元 + 15万元 = 87.94万元"));
        Assert.Empty(prose.Reported);
    }

    [Fact]
    public void A_completion_follows_from_the_distance_to_the_budget()
        => Assert.Equal(Verdict.Conflict, Prose.Final("财政拨款支出1741.75万元，完成年初预算的100%，决算数较预算数多55.93万元。")
            .Verdict("1741.75万元 ÷ (1741.75万元 - 55.93万元) = 100%"));

    [Fact]
    public void Rounding_honest_amounts_never_breaks_a_rate()
        => Gen.Select(Gen.Int[1, 9_999_999], Gen.Int[1, 9_999_999]).Sample((now, before) =>
        {
            decimal current = Math.Round(now / 10_000m, 2), prior = Math.Round(before / 10_000m, 2);
            if (current == 0 || prior == 0 || now == before)
            {
                return;
            }

            decimal rate = Math.Round(100m * (now - before) / before, 2);
            string verb = rate < 0 ? "下降" : "增长";
            string text = FormattableString.Invariant($"2024年支出{current:F2}万元，2023年支出{prior:F2}万元，同比{verb}{Math.Abs(rate):F2}%。");
            Assert.DoesNotContain(Prose.Budget(text).Mined.Ledger, ruling => ruling.IsBroken);
        }, iter: 60, threads: 1);
}
