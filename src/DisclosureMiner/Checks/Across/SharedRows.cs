using System.Collections.Immutable;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.Across;

/// <summary>
/// two bodies that have nothing to do with each other print the same row of five or more different amounts. Somebody filled in one
/// form over another, or a reader mixed them up.
/// </summary>
internal sealed class SharedRows(AcrossDocument own, AcrossDocument other, Comparisons comparisons, RuleBook rules)
{
    public void Check()
    {
        ILookup<string, NumberRow> theirs = RowsOf(other);
        foreach (IGrouping<string, NumberRow> mine in RowsOf(own))
        {
            if (theirs[mine.Key].FirstOrDefault() is { } their)
            {
                ImmutableArray<Fact> here = FactsOf(own, mine.First()), there = FactsOf(other, their);
                var what = new Bilingual(
                    $"与《{other.Source!.Name}》的一行数字完全相同，而两单位并无隶属关系",
                    $"the very numbers of a row of 《{other.Source.Name}》, a body that has nothing to do with this one");
                comparisons.Add(new Obligation(
                    "", ["X-07"], Relation.Logical, here.FirstOrDefault(), [.. here.Skip(1).Concat(there).Select(fact => new Term(fact))],
                    string.Join(" ", here.Select(fact => fact.Printed)), rules["X-07"].Severity, "across-rows")
                {
                    Outcome = new LogicalOutcome(false, what),
                });
            }
        }
    }

    private static ILookup<string, NumberRow> RowsOf(AcrossDocument document) => document.Document.Tables.SelectMany(NumberRow.In).ToLookup(row => row.Name);

    private static ImmutableArray<Fact> FactsOf(AcrossDocument document, NumberRow row) =>
        [.. document.Facts.Where(fact => ReferenceEquals(fact.Line, row.Line) && fact.Printed is { Value: not 0 })];
}
