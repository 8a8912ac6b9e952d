using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>
/// Decides obligations. A printed number is an interval; an obligation is broken only when the interval of the stated number
/// and that of the recomputed one cannot meet (DESIGN, "Numbers" and "Verdict ladder"). All arithmetic is exact decimal in the
/// base unit (元, percent).
/// </summary>
internal sealed class Evaluator(Conventions conventions)
{
    /// <summary>
    /// Under 1 in 1,000 of sums of independent roundings lie further out than this many standard deviations (normal
    /// approximation of the sum of uniform errors).
    /// </summary>
    private const decimal CornerDeviations = 3.29m;

    /// <summary>The reason given where only a convention that nearly all numbers of the surface keep tells against a sum.</summary>
    public const string StrongConvention = "convention";

    /// <summary>A recomputed rate that may lie anywhere in more than this many percentage points settles nothing.</summary>
    private const decimal WidestRate = 1m;

    /// <summary>The verdict of one obligation.</summary>
    public Ruling Decide(Obligation obligation)
    {
        if (obligation.Outcome is { } outcome)
        {
            // An unfilled rate beside an amount and its change: the arithmetic says what belongs there.
            decimal? value = obligation is { Defect: "unfilled", Operands: [var current, var change] }
                ? 100m * Value(change.Fact) / Math.Abs(Value(current.Fact) - Value(change.Fact))
                : null;
            return new Ruling(obligation, outcome.Holds ? Verdict.Exact : Verdict.DecisionConflict, "", null, value, null);
        }

        if (obligation.Facts.Any(fact => fact.IsUnreadable))
        {
            return Unchecked(obligation, "unreadable");
        }

        if (obligation.Facts.Where(fact => fact.Printed is not null).Any(fact => fact.Printed!.Unit.Dimension != Expected(obligation, fact)))
        {
            return Unchecked(obligation, "unknown-unit");
        }

        return obligation.Relation switch
        {
            Relation.Sum => DecideSum(obligation),
            Relation.AtMost => DecideAtMost(obligation),
            Relation.Product => DecideProduct(obligation),
            Relation.Closes => DecideCloses(obligation),
            Relation.Logical => Unchecked(obligation, "missing-side"),
            _ => DecideRate(obligation),
        };
    }

    private Ruling DecideSum(Obligation obligation)
    {
        decimal value = obligation.Operands.Sum(term => term.Sign * Value(term.Fact));
        decimal statedValue = Value(obligation.Stated!);
        decimal difference = statedValue - value;
        Interval stated = At(obligation.Stated!, Precision.Convention);
        Interval computed = SumOf(obligation.Operands, Precision.Convention);
        Ruling As(Verdict verdict) => new(obligation, verdict, "", computed, value, difference);

        Verdict broken = ChangesTheMessage(obligation, statedValue, value) ? Verdict.DecisionConflict : Verdict.Conflict;
        if (obligation.Stated!.Printed is not { } printed)
        {
            // A blank agrees with a stated 0 and conflicts with a stated amount.
            return As(value == 0 ? Verdict.Exact : computed.Meets(Interval.Point(0)) ? Verdict.Rounding : broken);
        }

        int decimals = conventions.DecimalsOf(obligation.Stated!);
        if (RoundsTo(value, printed, decimals))
        {
            return As(Verdict.Exact);
        }

        bool sameFact = obligation.Operands is [var only] && SamePrecision(obligation.Stated!, only.Fact);
        if (!sameFact && stated.Meets(computed))
        {
            return As(IsCorner(obligation, difference) ? Verdict.UnlikelyRounding : Verdict.Rounding);
        }

        decimal lastDigit = LastDigit(obligation.Stated!);
        bool countable = obligation.Facts.All(fact => fact.Printed is null || fact.Printed.Unit.Dimension != Dimension.Count);
        decimal gap = sameFact ? Math.Abs(difference) - lastDigit : Gap(stated, computed);
        if (countable && value != 0 && statedValue != 0 && gap <= lastDigit)
        {
            return As(Verdict.CutOrPlug);
        }

        if (At(obligation.Stated!, Precision.Printed).Meets(SumOf(obligation.Operands, Precision.Printed)))
        {
            bool strong = obligation.Facts.Where(fact => fact.Printed is not null).All(conventions.IsStrongFor);
            return As(Verdict.UnlikelyRounding) with { Reason = strong ? StrongConvention : "" };
        }

        return As(broken);
    }

