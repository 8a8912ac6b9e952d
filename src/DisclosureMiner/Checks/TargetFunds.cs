using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>
/// B11-01: in sheets of targets, the money of a project (or of the whole body) is fiscal and other money together. The lines stand below
/// each other, the total first (年度资金总额, 其中：财政拨款, 其他资金) or last (财政拨款, 其他资金, 合计).
/// </summary>
internal sealed class TargetFunds(Vocabulary words, Duties duties)
{
    /// <summary>Adds the obligations of all sheets.</summary>
    public void Check(Document document, IReadOnlyList<Fact> cells)
    {
        ILookup<int, Fact> byTable = cells.Where(fact => fact.Part is not null).ToLookup(fact => fact.Table!.Number);
        foreach (Table table in document.Tables.Where(table => table.Kind == ProjectSheets.Kind))
        {
            foreach (IGrouping<ValueColumn, Fact> column in byTable[table.Number].GroupBy(fact => fact.Column!, (IEqualityComparer<ValueColumn>)ReferenceEqualityComparer.Instance))
            {
                Check([.. column]);
            }
        }
    }

    private void Check(List<Fact> column)
    {
        for (int i = 0; i + 1 < column.Count; i++)
        {
            if (!Is(column[i], "target-fiscal-funds") || !Is(column[i + 1], "target-other-funds"))
            {
                continue;
            }

            Fact? total = i > 0 && Is(column[i - 1], "target-all-funds") ? column[i - 1]
                : i + 2 < column.Count && Is(column[i + 2], "target-all-funds") ? column[i + 2] : null;
            if (total?.Printed is { Unit.Dimension: Dimension.Money } && column[i].Printed is not null)
            {
                duties.Add(Duty.Sum(total, [new Term(column[i]), new Term(column[i + 1])], Severity.Error, "sum", "B11-01"));
            }
        }
    }

    private bool Is(Fact fact, string list) => ProjectSheets.Names(words[list], fact.Line!.Label);
}
