using DisclosureMiner.Checks.Expressions;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Checks.Expressions;

public sealed class RuleParserTests
{
    [Theory]
    [InlineData("B1[revenue-total] = B1[expenditure-total]")]
    [InlineData("each column: B1[revenue-current, .] = sum(B1[parts(revenue-current), .]) when has(B1[revenue-current])")]
    [InlineData("each line, subtotal: B2[., .] = sum(B2[., parts(.)])")]
    [InlineData("each #revenue-source: B1[.] = B2[.]")]
    [InlineData("each code of B3: sum(B5[.])? + sum(B8[.])? <= sum(B3[.])")]
    [InlineData("either B1[expenditure-current] = B3[total] or B1[expenditure-total] = B3[total]")]
    [InlineData("each line: B5[., rate] = rate(B5[., total], B5[., prior-outturn|prior])")]
    [InlineData("-B1[carry-in]? + B1[revenue-total] = B4[revenue-total] - B4[carry-in]?")]
    [InlineData("B6[301, operating] = 0 when not (empty(B8) or filled(B9)) and (printed(B8) or no(B4[#fund-other]))")]
    [InlineData("codes(B5) within codes(B3); codes(B3)")]
    [InlineData("amounts(B7); columns(F9); subtotals(F6)")]
    [InlineData("B5[basic] = B6[total] when same(B1[revenue-total], B4[revenue-total]) and says(three-public-from-basic)")]
    public void An_expression_reads_back_as_it_is_written(string text) => RuleParser.Parse(text).ToString().ShouldBe(text);

    [Fact]
    public void A_statement_for_several_tables_is_a_statement_for_each()
        => RuleParser.Parse("for B2, B3: each parent, column: T[., .] = sum(T[parts(.), .])").ToString().ShouldBe(
            "each parent, column: B2[., .] = sum(B2[parts(.), .]); each parent, column: B3[., .] = sum(B3[parts(.), .])");

    [Fact]
    public void Every_expression_of_the_catalogue_reads_back()
    {
        foreach (var expression in Pipeline.LoadDefault().Rules.Rules.Select(rule => rule.Expression).OfType<RuleExpression>())
        {
            RuleParser.Parse(expression.ToString()).ToString().ShouldBe(expression.ToString());
        }
    }

    [Theory]
    [InlineData("B1[revenue-total] = ", 20, "expected the name of a table, found the end")]
    [InlineData("B1[revenue-total = B1[x]", 17, "expected ']', found '='")]
    [InlineData("B1[a] ~ B1[b]", 6, "'~' has no meaning here")]
    [InlineData("each row: B1[a] = B1[b]", 5, "expected line, parent, column, subtotal, code, block or #group, found 'row'")]
    [InlineData("T[a] = T[b]", 0, "expected the name of a table; T has a meaning only after 'for B2, B3:'")]
    [InlineData("B1[a] = B1[b] when maybe(B1[a])", 19, "expected one of has, no, some, printed, filled, empty, same, says, found 'maybe'")]
    [InlineData("B1[a] = B1[b] B1[c]", 14, "expected the end or ';', found 'B1'")]
    public void A_mistake_is_told_with_its_place(string text, int position, string message)
    {
        var mistake = Should.Throw<RuleSyntaxException>(() => RuleParser.Parse(text));

        mistake.Message.ShouldBe(message);
        mistake.Position.ShouldBe(position);
    }
}
