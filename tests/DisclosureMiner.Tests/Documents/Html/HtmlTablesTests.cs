using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Documents.Html;

/// <summary>Tables of pages: spans, missing tags, tables within tables.</summary>
public sealed class HtmlTablesTests
{
    [Fact]
    public void Tables_that_lay_a_page_out_give_their_content_in_reading_order()
        => Pages.Text(Pages.Sample("layout.html")).ShouldBe(
        [
            "# 河亭区文化馆2025年单位预算",
            "# 一、收支总体情况",
            "2025年收入总预算120.00万元，支出总预算120.00万元。",
            "# 二、收支总表",
            "> 收支总表（单位：万元）",
            "项目 | 预算数",
            "一般公共预算拨款 | 100.00",
            "事业收入 | 20.00",
            "总计 | 120.00",
            "三、名词解释",
        ]);

    [Theory]
    [InlineData("<tr><td rowspan=2>甲<td>1.5<tr><td>2.5", "甲 | 1.5", "^ | 2.5")]
    [InlineData("<tr><td rowspan=0>甲<td>1.5<tr><td>2.5<tr><td>3.5", "甲 | 1.5", "^ | 2.5", "^ | 3.5")]
    [InlineData("<tr><td rowspan=9>甲<td>1.5<tr><td>2.5</tbody><tbody><tr><td>乙<td>3.5", "甲 | 1.5", "^ | 2.5", "乙 | 3.5")]
    [InlineData("<tr><td colspan=50>支出表<tr><td>甲<td>1.5", "支出表 | ^", "甲 | 1.5")]
    [InlineData("<tr><td colspan=0>甲<td>1.5<tr><td>乙<td>2.5", "甲 | 1.5", "乙 | 2.5")]
    [InlineData("<tr><td>甲<td rowspan=2>1.5<tr><td colspan=2>乙<td>2.5", "甲 | 1.5 | ", "乙 | ^ | 2.5")]
    [InlineData("<tr><td colspan=2>甲<td>1.5<tr><td colspan=2>乙<td>2.5", "甲 | 1.5", "乙 | 2.5")]
    [InlineData("<tr><td rowspan=2>甲<td rowspan=2>1.5<tr><tr><td>乙<td>2.5", "甲 | 1.5", "乙 | 2.5")]
    [InlineData("<tr><td>甲<td>1.5<td>2.5<tr><td>乙", "甲 | 1.5 | 2.5", "乙 |  | ")]
    [InlineData("<tr><td>甲<td rowspan='两'>1.5<td colspan='2a'>2.5<tr><td>乙<td>3<td>4<td>5", "甲 | 1.5 | 2.5 | ^", "乙 | 3 | 4 | 5")]
    public void Spans_are_spread_as_browsers_spread_them(string rows, params string[] grid) =>
        Pages.Rows($"<body><table>{rows}</table></body>").ShouldBe(grid);

    [Fact]
    public void The_foot_of_a_table_comes_last_wherever_it_is_written()
        => Pages.Rows("<table><tfoot><tr><td>合计<td>3.5</tfoot><tbody><tr><td>甲<td>3.5</tbody><thead><tr><th>项目<th>金额</thead></table>")
            .ShouldBe(["项目 | 金额", "甲 | 3.5", "合计 | 3.5"]);

    [Fact]
    public void A_table_within_a_cell_of_data_stays_a_table_of_its_own()
    {
        Document document = Pages.Of(
            "<body><table><tr><td>项目名称<td>数字档案馆<tr><td>资金<td>15.5万元<table><tr><td>年度<td>金额<tr><td>2023<td>7.5<tr><td>2024<td>8.0</table><tr><td>联系人<td>张某</table></body>");

        document.Tables.Select(table => string.Join(" / ", Pages.Rows(table)))
            .ShouldBe(["项目名称 | 数字档案馆 / 资金 | 15.5万元 / 联系人 | 张某", "年度 | 金额 / 2023 | 7.5 / 2024 | 8.0"]);
    }

    [Fact]
    public void A_column_of_prose_and_a_framed_page_are_no_tables()
    {
        Pages.Text(Pages.Of("<body><table><tr><td><p>某局2024年预算</p><p>收入12.5万元，支出12.5万元。</p></td></tr><tr><td>说明见下。</td></tr></table></body>"))
            .ShouldBe(["# 某局2024年预算", "收入12.5万元，支出12.5万元。", "说明见下。"]);
        string prose = string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>{i}、本单位负责第{i}项工作，包括组织、协调、监督和指导有关事宜。</p>"));
        Pages.Of($"<body><table><tr><td><p>概况</p></td><td>{prose}</td></tr></table></body>").Tables.ShouldBeEmpty();
    }

    [Fact]
    public void The_text_of_a_cell_is_one_line_without_what_only_refers_to_notes()
        => Pages.Rows("<table><tr><td>一般公共<br>预算<sup>①</sup></td><td>1,200.50<sup>[2]</sup></td></tr><tr><td>面积（m<sup>2</sup>）</td><td>&nbsp;300.00&ensp;</td></tr></table>")
            .ShouldBe(["一般公共 预算 | 1,200.50", "面积（m2） | 300.00"]);

    [Fact]
    public void Blank_cells_stand_where_their_content_would_stand()
    {
        const string Page = "<table><tr><td>甲</td><td>1.5</td></tr><tr><td>乙</td><td class=x>&nbsp;</td></tr></table>";
        Cell blank = Pages.Of(Page).Tables.Single().Grid[1][1]!;

        (blank.Type, blank.Place.Span!.Value.Start).ShouldBe((CellType.Blank, Page.IndexOf("&nbsp;", StringComparison.Ordinal)));
    }
}
