using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Tests.Facts;

public sealed class PlaceholdersTests
{
    [Theory]
    [InlineData("比上年预算减少1.15万元，增长（下降）%。", "增长（下降）%")]
    [InlineData("比上年预算减少 1.15 万元，增长（ 下降 ） %。", "增长（ 下降 ） %")]
    [InlineData("2024年收入预算XX万元，其中财政拨款10万元。", "XX万元")]
    [InlineData("截至20XX年底，车辆3辆。", "20XX")]
    [InlineData("全年支出×万元，下降3%。", "×万元")]
    [InlineData("支出预算____万元，比上年增加1万元。", "____万元")]
    [InlineData("收入预算（）万元，与上年5万元相同。", "（）万元")]
    [InlineData("比2023年预算增加万元，下降3.5%。", "万元")]
    [InlineData("卫生健康支出3万元，占本年支出%。", "%")]
    [InlineData("2024年收入预算……万元。", "……万元")]
    public void A_missing_number_is_found(string text, string expected) => Numbers(text).ShouldBe([expected]);

    [Theory]
    [InlineData("同比增加（减少）0万元，增长（下降）0%；", "增加（减少）", "增长（下降）")]
    [InlineData("比上年下降（增长）27.78%。", "下降（增长）")]
    [InlineData("較上年減少4萬元，決算數大小於預算數，", "大小於")]
    [InlineData("决算数大于（小于）预算数的主要原因是人员变动。", "大于（小于）")]
    [InlineData("支出5万元，与上年持平（增加/减少）。", "持平（增加/减少）")]
    [InlineData("支出5万元，比上年增长/下降2万元。", "增长/下降")]
    [InlineData("支出5万元，比上年（增加）减少2万元。", "（增加）减少")]
    [InlineData("支出5万元，与上年持平（如持平作持平表述）。", "（如持平作持平表述）")]
    [InlineData("{单位}2024年收入5万元。", "{单位}")]
    [InlineData("上海市XX局主管全区工作。", "XX")]
    public void Words_of_the_form_are_found(string text, params string[] expected) => Wording(text).ShouldBe(expected);

    [Theory]
    [InlineData("因公出国（境）费0万元，维修（护）费0.15万元，部门（单位）1个。")]
    [InlineData("社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）5万元，增长3%。")]
    [InlineData("1. 无变动 2. 有变动，变动情况及理由是：_____")]
    [InlineData("单位：万元，本表以万元为单位，金额均为万元。2024年。")]
    [InlineData("现金及现金等价物净增加（减少）额为5万元。")]
    [InlineData("联系人：张××，联系电话138××××1234，每人每月200元×3人，长3×5米。")]
    [InlineData("办理PSAM 卡，参考 Appendix XX of 2024, 3x5 boxes.")]
    [InlineData("占地面积增加（三期），比重5.6%，下降-3%，增加（减少部分见表）1万元。")]
    [InlineData("二○二四年，数十万元，近百亿元；比上年增长8.1%；占比为0%。")]
    [InlineData("金保工程<规划/设计/建设/运行维护>，<立项/审核/管理>，2024年。")]
    public void Filled_text_has_none(string text) => Placeholders.Find(Folding.Fold(text), TestVocabulary.All).ShouldBeEmpty();

    private static string[] Numbers(string text) => Printed(text, true);

    private static string[] Wording(string text) => Printed(text, false);

    private static string[] Printed(string text, bool numbers) =>
        [.. Placeholders.Find(Folding.Fold(text), TestVocabulary.All).Where(p => p.IsNumber == numbers).Select(p => text.Substring(p.Start, p.Length))];
}
