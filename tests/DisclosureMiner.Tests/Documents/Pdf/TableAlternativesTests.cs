using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Documents.Pdf;

public sealed class TableAlternativesTests
{
    [Fact]
    public void A_full_grid_with_one_line_in_each_cell_reads_in_one_way()
    {
        PageSketch page = new PageSketch().Grid([100, 200, 300], [100, 120, 140, 160, 180])
            .Text(105, 114, "项目").Right(295, 114, "预算数").Text(105, 134, "基本支出").Right(295, 134, "3.00")
            .Text(105, 154, "项目支出").Right(295, 154, "4.00").Text(105, 174, "合计").Right(295, 174, "7.00");

        Readings(page).ShouldBeEmpty();
    }

    [Fact]
    public void Columns_and_rows_that_nobody_drew_are_left_out_where_only_lines_count()
    {
        PageSketch page = new PageSketch().Grid([100, 200, 300], [100, 120, 180])
            .Text(105, 114, "项目").Text(205, 114, "预算数")
            .Text(105, 134, "基本支出").Right(295, 134, "3.00").Text(105, 150, "项目支出").Right(295, 150, "4.00").Text(105, 166, "合计").Right(295, 166, "7.00");

        Rows(page, TableWay.DrawnOnly).ShouldBe(["项目|预算数", "基本支出项目支出合计|3.00 4.00 7.00"]);
    }

    [Fact]
    public void Each_printed_line_may_be_a_row_of_its_own()
    {
        PageSketch page = new PageSketch().Grid([100, 200, 300], [100, 120, 155, 175])
            .Text(105, 114, "项目").Text(205, 114, "预算数")
            .Text(105, 132, "社会保障").Text(105, 146, "就业支出").Right(295, 132, "3.00").Text(105, 169, "合计").Right(295, 169, "3.00");

        page.Table.ShouldBe(["项目|预算数", "社会保障就业支出|3.00", "合计|3.00"]);
        Rows(page, TableWay.RowsParted).ShouldBe(["项目|预算数", "社会保障|3.00", "就业支出|·", "合计|3.00"]);
    }

    [Fact]
    public void A_line_without_amounts_may_go_on_with_the_row_above_it()
    {
        PageSketch page = new PageSketch()
            .Text(100, 100, "项目").Right(400, 100, "预算数").Right(500, 100, "决算数")
            .Text(100, 120, "教育支出").Right(400, 120, "5.00").Right(500, 120, "6.00")
            .Text(100, 140, "和培训").Text(100, 160, "住房支出").Right(400, 160, "3.00").Right(500, 160, "4.00")
            .Text(100, 180, "合计").Right(400, 180, "8.00").Right(500, 180, "10.00");

        page.Table.ShouldContain("和培训|·|·");
        Rows(page, TableWay.RowsMerged).ShouldBe(["项目|预算数|决算数", "教育支出和培训|5.00|6.00", "住房支出|3.00|4.00", "合计|8.00|10.00"]);
    }

    [Fact]
    public void One_drawn_row_may_be_several_while_others_wrap()
    {
        PageSketch page = new PageSketch().Grid([100, 200, 300, 400], [100, 120, 155, 200, 220])
            .Text(105, 114, "项目").Right(295, 114, "预算数").Right(395, 114, "决算数")
            .Text(105, 132, "社会保障").Text(105, 146, "就业支出").Right(295, 139, "3.00").Right(395, 139, "4.00")
            .Text(105, 167, "教育支出").Right(295, 167, "5.00").Text(105, 180, "住房支出").Right(395, 180, "1.00")
            .Text(105, 193, "其他支出").Right(295, 193, "2.00").Right(395, 193, "6.00").Text(105, 214, "合计").Right(295, 214, "10.00").Right(395, 214, "11.00");

        page.Table[2].ShouldBe("教育支出住房支出其他支出|5.00 2.00|1.00 6.00");
        Rows(page, TableWay.RowParted).ShouldBe(
            ["项目|预算数|决算数", "社会保障就业支出|3.00|4.00", "教育支出|5.00|·", "住房支出|·|1.00", "其他支出|2.00|6.00", "合计|10.00|11.00"]);
    }

