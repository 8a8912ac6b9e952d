using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Reports;

public sealed class HtmlReportTests
{
    private static readonly RuleBook Rules = new(
    [
        new Rule(
            "N-20", "narrative", new Bilingual("未填写的模板文字", "Template text left unfilled"), new Bilingual("须删去不适用的词。", "Strike what does not apply."),
            "增长（下降）", Tolerance.Logical, Severity.Error, null, null, ["增长（下降）27.78%"], "rules.yaml:1"),
    ]);

    [Fact]
    public void The_page_is_without_parse_errors_for_one_document_and_for_many()
    {
        // Strict parsing throws at the first error.
        Parse(Whole()).Title.ShouldBe("预决算公开核对报告");
        Parse(Overview(12)).QuerySelectorAll("article").Length.ShouldBe(12);
    }

    [Fact]
    public void Every_anchor_is_unique_and_every_link_leads_somewhere()
    {
        IHtmlDocument whole = Parse(Whole(overview: "../report.html")), overview = Parse(Overview(2));
        List<string> inWhole = Anchors(whole), inOverview = Anchors(overview);

        inWhole.ShouldBeUnique();
        inOverview.ShouldBeUnique();
        Links(whole).Except(inWhole.Select(id => "#" + id)).ShouldBe(["../report.html#x0000000000000001"]);
        inOverview.ShouldContain("x0000000000000001");
        Links(overview).Where(link => link.StartsWith('#')).Except(inOverview.Select(id => "#" + id)).ShouldBeEmpty();
        Links(overview).Where(link => !link.StartsWith('#')).Distinct()
            .Except(inWhole.SelectMany(id => (string[])[$"report/0000000000000001.html#{id}", $"report/0000000000000002.html#{id}"]))
            .ShouldBe(["report/0000000000000001.html", "report/0000000000000002.html"]);
    }

    [Fact]
    public void The_page_of_all_documents_lists_each_and_shows_discrepancies_where_there_are_any()
    {
        MinedDocument clean = Sample(1) with { Discrepancies = [] };
        MinedDocument refused = Refusals.Of(new FileIdentity("in/2.doc", new string('2', 64), MediaTypes.LegacyOffice), Reading.Failed(ReadingProblem.UnsupportedType));
        IHtmlDocument page = Parse(Overview([clean, refused, Sample(3)], left: 7));

        page.QuerySelectorAll(".list tbody tr").Select(row => row.QuerySelector("a")?.GetAttribute("href")).ShouldBe(
            ["report/0000000000000001.html", null, "#x0000000000000003"]);
        page.QuerySelectorAll(".list tbody tr")[1].TextContent.ShouldContain("Save it as PDF");
        page.QuerySelectorAll("article").Length.ShouldBe(1);
        page.QuerySelectorAll(".card").Length.ShouldBe(4);
        page.QuerySelector(".partial .en")!.TextContent.ShouldContain("7 documents are not in here");
    }

    [Fact]
    public void Words_of_the_document_never_become_markup()
    {
        string html = Whole(SampleBudget.Create().Mine("in/<b>&'\".txt"));

        html.ShouldContain("卫生支出</mark>&lt;2.75&gt;万元 &amp; 住房");
        html.ShouldNotContain("<b>&'");
    }

    [Fact]
    public void A_card_marks_the_sentence_and_shows_the_arithmetic()
    {
        var card = Parse(Whole()).QuerySelector(".card")!;

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
        var rows = Parse(Whole()).QuerySelectorAll(".card .excerpt tbody tr");

        rows.Select(row => row.QuerySelectorAll("td")[1].TextContent).ShouldBe(["合计", "社会保障和就业支出", "卫生健康支出", "住房保障支出"]);
        rows[2].QuerySelector("td.here")!.TextContent.ShouldBe("2.57");
        rows[2].QuerySelectorAll("td.part").Select(cell => cell.TextContent).ShouldBe(["2.75", ""]);
    }

