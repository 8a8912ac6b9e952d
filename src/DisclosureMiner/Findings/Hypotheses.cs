using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>Tries what people really do wrong on the number at fault, and says which of it the arithmetic bears out.</summary>
/// <param name="facts">All facts of the document in reading order.</param>
internal sealed class Hypotheses(IReadOnlyList<Fact> facts)
{
    private readonly Borrowings _borrowings = new(facts);
    private readonly OtherBases _bases = new(facts);
    private readonly ForgottenItems _items = new(facts);

    /// <summary>The hypotheses that fit, the most telling first; the last one only names the value that would fit.</summary>
    public ImmutableArray<Hypothesis> For(Cause cause)
    {
        if (cause.Culprit is not { Printed: { } printed } culprit || cause.Repair is not { } wanted)
        {
            return [];
        }

        var hypotheses = ImmutableArray.CreateBuilder<Hypothesis>();
        string fits = Print(wanted, printed);
        if (cause is { Kind: CauseKind.Exchange, With: [var other, ..] })
        {
            hypotheses.Add(new Hypothesis("columns-swapped", [other.Text.Trim(), other.Label]));
        }
        else if (cause.Kind == CauseKind.Direction)
        {
            hypotheses.Add(new Hypothesis("direction", [fits]));
        }

        string? slip = Slips.Between(printed, wanted);
        Hypothesis? slipped = slip is null ? null : new Hypothesis(slip, [slip == "cut-digits" ? Whole(wanted, printed) : fits]);
        Hypothesis? borrowed = _borrowings.Of(cause);

        // What is printed elsewhere letter for letter was copied; of one or two digits that says little, and a slip more.
        bool isSlipFirst = slipped is not null && (slip is "unit-slip" or "sign" or "cut-digits" or "last-digit" || Borrowings.SignificantDigits(printed) < 3);
        hypotheses.AddRange(new[] { isSlipFirst ? slipped : null, borrowed, isSlipFirst ? null : slipped, _bases.Of(cause) }.OfType<Hypothesis>());
        if (_items.Of(cause) is { } forgotten && (hypotheses.Count == 0 || forgotten.Arguments.Length > 0))
        {
            hypotheses.Add(forgotten);
        }

        hypotheses.Add(new Hypothesis("fits-value", [fits]));
        return hypotheses.ToImmutable();
    }

    /// <summary>Whether a rate or share of another item is the same.</summary>
    public bool IsCopiedRate(Fact fact) => _borrowings.IsCopiedRate(fact);

    private static string Print(decimal value, Printed like) =>
        (like with { Value = decimal.Round(value / like.Unit.Factor, Math.Min(like.Decimals, 20), MidpointRounding.AwayFromZero) }).ToString();

    /// <summary>With all its digits: 204.9197万元, of which 204.91 was printed.</summary>
    private static string Whole(decimal value, Printed like)
    {
        decimal inUnit = value / like.Unit.Factor;
        int decimals = inUnit.Scale;
        while (decimals > like.Decimals && decimal.Round(inUnit, decimals - 1) == inUnit)
        {
            decimals--;
        }

        return (like with { Value = decimal.Round(inUnit, decimals), Decimals = decimals }).ToString();
    }
}
