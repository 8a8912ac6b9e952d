using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// Parts that no list introduces and that can still not be above their whole: what is kept for small firms, and what they won, of all procurement (N-23). And the money of
/// projects: as many projects that were followed up as were drawn up are the same projects (N-25), which is a hint.
/// </summary>
/// <param name="words">The pipeline's vocabulary: <c>subsets</c> names part, whole and rule, <c>awarded</c> the words of contracts won.</param>
/// <param name="duties">Takes the obligations.</param>
internal sealed class KnownSubsets(Vocabulary words, Duties duties)
{
    private const string Funds = "target-funds";
    private const string AllProcurement = "procurement-total";

    /// <summary>Adds the obligations of all statements.</summary>
    public void Check(IReadOnlyList<Statement> statements)
    {
        foreach (string[] subset in words["subsets"].Select(entry => entry.Split('=')))
        {
            foreach (Statement part in statements.Where(statement => Is(statement, subset[0])))
            {
                NotAbove(part, statements.Where(other => Is(other, subset[1])), subset[2]);
            }
        }

        foreach (Statement award in statements.Where(IsAward))
        {
            NotAbove(award, statements.Where(other => Is(other, AllProcurement) && !IsAward(other)), "N-23");
        }

        foreach (IGrouping<int, Statement> block in statements.GroupBy(statement => statement.Block))
        {
            Projects([.. block]);
        }
    }

    /// <summary>A part is not above the last whole before it in its section that is of the same money and period.</summary>
    private void NotAbove(Statement part, IEnumerable<Statement> wholes, string rule)
    {
        Statement? whole = wholes.LastOrDefault(other => other.Order < part.Order && other.Section.SequenceEqual(part.Section)
            && other.Scope == part.Scope && other.Current!.Period == part.Current!.Period);
        if (whole is not null && IsMoney(part) && IsMoney(whole))
        {
            duties.Add(Duty.Of(Relation.AtMost, part.Current!.Fact, [new Term(whole.Current!.Fact)], Severity.Error, "at-most", rule));
        }
    }

    /// <summary>由中小企业供应商中标或成交的，采购金额…: contracts of some firms are a part of all procurement.</summary>
    private bool IsAward(Statement statement)
    {
        if (statement.Current?.Fact.Figure is not { Sentence: { } sentence } figure)
        {
            return false;
        }

        string before = sentence[..figure.Start];
        return words["awarded"].Any(before[(before.LastIndexOfAny([';', '；']) + 1)..].Contains);
    }

    private void Projects(List<Statement> block)
    {
        List<(Fact Count, Fact Funds)> stages = [.. Enumerable.Range(1, Math.Max(0, block.Count - 1))
            .Where(i => Is(block[i], Funds) && IsMoney(block[i]) && block[i - 1].Current?.Fact.Printed is { Unit.Dimension: Dimension.Count } count
                && words["project-counters"].Contains(count.Unit.Symbol))
            .Select(i => (block[i - 1].Current!.Fact, block[i].Current!.Fact))];
        for (int i = 1; i < stages.Count; i++)
        {
            decimal more = stages[i].Count.Printed!.Value - stages[i - 1].Count.Printed!.Value;
            if (more <= 0)
            {
                // As many may be others, and cost another amount: only what holds is told.
                Relation relation = more == 0 ? Relation.Sum : Relation.AtMost;
                Obligation tie = Duty.Of(relation, stages[i].Funds, [new Term(stages[i - 1].Funds)], Severity.Note, more == 0 ? "same-fact" : "at-most", "N-25");
                if (duties.WouldHold(tie))
                {
                    duties.Add(tie);
                }
            }
        }
    }

    private static bool IsMoney(Statement statement) => statement.Current!.Fact.Printed is { Unit.Dimension: Dimension.Money };

    private static bool Is(Statement statement, string id) => statement.Current is not null && statement.HasOwnName && statement.Subjects.FirstOrDefault()?.Id == id;
}