    [Fact]
    public void A_number_that_stands_with_the_others_of_its_column_never_moves()
    {
        // Set to the right, to the left and in the middle, and one of each wider than the rest.
        PageSketch page = new PageSketch()
            .Text(100, 100, "项目").Right(300, 100, "预算数").Text(360, 100, "决算数").Text(485, 100, "差额")
            .Text(100, 120, "教育支出").Right(300, 120, "5.00").Text(360, 120, "6.00").Text(485, 120, "1.00").Text(560, 120, "9.00")
            .Text(100, 140, "住房支出").Right(300, 140, "12345.00").Text(360, 140, "12346.00").Text(475, 140, "12341.00")
            .Text(100, 160, "合计").Right(300, 160, "5.00").Text(360, 160, "6.00").Text(485, 160, "1.00").Text(560, 160, "9.00");

        Readings(page).ShouldNotContain(reading => reading.How == TableWay.RowMoved);
    }

    [Fact]
    public void Drawn_lines_may_be_ignored()
    {
        // The line between the columns was drawn at the wrong place, and encloses both amounts.
        PageSketch page = new PageSketch().Grid([100, 200, 400], [100, 120, 140, 160])
            .Text(105, 114, "项目").Right(290, 114, "预算数").Right(390, 114, "决算数")
            .Text(105, 134, "教育支出").Right(290, 134, "5.00").Right(390, 134, "6.00")
            .Text(105, 154, "住房支出").Right(290, 154, "3.00").Right(390, 154, "4.00");

        page.Table[1].ShouldStartWith("教育支出|5.00");
        Rows(page, TableWay.AlignedInsteadOfDrawn).ShouldBe(["项目|预算数|决算数", "教育支出|5.00|6.00", "住房支出|3.00|4.00"]);
    }

    [Fact]
    public void Where_no_table_stands_there_is_no_other_reading()
        => TableAlternatives.Of(new PageSketch().Text(100, 100, "本部门无此项支出。").Page, new Box(300, 300, 500, 500)).ShouldBeEmpty();

    [Fact]
    public void A_file_without_pages_has_no_other_readings()
        => TableAlternatives.Of(SourceFile.From("a.txt", "甲\t1\n乙\t2\n"u8.ToArray()), 1, new Box(0, 0, 600, 800)).ShouldBeEmpty();

    [Fact]
    public void Cells_say_what_makes_them_less_sure()
    {
        PageSketch page = new PageSketch().Across(100, 100, 400).Across(120, 100, 400).Across(140, 100, 400)
            .Down(100, 100, 140).Down(400, 100, 140).Down(200, 100, 120).Down(300, 100, 120)
            .Text(105, 114, "Country").Text(205, 114, "2006").Text(305, 114, "2007")
            .Text(105, 134, "Austria").Right(290, 134, "89").Right(390, 134, "1.1");

        Doubts(page).ShouldBe([[CellDoubts.None, CellDoubts.None, CellDoubts.None], [CellDoubts.Undrawn, CellDoubts.Undrawn, CellDoubts.Undrawn]]);
    }

    [Fact]
    public void Text_that_runs_over_a_border_leaves_both_cells_less_sure()
    {
        PageSketch page = new PageSketch().Grid([100, 150, 200], [100, 120, 140, 160])
            .Text(120, 114, "一般公共预算").Text(105, 134, "甲").Text(155, 134, "1.00").Text(105, 154, "乙").Text(155, 154, "2.00");

        Doubts(page).ShouldBe([[CellDoubts.RunsOver, CellDoubts.RunsOver], [CellDoubts.None, CellDoubts.None], [CellDoubts.None, CellDoubts.None]]);
    }

