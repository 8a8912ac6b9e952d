using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>What an equation of a truth says.</summary>
internal enum EquationForm
{
    /// <summary>stated = signed sum of the terms; with one term, the same number twice.</summary>
    Sum,

    /// <summary>stated = 100 × terms[0] / terms[1].</summary>
    Share,

    /// <summary>stated = 100 × (terms[0] / terms[1] - 1).</summary>
    Growth,

    /// <summary>stated = 100 × terms[1] / (terms[0] - terms[1]).</summary>
    GrowthFromChange,

    /// <summary>Whoever labelled the document says that rules hold the stated number, and no arithmetic of the above kinds was found.</summary>
    Labelled,
}

/// <summary>The term of a sum.</summary>
/// <param name="Statement">The number.</param>
/// <param name="Sign">1 or -1.</param>
internal readonly record struct EquationTerm(Statement Statement, int Sign = 1);

/// <summary>
/// An equation that the printed numbers of a truth satisfy. Which equations there are is told by the truth alone (heads, codes, labels,
/// neighbourhood and arithmetic), so that what a miner overlooks still counts as something that could have been found.
/// </summary>
internal sealed record Equation(EquationForm Form, Statement Stated, ImmutableArray<EquationTerm> Terms)
{
    /// <summary>All numbers in it, the stated one first.</summary>
    public IEnumerable<Statement> Statements => Terms.Select(term => term.Statement).Prepend(Stated);

    /// <summary>Whether it holds as the document prints it.</summary>
    public bool Holds() => Holds(statement => statement.Printed) == true;

    /// <summary>Whether it holds when numbers print something else; null when what is left of it claims nothing.</summary>
    /// <param name="printed">What a statement prints; null when it is missing.</param>
    public bool? Holds(Func<Statement, Printed?> printed)
    {
        if (printed(Stated) is not { } stated)
        {
            return null;
        }

        try
        {
            return Computed(printed) is { } computed ? computed.Meets(Meant(stated)) : null;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>
    /// What the stated number may mean. A digit that was cut off, or a last digit that was adjusted so that a sum closes, is worth no more than a note;
    /// so a sum holds as long as it misses by no more than that.
    /// </summary>
    private Interval Meant(Printed stated)
    {
        Interval own = Interval.Of(stated, stated.Decimals);
        decimal slack = Form == EquationForm.Sum && stated.Unit.Dimension != Dimension.Count ? stated.LastDigit : 0m;
        return new Interval(own.Low - slack, own.High + slack);
    }

    private Interval? Computed(Func<Statement, Printed?> printed)
    {
        if (Form == EquationForm.Labelled)
        {
            return Interval.Point(Stated.Printed.Base);
        }

        if (Form == EquationForm.Sum)
        {
            var terms = Terms.Select(term => (Printed: printed(term.Statement), term.Sign)).Where(term => term.Printed is not null).ToList();

            // 其中甲1万元: the one part that is left in a sentence need not be all; a total over the one row that is left has no other.
            bool isMerePart = Stated.Figure is not null && terms.Count == 1 && Terms.Length > 1;
            return terms.Count == 0 || isMerePart ? null : terms.Aggregate(
                Interval.Point(0m),
                (sum, term) => term.Sign > 0 ? sum + IntervalOf(term.Printed!) : sum - IntervalOf(term.Printed!));
        }

        return printed(Terms[0].Statement) is { } first && printed(Terms[1].Statement) is { } second
            ? Rate(IntervalOf(first), IntervalOf(second))
            : null;
    }

    private Interval? Rate(Interval first, Interval second)
    {
        Interval below = Form == EquationForm.GrowthFromChange ? first - second : second;
        Interval above = Form == EquationForm.GrowthFromChange ? second : first;
        if (below.Low <= 0)
        {
            return null;
        }

        // The corners hold the extremes of a quotient whose lower side is positive.
        decimal[] corners = Form == EquationForm.GrowthFromChange
            ? [Of(second.Low, first.Low - second.Low), Of(second.Low, first.High - second.Low), Of(second.High, first.Low - second.High), Of(second.High, first.High - second.High)]
            : [Of(above.Low, below.Low), Of(above.Low, below.High), Of(above.High, below.Low), Of(above.High, below.High)];
        decimal shift = Form == EquationForm.Growth ? 100m : 0m;
        return new Interval(corners.Min() - shift, corners.Max() - shift);

        static decimal Of(decimal? part, decimal? whole) => 100m * part!.Value / whole!.Value;
    }

    private static Interval IntervalOf(Printed printed) => Interval.Of(printed, printed.Decimals);
}
