using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Reports;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Reports;

public sealed class HtmlReportTests
{
    private static readonly RuleBook Rules = new(
    [
        new Rule(
            "N-20", "narrative", new Bilingual("未填写的模板文字", "Template text left unfilled"), new Bilingual("须删去不适用的词。", "Strike what does not apply."),
            "增长（下降）", Tolerance.Logical, Severity.Error, false, null, null, ["增长（下降）27.78%"], "rules.yaml:1"),
    ]);

    [Fact]
    public void The_page_is_without_parse_errors_for_one_document_and_for_many()
    {
        // Strict parsing throws at the first error.
        Parse(Report(1)).Title.ShouldBe("预决算公开核对报告");
        Parse(Report(12)).QuerySelectorAll("article").Length.ShouldBe(12);
    }

    [Fact]
    public void Every_anchor_is_unique_and_every_link_leads_somewhere()
    {
        IHtmlDocument page = Parse(Report(2));
        var anchors = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        anchors.ShouldBeUnique();
        page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")![1..]).Except(anchors).ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_the_document_never_become_markup()
    {
        MinedDocument mined = SampleBudget.Create().Mine("in/<b>&'\".txt");
        string html = Report([mined]);

        html.ShouldContain("卫生支出</mark>&lt;2.75&gt;万元 &amp; 住房");
        html.ShouldNotContain("<b>&'");
    }

    [Fact]
    public void A_card_marks_the_sentence_and_shows_the_arithmetic()
    {
        var card = Parse(Report(1)).QuerySelector(".card")!;

        card.QuerySelector("blockquote")!.InnerHtml.ShouldBe(
            """
            2024年机关运行经费预算总额<mark class="part unc"><a href="#d1-f5">6.17万元</a></mark>，比上年预算减少<mark class="part unc"><a href="#d1-f6">1.15万元</a></mark>，<mark class="here con"><a href="#d1-f7">增长（下降）%</a></mark>。
            """.Trim());
        card.QuerySelector(".arithmetic")!.InnerHtml.ShouldBe(
            """
            <div class="wide"><dt><span class="zh" lang="zh">应成立的关系</span><span class="en" lang="en">What should hold</span></dt><dd class="num" lang="zh">-1.15 / (6.17 + 1.15)</dd></div><div><dt><span class="zh" lang="zh">列示</span><span class="en" lang="en">Printed</span></dt><dd class="num">增长（下降）%</dd></div><div><dt><span class="zh" lang="zh">计算</span><span class="en" lang="en">Computed</span></dt><dd class="num"><span class="zh" lang="zh">下降15.71%</span><span class="en" lang="en">a decline of 15.71%</span></dd></div><div><dt><span class="zh" lang="zh">按印出位数推算的范围</span><span class="en" lang="en">what the printed digits allow</span></dt><dd class="num"><span class="zh" lang="zh">-15.787% 至 -15.634%</span><span class="en" lang="en">-15.787% to -15.634%</span></dd></div>
            """.Trim());
        card.QuerySelector("a.rule")!.GetAttribute("href").ShouldBe("#rule-N-20");
    }

    [Fact]
    public void A_card_about_a_cell_shows_its_row_between_its_neighbours_and_the_total()
    {
        var rows = Parse(Report(1)).QuerySelectorAll(".card .excerpt tbody tr");

        rows.Select(row => row.QuerySelectorAll("td")[1].TextContent).ShouldBe(["合计", "社会保障和就业支出", "卫生健康支出", "住房保障支出"]);
        rows[2].QuerySelector("td.here")!.TextContent.ShouldBe("2.57");
        rows[2].QuerySelectorAll("td.part").Select(cell => cell.TextContent).ShouldBe(["2.75", ""]);
    }

    [Fact]
    public void The_narrative_marks_every_figure_with_its_verdict_and_what_holds_it()
    {
        var marks = Parse(Report(1)).QuerySelectorAll("#d1-narrative .text mark");

        marks.Length.ShouldBe(11);
        marks[2].ClassName.ShouldBe("ver");
        marks[2].GetAttribute("data-o").ShouldBe("o1");
        marks[2].GetAttribute("title").ShouldBe("增减率 · 收入总额 · 2024 · 已核对\nN-06 14.12 / (87.84 - 14.12) = 19.15%");
    }

    [Fact]
    public void What_was_not_checked_is_listed_under_its_reason() =>
        Parse(Report(1)).QuerySelectorAll("#d1-unchecked .reason summary .zh").Select(reason => reason.TextContent)
            .ShouldContain("另一方数字未在文中出现");

    [Fact]
    public void The_same_documents_give_the_same_bytes() => Report(3).ShouldBe(Report(3));

    [Fact]
    public void A_file_that_could_not_be_read_says_why()
    {
        MinedDocument failed = SampleBudget.Create().Mine() with
        {
            Status = MiningStatus.NeedsOcr,
            Document = null,
            Figures = [],
            Facts = [],
            Ledger = [],
            Discrepancies = [],
            Error = new MiningError("pictures-only", new Bilingual("请先做文字识别。", "Run OCR first.")),
        };

        Parse(Report([failed])).QuerySelector(".failed")!.TextContent.ShouldContain("Run OCR first.");
    }

    [BrowserFact]
    public void A_browser_shows_the_cards_and_both_languages()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(Browser.Dom(Report(1, "en")));

        page.QuerySelectorAll(".card").Length.ShouldBe(4);
        page.DocumentElement.GetAttribute("data-lang").ShouldBe("en");
        page.QuerySelectorAll("mark[title]").ShouldBeEmpty("the script has taken over what the titles say");
    }

    [BrowserFact]
    public void A_browser_unfolds_a_part_of_many_documents_when_a_link_leads_into_it()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(Browser.Dom(Report(12), "#d7-o4"));

        page.GetElementById("d7-o4")!.ClassName.ShouldBe("con");
        page.GetElementById("d7-ledger")!.HasAttribute("open").ShouldBeTrue();
        page.GetElementById("d8-o4").ShouldBeNull("what nobody opened stays folded");
    }

    private static string Report(int count, string language = "zh") =>
        Report([.. Enumerable.Range(1, count).Select(i => SampleBudget.Create().Mine(FormattableString.Invariant($"in/{i}.txt")))], language);

    private static string Report(ImmutableArray<MinedDocument> documents, string language = "zh")
    {
        using var writer = new StringWriter();
        HtmlReport.Write(documents, language, writer, Rules);
        return writer.ToString();
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);
}
