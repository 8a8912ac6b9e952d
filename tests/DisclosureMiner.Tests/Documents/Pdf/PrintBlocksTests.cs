using DisclosureMiner.Documents.Pdf;

namespace DisclosureMiner.Tests.Documents.Pdf;

public sealed class PrintBlocksTests
{
    [Fact]
    public void Amounts_under_one_another_make_a_table_without_any_line()
        => new PageSketch()
            .Text(100, 100, "项目").Text(260, 100, "2023年").Text(360, 100, "2024年")
            .Text(100, 116, "基本支出").Right(290, 116, "3.00").Right(390, 116, "4.00")
            .Text(100, 132, "项目支出").Right(390, 132, "1,205.00")
            .Text(100, 148, "合计").Right(290, 148, "3.00").Right(390, 148, "1,209.00")
            .Table.ShouldBe(["项目|2023年|2024年", "基本支出|3.00|4.00", "项目支出|·|1,205.00", "合计|3.00|1,209.00"]);

    [Fact]
    public void Prose_with_amounts_is_no_table()
        => new PageSketch()
            .Text(100, 100, "2024年收入预算87.84万元，其中财政拨款87.84万元；")
            .Text(100, 116, "支出预算87.84万元，比上年增加14.12万元，增长19.15%。")
            .Text(100, 132, "基本支出72.84万元，项目支出15.00万元，比上年持平。")
            .Blocks.ShouldAllBe(block => block is RowBlock);

    [Fact]
    public void Three_lines_bound_a_table_with_its_heads()
        => new PageSketch()
            .Text(100, 80, "收支总表", 14)
            .Across(90, 95, 405)
            .Text(100, 102, "项目").Text(350, 102, "预算数")
            .Across(107, 95, 405)
            .Text(100, 118, "一、财政拨款").Right(400, 118, "87.84")
            .Text(100, 134, "二、其他收入")
            .Across(140, 95, 405)
            .Table.ShouldBe(["项目|预算数", "一、财政拨款|87.84", "二、其他收入|·"]);

    [Fact]
    public void Lines_under_heads_tell_their_columns_and_heads_alone_make_some()
        => new PageSketch()
            .Across(95, 95, 505)
            .Text(125, 104, "科目编码").Text(255, 111, "科目名称").Text(390, 104, "本年支出")
            .Across(108, 95, 195).Across(108, 325, 505)
            .Text(110, 118, "类").Text(170, 118, "款").Text(340, 118, "合计").Text(400, 118, "基本").Text(460, 118, "项目")
            .Across(122, 95, 505)
            .Text(106, 134, "208").Text(220, 134, "社会保障和就业支出").Right(370, 134, "5.00").Right(430, 134, "5.00")
            .Text(106, 150, "208").Text(170, 150, "05").Text(220, 150, "行政事业单位养老支出").Right(370, 150, "5.00").Right(430, 150, "5.00")
            .Across(156, 95, 505)
            .Table.ShouldBe(
            [
                "科目编码 1x2|#|科目名称|本年支出 1x3|#|#", "类|款|·|合计|基本|项目",
                "208|·|社会保障和就业支出|5.00|5.00|·", "208|05|行政事业单位养老支出|5.00|5.00|·",
            ]);

    [Fact]
    public void Names_of_one_length_do_not_cut_longer_ones()
        => new PageSketch()
            .Text(100, 100, "住房公积金").Right(400, 100, "7.00")
            .Text(100, 116, "住房补贴金").Right(400, 116, "5.00")
            .Text(100, 132, "购房补贴金").Right(400, 132, "6.00")
            .Text(100, 148, "退役安置金").Right(400, 148, "8.00")
            .Text(100, 164, "行政单位离退休人员费用").Right(400, 164, "3.00")
            .Table.ShouldBe(["住房公积金|7.00", "住房补贴金|5.00", "购房补贴金|6.00", "退役安置金|8.00", "行政单位离退休人员费用|3.00"]);

    [Fact]
    public void A_table_without_a_closing_line_goes_on_over_the_page()
        => new PageSketch()
            .Across(95, 95, 405)
            .Text(100, 104, "项目").Text(350, 104, "预算数")
            .Across(110, 95, 405)
            .Text(100, 122, "基本支出").Right(400, 122, "87.84")
            .Text(100, 138, "项目支出").Right(400, 138, "5.00")
            .Text(100, 154, "其他支出").Right(400, 154, "6.00")
            .Table.ShouldBe(["项目|预算数", "基本支出|87.84", "项目支出|5.00", "其他支出|6.00"]);

    [Fact]
    public void Columns_of_prose_may_be_full_of_amounts()
    {
        var page = new PageSketch();
        for (int i = 0; i < 8; i++)
        {
            page.Text(50, 100 + (i * 16), $"左边第{i}行的文字写满了整栏宽度").Text(320, 100 + (i * 16), $"右边{i}减少5.24万元，下降3.02%，为168.06万元");
        }

        page.Blocks.OfType<RowBlock>().Select(block => block.Row.Text[..2])
            .ShouldBe([.. Enumerable.Repeat("左边", 8), .. Enumerable.Repeat("右边", 8)]);
    }

    [Fact]
    public void A_name_that_wraps_around_its_amount_is_one_row()
        => new PageSketch()
            .Text(100, 100, "城乡困难群众").Text(60, 106, "1").Right(400, 106, "50.11").Text(100, 112, "救助补助资金")
            .Text(60, 130, "2").Text(100, 130, "校园安全项目").Right(400, 130, "8.07")
            .Text(100, 148, "老旧小区改造").Text(60, 154, "3").Right(400, 154, "21.92").Text(100, 160, "基础设施建设")
            .Table.ShouldBe(["1|城乡困难群众救助补助资金|50.11", "2|校园安全项目|8.07", "3|老旧小区改造基础设施建设|21.92"]);

    [Fact]
    public void An_amount_that_touches_the_next_name_stands_alone()
        => new PageSketch()
            .Text(100, 100, "一、财政拨款").Right(298, 100, "17.55").Text(302, 100, "一、国防支出").Right(460, 100, "85.92")
            .Text(100, 116, "二、事业收入").Text(302, 116, "二、教育支出").Right(460, 116, "5.00")
            .Text(100, 132, "三、其他收入").Right(298, 132, "1,229.88").Text(302, 132, "三、科技支出").Right(460, 132, "6.00")
            .Text(302, 148, "四、住房支出").Right(460, 148, "7.00")
            .Text(100, 164, "收入总计").Text(302, 164, "支出总计").Right(460, 164, "103.92")
            .Table.ShouldBe(
            [
                "一、财政拨款|17.55|一、国防支出|85.92", "二、事业收入|·|二、教育支出|5.00", "三、其他收入|1,229.88|三、科技支出|6.00",
                "·|·|四、住房支出|7.00", "收入总计|·|支出总计|103.92",
            ]);

    [Fact]
    public void Two_columns_of_print_are_read_one_after_the_other()
    {
        var page = new PageSketch();
        for (int i = 0; i < 8; i++)
        {
            page.Text(50, 100 + (i * 16), $"左边第{i}行的文字写满了整栏宽度").Text(320, 103 + (i * 16), $"右边第{i}行的文字写满了整栏宽度");
        }

        page.Blocks.OfType<RowBlock>().Select(block => block.Row.Text[..4])
            .ShouldBe([.. Enumerable.Range(0, 8).Select(i => $"左边第{i}"), .. Enumerable.Range(0, 8).Select(i => $"右边第{i}")]);
    }
}
