using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>
/// 支出预算0.00万元，比2024年预算减少15,621.11万元: a change that was worked out from a wrong amount is wrong by as much as the amount, and no cause
/// of its own.
/// </summary>
internal static class Consequences
{
    /// <summary>The causes, with those that follow from another under it.</summary>
    public static List<Cause> Merge(List<Cause> causes)
    {
        var merged = new List<Cause>(causes);
        foreach (Cause change in causes)
        {
            foreach ((Fact fact, decimal? value) in change.Rivals.Prepend(new Rival(change.Culprit!, change.Repair)))
            {
                if (value is { } right
                    && merged.FindIndex(amount => amount != change && amount.Severity >= change.Severity && FollowsFrom(fact, right, amount)) is >= 0 and var at)
                {
                    merged[at] = Under(merged[at], change, fact);
                    merged.Remove(change);
                    break;
                }
            }
        }

        return merged;
    }

    private static Cause Under(Cause amount, Cause change, Fact fact)
    {
        // The last hypothesis names no more than the value that would fit.
        var follows = new Hypothesis("change-follows", [fact.Text.Trim()]);
        return amount with
        {
            Explained = amount.Explained.AddRange(change.Explained),
            With = amount.With.Add(fact),
            Hypotheses = amount.Hypotheses.Insert(Math.Max(0, amount.Hypotheses.Length - 1), follows),
        };
    }

    /// <summary>Whether the change stands behind the amount in its sentence, and both are wrong by the same.</summary>
    private static bool FollowsFrom(Fact change, decimal right, Cause amount) =>
        change is { Figure: { Role: FigureRole.Change } result, Printed: { } printed }
        && amount is { Repair: { } meant, Culprit: { Figure: { Role: FigureRole.Amount } from, Printed: { } wrong } }
        && result.SentencePlace == from.SentencePlace && result.Start > from.Start
        && Math.Abs(right - printed.Base - (meant - wrong.Base)) <= printed.LastDigit + wrong.LastDigit;
}
