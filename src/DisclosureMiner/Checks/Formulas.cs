using System.Collections.Immutable;
using System.Text;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>Writes an obligation's arithmetic with the printed numbers.</summary>
internal static class Formulas
{
    /// <summary>72.84 + 15.00 = 87.84, 2.75 ÷ 87.84 = 3.13%, and so on; a blank reads as ∅.</summary>
    public static string Of(Relation relation, Fact? stated, ImmutableArray<Term> operands)
    {
        string result = stated is null ? "?" : Text(stated);
        string First() => Text(operands[0].Fact);
        string Rest() => operands.Length == 2 ? Text(operands[1].Fact) : $"({Sum(operands[1..])})";
        return relation switch
        {
            Relation.Closes => $"{Sum(operands)} = 100%",
            Relation.AtMost => $"{result} ≤ {Sum(operands)}",
            Relation.Ratio => $"{First()} ÷ {Rest()} = {result}",
            Relation.Growth => $"{First()} ÷ {Text(operands[1].Fact)} - 1 = {result}",
            Relation.GrowthFromChange => $"{Text(operands[1].Fact)} ÷ ({First()} - {Signed(operands[1].Fact)}) = {result}",
            Relation.CompletionFromChange => $"{First()} ÷ ({First()} - {Signed(operands[1].Fact)}) = {result}",
            Relation.Product => operands.Length == 1 ? $"{First()} × n = {result}" : $"{First()} × {Text(operands[1].Fact)} = {result}",
            _ => $"{Sum(operands)} = {result}",
        };
    }

    private static string Sum(ImmutableArray<Term> operands)
    {
        if (operands.IsEmpty)
        {
            return "0";
        }

        var text = new StringBuilder();
        foreach (Term term in operands)
        {
            if (text.Length > 0)
            {
                text.Append(term.Sign < 0 ? " - " : " + ");
            }
            else if (term.Sign < 0)
            {
                text.Append('-');
            }

            text.Append(text.Length > 0 ? Signed(term.Fact) : Text(term.Fact));
        }

        return text.ToString();
    }

    private static string Signed(Fact fact) => fact.Printed is { Value: < 0 } ? $"({Text(fact)})" : Text(fact);

    private static string Text(Fact fact) => fact.Printed?.ToString() ?? "∅";
}