    [Fact]
    public void The_narrative_marks_every_figure_with_its_verdict_and_what_holds_it()
    {
        var marks = Parse(Whole()).QuerySelectorAll("#d1-narrative .text mark");

        marks.Length.ShouldBe(11);
        marks[2].ClassName.ShouldBe("ver");
        marks[2].GetAttribute("data-o").ShouldBe("o1");
        marks[2].GetAttribute("title").ShouldBe("增减率 · 收入总额 · 2024 · 已核对\nN-06 14.12 / (87.84 - 14.12) = 19.15%");
    }

    [Fact]
    public void What_was_not_checked_is_listed_under_its_reason() =>
        Parse(Whole()).QuerySelectorAll("#d1-unchecked .reason summary .zh").Select(reason => reason.TextContent)
            .ShouldContain("另一方数字未在文中出现");

    [Fact]
    public void The_same_documents_give_the_same_bytes() => (Overview(3) + Whole()).ShouldBe(Overview(3) + Whole());

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

        Parse(Whole(failed)).QuerySelector(".failed")!.TextContent.ShouldContain("Run OCR first.");
    }

    [Fact]
    public void Pages_are_told_where_there_are_any()
    {
        var words = PlacedText.FromRegions("第一页", [.. Enumerable.Repeat(new Region(9, new Box(0, 0, 1, 1)), 3)]);
        var document = new Document("", "", null, "other", 9, [new Paragraph(0, [], words, ParagraphKind.Body, 0, "")], []);
        MinedDocument mined = Sample(1) with { Document = document, Figures = [], Facts = [], Ledger = [], Discrepancies = [] };

        Parse(Whole(mined)).QuerySelector("#d1-narrative .sheet .zh")!.TextContent.ShouldBe("第9页 ");
    }

    [BrowserFact]
    public void A_browser_shows_the_cards_and_both_languages()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(Browser.Dom(Whole(language: Language.En)));

        page.QuerySelectorAll(".card").Length.ShouldBe(4);
        page.DocumentElement.GetAttribute("data-lang").ShouldBe("en");
        page.QuerySelectorAll("mark[title]").ShouldBeEmpty("the script has taken over what the titles say");
    }

    [BrowserFact]
    public void A_browser_opens_the_part_that_a_link_leads_into_in_the_language_that_was_chosen()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(Browser.Dom(Whole(), "?en#d1-o4"));

        page.GetElementById("d1-ledger")!.HasAttribute("open").ShouldBeTrue();
        page.GetElementById("d1-tables")!.HasAttribute("open").ShouldBeFalse();
        page.DocumentElement.GetAttribute("data-lang").ShouldBe("en");
    }

    private static MinedDocument Sample(int number) =>
        SampleBudget.Create().Mine(FormattableString.Invariant($"in/{number}.txt")) with { Id = number.ToString("x16", CultureInfo.InvariantCulture) };

    private static string Whole(MinedDocument? mined = null, Language language = Language.Zh, string? overview = null)
    {
        using var writer = new StringWriter();
        HtmlReport.WriteDocument(mined ?? Sample(1), language, writer, Rules, overview);
        return writer.ToString();
    }

    private static string Overview(int count) => Overview([.. Enumerable.Range(1, count).Select(Sample)]);

    private static string Overview(ImmutableArray<MinedDocument> documents, int left = 0)
    {
        using var writer = new StringWriter();
        HtmlReport.WriteOverview([.. documents.Select(EntryOf)], Language.Zh, writer, Rules, left);
        return writer.ToString();
    }

    private static HtmlEntry EntryOf(MinedDocument mined) => new(
        mined.Path,
        Recording.Of(mined).Document,
        HtmlCounts.OfFigures(mined).Counts,
        Counts<Severity>.Of(mined.Discrepancies.Select(found => found.Severity)),
        0,
        () => mined);

    private static List<string> Anchors(IHtmlDocument page) => [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];

    private static List<string> Links(IHtmlDocument page) => [.. page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)];

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);
}
