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

    [Theory]
    [InlineData("75,000,000.0\n0", "75,000,000.00")]
    [InlineData("90,00\n0,000\n.00", "90,000,000.00")]
    [InlineData("-6,074,614.6\n0 ", "-6,074,614.60")]
    [InlineData("100\n,00\n5,0\n00.\n00", "100,005,000.00")]
    [InlineData("100.0\n0%", "100.00%")]
    [InlineData("350,000,000.00\n-6,301,987.16", "350,000,000.00 -6,301,987.16")]
    [InlineData("2018\n2019", "2018 2019")]
    [InlineData("1,000.00\n5,000.00", "1,000.00 5,000.00")]
    [InlineData("3.50<br>0", "3.50 0")]
    public void A_number_that_a_narrow_column_broke_is_one_number(string cell, string printed)
        => Pages.Rows($"<table><tr><td>甲</td><td>{cell}</td></tr><tr><td>乙</td><td>1.00</td></tr></table>")[0].ShouldBe("甲 | " + printed);

    [Fact]
    public void A_heading_on_the_last_line_of_a_printed_paragraph_is_one()
        => Pages.Text(Pages.Of("<body><p>某公司2024年年度报告</p><p>市场规模将逐渐增大。\n近三年研发投入金额</p><p>单位：元</p><p>法定代表人：某某\n2、母公司利润表</p><p>无。</p></body>"))
            .ShouldBe(["# 某公司2024年年度报告", "市场规模将逐渐增大。", "# 近三年研发投入金额", "单位：元", "法定代表人：某某", "# 2、母公司利润表", "无。"]);

    [Fact]
    public void A_question_with_boxes_between_a_heading_and_its_table_is_no_title()
        => Pages.Of("<body><p>某公司2024年年度报告</p><h3>五、募集资金使用情况</h3><p>√ 适用 □ 不适用</p><p>单位：万元</p><table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1.50</td></tr></table></body>")
            .Tables.Single().Title.ShouldBe("募集资金使用情况");
}
