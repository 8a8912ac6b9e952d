using DisclosureMiner.Documents.Pdf;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>What is put together across rows and pages.</summary>
public sealed class PdfPagesTests
{
    private static readonly double[] Columns = [100, 200, 300];

    [Fact]
    public void A_row_goes_on_where_the_page_was_full_and_the_next_one_is_not_indented()
        => Paragraphs(new PageSketch()
            .Text(120, 100, "本部门收入预算一百万元其中财政拨款九十万元")
            .Text(100, 116, "其他收入十万元。")
            .Text(120, 132, "支出预算一百万元。"))
            .ShouldBe(["本部门收入预算一百万元其中财政拨款九十万元其他收入十万元。", "支出预算一百万元。"]);

    [Fact]
    public void A_sign_that_hangs_out_of_its_line_does_not_move_the_margin()
        => Paragraphs(new PageSketch()
            .Text(120, 100, "人员经费主要包括基本工资和津贴补贴事")
            .Text(100, 116, "业单位基本养老保险缴费职业年金缴费和职工")
            .Text(100, 132, "医疗保险缴费和个人农业生产补贴公用经费的：")
            .Text(100, 148, "办公费。"))
            .ShouldBe(["人员经费主要包括基本工资和津贴补贴事业单位基本养老保险缴费职业年金缴费和职工医疗保险缴费和个人农业生产补贴公用经费的：办公费。"]);

    [Fact]
    public void A_number_that_does_not_fit_goes_to_the_next_row_as_a_whole()
        => Paragraphs(new PageSketch()
            .Text(120, 100, "本部门收入预算共计为人民币壹佰万元整合计")
            .Text(100, 116, "万元比上年增加了很多很多很多很多很多合")
            .Text(100, 132, "12,345.67万元。"))
            .ShouldBe(["本部门收入预算共计为人民币壹佰万元整合计万元比上年增加了很多很多很多很多很多合12,345.67万元。"]);

    [Fact]
    public void Ragged_English_goes_on_in_lower_case()
        => Paragraphs(new PageSketch()
            .Text(100, 100, "The City received aid of $7.1 million in the last year and expects to")
            .Text(100, 116, "receive more of it in the")
            .Text(100, 132, "next one.")
            .Text(100, 148, "State aid fell."))
            .ShouldBe(["The City received aid of $7.1 million in the last year and expects to receive more of it in the next one.", "State aid fell."]);

    [Fact]
    public void A_paragraph_goes_on_over_a_page_break()
        => Paragraphs(
            new PageSketch().Text(100, 700, "本部门收入预算一百万元其中财政拨款九十万元，"),
            new PageSketch(2).Text(100, 100, "其他收入十万元，本部门支出预算一百万元整，全部用于项目支出。"))
            .Length.ShouldBe(1);

    [Fact]
    public void A_numbered_heading_begins_a_page_however_full_the_line_before_it_was()
        => Paragraphs(
            new PageSketch().Text(100, 700, "法定代表人：某某    主管会计工作负责人：某某某"),
            new PageSketch(2).Text(100, 100, "4、母公司利润表").Text(120, 130, "单位：元"))
            .ShouldBe(["法定代表人：某某  主管会计工作负责人：某某某", "4、母公司利润表", "单位：元"]);

    [Fact]
    public void Page_numbers_and_what_every_page_repeats_are_dropped()
    {
        PageSketch[] pages = [.. Enumerable.Range(1, 4).Select(n => new PageSketch(n)
            .Text(200, 40, "青萝市档案馆部门预算").Text(100, 200, $"第{"一二三四"[n - 1]}段说明。").Text(290, 780, $"- {n} -"))];

        Paragraphs(pages).ShouldBe(["第一段说明。", "第二段说明。", "第三段说明。", "第四段说明。"]);
    }

    [Fact]
    public void An_amount_at_the_foot_of_a_table_is_no_page_number()
        => new PageSketch().Grid(Columns, [720, 740, 760, 780]).Text(105, 734, "项目").Text(205, 734, "金额").Text(105, 754, "甲").Text(250, 754, "3").Text(105, 774, "合计").Text(250, 774, "3")
            .Table[2].ShouldBe("合计|3");

