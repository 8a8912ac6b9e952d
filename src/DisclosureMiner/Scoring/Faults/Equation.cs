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

/// <summary>What becomes of an equation when its numbers print something else.</summary>
internal enum EquationState
{
    /// <summary>It holds, exactly or through rounding.</summary>
    Holds,

    /// <summary>It fails by what is worth no more than a note: cut digits, dropped decimals, a last digit that was adjusted.</summary>
    Noted,

    /// <summary>It is broken.</summary>
    Breaks,
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
    /// <summary>Whether practice differs on it, so that nothing it tells is worth more than a note.</summary>
    public bool IsHint { get; init; }

    private bool IsTie => Form == EquationForm.Sum && Terms.Length == 1;

    /// <summary>All numbers in it, the stated one first.</summary>
    public IEnumerable<Statement> Statements => Terms.Select(term => term.Statement).Prepend(Stated);

    /// <summary>Whether the document states it: it holds as printed, or is a sum in which a last digit was adjusted.</summary>
    public bool IsStated() => Weigh(statement => statement, Kept, Form == EquationForm.Sum && Stated.Printed.Unit.Dimension != Dimension.Count ? Stated.Printed.LastDigit : 0) == true;

    /// <summary>What becomes of it when numbers print something else; null when what is left of it claims nothing.</summary>
    /// <param name="read">What a statement prints; null when it is missing.</param>
    /// <remarks>
    /// DESIGN, the verdict ladder: what holds if digits were cut off or rounded up, or one last digit was adjusted, is a note, and so is what holds only at
    /// the decimals on the page where the surroundings keep more, unless nearly all numbers around keep them. RULES, test E: so is a gap of one or two
    /// units between two prints of one number. RULES, test S: so is what practice differs on.
    /// </remarks>
    public EquationState? Weigh(Func<Statement, Statement?> read) =>
        Weigh(read, Kept, 0) is not { } holds ? null
        : holds ? EquationState.Holds
        : IsHint || IsOneOrTwoUnits(read) || Weigh(read, Kept, Slack(read(Stated)!)) == true || Weigh(read, Cut, 0) == true ? EquationState.Noted
        : EquationState.Breaks;

    private bool? Weigh(Func<Statement, Statement?> read, Func<Statement, Interval> meant, decimal slack)
    {
        if (read(Stated) is not { } stated)
        {
            return null;
        }

        try
        {
            Interval own = meant(stated);
            return Computed(statement => read(statement) is { } printed ? meant(printed) : null)?.Meets(new Interval(own.Low - slack, own.High + slack));
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private bool IsOneOrTwoUnits(Func<Statement, Statement?> read) =>
        IsTie && read(Stated)?.Printed is { } one && read(Terms[0].Statement)?.Printed is { } other
        && one.Unit == other.Unit && one.Decimals == other.Decimals && one.Unit.Dimension != Dimension.Count
        && Math.Abs(one.Base - other.Base) <= 2 * one.LastDigit;

    /// <summary>A cut rate lies within one last digit of the true one, a sum that was made to close within one of the next that rounding allows.</summary>
    private decimal Slack(Statement stated) => stated.Printed.Unit.Dimension == Dimension.Count ? 0
        : Form == EquationForm.Sum ? stated.Printed.LastDigit
        : Form == EquationForm.Labelled ? 0
        : stated.Printed.LastDigit / 2;

    private Interval? Computed(Func<Statement, Interval?> meant)
    {
        if (Form == EquationForm.Labelled)
        {
            return Interval.Point(Stated.Printed.Base);
        }

        if (Form == EquationForm.Sum)
        {
            var terms = Terms.Select(term => (Meant: meant(term.Statement), term.Sign)).Where(term => term.Meant is not null).ToList();

            // 其中甲1万元: the one part that is left in a sentence need not be all; a total over the one row that is left has no other.
            bool isMerePart = Stated.Figure is not null && terms.Count == 1 && Terms.Length > 1;
            return terms.Count == 0 || isMerePart ? null : terms.Aggregate(
                Interval.Point(0m),
                (sum, term) => term.Sign > 0 ? sum + term.Meant!.Value : sum - term.Meant!.Value);
        }

        return meant(Terms[0].Statement) is { } first && meant(Terms[1].Statement) is { } second ? Rate(first, second) : null;
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

    /// <summary>The number at the decimals that its surroundings keep.</summary>
    private static Interval Kept(Statement statement) => Interval.Of(statement.Printed, statement.Printed.Decimals);

    /// <summary>All that is printed with the decimals on the page when digits behind them are rounded or cut off.</summary>
    private static Interval Cut(Statement statement)
    {
        if (statement.PrintedDecimals >= statement.Printed.Decimals || statement.KeepsDecimals || statement.Printed.Unit.Dimension == Dimension.Count)
        {
            return Kept(statement);
        }

        Interval rounded = Interval.Of(statement.Printed, statement.PrintedDecimals);
        decimal digit = Printed.PowerOfTen(-statement.PrintedDecimals) * statement.Printed.Unit.Factor;
        return statement.Printed.Value < 0 ? rounded with { Low = statement.Printed.Base - digit } : rounded with { High = statement.Printed.Base + digit };
    }
}