    private Ruling DecideCloses(Obligation obligation)
    {
        const decimal Whole = 100m;
        decimal value = obligation.Operands.Sum(term => Value(term.Fact));
        Interval computed = SumOf(obligation.Operands, Precision.Convention);
        decimal lastDigit = obligation.Operands.Max(term => LastDigit(term.Fact));
        decimal gap = Gap(Interval.Point(Whole), computed);
        Verdict verdict = value == Whole ? Verdict.Exact
            : gap <= 0 ? (IsCorner(obligation, Whole - value) ? Verdict.UnlikelyRounding : Verdict.Rounding)
            : gap <= lastDigit ? Verdict.CutOrPlug
            : SumOf(obligation.Operands, Precision.Printed).Meets(Interval.Point(Whole)) ? Verdict.UnlikelyRounding
            : Verdict.Conflict;
        return new Ruling(obligation, verdict, "", computed, value, Whole - value);
    }

    private Ruling DecideAtMost(Obligation obligation)
    {
        decimal value = obligation.Operands.Sum(term => term.Sign * Value(term.Fact));
        decimal statedValue = Value(obligation.Stated!);
        Interval computed = SumOf(obligation.Operands, Precision.Convention);
        Interval stated = At(obligation.Stated!, Precision.Convention);
        Ruling As(Verdict verdict) => new(obligation, verdict, "", new Interval(null, computed.High), value, statedValue - value);
        if (statedValue <= value)
        {
            return As(Verdict.Exact);
        }

        if (stated.Low <= computed.High)
        {
            return As(Verdict.Rounding);
        }

        return stated.Low - computed.High <= LastDigit(obligation.Stated!) && obligation.Stated!.Printed?.Unit.Dimension != Dimension.Count
            ? As(Verdict.CutOrPlug)
            : As(Verdict.Conflict);
    }

    /// <summary>Price times count; where the count is not stated, the amount must hold the price a whole number of times.</summary>
    private Ruling DecideProduct(Obligation obligation)
    {
        decimal amount = Value(obligation.Stated!);
        decimal price = Value(obligation.Operands[0].Fact);
        Interval stated = At(obligation.Stated!, Precision.Convention);
        Interval each = At(obligation.Operands[0].Fact, Precision.Convention);
        if (obligation.Operands.Length == 2)
        {
            // An average price is itself rounded.
            decimal number = Value(obligation.Operands[1].Fact);
            Interval product = new(each.Low * number, each.High * number);
            Verdict priced = RoundsTo(price * number, obligation.Stated!.Printed!, obligation.Stated.Printed!.Decimals) ? Verdict.Exact
                : product.Meets(stated) ? Verdict.Rounding
                : Verdict.Conflict;
            return new Ruling(obligation, priced, "", product, price * number, amount - (price * number));
        }

        if (price <= 0)
        {
            return Unchecked(obligation, "no-base");
        }

        decimal count = amount / price;
        Interval counts = new(stated.Low / each.High, each.Low > 0 ? stated.High / each.Low : null);
        Verdict verdict = count == decimal.Round(count) && count >= 1 ? Verdict.Exact
            : counts.High is { } high && decimal.Floor(high) >= Math.Max(1, counts.Low ?? 0) ? Verdict.Rounding
            : Verdict.Conflict;
        return new Ruling(obligation, verdict, "", counts, count, null);
    }

    private Ruling DecideRate(Obligation obligation)
    {
        Fact fact = obligation.Stated!;
        if (fact.Printed is not { } printed)
        {
            return Unchecked(obligation, "missing-side");
        }

        decimal? value = Rates.Value(obligation, Value);
        if (value is null)
        {
            // A finite rate on a zero base: 上年为0，增幅无意义. A stated 0 on a base of 0 is how offices write "nothing happened".
            bool nothing = printed.Value == 0 && obligation.Operands.All(term => Value(term.Fact) == 0);
            return new Ruling(obligation, nothing ? Verdict.Exact : Verdict.DecisionConflict, nothing ? "" : "zero-base", null, null, null);
        }

        decimal stated = printed.Base;
        Interval computed = Rates.Bounds(obligation, operand => At(operand, Precision.Convention));
        Ruling As(Verdict verdict, string reason = "") => new(obligation, verdict, reason, computed, value, stated - value);
        int decimals = conventions.DecimalsOf(fact);
        if (RoundsTo(value.Value, printed, decimals))
        {
            return As(Verdict.Exact);
        }

        bool flipped = stated != 0 && value != 0 && Math.Sign(stated) != Math.Sign(value.Value);
        bool meets = At(fact, Precision.Convention).Meets(computed);
        if (!meets && Math.Abs(stated - value.Value) < LastDigit(fact))
        {
            return As(Verdict.CutOrPlug);
        }

        if (meets)
        {
            return computed.Width is null or > WidestRate ? As(Verdict.Undecidable, "wide") : As(Verdict.Rounding);
        }

        Interval wider = Rates.Bounds(obligation, operand => At(operand, Precision.Printed));
        if (At(fact, Precision.Printed).Meets(wider))
        {
            return wider.Width is null or > WidestRate ? As(Verdict.Undecidable, "wide") : As(Verdict.UnlikelyRounding);
        }

        return As(flipped ? Verdict.DecisionConflict : Verdict.Conflict);
    }

