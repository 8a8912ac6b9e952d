using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>
/// Groups broken obligations under the facts that most likely broke them, so that one fault is one discrepancy. Greedy: the
/// fact whose change to one value repairs most broken obligations and endangers fewest held ones is taken first, with all
/// broken obligations it takes part in; then the next.
/// </summary>
internal static class RootCauses
{
    /// <summary>The causes of everything in the ledger that is broken or worth a note.</summary>
    public static ImmutableArray<Cause> Find(IReadOnlyList<Ruling> ledger, IReadOnlyList<Fact> facts)
    {
        var causes = ImmutableArray.CreateBuilder<Cause>();
        var held = Count(ledger.Where(ruling => ruling.Holds && ruling.Obligation.Relation != Relation.AtMost));
        List<Ruling> broken = [.. ledger.Where(ruling => ruling.IsBroken && ruling.Obligation.Outcome is null)];
        var twins = TwinCells.In(ledger);
        var blamed = new HashSet<string>(StringComparer.Ordinal);
        foreach (Cause cause in Explain(broken, held, twins, facts, ruling => ruling.Obligation.Severity))
        {
            blamed.UnionWith(cause.Explained.SelectMany(ruling => ruling.Obligation.Facts).Select(fact => fact.Id));
            causes.Add(cause);
        }

        int ofNumbers = causes.Count;
        foreach (Ruling said in ledger.Where(ruling => ruling.Obligation.Outcome is { Holds: false }))
        {
            // 决算数1148.62万元小于预算数: the word is right, and the number that is to blame for more than this is wrong.
            int known = Enumerable.Range(0, ofNumbers)
                .FirstOrDefault(i => said.Obligation.Operands.Any(term => term.Fact.Id == causes[i].Culprit?.Id), -1);
            if (known >= 0)
            {
                causes[known] = causes[known] with { Explained = causes[known].Explained.Add(said) };
            }
            else
            {
                causes.Add(new Cause(said.Obligation.Stated, said, [said], said.Value, [], said.Obligation.Severity));
            }
        }

        // What only just fails beside a proven conflict over the same numbers is part of that story.
        List<Ruling> doubtful = [.. ledger.Where(ruling => ruling.Verdict is Verdict.CutOrPlug or Verdict.UnlikelyRounding
            && !ruling.Obligation.Facts.Any(fact => blamed.Contains(fact.Id)))];
        causes.AddRange(Explain(doubtful, held, twins, facts, ruling => ruling.Reason == Evaluator.StrongConvention ? Severity.Warning : Severity.Note));
        return causes.ToImmutable();
    }

    private static IEnumerable<Cause> Explain(List<Ruling> broken, Dictionary<string, int> held, TwinCells twins, IReadOnlyList<Fact> facts, Func<Ruling, Severity> severity)
    {
        while (broken.Count > 0)
        {
            (Fact culprit, decimal? repair) = MostBlamed(broken, held);
            List<Ruling> explained = broken.FindAll(ruling => ruling.Obligation.Facts.Any(fact => fact.Id == culprit.Id) || twins.Mend(ruling, culprit, repair));
            broken = broken.FindAll(ruling => !explained.Contains(ruling));
            Ruling leading = explained
                .OrderByDescending(severity)
                .ThenBy(ruling => ruling.Obligation.Stated?.Id == culprit.Id ? 0 : 1)
                .ThenBy(ruling => ruling.Obligation.Operands.Length)
                .First();
            explained.Remove(leading);
            explained.Insert(0, leading);
            decimal? value = repair ?? (leading.Obligation.Stated?.Id == culprit.Id ? leading.Value : null);
            yield return new Cause(
                culprit, leading, [.. explained], value, Hypotheses.For(culprit, value, facts), explained.Max(severity));
        }
    }

    private static (Fact Culprit, decimal? Repair) MostBlamed(List<Ruling> broken, Dictionary<string, int> held)
    {
        (Fact Fact, decimal Score, decimal? Repair)? best = null;
        foreach (Fact fact in broken.SelectMany(ruling => ruling.Obligation.Facts).DistinctBy(fact => fact.Id))
        {
            List<Ruling> own = broken.FindAll(ruling => ruling.Obligation.Facts.Any(other => other.Id == fact.Id));
            (int agreeing, (decimal Value, decimal Slack)? wanted) = Agreement(own, fact);
            decimal? slip = wanted is { } pinned && fact.Printed is { } printed ? Slips.Near(printed, pinned.Value, pinned.Slack) : null;
            bool stated = own.Exists(ruling => ruling.Obligation.Stated?.Id == fact.Id);

            // A held equation speaks for a number about as loudly as a broken one speaks against it; of numbers that are as much
            // to blame, the one that a slip of the hand explains is meant.
            decimal score = agreeing + 0.1m * own.Count - 0.8m * held.GetValueOrDefault(fact.Id)
                + (slip is not null ? 0.3m : 0m) + (stated ? 0.05m : 0m) + (fact.Figure is not null ? 0.02m : 0m);
            if (best is null || score > best.Value.Score)
            {
                best = (fact, score, slip ?? wanted?.Value);
            }
        }

        return (best!.Value.Fact, best.Value.Repair);
    }

    /// <summary>The largest number of broken obligations that one value of the fact would repair, and that value.</summary>
    private static (int Agreeing, (decimal Value, decimal Slack)? Wanted) Agreement(List<Ruling> own, Fact fact)
    {
        List<(decimal Value, decimal Slack)> wanted = [];
        foreach (Ruling ruling in own)
        {
            if (Repairs.Of(ruling.Obligation, fact) is { } repair)
            {
                wanted.Add(repair);
            }
        }

        int most = 0;
        (decimal Value, decimal Slack)? chosen = null;
        foreach (var candidate in wanted)
        {
            int agreeing = wanted.Count(other => Math.Abs(other.Value - candidate.Value) <= other.Slack + candidate.Slack);
            if (agreeing > most || (agreeing == most && candidate.Slack < chosen!.Value.Slack))
            {
                (most, chosen) = (agreeing, candidate);
            }
        }

        int unpinned = own.Count - wanted.Count;
        return (most + unpinned, chosen);
    }

    private static Dictionary<string, int> Count(IEnumerable<Ruling> rulings)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Ruling ruling in rulings)
        {
            foreach (string id in ruling.Obligation.Facts.Select(fact => fact.Id).Distinct(StringComparer.Ordinal))
            {
                count[id] = count.GetValueOrDefault(id) + 1;
            }
        }

        return count;
    }
}
