using DisclosureMiner.Documents;
using DisclosureMiner.Scoring;
using DisclosureMiner.Tests.Samples;
using static DisclosureMiner.Tests.Scoring.Truths;

namespace DisclosureMiner.Tests.Scoring;

public sealed class TableComparisonTests
{
    private static readonly TrueTable Spending = True("budget-expenditure", "支出总表", "科目 | 合计", "教育支出 | 5.00", "其他 | ", "合计 | 5.00");

    private static readonly TrueTable Income = True("budget-revenue", "收入总表", "来源 | 合计", "拨款 | 5.00");

    [Fact]
    public void White_space_within_a_cell_and_covered_positions_make_no_difference()
    {
        TableScore score = Score([Spending], Table(1, "budget-expenditure", "支出 总表", 1, "科目 | 合计", "教育  支出 | 5.00", "其他 | ^", "合计 | 5.00"));

        score.Cells.ShouldBe(new Tally(7, 7));
        score.Misses.ShouldBeEmpty();
        score.Title.ShouldBe(new Tally(1, 1));
        score.Columns.ShouldBe(new Tally(2, 2));
    }

    [Fact]
    public void Two_numbers_are_not_one_with_white_space_in_it() =>
        Score([Spending], Table(1, "budget-expenditure", "支出总表", 1, "科目 | 合计", "教育支出 | 5 .00", "其他 | ", "合计 | 5.00"))
            .Cells.ShouldBe(new Tally(6, 7));

    [Fact]
    public void A_blank_that_was_read_as_zero_is_wrong() =>
        Score([Spending], Table(1, "budget-expenditure", "支出总表", 1, "科目 | 合计", "教育支出 | 5.00", "其他 | 0", "合计 | 5.00"))
            .Cells.ShouldBe(new Tally(7, 8));

    [Fact]
    public void A_lost_row_leaves_the_rows_below_it_right()
    {
        TableScore score = Score([Spending], Table(1, "budget-expenditure", "支出总表", 1, "科目 | 合计", "其他 | ", "合计 | 5.00"));

        score.Cells.ShouldBe(new Tally(5, 7));
        score.Misses.ShouldBe([new Miss("line 1, table 1 支出总表, row 2", "row", "教育支出 | 5.00", "")]);
    }

    [Fact]
    public void Kind_unit_header_rows_and_columns_are_compared_one_by_one()
    {
        TableScore score = Score([Spending with { HeaderRows = 2, Unit = "元", Columns = ["科目", "合计/本年"] }],
            Table(1, "other", "支出总表", 1, "科目 | 合计", "教育支出 | 5.00", "其他 | ", "合计 | 5.00"));

        score.Misses.Select(miss => (miss.What, miss.Expected, miss.Actual)).ShouldBe(
        [
            ("kind", "budget-expenditure", "other"),
            ("unit", "元", "万元"),
            ("header rows", "2", "1"),
            ("column 2", "合计/本年", "合计"),
        ]);
    }

    [Fact]
    public void Tables_answer_to_each_other_in_document_order_whatever_was_lost_between_them()
    {
        TableScore score = Score(
            [Income, Spending, Income],
            Table(1, "budget-expenditure", "支出总表", 1, "科目 | 合计", "教育支出 | 5.00", "其他 | ", "合计 | 5.00"),
            Table(2, "other", "名单", 1, "姓名 | 电话"),
            Table(3, "budget-revenue", "收入总表", 1, "来源 | 合计", "拨款 | 5.00"));

        score.Found.ShouldBe(new Tally(2, 3));
        score.Surplus.ShouldBe(1);
        score.Misses.Select(miss => (miss.Where, miss.What)).ShouldBe([("line 1, table 1 收入总表", "table"), ("t2", "table")]);
        score.Cells.ShouldBe(new Tally(11, 15));
    }

    [Fact]
    public void Tables_that_the_truth_does_not_state_are_not_scored() =>
        Scorer.Compare(Nothing, Mined(Table(1, "other", "", 1, "甲 | 1")), "").Tables.ShouldBeNull();

    [Fact]
    public void A_numeric_cell_is_covered_when_it_was_read_as_printed_and_a_decided_obligation_holds_it()
    {
        SampleBudget sample = SampleBudget.Create();
        TrueTable truth = new(
            "budget-expenditure", "支出总表", "万元", 1, ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            [
                .. new[]
                {
                    "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出", " | 合计 | 87.84 | 72.84 | 15.00", "208 | 社会保障和就业支出 | 79.10 | 64.10 | 15.00",
                    "210 | 卫生健康支出 | 2.57 | 2.75 | ", "221 | 住房保障支出 | 5.99 | 5.98 | ",
                }.Select(TruthReader.SplitRow),
            ], 1);

        // 5.98 was read as 5.99; codes are no quantities, once their head is known as one.
        Scorer.Compare(Nothing with { Tables = [truth] }, sample.Mine(), null, TestVocabulary.All).Tables!.Covered.ShouldBe(new Tally(9, 10));
        Scorer.Compare(Nothing with { Tables = [truth] }, sample.Mine(), null).Tables!.Covered.ShouldBe(new Tally(9, 13));
    }

    [Theory]
    [InlineData("1,234.00", true)]
    [InlineData("-87.75", true)]
    [InlineData("（3.5）", true)]
    [InlineData("78.90%", true)]
    [InlineData("0", true)]
    [InlineData("0.00", true)]
    [InlineData("", false)]
    [InlineData("-", false)]
    [InlineData("01", false)]
    [InlineData("≥30 万页", false)]
    [InlineData("2024年", false)]
    public void A_number_is_a_quantity_and_nothing_else(string text, bool isNumber) => TrueNumbers.IsNumber(text).ShouldBe(isNumber);

    private static TrueTable True(string kind, string title, params string[] rows) => new(
        kind, title, "万元", 1, TruthReader.SplitRow(rows[0]), [.. rows.Select(TruthReader.SplitRow)], 1);

    private static TableScore Score(TrueTable[] expected, params Table[] actual) =>
        Scorer.Compare(Nothing with { Tables = [.. expected] }, Mined(actual), "").Tables!;
}
