using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Pdf;

namespace DisclosureMiner.Tests.Documents.Pdf;

public sealed class UndrawnColumnsTests
{
    [Fact]
    public void Rows_below_drawn_heads_are_parted_where_their_text_leaves_white()
    {
        PageSketch page = new PageSketch().Across(100, 100, 400).Across(120, 100, 400).Across(140, 100, 400).Across(160, 100, 400)
            .Down(100, 100, 160).Down(400, 100, 160).Down(200, 100, 120).Down(300, 100, 120)
            .Text(105, 114, "Country").Text(205, 114, "2006").Text(305, 114, "2007")
            .Text(105, 134, "Austria").Right(290, 134, "89").Right(390, 134, "1.1")
            .Text(105, 154, "Spain").Right(390, 154, "0");

        page.Table.ShouldBe(["Country|2006|2007", "Austria|89|1.1", "Spain|·|0"]);
        page.Evidence.Drawn.ShouldBe(5.0 / 9);
        page.Evidence.Certainty.ShouldBe(0.778);
    }

    [Fact]
    public void A_head_in_the_middle_of_several_columns_still_spans_them()
        => new PageSketch().Grid([100, 200], [100, 140]).Across(120, 200, 400).Across(140, 200, 400).Across(100, 200, 400)
            .Across(160, 100, 400).Down(100, 140, 160)
            .Down(250, 120, 160).Down(300, 120, 160).Down(350, 120, 160).Down(400, 100, 160).Down(200, 140, 160)
            .Text(105, 124, "Loans").Text(235, 114, "2009").Text(335, 114, "2010")
            .Text(205, 134, "$").Text(255, 134, "%").Text(305, 134, "$").Text(355, 134, "%")
            .Text(105, 154, "Other").Text(205, 154, "1").Text(255, 154, "2").Text(305, 154, "3").Text(355, 154, "4")
            .Table.ShouldBe(["Loans 2x1|2009 1x2|#|2010 1x2|#", "#|$|%|$|%", "Other|1|2|3|4"]);

    [Fact]
    public void A_sentence_over_all_columns_stays_one_cell()
        => new PageSketch().Across(100, 100, 400).Across(120, 100, 400).Across(140, 100, 400)
            .Down(100, 100, 140).Down(400, 100, 140).Down(200, 120, 140).Down(300, 120, 140)
            .Text(105, 114, "表中数字包括上年结转和当年安排的全部资金，单位为万元。")
            .Text(105, 134, "教育支出").Right(290, 134, "5.00").Right(390, 134, "3.00")
            .Table.ShouldBe(["表中数字包括上年结转和当年安排的全部资金，单位为万元。 1x3|#|#", "教育支出|5.00|3.00"]);

    [Fact]
    public void A_drawn_column_of_several_amounts_is_several_columns()
        => new PageSketch().Grid([100, 200, 400], [100, 120, 140, 160, 180])
            .Text(105, 114, "Answers").Text(210, 114, "Freq.").Text(270, 114, "Percent").Text(340, 114, "Cum.")
            .Text(105, 134, "0").Right(235, 134, "138").Right(305, 134, "6.9").Right(360, 134, "6.9")
            .Text(105, 154, "1").Right(235, 154, "178").Right(305, 154, "8.8").Right(360, 154, "15.7")
            .Text(105, 174, "2").Right(235, 174, "626").Right(305, 174, "31.1").Right(360, 174, "46.8")
            .Table.ShouldBe(["Answers|Freq.|Percent|Cum.", "0|138|6.9|6.9", "1|178|8.8|15.7", "2|626|31.1|46.8"]);

    [Fact]
    public void Lines_that_cut_words_draw_a_chart()
    {
        PageSketch page = new PageSketch().Grid([100, 150, 200, 250, 300], [100, 120, 140, 160])
            .Text(140, 114, "1950s").Text(190, 134, "1960s").Text(240, 154, "1970s")
            .Text(70, 104, "20").Text(310, 104, "4.5").Text(70, 124, "10").Text(310, 124, "3.5").Text(70, 144, "0").Text(310, 144, "2.5");

        page.Blocks.ShouldAllBe(block => block is RowBlock);
    }

    [Fact]
    public void A_full_grid_is_as_sure_as_can_be()
        => new PageSketch().Grid([100, 200, 300], [100, 120, 140])
            .Text(105, 114, "项目").Right(295, 114, "预算数").Text(105, 134, "基本支出").Right(295, 134, "1,234.50")
            .Evidence.ShouldBe(new TableEvidence(TableMethod.Lines, 1, 1));
}
