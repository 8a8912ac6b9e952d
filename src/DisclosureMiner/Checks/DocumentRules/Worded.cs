using System.Collections.Immutable;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>Obligations about words. Their numbers are given when all are known.</summary>
internal static class Worded
{
    /// <summary>The rule applies and all is as it should be.</summary>
    public static Obligation Holds(ImmutableArray<string> rules, string defect, Bilingual what, params IEnumerable<Passage> passages) =>
        Of(rules, defect, Severity.Note, "", true, what, passages);

    /// <summary>
    /// The rule is broken; the passages are the words at fault, all of one cause. The formula says what disagrees in printed words
    /// and signs only: <c>2025 ≠ 2026</c>.
    /// </summary>
    public static Obligation Broken(
        ImmutableArray<string> rules, string defect, Severity severity, string formula, Bilingual what, params IEnumerable<Passage> passages) =>
        Of(rules, defect, severity, formula, false, what, passages);

    private static Obligation Of(
        ImmutableArray<string> rules, string defect, Severity severity, string formula, bool holds, Bilingual what, IEnumerable<Passage> passages) =>
        new("", rules, Relation.Logical, null, [], formula, severity, defect)
        {
            Passages = [.. passages],
            Outcome = new LogicalOutcome(holds, what),
        };
}
