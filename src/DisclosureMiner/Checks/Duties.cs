using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>Collects obligations and what could not become one; each distinct obligation is kept once.</summary>
internal sealed class Duties(Evaluator evaluator)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<Obligation> _obligations = [];
    private readonly List<Ruling> _undecided = [];
    private readonly Dictionary<string, string> _notApplicable = new(StringComparer.Ordinal);

    /// <summary>What was collected, in order.</summary>
    public IReadOnlyList<Obligation> Obligations => _obligations;

    /// <summary>What could not be decided, in order.</summary>
    public IReadOnlyList<Ruling> NotDecided => _undecided;

    /// <summary>Adds an obligation; one over the same facts that is there already takes over the rule ids instead.</summary>
    public void Add(Obligation obligation)
    {
        string identity = IdentityOf(obligation);
        if (_places.TryGetValue(identity, out int index))
        {
            Obligation known = _obligations[index];
            _obligations[index] = known with { Rules = [.. known.Rules.Union(obligation.Rules)] };
            return;
        }

        _places[identity] = _obligations.Count;
        _obligations.Add(obligation);
    }

    /// <summary>Whether the obligation would hold; for choosing between readings that fit the words equally well.</summary>
    public bool WouldHold(Obligation obligation) => evaluator.Decide(obligation).Verdict is Verdict.Exact or Verdict.Rounding or Verdict.UnlikelyRounding;

    /// <summary>For facts that a rule does not apply to, by their ids: why, as a key of the wording.</summary>
    public IReadOnlyDictionary<string, string> NotApplicable => _notApplicable;

    /// <summary>Notes why the rule that would hold such a number does not apply to it; the first reason counts.</summary>
    public void DoesNotApply(Fact fact, string reason) => _notApplicable.TryAdd(fact.Id, reason);

    /// <summary>Notes what could not be checked, with its reason.</summary>
    public void Undecided(Ruling ruling) => _undecided.Add(ruling);

    /// <summary>Notes that a figure could not be checked, and why.</summary>
    public void Undecided(Fact stated, string reason, string defect, params string[] rules) =>
        _undecided.Add(Duty.Undecided(stated, reason, defect, rules));

    private static string IdentityOf(Obligation obligation)
    {
        if (obligation.Outcome is not null)
        {
            return $"{obligation.Rule}|{obligation.Passages.FirstOrDefault()?.Place}|{obligation.Outcome.What.En}";
        }

        // a = b and b = a are one equation.
        string stated = obligation.Stated?.Id ?? "";
        if (obligation is { Relation: Relation.Sum, Operands: [{ Sign: 1 } only] } && string.CompareOrdinal(only.Fact.Id, stated) < 0)
        {
            return $"Sum|{only.Fact.Id}|{stated}";
        }

        IEnumerable<string> terms = obligation.Operands.Select(term => (term.Sign < 0 ? "-" : "") + term.Fact.Id);
        return $"{obligation.Relation}|{stated}|{string.Join(',', obligation.Relation == Relation.Sum ? terms.Order(StringComparer.Ordinal) : terms)}";
    }
}
