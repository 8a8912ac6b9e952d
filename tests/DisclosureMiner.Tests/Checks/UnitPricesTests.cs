using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>A price for one, how many there are, and what they cost together.</summary>
public sealed class UnitPricesTests
{
    [Theory]
    [InlineData("230", "100", Verdict.Exact)]
    [InlineData("230", "1000", Verdict.Conflict)]
    [InlineData("320", "100", Verdict.Conflict)]
    [InlineData("2001", "11", Verdict.Rounding)]
    public void Price_times_count_is_the_amount_of_the_paragraph(string count, string price, Verdict verdict) => Assert.Equal(
        verdict,
        Prose.Budget($"公务接待费2.30万元，预计接待46批次、{count}人次，平均每人次{price}元。").Verdict($"{price}元 × {count}人次 = 2.30万元"));

    [Fact]
    public void A_price_for_each_visit_is_none_for_each_person()
        => Assert.DoesNotContain(Prose.Budget("培训费2.30万元，参加培训23人，平均每人次100元。").Mined.Ledger, ruling => ruling.Obligation.Rule == "N-34");

    [Fact]
    public void Of_two_amounts_the_one_that_fits_is_meant()
        => Assert.Equal(Verdict.Exact, Prose.Budget("公务用车经费6.80万元，其中运行维护费4.50万元，现有公务用车3辆，平均每辆1.50万元。").Verdict("1.50万元 × 3辆 = 4.50万元"));

    [Fact]
    public void Where_none_of_two_amounts_fits_nothing_is_claimed()
        => Assert.DoesNotContain(Prose.Budget("公务用车经费6.80万元，其中运行维护费4.60万元，现有公务用车3辆，平均每辆1.50万元。").Reported, found => found.Ruling.Obligation.Rule == "N-34");

    [Theory]
    [InlineData("300", 0)]
    [InlineData("3000", 1)]
    public void A_subsidy_for_each_pays_a_part_and_never_more_than_there_is(string subsidy, int reported)
        => Assert.Equal(reported, Prose.Budget($"公益电影进村经费20.00万元，计划放映480场，每场补助{subsidy}元。").Reported.Count);

    [Theory]
    [InlineData("14.40", Verdict.Exact)]
    [InlineData("14.46", Verdict.Conflict)]
    public void Number_and_price_of_works_are_of_the_amount_before_them(string amount, Verdict verdict) => Assert.Equal(
        verdict,
        Prose.Budget($"项目支出28.85万元均编报绩效目标。公益电影进村安排{amount}万元，计划放映480场，每场300元。").Verdict($"300元 × 480场 = {amount}万元"));
}