    [Fact]
    public void Lines_that_only_their_distance_holds_together_are_less_sure()
    {
        PageSketch page = new PageSketch()
            .Text(100, 100, "项目").Right(400, 100, "预算数").Right(500, 100, "决算数")
            .Text(100, 130, "教育支出").Right(400, 130, "5.00").Right(500, 130, "6.00").Text(100, 142, "和培训")
            .Text(100, 160, "住房支出").Right(400, 160, "3.00").Right(500, 160, "4.00")
            .Text(100, 190, "合计").Right(400, 190, "8.00").Right(500, 190, "10.00");

        page.Table[1].ShouldBe("教育支出和培训|5.00|6.00");
        Doubts(page)[1].ShouldBe([CellDoubts.Undrawn | CellDoubts.Wrapped, CellDoubts.Undrawn, CellDoubts.Undrawn]);
    }

    [Fact]
    public void Lines_that_drawn_lines_hold_together_are_as_sure_as_others()
    {
        PageSketch page = new PageSketch().Across(85, 100, 500).Across(108, 100, 500).Across(148, 100, 500).Across(170, 100, 500).Across(196, 100, 500)
            .Text(100, 100, "项目").Right(400, 100, "预算数").Right(500, 100, "决算数")
            .Text(100, 130, "教育支出").Right(400, 130, "5.00").Right(500, 130, "6.00").Text(100, 142, "和培训")
            .Text(100, 160, "住房支出").Right(400, 160, "3.00").Right(500, 160, "4.00")
            .Text(100, 190, "合计").Right(400, 190, "8.00").Right(500, 190, "10.00");

        page.Table[1].ShouldBe("教育支出和培训|5.00|6.00");
        Doubts(page)[1].ShouldBe([CellDoubts.Undrawn, CellDoubts.Undrawn, CellDoubts.Undrawn]);
    }

    [Fact]
    public void A_cell_whose_parts_a_page_break_kept_apart_is_less_sure()
    {
        double[] columns = [100, 200, 300];
        TableBlock table = TableJoins.Join(PageSketch.BlocksOf(
            new PageSketch().Grid(columns, [700, 720, 740]).Text(105, 714, "项目").Text(205, 714, "金额").Text(130, 734, "住房公积金管").Text(250, 734, "1.00"),
            new PageSketch(2).Grid(columns, [50, 70, 90]).Text(105, 64, "理支出").Text(105, 84, "乙").Text(250, 84, "2.00"))).OfType<TableBlock>().Single();

        table.Table.Rows[1].Select(cell => cell!.Doubts).ShouldBe([CellDoubts.Joined, CellDoubts.None]);
        table.Table.Rows[2].Select(cell => cell!.Doubts).ShouldBe([CellDoubts.None, CellDoubts.None]);
    }

    [SharedCorpusFact]
    public void A_published_table_reads_in_other_ways_in_a_fixed_order()
    {
        SourceFile file = SourceFile.Read(Path.Combine(TestPaths.SharedCorpus!, "tables-cn", "cn-hrule-11.pdf"));

        ImmutableArray<AlternativeReading> readings = TableAlternatives.Of(file, 1, new Box(0, 0, 900, 900));

        readings.Select(reading => reading.How).ShouldBe([TableWay.AlignedInsteadOfDrawn, TableWay.RowsMerged, TableWay.RowsParted]);
        readings[2].Table.Rows.Select(row => row[1]?.Text).ShouldContain("业年金缴费支出");
        TableAlternatives.Of(file, 9, new Box(0, 0, 900, 900)).ShouldBeEmpty();
    }

    private static ImmutableArray<AlternativeReading> Readings(PageSketch page) =>
        TableAlternatives.Of(page.Page, page.Blocks.OfType<TableBlock>().Single().Box);

    private static string[] Rows(PageSketch page, TableWay way) =>
        [.. Readings(page).Single(reading => reading.How == way).Table.Rows.Select(row => string.Join('|', row.Select(
            cell => cell is null ? "#" : cell.Text.Length == 0 ? "·" : cell.Text)))];

    private static CellDoubts[][] Doubts(PageSketch page) =>
        [.. page.Blocks.OfType<TableBlock>().Single().Table.Rows.Select(row => row.Select(cell => cell!.Doubts).ToArray())];
}
