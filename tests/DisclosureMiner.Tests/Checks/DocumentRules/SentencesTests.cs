using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks.DocumentRules;

public sealed class SentencesTests
{
    [Fact]
    public void Whole_sentences_hold()
        => Rulings.Of(Rulings.Budget(
            "2025年收入预算10万元，比上年“持平”（见表）。",
            "1）公务用车0辆；",
            "根据工作需要安排 12333 咨询（含",
            "知识库）建设。",
            "收入增长的主要原因是：人员增加。").Document, "D-07").ShouldHold();

    [Fact]
    public void A_doubled_full_stop_is_a_note()
        => Rulings.Of(Rulings.Budget("主要用于信息化建设等方面的支出。。2025年安排5万元。").Document, "D-07").ShouldBreak(Severity.Note, "。。");

    [Fact]
    public void A_reason_without_its_full_stop_is_a_note()
        => Rulings.Of(Rulings.Budget("财政拨款收入支出增加的主要原因是工作量增加", "财政拨款支出主要内容如下：").Document, "D-07").ShouldBreak(Severity.Note, "加");

    [Theory]
    [InlineData("办公用房占1,234.56平方米，业务用房占总面积的20%", false)]
    [InlineData("办公用房占12.34，业务用房占20%", true)]
    public void A_number_with_thousands_is_no_share_without_its_sign(string sentence, bool isBroken)
        => Prose.Budget(sentence + "。").Mined.Ledger.Any(ruling => ruling.Obligation.Rules.Contains("N-19") && ruling.IsBroken).ShouldBe(isBroken);

    [Fact]
    public void An_empty_reason_is_a_note()
        => Rulings.Of(Rulings.Budget("公务接待费1万元，比上年减少1万元，主要原因是。").Document, "D-07").ShouldBreak(Severity.Note, "主要原因是。");

    [Fact]
    public void A_quote_too_many_is_a_note()
        => Rulings.Of(Rulings.Budget("落实“十四五””规划，完成（三期）工程。").Document, "D-07").ShouldBreak(Severity.Note, "”");

    [Theory]
    [InlineData("4.开展“人民调解协议书检查”、优秀调解案例”活动。", "”活动")]
    [InlineData("4.开展“人民调解协议书检查、“优秀调解案例”活动。", "“人民")]
    [InlineData("1）开展人民调解（含行业调解））活动。", "）活动")]
    public void The_mark_without_a_partner_is_shown(string paragraph, string from)
    {
        SampleText text = Rulings.Budget(paragraph);

        Place place = Rulings.Of(text.Document, "D-07").ShouldHaveSingleItem().Passages.ShouldHaveSingleItem().Place;

        text.Source[place.Span!.Value.Start..].ShouldStartWith(from);
    }

    [Fact]
    public void An_amount_that_breaks_off_is_a_note()
        => Rulings.Of(Rulings.Budget(
            "1.公共法律服务30.00万元，上年30.00万元，主要公共法律服务。2023年当年预算执行数为15.00万。",
            "2.其他教育支出25.00万元，上年25.00万元，主要其他教育支出。2023年当年预算执行数为0.00。",
            "3.计划生育服务20.00万元，上年20.00万元，主要计划生育服务。2023年当年预算执行数为。",
            "4.科普活动10.00万元，上年10.00万元，比去年少2万元。", "5.住房公积金384.67万元，上年350.35万元，增加34.32万元。", "6.购房补贴334.08万元，上年320.17万元。")
            .Document, "D-07").ShouldBreak(Severity.Note, "执行数为15.00万。", "执行数为0.00。", "执行数为。");

    [Fact]
    public void Bare_amounts_of_a_text_in_one_unit_break_off_nowhere()
        => Rulings.Of(Rulings.Budget("以下单位均为万元。", "其他教育支出2023年执行数为12.00。", "科普活动2023年执行数为10.00。").Document, "D-07").ShouldHold();

    [Fact]
    public void A_cell_that_ends_before_its_sentence_does_is_a_note()
    {
        SampleText text = Rulings.Budget();
        text.Table("绩效表", "performance-targets", 2, ["项目", "内容"],
            "任务 | 1.推进社保卡并行并发；2.全面推进使用社保卡发放社会保险待遇。",
            "目标 | 目标1：做好日常工作 目标2：全面推进使用社保卡发放社会保险待");

        Rulings.Of(text.Document, "D-08").ShouldBreak(Severity.Note, "全面推进使用社保卡发放社会保险待");
    }

    [Fact]
    public void A_short_name_within_a_longer_one_is_not_cut_off()
    {
        SampleText text = Rulings.Budget();
        text.Table("绩效表", "performance-targets", 2, ["项目", "内容"],
            "名称 | 社会保障投诉咨询服务中心工作经费", "用途 | 解决社会保障投诉咨询服务中心工作经费缺口，保障运行。");

        Rulings.Of(text.Document, "D-08").ShouldHold();
    }
}
