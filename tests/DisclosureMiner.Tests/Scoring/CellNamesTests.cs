using DisclosureMiner.Scoring;

namespace DisclosureMiner.Tests.Scoring;

public sealed class CellNamesTests
{
    private static readonly TrueTable Summary = Table(
        "budget-summary", "收支总表", ["收入/项目", "收入/预算数", "支出/项目", "支出/预算数"],
        "项目 | 预算数 | 项目 | 预算数", "一、财政拨款 | 5.00 | 一、教育支出 | 5.00", "二、其他收入 |  |  | ", "总计 | 5.00 | 总计 | 5.00");

    private static readonly TrueTable Spending = Table(
        "budget-expenditure", "支出总表", ["编码/类", "编码/款", "名称", "合计", "本年/小计", "结转/小计"],
        "类 | 款 | 名称 | 合计 | 小计 | 小计", "201 |  | 行政运行 | 3.00 | 3.00 | ", "201 | 03 | 行政运行 | 2.00 | 2.00 | ", " |  | 合计 | 3.00 | 3.00 | ");

    private static readonly TrueTable ThreePublic = Table("three-public", "“三公”经费表", ["合计", "接待费"], "合计 | 接待费", "0.40 | 0.40");

    [Theory]
    [InlineData("budget-summary / 一、财政拨款 / 收入/预算数", 0, 1, 1)]
    [InlineData("budget-summary / 一、财政拨款 / 预算数", 0, 1, 1)]
    [InlineData("budget-summary / 一、教育支出 / 预算数", 0, 1, 3)]
    [InlineData("收支总表 / 二、其他收入 / 预算数", 0, 2, 1)]
    [InlineData("budget-summary / 总计 / 支出/预算数", 0, 3, 3)]
    [InlineData("budget-expenditure / 20103 / 合计", 1, 2, 3)]
    [InlineData("budget-expenditure / 201 03 行政运行 / 合计", 1, 2, 3)]
    [InlineData("budget-expenditure / 合计 / 本年/小计", 1, 3, 4)]
    [InlineData("three-public / row 2 / 接待费", 2, 1, 1)]
    [InlineData("three-public / row 2 / column 1", 2, 1, 0)]
    public void A_cell_is_named_by_table_row_and_column(string name, int table, int row, int column) =>
        Names.Find(name, out _).ShouldBe(new TrueCell(name, table, row, column));

    [Theory]
    [InlineData("budget-summary / 总计", "`cell` must be `table / row label / column`, parted by ` / `, not `budget-summary / 总计`.")]
    [InlineData("budget-revenue / 合计 / 合计", "No table is of the kind or has the title `budget-revenue`; there are budget-summary, budget-expenditure, three-public.")]
    [InlineData("budget-summary / 总计 / 决算数", "The table `budget-summary` has no column `决算数`.")]
    [InlineData("budget-summary / 合计 / 预算数", "The table `budget-summary` has no row `合计` with a column `预算数` to the right of its label.")]
    [InlineData(
        "budget-summary / 总计 / 预算数",
        "`budget-summary / 总计 / 预算数` may be any of row 4, column 2 of 收支总表, row 4, column 4 of 收支总表: "
        + "write more of the column's path, the code before the label, the title of the table, or `row 5`.")]
    [InlineData(
        "budget-expenditure / 行政运行 / 合计",
        "`budget-expenditure / 行政运行 / 合计` may be any of row 2, column 4 of 支出总表, row 3, column 4 of 支出总表: "
        + "write more of the column's path, the code before the label, the title of the table, or `row 5`.")]
    public void A_name_of_none_or_of_several_cells_is_refused_with_what_to_do(string name, string problem)
    {
        Names.Find(name, out string? told).ShouldBeNull();
        told.ShouldBe(problem);
    }

    private static CellNames Names => new([Summary, Spending, ThreePublic]);

    private static TrueTable Table(string kind, string title, string[] columns, params string[] rows) =>
        new(kind, title, "万元", 1, [.. columns], [.. rows.Select(TruthReader.SplitRow)], 1);
}
