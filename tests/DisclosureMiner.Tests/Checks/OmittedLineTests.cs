using DisclosureMiner.Checks;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks;

/// <summary>Lists that name all lines of a table but one.</summary>
public sealed class OmittedLineTests
{
    private const string Table = "\n\n收支总表\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、一般公共预算拨款收入\t80.00\t一、一般公共服务支出\t60.00\n"
        + "二、事业收入\t15.00\t二、社会保障和就业支出\t25.00\n三、其他收入\t5.00\t三、卫生健康支出\t10.00\n\t\t四、住房保障支出\t5.00\n本年收入合计\t100.00\t本年支出合计\t100.00\n收入总计\t100.00\t支出总计\t100.00\n";

    [Fact]
    public void What_is_missing_to_the_total_is_the_line_that_is_not_named()
        => Assert.Equal(
            Verdict.Conflict,
            Prose.Budget("支出总计100万元，其中：一般公共服务支出60万元，社会保障和就业支出25万元，卫生健康支出10万元。" + Table).Verdict("60万元 + 25万元 + 10万元 = 100万元"));

    [Fact]
    public void A_list_of_shares_means_all()
        => Assert.Equal(
            Verdict.Conflict,
            Prose.Budget("收入总计100万元，其中：一般公共预算拨款收入80万元，占80%；事业收入15万元，占15%。" + Table).Verdict("80万元 + 15万元 = 100万元"));

    [Theory]
    [InlineData("支出总计100万元，其中主要有：一般公共服务支出60万元，社会保障和就业支出25万元，卫生健康支出10万元。")]
    [InlineData("支出总计100万元，其中：一般公共服务支出60万元，社会保障和就业支出25万元。")]
    public void A_list_that_says_so_or_leaves_out_more_may_be_partial(string sentence)
        => Assert.Empty(Prose.Budget(sentence + Table).Reported);
}
