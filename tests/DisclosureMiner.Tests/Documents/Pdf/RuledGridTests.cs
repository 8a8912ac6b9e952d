using DisclosureMiner.Documents.Pdf;

namespace DisclosureMiner.Tests.Documents.Pdf;

public sealed class RuledGridTests
{
    [Fact]
    public void Every_text_goes_to_the_cell_whose_lines_enclose_it()
        => new PageSketch().Grid([100, 200, 300], [100, 120, 140])
            .Text(105, 114, "项目").Right(295, 114, "预算数").Text(105, 134, "基本支出").Right(295, 134, "1,234.50")
            .Table.ShouldBe(["项目|预算数", "基本支出|1,234.50"]);

    [Fact]
    public void A_blank_cell_stays_in_its_column()
        => new PageSketch().Grid([100, 200, 300, 400], [100, 120, 140])
            .Text(105, 114, "类").Text(205, 114, "款").Text(305, 114, "项").Text(305, 134, "01")
            .Table.ShouldBe(["类|款|项", "·|·|01"]);

    [Fact]
    public void Where_no_line_parts_positions_a_cell_spans_them()
    {
        PageSketch page = new PageSketch()
            .Across(100, 100, 400).Across(120, 200, 400).Across(140, 100, 400).Across(160, 100, 400)
            .Down(100, 100, 160).Down(200, 100, 160).Down(300, 120, 160).Down(400, 100, 160)
            .Text(120, 124, "科目").Text(270, 114, "本年收入").Text(220, 134, "合计").Text(320, 134, "财政拨款")
            .Text(105, 154, "教育支出").Right(295, 154, "5.00").Right(395, 154, "3.00");

        page.Table.ShouldBe(["科目 2x1|本年收入 1x2|#", "#|合计|财政拨款", "教育支出|5.00|3.00"]);
    }

    [Fact]
    public void A_table_without_side_lines_keeps_its_outer_columns()
        => new PageSketch().Across(100, 100, 400).Across(120, 100, 400).Across(140, 100, 400).Down(200, 100, 140).Down(300, 100, 140)
            .Text(105, 114, "项目").Text(205, 114, "合计").Text(305, 114, "基本支出")
            .Text(105, 134, "教育支出").Right(295, 134, "5.00").Right(395, 134, "4.00")
            .Table.ShouldBe(["项目|合计|基本支出", "教育支出|5.00|4.00"]);

    [Fact]
    public void Two_tables_that_share_only_a_line_are_two()
    {
        PageSketch page = new PageSketch().Grid([100, 150, 400], [100, 120, 140]).Grid([100, 250, 320, 400], [141, 160, 180])
            .Text(105, 114, "甲").Text(155, 134, "乙").Text(105, 155, "丙").Text(255, 155, "丁").Text(325, 175, "戊");

        page.Blocks.OfType<TableBlock>().Select(table => string.Join('/', PageSketch.Rows(table.Table)))
            .ShouldBe(["甲|·/·|乙", "丙|丁|·/·|·|戊"]);
    }

    [Fact]
    public void A_frame_around_prose_is_no_table()
        => new PageSketch().Grid([100, 400], [100, 200]).Text(110, 120, "本部门无此项支出。")
            .Blocks.ShouldHaveSingleItem().ShouldBeOfType<RowBlock>().Row.Text.ShouldBe("本部门无此项支出。");

    [Fact]
    public void A_grid_without_a_character_is_nothing()
        => new PageSketch().Grid([100, 200, 300], [100, 120, 140]).Blocks.ShouldBeEmpty();

    [Fact]
    public void Amounts_one_above_the_other_without_lines_between_are_rows()
        => new PageSketch().Grid([100, 200, 300], [100, 120, 180])
            .Text(105, 114, "项目").Text(205, 114, "预算数")
            .Text(105, 134, "基本支出").Right(295, 134, "3.00").Text(105, 150, "项目支出").Right(295, 150, "4.00").Text(105, 166, "合计").Right(295, 166, "7.00")
            .Table.ShouldBe(["项目|预算数", "基本支出|3.00", "项目支出|4.00", "合计|7.00"]);

    [Fact]
    public void A_name_that_wraps_in_its_cell_is_one_text_and_so_is_an_amount()
        => new PageSketch().Grid([100, 150, 200], [100, 130, 160])
            .Text(102, 112, "社会保障").Text(102, 124, "支出").Right(199, 112, "96,282,21").Right(199, 124, "3.44")
            .Text(102, 142, "教育").Right(199, 142, "1.00")
            .Table.ShouldBe(["社会保障支出|96,282,213.44", "教育|1.00"]);

    [Fact]
    public void The_raised_mark_of_a_note_is_no_digit_of_the_amount()
        => new PageSketch().Grid([100, 200, 300], [100, 120, 140])
            .Text(105, 114, "甲").Text(205, 114, "1,234").Text(230, 110, "1", 6).Text(105, 134, "乙").Text(205, 134, "1,235")
            .Table.ShouldBe(["甲|1,234¹", "乙|1,235"]);

    [Fact]
    public void A_cell_stands_at_its_box_whatever_part_of_it_the_text_takes()
    {
        TableBlock table = new PageSketch(3).Grid([100, 200, 300], [100, 120, 140]).Text(105, 114, "甲").Text(205, 134, "2.50")
            .Blocks.OfType<TableBlock>().Single();

        table.Table.Rows[1][1]!.Place.Regions.ShouldHaveSingleItem().ShouldBe(new(3, new(200, 120, 300, 140)));
        table.Table.Rows[1][1]!.Content.Place.Regions.ShouldHaveSingleItem().ShouldBe(new(3, new(205, 125.5, 225, 135.5)));
        table.Table.Rows[0][1]!.Place.Regions.ShouldHaveSingleItem().ShouldBe(new(3, new(200, 100, 300, 120)));
    }
}
