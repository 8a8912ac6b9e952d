using System.Collections.Immutable;
using DisclosureMiner.Checks.Expressions;

namespace DisclosureMiner.Checks;

/// <summary>How a rule is tested.</summary>
public enum Tolerance
{
    /// <summary>R: interval test with the real number of terms.</summary>
    Rounded,

    /// <summary>E: equal at the same printed precision.</summary>
    Equal,

    /// <summary>I: inequality on intervals.</summary>
    AtMost,

    /// <summary>L: words, presence, absence.</summary>
    Logical,

    /// <summary>S: practice differs; a hint, never an error.</summary>
    Soft,
}

/// <summary>An entry of the rule catalogue.</summary>
/// <param name="Id">Permanent id: B1-01.</param>
/// <param name="Family">table, budget, between-budget-tables, narrative, document ...</param>
/// <param name="Title">A few words.</param>
/// <param name="Explanation">What it says and why, for reviewers.</param>
/// <param name="Formula">The arithmetic, as in the catalogue.</param>
/// <param name="Tolerance">How it is tested.</param>
/// <param name="Severity">What a conflict of it is worth.</param>
/// <param name="Holds">The expression over tables that generates its obligations, or null for a rule that code generates.</param>
/// <param name="When">A condition on the document, or null for always.</param>
/// <param name="Examples">A holding and a breaking example, in words and figures.</param>
/// <param name="Source">File and line of the pipeline, for messages.</param>
public sealed record Rule(
    string Id,
    string Family,
    Bilingual Title,
    Bilingual Explanation,
    string Formula,
    Tolerance Tolerance,
    Severity Severity,
    string? Holds,
    string? When,
    ImmutableArray<string> Examples,
    string Source)
{
    /// <summary><see cref="Holds"/> as it was read, or null.</summary>
    internal RuleExpression? Expression { get; init; }

    /// <summary><see cref="When"/> as it was read, or null.</summary>
    internal Condition? Condition { get; init; }
}

/// <summary>The catalogue as the pipeline gives it, in its order.</summary>
public sealed record RuleBook(ImmutableArray<Rule> Rules)
{
    private readonly Dictionary<string, Rule> _byId = Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule of that id.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such rule.</exception>
    public Rule this[string id] => _byId[id];

    /// <summary>Whether the catalogue has the rule.</summary>
    public bool Has(string id) => _byId.ContainsKey(id);

    /// <summary>The rule that somebody typed the id of, in whatever case, or null.</summary>
    public Rule? Find(string typed) => Rules.FirstOrDefault(rule => rule.Id.Equals(typed, StringComparison.OrdinalIgnoreCase));
}
