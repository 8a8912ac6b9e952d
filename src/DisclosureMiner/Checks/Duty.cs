using System.Collections.Immutable;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>Makes obligations.</summary>
internal static class Duty
{
    /// <summary>stated = signed sum of the operands.</summary>
    public static Obligation Sum(Fact stated, IEnumerable<Term> operands, Severity severity, string defect, params string[] rules) =>
        Of(Relation.Sum, stated, [.. operands], severity, defect, rules);

    /// <summary>Two prints of one fact.</summary>
    public static Obligation Same(Fact stated, Fact other, Severity severity, string defect, params string[] rules) =>
        Of(Relation.Sum, stated, [new Term(other)], severity, defect, rules);

    /// <summary>Any relation.</summary>
    public static Obligation Of(Relation relation, Fact stated, ImmutableArray<Term> operands, Severity severity, string defect, params string[] rules) =>
        new("", [.. rules], relation, stated, operands, Formulas.Of(relation, stated, operands), severity, defect);

    /// <summary>One that cannot be decided, for the ledger, with its reason.</summary>
    public static Ruling Undecided(Fact stated, string reason, string defect, params string[] rules) =>
        new(new Obligation("", [.. rules], Relation.Logical, stated, [], "", Severity.Note, defect), Verdict.NotChecked, reason, null, null, null);
}
