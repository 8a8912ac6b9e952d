using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>N-37: the purpose and the reason of an item speak of the item, and go its way.</summary>
public sealed class ItemReasonsTests
{
    private const string Pensions = "“社会保障和就业支出（类）行政事业单位养老支出（款）";

    private static readonly string[] Own =
    [
        Item($"{Pensions}行政单位离退休（项）”", "行政单位离退休", "增加19.75%", "行政单位离退休经费增加"),
        Item($"{Pensions}事业单位离退休（项）”", "事业单位离退休", "增加22.36%", "事业单位离退休经费增加"),
        Item("“科学技术支出（类）科学技术普及（款）科普活动（项）”", "科普活动", "持平", "科普活动经费保持不变"),
    ];

    [Theory]
    [InlineData("减少2.98%", "城管执法经费增加")]
    [InlineData("增加2.98%", "城乡社区管理事务城管执法经费减少")]
    [InlineData("增加2.98%", "支出减少")]
    [InlineData("持平", "经费增加")]
    public void A_reason_that_is_the_change_of_the_item_goes_its_way(string change, string reason)
        => Broken(Item("“城乡社区支出（类）城乡社区管理事务（款）城管执法（项）”", "城管执法", change, reason)).ShouldBe([reason]);

    [Fact]
    public void The_purpose_and_the_reason_of_another_item_are_told()
        => Broken([.. Own, Item($"{Pensions}机关事业单位职业年金缴费支出（项）”", "行政单位离退休", "增加15.95%", "事业单位离退休经费增加")])
            .ShouldBe(["行政单位离退休", "事业单位离退休经费增加"]);

    [Theory]
    [InlineData("减少2.98%", "部分人员退休")]
    [InlineData("减少2.98%", "上年一次性项目增加")]
    [InlineData("减少2.98%", "城管执法经费减少")]
    [InlineData("增加2.98%", "业务量增加")]
    [InlineData("增加2.98%", "住房公积金增加")]
    [InlineData("增加2.98%", "项目调整")]
    public void Any_other_reason_is_the_office_s_affair(string change, string reason)
        => Broken([.. Own, Item("“城乡社区支出（类）城乡社区管理事务（款）城管执法（项）”", "城管执法", change, reason)]).ShouldBeEmpty();

    [Fact]
    public void Where_few_items_give_their_own_names_another_s_name_is_no_copy()
        => Broken(
            Own[0],
            Item($"{Pensions}事业单位离退休（项）”", "退休人员的费用", "增加22.36%", "退休人员增加"),
            Item("“住房保障支出（类）住房改革支出（款）住房公积金（项）”", "行政单位离退休", "增加0.53%", "行政单位离退休经费增加")).ShouldBeEmpty();

    private static string Item(string subject, string purpose, string change, string reason) =>
        $"{subject}24.31万元，主要用于{purpose}。2024年预算安排24.31万元，比2023年预算执行数{change}。主要原因是：{reason}。";

    private static IEnumerable<string> Broken(params string[] items) =>
        Prose.Budget(string.Join("\n", items.Select((item, i) => $"{i + 1}. {item}"))).Mined.Ledger
            .Where(ruling => ruling.Obligation.Rule == "N-37" && ruling.IsBroken)
            .SelectMany(ruling => ruling.Obligation.Passages.Select(passage => passage.Text));
}
