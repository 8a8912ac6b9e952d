using System.Text;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Documents.Html;

/// <summary>Pages as sites publish them.</summary>
public sealed class PublishedPagesTests
{
    [Fact]
    public void The_title_with_another_body_above_it_is_no_heading_of_the_site()
        => Pages.Of("<html><head><title>沣岭县文化和旅游局2023年度部门决算</title></head><body><h3>苍桐县农业农村局2023年度部门决算</h3><p>来源：县文化和旅游局</p>"
            + "<p><b>沣岭县文化和旅游局2023年度部门决算</b></p><p>本年收入合计5.00万元。</p></body></html>").Paragraphs.First().Content.Text.ShouldBe("苍桐县农业农村局2023年度部门决算");

    [Fact]
    public void Of_a_site_s_page_only_what_it_publishes_is_left()
    {
        Document document = Pages.Sample("site.html");

        Pages.Text(document).ShouldBe(
        [
            "# 青萝县档案馆2024年部门预算",
            "# 一、收支预算总体情况",
            "2024年收入预算87.84万元，比上年增加14.12万元，增长19.15%。",
            "# 二、部门支出总表",
            "> 单位：万元",
            "科目名称 | 合计 | 基本支出 | 项目支出",
            "合计 | 87.84 | 72.84 | 15.00",
            "社会保障和就业支出 | 87.84 | 72.84 | 15.00",
            "附件：1.2024年部门预算公开表.xls",
            "2.项目绩效目标表",
        ]);
        (document.Title, document.Organisation, document.FiscalYear, document.Genre)
            .ShouldBe(("青萝县档案馆2024年部门预算", "青萝县档案馆", 2024, "department-budget"));
    }

    [Fact]
    public void The_files_that_a_page_offers_are_named_with_their_places()
    {
        Document document = Pages.Sample("site.html");
        string source = Pages.File("site.html").Decode().Text;

        document.Attachments.Select(file => (file.Name, file.Href)).ShouldBe(
            [("1.2024年部门预算公开表.xls", "./P020240206.xls"), ("2.项目绩效目标表", "/download?id=77&name=targets.pdf")]);
        document.Attachments.Select(file => source[file.Place.Span!.Value.Start..file.Place.Span.Value.End])
            .ShouldBe(["1.2024年部门预算公开表.xls", "2.项目绩效目标表"]);
        document.Remarks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p>附件：<a href=\"files/2024.pdf\">云浦县2024年政府预算公开.pdf</a></p>", "云浦县2024年政府预算公开.pdf")]
    [InlineData("<iframe src=\"/viewer/web.html?file=/f/2024%E9%A2%84%E7%AE%97.pdf\"></iframe>", "web.html")]
    [InlineData("<a href=\"/attach/8812\">2024年政府预算.xlsx</a>", "2024年政府预算.xlsx")]
    [InlineData("<embed src=\"/f/2024%E9%A2%84%E7%AE%97.pdf\">", "2024预算.pdf")]
    public void A_page_that_only_hands_out_files_is_mined_and_says_so(string content, string name)
    {
        string page = $"<html><head><title>云浦县2024年政府预算公开</title></head><body><h1>云浦县2024年政府预算公开</h1>{content}</body></html>";
        MinedDocument mined = Mining.Mine(Pipeline.LoadDefault(), SourceFile.From("x.html", Encoding.UTF8.GetBytes(page)), "x.html");

        mined.Status.ShouldBe(MiningStatus.Mined);
        mined.Document!.Attachments.Single().Name.ShouldBe(name);
        mined.Document.Remarks.ShouldHaveSingleItem().ShouldContain("1 attachment");
        mined.Document.Title.ShouldBe("云浦县2024年政府预算公开");
        mined.Figures.ShouldAllBe(figure => figure.Role == FigureRole.Other);
        mined.Discrepancies.ShouldBeEmpty();
    }

    [Fact]
    public void A_table_of_amounts_is_never_taken_for_a_site_s_own()
        => Pages.Text(Pages.Of(
            "<body><p>某局2024年预算</p><p>收入情况说明如下，共一张表。</p><div class='footer nav'><table><tr><td>收入</td><td>1,200.50</td></tr><tr><td>支出</td><td>1,200.50</td></tr>"
            + "<tr><td>结余</td><td>0.00</td></tr></table><p>版权所有 某局</p></div></body>"))
            .ShouldBe(["# 某局2024年预算", "收入情况说明如下，共一张表。", "收入 | 1,200.50", "支出 | 1,200.50", "结余 | 0.00"]);

    [Fact]
    public void A_title_that_only_machines_are_told_is_the_first_heading()
    {
        const string Page = "<html><head><meta name='ArticleTitle' content='朗溪县财政局2023年部门决算'></head><body><p>2023年度收入总计300.00万元，支出总计300.00万元。</p></body></html>";
        Document document = Pages.Of(Page);

        document.Title.ShouldBe("朗溪县财政局2023年部门决算");
        document.Paragraphs.First().Content.Place.Span!.Value.Start.ShouldBe(Page.IndexOf("朗溪县", StringComparison.Ordinal));
    }

    [Fact]
    public void Prose_and_lists_of_contents_are_no_menus()
        => Pages.Text(Pages.Of(
            "<body><h1>某局2024年部门预算</h1><p>目录</p><ul><li><a href='#a'>第一部分 部门概况</a></li><li><a href='#b'>第二部分 预算表</a></li><li><a href='#c'>第三部分 名词解释</a></li></ul>"
            + "<h2>第一部分 部门概况</h2><p>来源于财政拨款的收入为12万元，打印机2台。</p><h2>第二部分 预算表</h2><p>无。</p><h2>第三部分 名词解释</h2><p>财政拨款收入：指财政拨付的资金。</p></body>"))
            .ShouldBe(
            [
                "# 某局2024年部门预算", "- 目录", "- 第一部分 部门概况", "- 第二部分 预算表", "- 第三部分 名词解释",
                "# 第一部分 部门概况", "来源于财政拨款的收入为12万元，打印机2台。", "# 第二部分 预算表", "无。", "# 第三部分 名词解释", "财政拨款收入：指财政拨付的资金。",
            ]);

    [Fact]
    public void A_page_of_nothing_but_links_shows_them()
        => Pages.Text(Pages.Of("<body><ul><li><a href=1.html>教育局2024年预算</a><li><a href=2.html>民政局2024年预算</a><li><a href=3.html>卫健局2024年预算</a></ul></body>"))
            .Length.ShouldBe(3);
}
