using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring;
using DisclosureMiner.Scoring.Faults;

namespace DisclosureMiner.Tests.Scoring.Faults;

/// <summary>What a truth's own numbers hold, whatever a miner makes of the document.</summary>
public sealed class TruthEquationsTests
{
    private const string Truth = """
        document: x.txt
        status: mined
        tables:
          - kind: budget-expenditure
            title: 支出总表
            unit: 万元
            headerRows: 1
            columns: [科目编码, 科目名称, 合计, 基本支出, 项目支出]
            cells: |
              科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
               | 合计 | 60.50 | 40.30 | 20.20
              201 | 一般公共服务支出 | 50.10 | 30.10 | 20
              20101 | 人大事务 | 50.10 | 30.10 | 20
              208 | 社会保障和就业支出 | 10.40 | 10.20 | 0.20
        figures:
          - {section: 一, context: 支出合计60.50万元, figure: 60.50万元, role: amount, verdict: verified, heldBy: [N-01]}
          - {section: 一, context: 比上年增加5.50万元, figure: 5.50万元, role: change, verdict: verified, heldBy: [N-05]}
          - {section: 一, context: 增长10.00%, figure: 10.00%, role: rate, verdict: verified, heldBy: [N-06]}
          - {section: 一, context: 基本支出40.30万元, figure: 40.30万元, role: amount, verdict: verified, heldBy: [N-01]}
          - {section: 一, context: 占66.61%, figure: 66.61%, role: share, verdict: verified, heldBy: [N-03]}
          - {section: 一, context: 全年培训7人, figure: 7人, role: count, verdict: unchecked, reason: 无}
          - {section: 一, context: 涉及资金20.20万元, figure: 20.20万元, role: amount, verdict: verified, heldBy: [N-24]}
        discrepancies: []
        """;

    private static readonly Pipeline Default = Pipeline.LoadDefault();
    private static readonly TruthEquations Equations = new(TruthReader.ReadYaml(Truth, "x.txt.truth.yaml"), Default.Reading, Default.Rules);

    [Fact]
    public void A_total_column_is_the_sum_of_the_columns_beside_it() => Shown(Cell(2, 2)).ShouldContain("50.10 = 30.10 + 20");

    [Fact]
    public void A_total_row_is_the_sum_of_the_classes() => Shown(Cell(1, 3)).ShouldContain("40.30 = 30.10 + 10.20");

    [Fact]
    public void A_class_is_the_sum_of_its_groups() => Shown(Cell(2, 4)).ShouldContain("20 = 20");

    [Fact]
    public void Narrative_and_table_print_the_same_total() => Shown(Figure(0)).ShouldContain("60.50 = 60.50");

    [Fact]
    public void A_rate_follows_from_amount_and_change() => Shown(Figure(2)).ShouldContain("10.00 % 60.50, 5.50");

    [Fact]
    public void A_share_follows_from_part_and_whole() => Shown(Figure(4)).ShouldContain("66.61 % 40.30, 60.50");

    [Theory]
    [InlineData("N-01", "Breaks")]
    [InlineData("N-25", "Noted")]
    public void The_money_of_evaluated_projects_is_worth_a_note(string heldBy, string state)
    {
        var equations = new TruthEquations(
            TruthReader.ReadYaml(Truth.Replace("涉及资金20.20万元", "项目支出20.20万元", StringComparison.Ordinal).Replace("N-24", heldBy, StringComparison.Ordinal), "x.txt.truth.yaml"),
            Default.Reading, Default.Rules);
        Statement money = equations.Statements.Figures[6];

        Printing(equations.Of(money).First(equation => equation.Stated == money), "30.20").ShouldBe(state);
    }

    [Fact]
    public void What_its_labeller_left_unchecked_is_held_by_nothing() => Equations.Of(Figure(5)).ShouldBeEmpty();

    [Fact]
    public void A_rule_that_is_only_a_hint_holds_nothing() => Equations.Of(Figure(6)).ShouldBeEmpty();

    [Fact]
    public void Dropped_zeros_count_as_printed_in_a_table() => Cell(2, 4).Printed.Decimals.ShouldBe(2);

    [Theory]
    [InlineData("60.50", nameof(EquationState.Holds))]
    [InlineData("60.51", nameof(EquationState.Holds))]
    [InlineData("60.52", nameof(EquationState.Noted))]
    [InlineData("60.5", nameof(EquationState.Holds))]
    [InlineData("60.6", nameof(EquationState.Breaks))]
    [InlineData("60.4", nameof(EquationState.Noted))]
    [InlineData("60.53", nameof(EquationState.Breaks))]
    [InlineData("65.50", nameof(EquationState.Breaks))]
    public void A_sum_is_noted_when_one_digit_was_adjusted_or_decimals_were_dropped_and_breaks_beyond(string total, string state)
    {
        Equation sum = Equations.Of(Cell(1, 2)).First(equation => equation.Terms.Length == 2 && equation.Stated == Cell(1, 2));

        Printing(sum, total).ShouldBe(state);
    }

    [Theory]
    [InlineData("66.6", nameof(EquationState.Holds))]
    [InlineData("66.59", nameof(EquationState.Noted))]
    [InlineData("66.5", nameof(EquationState.Noted))]
    [InlineData("66.58", nameof(EquationState.Breaks))]
    [InlineData("66.4", nameof(EquationState.Breaks))]
    public void A_share_whose_digits_are_cut_off_is_noted(string share, string state) => Printing(Equations.Of(Figure(4)).First(), share).ShouldBe(state);

    [Theory]
    [InlineData("60.52", nameof(EquationState.Noted))]
    [InlineData("60.53", nameof(EquationState.Breaks))]
    public void Two_prints_of_one_number_may_be_one_or_two_units_apart(string again, string state) =>
        Printing(Equations.Of(Figure(0)).First(equation => equation.Terms.Length == 1), again).ShouldBe(state);

    [Fact]
    public void An_equation_without_its_stated_number_claims_nothing()
    {
        Equation equation = Equations.Of(Figure(2)).First();

        equation.Weigh(statement => statement == equation.Stated ? null : statement).ShouldBeNull();
    }

    private static string? Printing(Equation equation, string digits)
    {
        PrintedNumber.TryRead(digits, out PrintedNumber number).ShouldBeTrue();
        return equation.Weigh(statement => statement == equation.Stated ? statement.Printing(number) : statement)?.ToString();
    }

    private static Statement Cell(int row, int column) => Equations.Statements.At(0, row, column).ShouldNotBeNull();

    private static Statement Figure(int index) => Equations.Statements.Figures[index];

    private static IEnumerable<string> Shown(Statement statement) => Equations.Of(statement).Where(equation => equation.Stated == statement).Select(equation => equation.Form == EquationForm.Sum
        ? $"{equation.Stated.Digits} = {string.Join(" + ", equation.Terms.Select(term => term.Statement.Digits))}"
        : $"{equation.Stated.Digits} % {string.Join(", ", equation.Terms.Select(term => term.Statement.Digits))}");
}
