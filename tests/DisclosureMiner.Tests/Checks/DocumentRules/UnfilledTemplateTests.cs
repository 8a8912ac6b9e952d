using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks.DocumentRules;

public sealed class UnfilledTemplateTests
{
    [Fact]
    public void A_filled_text_holds_once()
        => Rulings.Of(Rulings.Budget("2025年收入预算10万元，比上年增加1万元，增长11.11%。").Document, "D-05").ShouldHold();

    [Fact]
    public void All_unfilled_places_of_one_sentence_are_one_error()
        => Rulings.Of(Rulings.Budget("“三公”经费0万元，同比增加（减少）0万元，增长（下降）0%。").Document, "N-20")
            .ShouldBreak(Severity.Error, "增加（减少）", "增长（下降）");

    [Fact]
    public void A_reason_left_open_beside_a_missing_number_is_the_same_error()
        => Rulings.Of(Rulings.Budget("收入预算10万元，比上年增长%，主要原因是XXXX。").Document, "N-20").ShouldBreak(Severity.Error, "%", "XXXX");

    [Fact]
    public void A_sentence_with_numbers_is_led_by_the_rule_of_the_narrative()
        => Rulings.Of(Rulings.Budget("预算减少1.15万元，增长（下降）%。").Document, "D-05").ShouldHaveSingleItem().Rules.ShouldBe(["N-20", "D-05"]);

    [Fact]
    public void A_name_left_open_in_many_places_is_one_error()
    {
        SampleText text = Rulings.Budget();
        text.Heading(1, "第一部分 上海市XX局概况");
        text.Heading(1, "第二部分 上海市XX局 2025年预算表");

        Rulings.Of(text.Document, "D-05").ShouldBreak(Severity.Error, "XX", "XX");
    }

    [Fact]
    public void Heads_and_labels_of_tables_may_offer_alternatives()
    {
        SampleText text = Rulings.Budget("2025年收入预算10万元。");
        text.Heading(2, "二、收入增加（减少）情况");
        text.Table("收支表", "other", 1, ["项目", "增加（减少）%"], "现金净增加（减少）额 | 5.00", "资产增加（减少） | 3.00");

        Rulings.Of(text.Document, "D-05").ShouldHold();
    }

    [Fact]
    public void The_blanks_of_a_form_wait_for_a_pen()
    {
        SampleText text = Rulings.Budget("2025年收入预算10万元。");
        text.Table("项目申报表", "performance-targets", 2, ["项目", "内容"], "变动情况 | 1. 无变动 2. 有变动 ，变动情况及理由是：_____", "期限 | （从 年至 年）");

        Rulings.Of(text.Document, "D-05").ShouldHold();
    }

    [Fact]
    public void A_sentence_about_money_in_a_form_is_filled_or_not()
    {
        SampleText text = Rulings.Budget("2025年收入预算10万元。");
        text.Table("项目申报表", "performance-targets", 2, ["项目", "内容"], "测算 | 每人5万元，共计××万元。");

        Rulings.Of(text.Document, "D-05").ShouldBreak(Severity.Error, "××万元");
    }

    [Fact]
    public void A_blank_form_is_a_template_and_a_forgotten_line_is_not()
    {
        string blank = "本年收入合计XXX万元，其中：财政拨款收入XXX万元，占XX%。";
        string filled = "本年收入合计10.00万元，其中：财政拨款收入9.00万元，占90%；事业收入1.00万元，占10%。";

        Mined(string.Concat(Enumerable.Repeat(blank, 5))).Status.ShouldBe(MiningStatus.Template);
        Mined(blank + string.Concat(Enumerable.Repeat(filled, 5))).Status.ShouldBe(MiningStatus.Mined);

        static MinedDocument Mined(string prose) => Mining.Mine(
            Pipeline.LoadDefault(), SourceFile.From("form.txt", Encoding.UTF8.GetBytes("青萝市交通运输局2025年部门预算\n\n" + prose)), "form.txt");
    }

    [Fact]
    public void Every_passage_stands_where_it_says()
    {
        SampleText text = Rulings.Budget("收入持平。比上年预算减少 1.15 万元，增长（ 下降 ） %。");
        Passage passage = Rulings.Of(text.Document, "D-05").ShouldHaveSingleItem().Passages.ShouldHaveSingleItem();

        TextSpan span = passage.Place.Span!.Value;
        text.Source[span.Start..span.End].ShouldBe("增长（ 下降 ） %");
        passage.Sentence.Substring(passage.Start, passage.Text.Length).ShouldBe(passage.Text);
    }
}
