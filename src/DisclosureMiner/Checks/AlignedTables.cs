using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>
/// T-06 for tables of unknown kinds: where two tables, or two lists in one, have lines of the same names, a column of the one prints what a column of
/// the other prints when nearly all of these lines agree in them. Then all of them should.
/// </summary>
/// <param name="duties">Takes the obligations.</param>
internal sealed class AlignedTables(Duties duties)
{
    /// <summary>Fewer lines may agree by chance.</summary>
    private const int FewestLines = 3;

    private const int ShortestName = 2;

    /// <summary>Adds the ties between all lists of lines.</summary>
    /// <param name="cells">The facts of the tables of unknown kinds, in order.</param>
    public void Check(IEnumerable<Fact> cells)
    {
        List<Dictionary<string, List<Fact>>> lists = [.. cells.GroupBy(cell => cell.Part!).SelectMany(Lists)];
        for (int one = 0; one < lists.Count; one++)
        {
            for (int other = one + 1; other < lists.Count; other++)
            {
                Tie(lists[one], lists[other]);
            }
        }
    }

    /// <summary>The lines of a part by their names; a name that comes again begins another list.</summary>
    private static IEnumerable<Dictionary<string, List<Fact>>> Lists(IGrouping<TablePart, Fact> part)
    {
        var list = new Dictionary<string, List<Fact>>(StringComparer.Ordinal);
        foreach (IGrouping<TableLine, Fact> line in part.GroupBy(cell => cell.Line!))
        {
            string name = NameOf(line.Key.Label);
            if (name.Length < ShortestName || line.Key.Role != LineRole.Item)
            {
                continue;
            }

            if (list.ContainsKey(name))
            {
                yield return list;
                list = new Dictionary<string, List<Fact>>(StringComparer.Ordinal);
            }

            list[name] = [.. line.Where(cell => cell.Printed is { Value: not 0 })];
        }

        yield return list;
    }

    private void Tie(Dictionary<string, List<Fact>> one, Dictionary<string, List<Fact>> other)
    {
        List<string> names = [.. one.Keys.Where(other.ContainsKey)];
        if (names.Count < FewestLines)
        {
            return;
        }

        var pairs = names
            .SelectMany(name => from first in one[name] from again in other[name] where IsComparable(first, again) select (First: first, Again: again))
            .GroupBy(pair => (One: pair.First.Column!.Column, Other: pair.Again.Column!.Column));
        foreach (var columns in pairs)
        {
            List<Obligation> ties = [.. columns.Select(pair => Duty.Same(pair.Again, pair.First, Severity.Error, "same-fact", "T-06"))];
            List<Obligation> held = ties.FindAll(duties.WouldHold);
            if (held.Select(tie => tie.Stated!.Printed!.Value).Distinct().Count() < FewestLines || 4 * held.Count < 3 * ties.Count)
            {
                continue;
            }

            held.ForEach(duties.Add);
            foreach (Obligation tie in ties.Except(held))
            {
                // 管理费用 of one table may count what that of another leaves out.
                duties.Undecided(tie.Stated!, "ambiguous", "same-fact", "T-06");
            }
        }
    }

    /// <summary>基本每股收益(元/股) and 基本每股收益, 加:营业外收入 and 营业外收入 are one name.</summary>
    private static string NameOf(string label)
    {
        int mark = label.IndexOf(':', StringComparison.Ordinal);
        string name = mark is > 0 and <= LongestMark ? label[(mark + 1)..] : label;
        int bracket = name.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 ? name[..bracket] : name;
    }

    private const int LongestMark = 2;

    private static bool IsComparable(Fact one, Fact other) => one.Printed!.Unit.Dimension == other.Printed!.Unit.Dimension;
}
