using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>N-25: what prose says of all projects, and the project table.</summary>
public sealed class CountTiesTests
{
    private const string Table = "项目支出表\n单位：万元\n项目名称\t合计\t一般公共预算\n合计\t28.85\t28.85\n档案抢救\t15.00\t15.00\n馆库维护\t8.85\t8.85\n档案征集\t5.00\t5.00\n\n";

    [Theory]
    [InlineData("3", false)]
    [InlineData("4", true)]
    public void The_number_of_projects_is_the_number_of_rows(string count, bool isBroken)
        => Ties($"本单位编制项目{count}个。", "count").ShouldHaveSingleItem().IsBroken.ShouldBe(isBroken);

    [Theory]
    [InlineData("28.85", false)]
    [InlineData("28.58", true)]
    public void Money_of_just_these_projects_is_the_total_of_the_table(string money, bool isBroken)
    {
        Ruling tie = Ties($"绩效目标覆盖全部3个项目，涉及资金{money}万元。", "table-prose").ShouldHaveSingleItem();

        tie.Obligation.Facts.Select(fact => fact.Text).ShouldBe([money + "万元", "28.85"]);
        tie.IsBroken.ShouldBe(isBroken);
    }

    [Fact]
    public void Money_of_fewer_projects_is_not() => Ties("绩效目标覆盖全部2个项目，涉及资金20.00万元。", "table-prose").ShouldBeEmpty();

    [Fact]
    public void Without_a_project_table_nothing_is_owed()
        => Prose.Budget("本单位编制项目3个。").Mined.Ledger.ShouldNotContain(ruling => ruling.Obligation.Rules.Contains("N-25"));

    private static IEnumerable<Ruling> Ties(string text, string defect) =>
        Prose.Budget(Table + text).Mined.Ledger.Where(ruling => ruling.Obligation.Defect == defect && ruling.Obligation.Rules.Contains("N-25"));
}
