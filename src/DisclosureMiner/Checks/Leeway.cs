using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>How far both sides of a linear obligation may lie apart before it is broken: what rounding, cutting or one adjusted digit explain.</summary>
internal sealed class Leeway(Conventions conventions)
{
    /// <summary>The distance in the base unit (元, percent), for sums, bounds and shares that close.</summary>
    public decimal Of(Obligation obligation)
    {
        decimal kept = 0, printed = 0, lastDigit = 0;
        bool isCount = false;
        foreach (Fact fact in obligation.Facts)
        {
            if (fact.Printed is { } number)
            {
                kept += Half(fact, conventions.DecimalsOf(fact));
                printed += Half(fact, number.Decimals);
                lastDigit = Math.Max(lastDigit, LastDigit(fact));
                isCount |= number.Unit.Dimension == Dimension.Count;
            }
        }

        return isCount ? 0 : Math.Max(kept + lastDigit, printed);
    }

    /// <summary>One unit of the last digit that the document keeps, in the base unit; 0 for a blank.</summary>
    public decimal LastDigit(Fact fact) =>
        fact.Printed is { } printed ? Printed.PowerOfTen(-conventions.DecimalsOf(fact)) * printed.Unit.Factor : 0;

    private static decimal Half(Fact fact, int decimals) => Interval.Of(fact.Printed!, decimals).Width!.Value / 2;
}
