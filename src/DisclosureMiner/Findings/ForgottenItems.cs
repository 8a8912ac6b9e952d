using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>Sums that do not close because one of their items was changed, or left out, and the total was not.</summary>
/// <param name="facts">All facts of the document in reading order.</param>
internal sealed class ForgottenItems(IReadOnlyList<Fact> facts)
{
    private const int FewestItems = 3;

    private readonly Lazy<(decimal[] Values, Fact[] Facts)> _byValue = new(() =>
    {
        Fact[] sorted = [.. facts.Where(fact => fact.Printed is { Value: > 0 }).OrderBy(fact => fact.Printed!.Base)];
        return ([.. sorted.Select(fact => fact.Printed!.Base)], sorted);
    });

    private readonly Lazy<ILookup<string, Fact>> _subjects = new(() =>
        facts.Where(fact => fact is { Printed: not null, Key.Subject.Length: > 0 }).ToLookup(fact => fact.Key!.Subject, StringComparer.Ordinal));

    /// <summary>What the sums bear out; null when the cause is none of a sum.</summary>
    public Hypothesis? Of(Cause cause)
    {
        Obligation[] sums = [.. cause.Explained.Select(ruling => ruling.Obligation)
            .Where(sum => sum is { Relation: Relation.Sum, Stated.Printed: not null } && sum.Operands.Length > 1 && sum.Operands.All(term => term.Sign > 0))];
        if (sums is not [var sum, ..])
        {
            return null;
        }

        decimal gap = sum.Stated!.Printed!.Base - sum.Operands.Sum(term => term.Fact.Printed?.Base ?? 0m);
        return ItemOfAnotherTime(sum, gap) ?? (cause.Kind == CauseKind.Copies || sums.Length < cause.Explained.Length || cause.Culprit!.Printed!.Value == 0 ? null : Missing(sum, gap))
            ?? (sums.Length == cause.Explained.Length || cause.Kind == CauseKind.Copies ? new Hypothesis("total-not-updated", []) : null);
    }

    /// <summary>The total closes with what one of its items was in another year or state of the money.</summary>
    private Hypothesis? ItemOfAnotherTime(Obligation sum, decimal gap)
    {
        foreach (Fact item in sum.Operands.Select(term => term.Fact))
        {
            if (item is { Printed: { } printed, Key: { Subject.Length: > 0 } key }
                && _subjects.Value[key.Subject].FirstOrDefault(other => other.Key!.Measure == key.Measure && (other.Key.Year != key.Year || other.Key.Phase != key.Phase)
                    && Math.Abs(other.Printed!.Base - printed.Base - gap) <= printed.LastDigit) is { } before)
            {
                return new Hypothesis("total-not-updated", [item.Label, before.Printed!.ToString()]);
            }
        }

        return null;
    }

    /// <summary>The amount that is missing stands in the same table or elsewhere under a name that the list does not have.</summary>
    private Hypothesis? Missing(Obligation sum, decimal gap)
    {
        if (gap <= 0 || sum.Operands.Length < FewestItems - 1)
        {
            return null;
        }

        HashSet<string> listed = [.. sum.Operands.Select(term => NameOf(term.Fact)).Append(NameOf(sum.Stated!))];
        Fact? item = Near(gap, sum.Stated!.Printed!.LastDigit).FirstOrDefault(fact => fact.Printed is { } printed && printed.Unit.Dimension == sum.Stated!.Printed!.Unit.Dimension
            && Math.Abs(printed.Base - gap) <= printed.LastDigit
            && NameOf(fact) is { Length: > 0 } name && !listed.Contains(name) && IsListedWith(fact, listed) && Borrowings.SignificantDigits(printed) >= Borrowings.TellingDigits);
        return item is null ? null : new Hypothesis("item-missing", [item.Printed!.ToString(), item.Label]);
    }

    /// <summary>The facts whose value is that far from another at most, those of the same value in reading order.</summary>
    private IEnumerable<Fact> Near(decimal value, decimal slack)
    {
        (decimal[] values, Fact[] sorted) = _byValue.Value;
        int at = Array.BinarySearch(values, value - slack);
        at = at < 0 ? ~at : at;
        while (at > 0 && values[at - 1] >= value - slack)
        {
            at--;
        }

        for (int i = at; i < values.Length && values[i] <= value + slack; i++)
        {
            yield return sorted[i];
        }
    }

    /// <summary>Whether one of the list's other items stands in the same column, or in the same paragraph.</summary>
    private bool IsListedWith(Fact item, HashSet<string> listed) => facts.Any(fact => listed.Contains(NameOf(fact))
        && (item.Cell is not null ? ReferenceEquals(fact.Column, item.Column) && ReferenceEquals(fact.Part, item.Part) : fact.Figure is { } figure && figure.Block == item.Figure?.Block));

    private static string NameOf(Fact fact) => fact.Line?.Label ?? fact.Label;
}