    [Fact]
    public void A_table_goes_on_over_a_page_break_with_its_heads_printed_again()
        => Tables(
            new PageSketch().Grid(Columns, [700, 720, 740]).Text(105, 714, "项目").Text(205, 714, "金额").Text(105, 734, "甲").Text(250, 734, "1.00"),
            new PageSketch(2).Grid(Columns, [50, 70, 90]).Text(105, 64, "项目").Text(205, 64, "金额").Text(105, 84, "乙").Text(250, 84, "2.00"))
            .ShouldBe(["项目|金额/甲|1.00/乙|2.00"]);

    [Fact]
    public void A_table_goes_on_without_them_and_under_its_title_printed_again()
        => Tables(
            new PageSketch().Text(150, 90, "收支总表", 14).Grid(Columns, [100, 120, 140]).Text(105, 114, "项目").Text(205, 114, "金额").Text(105, 134, "甲").Text(250, 134, "1.00"),
            new PageSketch(2).Text(150, 90, "收支总表", 14).Grid(Columns, [100, 120, 140]).Text(105, 114, "乙").Text(250, 114, "2.00").Text(105, 134, "丙").Text(250, 134, "4.00"),
            new PageSketch(3).Grid(Columns, [50, 70, 90]).Text(105, 64, "丁").Text(250, 64, "3.00").Text(105, 84, "合计").Text(250, 84, "10.00"))
            .ShouldBe(["项目|金额/甲|1.00/乙|2.00/丙|4.00/丁|3.00/合计|10.00"]);

    [Fact]
    public void A_table_under_another_title_is_another_one()
        => Tables(
            new PageSketch().Grid(Columns, [100, 120, 140]).Text(105, 114, "甲").Text(250, 114, "1.00"),
            new PageSketch(2).Text(150, 90, "收入总表", 14).Grid(Columns, [100, 120, 140]).Text(105, 114, "乙").Text(250, 114, "2.00"))
            .Length.ShouldBe(2);

    [Fact]
    public void What_is_left_of_a_row_that_the_page_break_cut_is_no_row()
        => Tables(
            new PageSketch().Grid(Columns, [700, 720, 740]).Text(105, 714, "项目").Text(205, 714, "金额").Text(105, 734, "甲").Text(250, 734, "1.00"),
            new PageSketch(2).Grid(Columns, [50, 60, 80]).Text(105, 74, "乙").Text(250, 74, "2.00"))
            .ShouldBe(["项目|金额/甲|1.00/乙|2.00"]);

    [Fact]
    public void A_row_that_the_page_break_cut_in_its_midst_is_one_row()
        => Tables(
            new PageSketch().Grid(Columns, [700, 720, 740]).Text(105, 714, "项目").Text(205, 714, "金额").Text(130, 734, "住房公积金管").Text(250, 734, "1.00"),
            new PageSketch(2).Grid(Columns, [50, 70, 90]).Text(105, 64, "理支出").Text(105, 84, "乙").Text(250, 84, "2.00"))
            .ShouldBe(["项目|金额/住房公积金管理支出|1.00/乙|2.00"]);

    [Theory]
    [InlineData(105, "住房公积金管", 105, "理支出", "")]
    [InlineData(130, "住房公积金管", 130, "理支出", "")]
    [InlineData(130, "住房公积金管", 105, "理支出", "2.00")]
    [InlineData(130, "住房公积金管", 105, "2.支出", "")]
    [InlineData(130, "住房公积金：", 105, "支出", "")]
    public void Rows_on_either_side_of_a_page_break_are_two_where_nothing_shows_that_one_goes_on(double x, string above, double y, string below, string amount)
        => Tables(
            new PageSketch().Grid(Columns, [700, 720, 740]).Text(105, 714, "项目").Text(205, 714, "金额").Text(x, 734, above),
            new PageSketch(2).Grid(Columns, [50, 70, 90]).Text(y, 64, below).Text(250, 64, amount).Text(105, 84, "乙").Text(250, 84, "3.00"))
            .ShouldBe([$"项目|金额/{above}|·/{below}|{(amount.Length > 0 ? amount : "·")}/乙|3.00"]);

    private static string[] Paragraphs(params PageSketch[] pages) => PageSketch.Paragraphs(pages);

    private static string[] Tables(params PageSketch[] pages) =>
        [.. TableJoins.Join(PageSketch.BlocksOf(pages)).OfType<TableBlock>().Select(table => string.Join('/', PageSketch.Rows(table.Table)))];
}
