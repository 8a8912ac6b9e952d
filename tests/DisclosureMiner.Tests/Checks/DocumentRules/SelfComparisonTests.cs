using DisclosureMiner.Checks;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Checks.DocumentRules;

public sealed class SelfComparisonTests
{
    [Fact]
    public void All_places_of_a_year_compared_with_itself_are_one_error()
        => Rulings.Of(Rulings.Budget(
            "2025年，青萝市交通运输局收入预算9628.22万元，比2025年预算增加793.14万元；事业收入0万元。",
            "支出预算9628.22万元，比2025年预算增加793.14万元。政府性基金支出预算0万元，与2025年预算持平。").Document, "N-27", "self-comparison")
            .ShouldBreak(Severity.Error, "比2025年预算增加", "比2025年预算增加", "与2025年预算持平");

    [Theory]
    [InlineData("2025年收入预算10万元，比2024年预算增加1万元；支出0万元，与2024年预算持平。")]
    [InlineData("2024年当年预算执行数为1690.69万元，2025年预算安排1672.67万元，比2024年预算执行数减少1.07%。")]
    [InlineData("2025年收入预算10万元（2024年预算9万元），比2024年增加1万元。")]
    public void A_comparison_with_an_earlier_year_holds(string sentence) => Rulings.Of(Rulings.Budget(sentence).Document, "N-27", "self-comparison").ShouldAllBe(o => o.Outcome!.Holds);

    [Theory]
    [InlineData("绩效目标与2025年部门预算同步公开，金额与2025年预算一致。")]
    [InlineData("2026年起比2025年预算标准提高。")]
    [InlineData("根据《2025年预算编制通知》，从2025年起增加人员经费1万元。")]
    [InlineData("2024年执行数比2025年预算减少1万元。")]
    public void Other_mentions_of_the_year_are_no_comparison_with_itself(string sentence)
        => Rulings.Of(Rulings.Budget(sentence).Document, "N-27", "self-comparison").Where(o => !o.Outcome!.Holds).ShouldBeEmpty();

    [Fact]
    public void A_final_account_is_compared_with_its_own_budget()
    {
        Document own = Rulings.Text("青萝市交通运输局2025年度部门决算", "final-accounts", 2025, "决算数较2025年度预算减少0.1万元，与2025年度年初预算相比下降3%。").Document;
        Document self = Rulings.Text("青萝市交通运输局2025年度部门决算", "final-accounts", 2025, "收入总计与2025年度相比增加75.73万元。").Document;

        Rulings.Of(own, "N-27", "self-comparison").ShouldBeEmpty();
        Rulings.Of(self, "N-27", "self-comparison").ShouldBreak(Severity.Error, "与2025年度相比");
    }
}
