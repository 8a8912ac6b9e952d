using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>What value a fact would need for one obligation to hold.</summary>
internal static class Repairs
{
    /// <summary>
    /// The value (base unit) that <paramref name="fact"/> would need, with how far it may be off through rounding; null when the
    /// obligation does not pin it.
    /// </summary>
    public static (decimal Value, decimal Slack)? Of(Obligation obligation, Fact fact)
    {
        if (obligation.Outcome is not null || obligation.Facts.Any(other => !ReferenceEquals(other, fact) && other.IsUnreadable))
        {
            return null;
        }

        try
        {
            return obligation.Relation switch
            {
                Relation.Sum => OfSum(obligation, fact),
                Relation.Closes => (100m - (obligation.Operands.Sum(term => Value(term.Fact)) - Value(fact)), 0.05m),
                Relation.Ratio => OfRatio(obligation, fact),
                Relation.Growth => OfGrowth(obligation, fact),
                Relation.GrowthFromChange => OfGrowthFromChange(obligation, fact),
                Relation.CompletionFromChange => OfCompletion(obligation, fact),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static (decimal, decimal)? OfSum(Obligation obligation, Fact fact)
    {
        decimal slack = obligation.Facts.Sum(other => other.Printed?.LastDigit ?? 0);
        if (ReferenceEquals(fact, obligation.Stated))
        {
            return (obligation.Operands.Sum(term => term.Sign * Value(term.Fact)), slack);
        }

        int sign = obligation.Operands.Where(term => ReferenceEquals(term.Fact, fact)).Sum(term => term.Sign);
        if (sign == 0)
        {
            return null;
        }

        decimal others = obligation.Operands.Where(term => !ReferenceEquals(term.Fact, fact)).Sum(term => term.Sign * Value(term.Fact));
        return ((Value(obligation.Stated!) - others) / sign, slack);
    }

    private static (decimal, decimal)? OfRatio(Obligation obligation, Fact fact)
    {
        decimal rate = Value(obligation.Stated!) / 100m;
        Fact part = obligation.Operands[0].Fact;
        decimal whole = obligation.Operands.Skip(1).Sum(term => term.Sign * Value(term.Fact));
        if (ReferenceEquals(fact, obligation.Stated))
        {
            return whole == 0 ? null : Rated(100m * Value(part) / whole, fact);
        }

        if (ReferenceEquals(fact, part))
        {
            return Scaled(rate * whole, obligation);
        }

        decimal others = whole - Value(fact);
        return rate == 0 ? null : Scaled(Value(part) / rate - others, obligation);
    }

    private static (decimal, decimal)? OfGrowth(Obligation obligation, Fact fact)
    {
        decimal rate = Value(obligation.Stated!) / 100m;
        decimal current = Value(obligation.Operands[0].Fact), prior = Value(obligation.Operands[1].Fact);
        return ReferenceEquals(fact, obligation.Stated) ? (prior == 0 ? null : Rated(100m * (current - prior) / Math.Abs(prior), fact))
            : ReferenceEquals(fact, obligation.Operands[0].Fact) ? Scaled(prior * (1 + rate), obligation)
            : rate == -1 ? null
            : Scaled(current / (1 + rate), obligation);
    }

    private static (decimal, decimal)? OfGrowthFromChange(Obligation obligation, Fact fact)
    {
        decimal rate = Value(obligation.Stated!) / 100m;
        decimal current = Value(obligation.Operands[0].Fact), change = Value(obligation.Operands[1].Fact);
        return ReferenceEquals(fact, obligation.Stated) ? (current == change ? null : Rated(100m * change / Math.Abs(current - change), fact))
            : ReferenceEquals(fact, obligation.Operands[1].Fact) ? (rate == -1 ? null : Scaled(rate * current / (1 + rate), obligation))
            : rate == 0 ? null
            : Scaled(change * (1 + rate) / rate, obligation);
    }

    private static (decimal, decimal)? OfCompletion(Obligation obligation, Fact fact)
    {
        decimal rate = Value(obligation.Stated!) / 100m;
        decimal current = Value(obligation.Operands[0].Fact), change = Value(obligation.Operands[1].Fact);
        return ReferenceEquals(fact, obligation.Stated) ? (current == change ? null : Rated(100m * current / (current - change), fact))
            : rate is 0 or 1 ? null
            : ReferenceEquals(fact, obligation.Operands[1].Fact) ? Scaled(current * (1 - 1 / rate), obligation)
            : Scaled(rate * change / (rate - 1), obligation);
    }

    private static (decimal, decimal) Rated(decimal value, Fact fact) => (value, 2 * (fact.Printed?.LastDigit ?? 0.01m));

    /// <summary>An amount that is known only through a rate is known only as well as the rate is printed.</summary>
    private static (decimal, decimal) Scaled(decimal value, Obligation obligation)
    {
        decimal rate = Math.Abs(Value(obligation.Stated!));
        decimal relative = rate == 0 ? 0.01m : Math.Min(0.05m, obligation.Stated!.Printed!.LastDigit / rate + 0.001m);
        return (value, Math.Abs(value) * relative);
    }

    private static decimal Value(Fact fact) => fact.Printed?.Base ?? 0m;
}
