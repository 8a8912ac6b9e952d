using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Documents.Html;

/// <summary>Pages that office programs write.</summary>
public sealed class OfficePagesTests
{
    [Fact]
    public void A_word_processor_s_page_is_read_without_its_marks()
    {
        Document document = Pages.Sample("word.html");

        Pages.Text(document).ShouldBe(
        [
            "# 云浦县退役军人事务局2025年部门预算",
            "# 一、\u00a0 机关运行经费",
            "机关运行经费12.50万元，比上年增加0.50万元，增长4.17%。",
            "> “三公”经费支出表\u00a0\u00a0\u00a0\u00a0\u00a0 单位：万元",
            "项目 | 预算数 | ^",
            "^ | 2024年 | 2025年",
            "合计 | 3.00 | 2.50",
            "公务用车购置及 运行维护费 | 2.00 | 1.60",
            "运行费 | 2.00 | ",
        ]);
        Table table = document.Tables.Single();
        (table.Title, table.Unit.Symbol, table.HeaderRows).ShouldBe(("“三公”经费支出表", "万元", 2));
        table.Columns.Select(path => string.Join('/', path)).ShouldBe(["项目", "预算数/2024年", "预算数/2025年"]);
        Reading.Lines(table.Parts[0]).ShouldBe(["合计 3.00万元 2.50万元", "公务用车购置及运行维护费 2.00万元 1.60万元", " 运行费 2.00万元 ·"]);
    }

    [Fact]
    public void A_spreadsheet_s_page_is_read_without_hidden_rows_and_columns()
    {
        Table table = Pages.Sample("sheet.html").Tables.Single();

        Pages.Rows(table).ShouldBe(
        [
            "部门支出总表 | ^ | ^",
            "单位名称：河亭区文化馆 |  | 单位：元",
            "科目名称 | 基本支出 | 项目支出",
            "合计 | 1,003,000.00 | 20,000.00",
            "文化旅游体育与传媒支出 | 1,000,000.00 | 20,000.00",
            "文化和旅游 | 1,000,000.00 | 20,000.00",
            "住房保障支出 | 3,000.00 | ",
        ]);
        (table.Title, table.Unit.Symbol).ShouldBe(("部门支出总表", "元"));
        Reading.Lines(table.Parts[0]).ShouldBe(
        [
            "合计 1003000.00元 20000.00元",
            "文化旅游体育与传媒支出 1000000.00元 20000.00元",
            " 文化和旅游 1000000.00元 20000.00元",
            "住房保障支出 3000.00元 ·",
        ]);
    }

    [Fact]
    public void Heads_and_numbers_of_printed_pages_part_neither_tables_nor_sentences()
        => Pages.Text(Pages.Sample("pages.html")).ShouldBe(
        [
            "# 朗溪县交通运输局2023年部门决算",
            "# 一、支出决算表",
            "> 单位：万元",
            "科目名称 | 合计 | 基本支出 | 项目支出",
            "合计 | 300.00 | 180.00 | 120.00",
            "公路水路运输（不含农村公路） | 200.00 | 100.00 | 100.00",
            "其他交通运输支出 | 100.00 | 80.00 | 20.00",
            "# 二、“三公”经费说明",
            "2023年“三公”经费决算3.20万元，其中公务接待费0.20万元，公务用车运行维护费3.00万元。",
        ]);

    [Fact]
    public void Bare_page_numbers_that_count_up_are_dropped_and_other_lone_numbers_kept()
    {
        Pages.Text(Pages.Of("<body><p>某局2024年预算</p><p>收入情况</p><p>3</p><p>支出情况</p><p>4</p><p>其他情况</p><p>5</p></body>"))
            .ShouldBe(["# 某局2024年预算", "# 收入情况", "# 支出情况", "其他情况"]);
        Pages.Text(Pages.Of("<body><p>某局2024年预算</p><p>收入情况</p><p>300</p><p>支出情况</p></body>")).ShouldContain("300");
    }
}
