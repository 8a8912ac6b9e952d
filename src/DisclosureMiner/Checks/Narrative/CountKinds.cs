using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// People, vehicles and institutions by kind (行政43人、事业9人; 机要通信用车1辆、执法执勤用车1辆): who gives two kinds or more of one line gives all of them, because
/// there are no others or there is nobody in them.
/// </summary>
/// <param name="words">The pipeline's vocabulary: <c>count-kinds</c> names the unit and the kinds, <c>count-kind-ends</c> what may follow a kind.</param>
internal sealed class CountKinds(Vocabulary words)
{
    private readonly (string Unit, string[] Kinds)[] _lines = [.. words["count-kinds"].Select(entry => entry.Split('=')).Select(entry => (entry[0], entry[1].Split('|')))];

    private readonly ImmutableArray<string> _ends = words["count-kind-ends"];

    /// <summary>The first parts, as many as are different kinds of one line; empty when they are none.</summary>
    public List<Statement> Of(List<Statement> parts) => parts[0].Current?.Fact.Printed is not { Unit: { Dimension: Dimension.Count } unit } ? [] : _lines
        .Where(line => line.Unit == unit.Symbol)
        .Select(line => Lead(parts, line.Kinds))
        .DefaultIfEmpty([])
        .MaxBy(lead => lead.Count)!;

    private List<Statement> Lead(List<Statement> parts, string[] kinds)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. parts.TakeWhile(part => part.Multiplicity == 1 && KindOf(part.Words, kinds) is { } kind && seen.Add(kind))];
    }

    /// <summary>行政编制 and 事业人员 are kinds; 行政许可 and 事业单位登记 only have their words in them.</summary>
    private string? KindOf(string name, string[] kinds)
    {
        for (string? bare = name; bare is not null; bare = _ends.Where(end => bare.Length > end.Length && bare.EndsWith(end, StringComparison.Ordinal)).Select(end => bare[..^end.Length]).FirstOrDefault())
        {
            if (Array.Find(kinds, kind => kind.Length > 1 ? bare.EndsWith(kind, StringComparison.Ordinal) : bare == kind) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
