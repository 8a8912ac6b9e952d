using DisclosureMiner.Checks.DocumentRules;
using DisclosureMiner.Checks.Expressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>
/// Claims about a table as a whole: its amounts are amounts (B7-04), its columns have different meanings (F9-03), its subtotals are no
/// copies (FX-16). Each yields one obligation, with the cells at fault.
/// </summary>
internal static class TableClaims
{
    private const int ShortestRun = 3;

    /// <summary>The obligations of a claim; none when the table is missing or has no amounts.</summary>
    public static IEnumerable<Obligation> Check(TableClaim claim, Rule rule, Frame frame)
    {
        if (!frame.Tables.TryGetValue(claim.Table, out RuleTable? table) || table.Facts.All(fact => fact.Printed is null))
        {
            return [];
        }

        return claim.Kind switch
        {
            TableClaimKind.Amounts => [Judge(rule, "not-an-amount", NotAmounts(table),
                new Bilingual("所列均为金额", "all of these are amounts"), new Bilingual("疑为栏次或年份，而非金额", "a column number or a year rather than an amount"))],
            TableClaimKind.Columns => [Judge(rule, "column-heads", AlikeColumns(table),
                new Bilingual("各栏按表头可以区分", "the heads tell the columns apart"), new Bilingual("两栏的表头相同，无法区分", "two columns have the same head"))],
            _ => [Judge(rule, "copied-subtotal", CopiedSubtotals(table),
                new Bilingual("小计均不与单个子项相同", "no subtotal repeats one of its items"),
                new Bilingual("小计与其中一个子项相同，而其他子项有数", "a subtotal repeats one of its items while others are filled"))],
        };
    }

    private static Obligation Judge(Rule rule, string defect, List<Fact> atFault, Bilingual holds, Bilingual breaks) =>
        (atFault.Count == 0
            ? Worded.Holds([rule.Id], defect, holds)
            : Worded.Broken([rule.Id], defect, rule.Severity, string.Join("; ", atFault.Select(fact => $"{fact.Label}: {fact.Printed}")), breaks, atFault.Select(PassageOf)))
        with
        { Operands = [.. atFault.Select(fact => new Term(fact))] };

    private static Passage PassageOf(Fact fact) => new(fact.Cell!.Text, fact.Cell.Text, 0, fact.Table!.Section, fact.Cell.Place);

    /// <summary>The numbers of a line that count its columns, and years among amounts with decimals.</summary>
    private static List<Fact> NotAmounts(RuleTable table)
    {
        bool hasDecimals = table.Facts.Any(fact => fact.Printed is { Decimals: > 0 });
        var found = new List<Fact>();
        foreach (LineAt at in table.Lines)
        {
            List<Fact> amounts = [.. at.Part.Columns.Select(column => table.At(at, column)).OfType<Fact>().Where(fact => fact.Printed is { Decimals: 0 })];
            bool counts = amounts.Count >= ShortestRun && amounts.Count == at.Part.Columns.Length
                && Enumerable.Range(1, amounts.Count - 1).All(i => amounts[i].Printed!.Value == amounts[i - 1].Printed!.Value + 1);
            found.AddRange(counts ? amounts : amounts.Where(fact => hasDecimals && IsYear(fact)));
        }

        return found;
    }

    private static bool IsYear(Fact fact) => fact.Key?.Year is { } year && Math.Abs(fact.Printed!.Value - year) <= 1;

    private static List<Fact> AlikeColumns(RuleTable table)
    {
        foreach (IGrouping<TableLine, Fact> line in table.Facts.Where(fact => fact.Key is not null).GroupBy(fact => fact.Line!))
        {
            if (line.GroupBy(fact => fact.Key).FirstOrDefault(alike => alike.Count() > 1) is { } found)
            {
                return [.. found];
            }
        }

        return [];
    }

    private static List<Fact> CopiedSubtotals(RuleTable table)
    {
        var found = new List<Fact>();
        foreach (LineAt parent in table.Lines)
        {
            List<LineAt> children = [.. table.LineSums.ChildrenOf(parent)];
            foreach (ValueColumn column in parent.Part.Columns)
            {
                List<Fact> filled = [.. children.Select(child => table.At(child, column)).OfType<Fact>().Where(fact => fact.Printed is { Value: not 0 })];
                if (filled.Count > 1 && table.At(parent, column) is { Printed: { } whole } subtotal
                    && filled.Find(fact => fact.Printed!.Base == whole.Base) is { } copied
                    && filled.Where(fact => fact != copied).Sum(fact => fact.Printed!.Base) != 0)
                {
                    found.AddRange([subtotal, copied]);
                }
            }
        }

        return found;
    }
}
