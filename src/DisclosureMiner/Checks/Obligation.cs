using System.Collections.Immutable;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>The few relations that all rules come down to.</summary>
public enum Relation
{
    /// <summary>stated = signed sum of the operands (with one operand: equality).</summary>
    Sum,

    /// <summary>stated is not above the signed sum of the operands.</summary>
    AtMost,

    /// <summary>The operands, shares of one list, add to 100 %; nothing is stated.</summary>
    Closes,

    /// <summary>stated = 100 × operands[0] / signed sum of the others: share and completion.</summary>
    Ratio,

    /// <summary>stated = 100 × (operands[0] / operands[1] - 1): growth from current and prior.</summary>
    Growth,

    /// <summary>stated = 100 × operands[1] / (operands[0] - operands[1]): growth from current and signed change.</summary>
    GrowthFromChange,

    /// <summary>stated = 100 × operands[0] / (operands[0] - operands[1]): completion from the outturn and its signed distance to the budget.</summary>
    CompletionFromChange,

    /// <summary>stated = operands[0] × operands[1]: unit price times count; without a count, a whole multiple of the price.</summary>
    Product,

    /// <summary>Words, presence and absence: the rule itself says whether it holds.</summary>
    Logical,
}

/// <summary>What became of an obligation, in the order of the ladder.</summary>
public enum Verdict
{
    /// <summary>Recomputing from the printed values gives the printed result.</summary>
    Exact,

    /// <summary>Broken, and it changes the message.</summary>
    DecisionConflict,

    /// <summary>Holds if digits were cut off or one term was adjusted by one unit of the last digit.</summary>
    CutOrPlug,

    /// <summary>The intervals cannot meet.</summary>
    Conflict,

    /// <summary>The precision settles nothing.</summary>
    Undecidable,

    /// <summary>The intervals meet only in a corner, or only at a coarser precision than the document keeps.</summary>
    UnlikelyRounding,

    /// <summary>The intervals meet.</summary>
    Rounding,

    /// <summary>Not decided, with a reason.</summary>
    NotChecked,
}

/// <summary>Severity of what is reported.</summary>
public enum Severity
{
    /// <summary>Editorial, or within the last digits.</summary>
    Note,

    /// <summary>Probably wrong, or wrong by habit.</summary>
    Warning,

    /// <summary>The document contradicts itself.</summary>
    Error,
}

/// <summary>One operand: a fact (null for a nil that no place prints) and its sign.</summary>
/// <param name="Fact">The printed number.</param>
/// <param name="Sign">1 or -1.</param>
public readonly record struct Term(Fact Fact, int Sign = 1);

/// <summary>One rule applied to one set of facts.</summary>
/// <param name="Id">Within the document: <c>o</c> and a counter in the order of rules and places.</param>
/// <param name="Rules">The catalogue ids it counts for, the leading one first.</param>
/// <param name="Relation">What must hold.</param>
/// <param name="Stated">The number that claims the result; null for logical obligations without a number.</param>
/// <param name="Operands">What it is recomputed from.</param>
/// <param name="Formula">The arithmetic in words and printed numbers, for people: <c>72.84 + 15.00 = 87.84</c>.</param>
/// <param name="Severity">What a conflict of it is worth.</param>
/// <param name="Defect">The class of defect when it is broken: <c>sum</c>, <c>rate</c>, <c>unfilled</c>, <c>self-comparison</c> ...</param>
public sealed record Obligation(
    string Id,
    ImmutableArray<string> Rules,
    Relation Relation,
    Fact? Stated,
    ImmutableArray<Term> Operands,
    string Formula,
    Severity Severity,
    string Defect)
{
    /// <summary>For logical obligations: what the rule itself found.</summary>
    public LogicalOutcome? Outcome { get; init; }

    /// <summary>The leading rule.</summary>
    public string Rule => Rules[0];

    /// <summary>The words at fault, the one to show first at the front; empty when the facts say it all.</summary>
    public ImmutableArray<Passage> Passages { get; init; } = [];

    /// <summary>All facts that take part, the stated one first.</summary>
    public IEnumerable<Fact> Facts => Stated is null ? Operands.Select(term => term.Fact) : Operands.Select(term => term.Fact).Prepend(Stated);
}

/// <summary>An obligation with its verdict: a line of the ledger.</summary>
/// <param name="Obligation">What was asked.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Reason">Why it was not checked or is undecidable, or empty: a key of the wording (<c>missing-side</c>, <c>ambiguous</c> ...).</param>
/// <param name="Computed">The recomputed interval in the base unit of the stated number; null when nothing was computed.</param>
/// <param name="Value">The recomputed value from the printed values, same unit; null when nothing was computed.</param>
/// <param name="Difference">Stated minus <paramref name="Value"/>, same unit; null when nothing was computed.</param>
public sealed record Ruling(
    Obligation Obligation,
    Verdict Verdict,
    string Reason,
    Interval? Computed,
    decimal? Value,
    decimal? Difference)
{
    /// <summary>Whether it was decided one way or the other.</summary>
    public bool IsDecided => Verdict is not (Verdict.NotChecked or Verdict.Undecidable);

    /// <summary>Whether it is broken beyond rounding.</summary>
    public bool IsBroken => Verdict is Verdict.Conflict or Verdict.DecisionConflict;

    /// <summary>Whether it holds.</summary>
    public bool Holds => Verdict is Verdict.Exact or Verdict.Rounding;
}
