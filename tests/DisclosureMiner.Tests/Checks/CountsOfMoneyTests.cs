using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>N-21: what is counted and what it cost.</summary>
public sealed class CountsOfMoneyTests
{
    [Theory]
    [InlineData("2.05", "24", "210", 0)]
    [InlineData("0", "0", "0", 0)]
    [InlineData("0", "24", "210", 2)]
    [InlineData("2.05", "24", "21", 1)]
    public void Guests_cost_money_and_every_group_has_one(string money, string groups, string guests, int reported)
        => Prose.Final($"公务接待费{money}万元，全年国内公务接待{groups}批次、{guests}人次。").Mined.Ledger.Count(ruling => ruling.Obligation.Rule == "N-21" && ruling.IsBroken).ShouldBe(reported);

    [Theory]
    [InlineData("0", "0", Severity.Note)]
    [InlineData("3.00", "0", Severity.Warning)]
    [InlineData("0", "1", Severity.Note)]
    public void A_journey_may_be_paid_by_others(string money, string groups, Severity severity)
    {
        Prose prose = Prose.Final($"因公出国（境）费支出{money}万元，全年安排因公出国（境）团组{groups}个。");

        Ruling ruling = prose.Mined.Ledger.Single(ruling => ruling.Obligation.Rule == "N-21");
        ruling.IsBroken.ShouldBe(money == "0" ^ groups == "0");
        ruling.Obligation.Severity.ShouldBe(severity);
    }

    [Fact]
    public void Money_for_some_guests_is_none_for_others()
        => Prose.Final("公务接待费0.86万元。国内公务接待11批次，86人次。外事接待0批次，0人。").Reported.ShouldBeEmpty();

    [Fact]
    public void Readers_and_devices_are_neither_guests_nor_vehicles()
        => Prose.Final("公务接待费0万元。全年接待查档群众3500人次，购置设备2台。").Mined.Ledger.ShouldNotContain(ruling => ruling.Obligation.Rule == "N-21");
}
