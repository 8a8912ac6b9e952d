using DisclosureMiner.Documents;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>Other ways in which a table reads.</summary>
public sealed class TableAlternativesTests
{
    private static readonly Box Region = new(100, 100, 300, 180);

    [Fact]
    public void Where_texts_parted_a_drawn_row_it_also_reads_as_drawn()
    {
        PageSketch page = new PageSketch().Grid([100, 200, 300], [100, 120, 180])
            .Text(105, 114, "项目").Text(205, 114, "预算数")
            .Text(105, 134, "基本支出").Right(295, 134, "3.00").Text(105, 150, "项目支出").Right(295, 150, "4.00").Text(105, 166, "合计").Right(295, 166, "7.00");

        page.Table.Length.ShouldBe(4);
        Alternatives(page, TableWay.DrawnOnly).ShouldBe(["项目|预算数", "基本支出项目支出合计|3.00 4.00 7.00"]);
    }

    [Fact]
    public void What_lines_hold_together_also_reads_line_by_line()
    {
        PageSketch page = new PageSketch().Grid([100, 200, 300], [100, 120, 150, 180])
            .Text(105, 114, "项目").Text(205, 114, "预算数")
            .Text(105, 132, "机关事业单位基本养").Text(105, 144, "老保险缴费支出").Right(295, 138, "3.00").Text(105, 169, "住房公积金").Right(295, 169, "4.00");

        page.Table.ShouldBe(["项目|预算数", "机关事业单位基本养老保险缴费支出|3.00", "住房公积金|4.00"]);
        Alternatives(page, TableWay.PrintedLines)
            .ShouldBe(["项目|预算数", "机关事业单位基本养|·", "·|3.00", "老保险缴费支出|·", "住房公积金|4.00"]);
    }

    [Fact]
    public void A_reading_that_says_nothing_new_is_not_offered()
        => TableAlternatives.Of(
            new PageSketch().Grid([100, 200, 300], [100, 120, 140, 160])
                .Text(105, 114, "项目").Text(205, 114, "预算数").Text(105, 134, "基本支出").Right(295, 134, "3.00").Text(105, 154, "合计").Right(295, 154, "3.00").Page,
            Region).ShouldBeEmpty();

    [Fact]
    public void Where_nothing_stands_nothing_is_offered() => TableAlternatives.Of(new PageSketch().Page, Region).ShouldBeEmpty();

    [SharedCorpusFact]
    public void A_table_of_a_published_page_is_read_again_without_its_lines()
    {
        SourceFile file = SourceFile.Read(Path.Combine(TestPaths.SharedCorpus!, "real", "sh_putuo_justice_dept_2026.pdf"));

        AlternativeReading aligned = TableAlternatives.Of(file, 16, new Box(50, 50, 750, 310)).First(reading => reading.Way == TableWay.AlignedOnly);

        aligned.Table.Evidence.Method.ShouldBe(TableMethod.Alignment);
        aligned.Table.Rows.ShouldContain(row => row.Any(cell => cell != null && cell.Content.Text == "2087959.00"));
    }

    private static string[] Alternatives(PageSketch page, TableWay way) =>
        [.. TableAlternatives.Of(page.Page, Region).Single(reading => reading.Way == way).Table.Rows
            .Select(row => string.Join('|', row.Select(cell => cell is null ? "#" : cell.Content.Length == 0 ? "·" : cell.Content.Text)))];
}