    private enum Precision
    {
        /// <summary>The decimals the document keeps; a printed 0 is nothing.</summary>
        Convention,

        /// <summary>The decimals on the page; a printed 0 may be something rounded down.</summary>
        Printed,
    }

    private Interval At(Fact fact, Precision precision)
    {
        if (fact.Printed is not { } printed || (printed.Value == 0 && precision == Precision.Convention))
        {
            return Interval.Point(0);
        }

        Interval interval = Interval.Of(printed, precision == Precision.Convention ? conventions.DecimalsOf(fact) : printed.Decimals);
        bool cannotBeNegative = printed.Value >= 0 && fact.Key?.Measure is null or Measure.Amount;
        return cannotBeNegative && interval.Low < 0 ? interval with { Low = 0 } : interval;
    }

    private Interval SumOf(IEnumerable<Term> terms, Precision precision)
    {
        Interval sum = Interval.Point(0);
        foreach (Term term in terms)
        {
            Interval interval = At(term.Fact, precision);
            sum = term.Sign > 0 ? sum + interval : sum - interval;
        }

        return sum;
    }

    private bool IsCorner(Obligation obligation, decimal difference)
    {
        // Var of a uniform error of one last digit is digit² / 12; compared squared to stay in decimal.
        decimal variance = obligation.Facts.Where(fact => fact.Printed is { Value: not 0 }).Sum(fact => LastDigit(fact) * LastDigit(fact)) / 12m;
        return difference * difference > CornerDeviations * CornerDeviations * variance;
    }

    private bool SamePrecision(Fact one, Fact other) =>
        one.Printed is { } a && other.Printed is { } b && a.Unit == b.Unit && conventions.DecimalsOf(one) == conventions.DecimalsOf(other);

    private decimal LastDigit(Fact fact) =>
        fact.Printed is { } printed ? Printed.PowerOfTen(-conventions.DecimalsOf(fact)) * printed.Unit.Factor : 0m;

    private static bool ChangesTheMessage(Obligation obligation, decimal stated, decimal value) =>
        obligation.Defect is "flat" or "flat-and-change" or "negative-statement"
        || (obligation.Defect == "change" && stated != 0 && value != 0 && Math.Sign(stated) != Math.Sign(value));

    private static decimal Gap(Interval a, Interval b) =>
        Math.Max(a.Low - b.High ?? 0, b.Low - a.High ?? 0);

    private static bool RoundsTo(decimal value, Printed printed, int decimals)
    {
        decimal inUnit = value / printed.Unit.Factor;
        int places = Math.Min(decimals, 20);
        return decimal.Round(inUnit, places, MidpointRounding.AwayFromZero) == printed.Value
            || decimal.Round(inUnit, places, MidpointRounding.ToEven) == printed.Value;
    }

    private static decimal Value(Fact fact) => fact.Printed?.Base ?? 0m;

    private static Dimension Expected(Obligation obligation, Fact fact)
    {
        bool isRate = obligation.Relation is Relation.Ratio or Relation.Growth or Relation.GrowthFromChange or Relation.CompletionFromChange;
        if (isRate && ReferenceEquals(fact, obligation.Stated))
        {
            return Dimension.Percent;
        }

        Fact? first = isRate || obligation.Relation == Relation.Product
            ? obligation.Operands.Select(term => term.Fact).FirstOrDefault(operand => operand.Printed is not null)
            : obligation.Facts.FirstOrDefault(operand => operand.Printed is not null);
        return obligation.Relation == Relation.Product ? fact.Printed!.Unit.Dimension : first!.Printed!.Unit.Dimension;
    }

    private static Ruling Unchecked(Obligation obligation, string reason) => new(obligation, Verdict.NotChecked, reason, null, null, null);
}
