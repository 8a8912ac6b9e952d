using DisclosureMiner.Findings;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Findings;

/// <summary>A change that was worked out from a wrong amount is no cause of its own.</summary>
public sealed class ConsequencesTests
{
    private const string Table = """
        四、财政拨款收支预算总表
        单位：元
        收入 |  | 支出 |  |  |  |
        项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算
        一、一般公共预算拨款 | 189,767,551.46 | 一、一般公共服务支出 | 189,767,551.46 | 189,767,551.46 |  |
        收入总计 | 189,767,551.46 | 支出总计 | 189,767,551.46 | 189,767,551.46 |  |

        五、支出预算情况说明

        """;

    [Fact]
    public void A_change_that_is_wrong_by_as_much_as_its_amount_stands_under_it()
    {
        Discrepancy found = Reported("一般公共预算拨款支出预算0.00万元，比2023年预算减少15,621.11万元").ShouldHaveSingleItem();

        found.Culprit!.Text.ShouldBe("0.00万元");
        found.Caused.Length.ShouldBe(3);
        found.Message.En.ShouldEndWith("would hold; 15,621.11万元 behind it seems to be worked out from it and would change with it. Please check.");
    }

    [Fact]
    public void A_change_that_is_wrong_by_another_amount_is_told_too()
        => Reported("一般公共预算拨款支出预算0.00万元，比2023年预算减少15,261.11万元").Count.ShouldBe(2);

    private static IReadOnlyList<Discrepancy> Reported(string general) => Prose.Budget(
        $"{Table}支出预算18,976.76万元，其中：财政拨款支出预算18,976.76万元，比2023年预算增加3,355.65万元。财政拨款支出预算中，{general}；" +
        "政府性基金拨款支出预算0.00万元，与2023年预算持平；国有资本经营预算拨款支出预算0.00万元，与2023年预算持平。").Reported;
}
