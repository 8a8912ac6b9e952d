using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>
/// The one ratio behind shares, completions and growth rates, with the bounds that rounding leaves it. Every form is
/// monotonic in each of its variables, so the bounds are taken at the corners.
/// </summary>
internal static class Rates
{
    /// <summary>The rate in percent from the printed values, or null on a zero base.</summary>
    public static decimal? Value(Obligation obligation, Func<Fact, decimal> value)
    {
        (decimal a, decimal b) = (value(obligation.Operands[0].Fact), obligation.Operands.Skip(1).Sum(term => term.Sign * value(term.Fact)));
        return Rate(obligation.Relation, a, b);
    }

    /// <summary>The interval of the rate in percent; open above where the base may be nothing.</summary>
    public static Interval Bounds(Obligation obligation, Func<Fact, Interval> interval)
    {
        Interval a = interval(obligation.Operands[0].Fact);
        Interval b = Interval.Point(0);
        foreach (Term term in obligation.Operands.Skip(1))
        {
            b = term.Sign > 0 ? b + interval(term.Fact) : b - interval(term.Fact);
        }

        decimal? low = null, high = null;

        // A base that may be nothing leaves the rate open above; a negative one is still a base (a loss).
        Interval divisor = obligation.Relation is Relation.GrowthFromChange or Relation.CompletionFromChange ? a - b : b;
        bool open = divisor.Low <= 0 && divisor.High >= 0;
        foreach (decimal x in new[] { a.Low!.Value, a.High!.Value })
        {
            foreach (decimal y in new[] { b.Low!.Value, b.High!.Value })
            {
                if (Rate(obligation.Relation, x, y) is { } rate && (!open || Base(obligation.Relation, x, y) > 0))
                {
                    low = low is null ? rate : Math.Min(low.Value, rate);
                    high = high is null ? rate : Math.Max(high.Value, rate);
                }
            }
        }

        return new Interval(low, open ? null : high);
    }

    /// <summary>
    /// a and b are: part and whole (ratio), current and prior (growth), current and signed change (the forms "from change").
    /// </summary>
    private static decimal? Rate(Relation relation, decimal a, decimal b)
    {
        decimal divisor = Base(relation, a, b);
        if (divisor == 0)
        {
            return null;
        }

        return relation switch
        {
            Relation.Ratio or Relation.CompletionFromChange => 100m * a / divisor,
            Relation.Growth => 100m * (a - b) / Math.Abs(divisor),
            _ => 100m * b / Math.Abs(divisor),
        };
    }

    private static decimal Base(Relation relation, decimal a, decimal b) =>
        relation is Relation.GrowthFromChange or Relation.CompletionFromChange ? a - b : b;
}
