using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.Across;

/// <summary>
/// a document that was issued again, with what differs from the version before. Numbers are matched by what they are about and,
/// where one thing is printed several times, by their order; the layout may be another.
/// </summary>
internal sealed class Versions(AcrossDocument own, AcrossDocument before, Comparisons comparisons, RuleBook rules)
{
    private const int MostNamed = 20;

    public void Check()
    {
        List<(Fact Now, Fact Before)> matched = [.. Matched()];
        if (matched.Count == 0)
        {
            return;
        }

        List<(Fact Now, Fact Before)> differing = [.. matched.Where(pair => Differ(pair.Now.Printed, pair.Before.Printed))];
        string count = differing.Count.ToString(CultureInfo.InvariantCulture);
        string listed = string.Join("; ", differing.Take(MostNamed).Select(pair => $"{pair.Now.Label} {Show(pair.Before)} → {Show(pair.Now)}"));
        string name = before.Source!.Name;
        comparisons.Add(new Obligation(
            "", ["X-06"], Relation.Logical, null, [.. differing.Take(MostNamed).SelectMany(pair => (Term[])[new Term(pair.Now), new Term(pair.Before)])],
            listed, rules["X-06"].Severity, "across-version")
        {
            Outcome = differing.Count == 0
                ? new LogicalOutcome(true, new Bilingual($"与另一版本《{name}》的数字相同", $"the same numbers as in the other version 《{name}》"))
                : new LogicalOutcome(false, new Bilingual($"与另一版本《{name}》相比，有{count}个数字不同", $"{count} numbers differ from the other version 《{name}》")),
        });
    }

    private IEnumerable<(Fact Now, Fact Before)> Matched()
    {
        ILookup<(string, FactKey), Fact> earlier = Named(before);
        foreach (IGrouping<(string, FactKey), Fact> now in Named(own))
        {
            Fact[] then = [.. earlier[now.Key]];
            Fact[] same = [.. now];
            if (same.Length == then.Length)
            {
                for (int i = 0; i < same.Length; i++)
                {
                    yield return (same[i], then[i]);
                }
            }
        }
    }

    private static ILookup<(string, FactKey), Fact> Named(AcrossDocument document) => document.Facts
        .Where(fact => fact is { Key: not null, IsUnreadable: false })
        .ToLookup(fact => (fact.Table?.Kind ?? "", fact.Key! with { Body = "" }));

    /// <summary>Whether two versions print different numbers; what one rounds to 万元 and the other prints in 元 is the same.</summary>
    private static bool Differ(Printed? now, Printed? before) => now is not null && before is not null && now.Unit != before.Unit
        ? Math.Abs(now.Base - before.Base) * 2 > Math.Max(now.LastDigit, before.LastDigit)
        : now?.Base != before?.Base;

    private static string Show(Fact fact) => fact.Printed?.ToString() ?? "∅";
}
