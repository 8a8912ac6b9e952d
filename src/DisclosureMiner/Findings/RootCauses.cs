using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings.Search;

namespace DisclosureMiner.Findings;

/// <summary>
/// Groups broken obligations under the facts that most likely broke them, so that one fault is one discrepancy: the fewest changes that
/// make all broken obligations hold and keep those that do.
/// </summary>
internal static class RootCauses
{
    /// <summary>The causes of everything in the ledger that is broken or worth a note.</summary>
    public static ImmutableArray<Cause> Find(IReadOnlyList<Ruling> ledger, IReadOnlyList<Fact> facts)
    {
        List<Ruling> broken = [.. ledger.Where(ruling => ruling.IsBroken && ruling.Obligation.Outcome is null)];
        List<Ruling> doubtful = [.. ledger.Where(ruling => ruling.Verdict is Verdict.CutOrPlug or Verdict.UnlikelyRounding)];
        var conventions = new Lazy<Conventions>(() => Conventions.Learn(facts));
        List<Cause> flat = TakeFlat(broken);
        List<Ruling> unfilled = TakeUnfilled(broken, ledger);
        List<Cause> causes = Consequences.Merge(Explain(ledger, broken, facts, conventions, ruling => ruling.Obligation.Severity));
        HashSet<string> blamed = [.. causes.SelectMany(cause => cause.Explained).SelectMany(ruling => ruling.Obligation.Facts).Select(fact => fact.Id)];
        AddWords(causes, ledger);
        AddUnfilled(causes, unfilled);
        causes.AddRange(flat);

        // What only just fails beside a proven conflict over the same numbers is part of that story.
        doubtful.RemoveAll(ruling => ruling.Obligation.Facts.Any(fact => blamed.Contains(fact.Id)));
        causes.AddRange(Explain(ledger, doubtful, facts, conventions, ruling => ruling.Reason == Evaluator.StrongConvention ? Severity.Warning : Severity.Note));
        return [.. causes];
    }

    /// <summary>
    /// 与上年持平，增长 4.18%: a change right behind 持平 tells that this word was left over; it is the cause of all that is broken because of it, and no
    /// number is.
    /// </summary>
    private static List<Cause> TakeFlat(List<Ruling> broken)
    {
        var causes = new List<Cause>();
        foreach (var word in broken.Where(ruling => ruling.Obligation.Defect == "flat-and-change").GroupBy(ruling => ruling.Obligation.Passages[0].Place).ToList())
        {
            Ruling leading = word.First();
            int block = leading.Obligation.Stated!.Figure!.Block;
            List<Ruling> explained = [.. word, .. broken.Where(ruling => ruling.Obligation is { Defect: "flat", Stated.Figure: { } figure } && figure.Block == block)];
            broken.RemoveAll(explained.Contains);
            causes.Add(new Cause(leading.Obligation.Stated, leading, [.. explained], null, [], leading.Obligation.Severity));
        }

        return causes;
    }

    /// <summary>比上年减少（增加）1.36 万元: which way this number goes is open, and so is all that follows from it.</summary>
    private static List<Ruling> TakeUnfilled(List<Ruling> broken, IReadOnlyList<Ruling> ledger)
    {
        List<Passage> open = [.. ledger.Select(ruling => ruling.Obligation).Where(IsUnfilled).SelectMany(obligation => obligation.Passages)];
        List<Ruling> taken = open.Count == 0 ? [] : broken.FindAll(ruling => open.Exists(passage => IsGoverned(ruling, passage)));
        broken.RemoveAll(taken.Contains);
        return taken;
    }

    private static void AddUnfilled(List<Cause> causes, List<Ruling> taken)
    {
        foreach (Ruling ruling in taken)
        {
            // The place that was left open may itself be explained by a number that is to blame for more.
            int at = causes.FindIndex(cause => cause.Explained.Any(said => IsUnfilled(said.Obligation) && said.Obligation.Passages.Any(passage => IsGoverned(ruling, passage))));
            if (at < 0)
            {
                causes.Add(new Cause(ruling.Obligation.Stated, ruling, [ruling], null, [], ruling.Obligation.Severity));
            }
            else
            {
                causes[at] = causes[at] with { Explained = causes[at].Explained.Add(ruling) };
            }
        }
    }

    private static bool IsUnfilled(Obligation obligation) => obligation is { Defect: "unfilled", Outcome.Holds: false };

    private static bool IsGoverned(Ruling ruling, Passage passage) => ruling.Obligation.Facts.Any(fact => fact.Figure is { } figure
        && figure.Sentence == passage.Sentence && figure.Start >= passage.Start && figure.Start <= passage.Start + passage.Text.Length + 1);

    private static void AddWords(List<Cause> causes, IReadOnlyList<Ruling> ledger)
    {
        int ofNumbers = causes.Count;
        foreach (Ruling said in ledger.Where(ruling => ruling.Obligation.Outcome is { Holds: false }))
        {
            // 决算数1148.62万元小于预算数: the word is right, and the number that is to blame for more than this is wrong.
            int known = causes.FindIndex(0, ofNumbers, cause =>
                said.Obligation.Operands.Any(term => term.Fact.Id == cause.Culprit?.Id || cause.With.Any(fact => fact.Id == term.Fact.Id)));
            if (known >= 0)
            {
                causes[known] = causes[known] with { Explained = causes[known].Explained.Add(said) };
            }
            else
            {
                causes.Add(new Cause(said.Obligation.Stated, said, [said], said.Value, [], said.Obligation.Severity));
            }
        }
    }

    private static List<Cause> Explain(
        IReadOnlyList<Ruling> ledger, List<Ruling> broken, IReadOnlyList<Fact> facts, Lazy<Conventions> conventions, Func<Ruling, Severity> severity)
    {
        if (broken.Count == 0)
        {
            return [];
        }

        var hypotheses = new Hypotheses(facts);
        CauseGraph graph = CauseGraph.Of(ledger, broken, conventions.Value, hypotheses.IsCopiedRate);
        var search = new RepairSearch(graph);
        return search.Find()
            .SelectMany(repair => Remedy.Of(repair, search))
            .OrderBy(remedy => remedy.Mended[0].Order)
            .Select(remedy => remedy.ToCause(hypotheses, severity))
            .ToList();
    }
}
