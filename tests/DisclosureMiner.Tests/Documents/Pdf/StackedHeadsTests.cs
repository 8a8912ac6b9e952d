using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Documents.Pdf;

public sealed class StackedHeadsTests
{
    [Fact]
    public void Heads_stand_over_the_columns_that_they_are_in_the_middle_of_and_reach_down_to_the_rows()
    {
        PageSketch page = new PageSketch()
            .Text(325, 100, "经费预算数")
            .Text(120, 116, "单位名称").Text(390, 116, "公务用车费")
            .Text(230, 124, "合计").Text(290, 124, "出国费")
            .Text(370, 132, "购置费").Text(440, 132, "运行费")
            .Text(100, 150, "教育局").Right(260, 150, "48.38").Right(330, 150, "10.00").Right(410, 150, "7.00").Right(480, 150, "31.38")
            .Text(100, 166, "第一中学").Right(260, 166, "40.00").Right(330, 166, "1.00").Right(410, 166, "9.00").Right(480, 166, "30.00")
            .Text(100, 182, "合计").Right(260, 182, "88.38").Right(330, 182, "11.00").Right(410, 182, "16.00").Right(480, 182, "61.38");

        page.Table[..3].ShouldBe(
        [
            "单位名称 3x1|经费预算数 1x4|#|#|#", "#|合计 2x1|出国费 2x1|公务用车费 1x2|#", "#|#|#|购置费|运行费",
        ]);
        page.Evidence.ShouldBe(new TableEvidence(TableMethod.Alignment, 0, 1));
        page.Evidence.Certainty.ShouldBe(0.5);
    }

    [Fact]
    public void Lines_of_one_head_are_one_cell()
        => new PageSketch()
            .Text(240, 100, "weighted").Text(340, 112, "student")
            .Text(240, 112, "school").Text(340, 124, "response")
            .Text(100, 124, "system").Text(240, 124, "rate")
            .Text(100, 145, "Austria").Right(270, 145, "98.1").Right(370, 145, "97.0")
            .Text(100, 163, "Spain").Right(270, 163, "96.0").Right(370, 163, "97.2")
            .Text(100, 181, "Sweden").Right(270, 181, "92.5").Right(370, 181, "91.0")
            .Table[0].ShouldBe("system|weighted school rate|student response");

    [Fact]
    public void The_first_line_of_a_name_that_wraps_is_no_head()
        => new PageSketch()
            .Text(110, 100, "项目").Right(300, 100, "预算数").Right(400, 100, "决算数")
            .Text(100, 120, "城乡困难群众救助").Right(300, 125, "48.38").Right(400, 125, "48.00").Text(100, 130, "补助资金")
            .Text(100, 150, "运行维护费").Right(300, 150, "10.00").Right(400, 150, "9.00")
            .Text(100, 170, "合计").Right(300, 170, "58.38").Right(400, 170, "57.00")
            .Table.ShouldBe(["项目|预算数|决算数", "城乡困难群众救助补助资金|48.38|48.00", "运行维护费|10.00|9.00", "合计|58.38|57.00"]);

    [Fact]
    public void Dots_that_lead_to_an_amount_are_no_text()
        => new PageSketch()
            .Text(100, 100, "Item").Right(300, 100, "Amount")
            .Text(100, 116, "Tuition ..............").Right(300, 116, "1.50")
            .Text(100, 132, "Board ...............................2.50")
            .Text(100, 148, "Fees .................").Right(300, 148, "3.50")
            .Text(100, 164, "Total ................").Right(300, 164, "7.50")
            .Table.ShouldBe(["Item|Amount", "Tuition|1.50", "Board|2.50", "Fees|3.50", "Total|7.50"]);

    [Fact]
    public void A_head_row_with_a_colon_stands_above_the_first_line()
        => new PageSketch()
            .Text(110, 100, "项目").Text(250, 100, "预算数").Text(330, 100, "其中：拨款")
            .Across(108, 95, 405)
            .Text(100, 120, "基本支出").Right(290, 120, "3.00").Right(390, 120, "2.00")
            .Across(128, 95, 405)
            .Text(100, 140, "项目支出").Right(290, 140, "4.00").Right(390, 140, "1.00")
            .Across(148, 95, 405)
            .Table.ShouldBe(["项目|预算数|其中：拨款", "基本支出|3.00|2.00", "项目支出|4.00|1.00"]);

    [Fact]
    public void The_same_first_head_again_begins_another_table()
    {
        PageSketch page = new PageSketch();
        foreach (double y in new[] { 100.0, 175 })
        {
            page.Text(100, y, "项目").Right(300, y, "预算数").Right(400, y, "决算数");
            for (int i = 1; i <= 3; i++)
            {
                page.Text(100, y + (16 * i), "支出" + i).Right(300, y + (16 * i), "3.00").Right(400, y + (16 * i), "2.00");
            }
        }

        page.Blocks.OfType<DisclosureMiner.Documents.Pdf.TableBlock>().Select(table => table.Table.Rows.Length).ShouldBe([4, 4]);
    }
}
