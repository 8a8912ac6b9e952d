using DisclosureMiner.Documents;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// People, vehicles and institutions by kind (行政43人、事业9人; 机要通信用车1辆、执法执勤用车1辆): who gives two kinds or more of one line gives all of them, because
/// there are no others or there is nobody in them.
/// </summary>
/// <param name="words">The pipeline's vocabulary: <c>count-kinds</c> names the unit and the kinds.</param>
internal sealed class CountKinds(Vocabulary words)
{
    private readonly (string Unit, string[] Kinds)[] _lines = [.. words["count-kinds"].Select(entry => entry.Split('=')).Select(entry => (entry[0], entry[1].Split('|')))];

    /// <summary>The first parts, as many as are different kinds of one line; empty when they are none.</summary>
    public List<Statement> Of(List<Statement> parts) => parts[0].Current?.Fact.Printed is not { Unit: { Dimension: Dimension.Count } unit } ? [] : _lines
        .Where(line => line.Unit == unit.Symbol)
        .Select(line => Lead(parts, line.Kinds))
        .DefaultIfEmpty([])
        .MaxBy(lead => lead.Count)!;

    private static List<Statement> Lead(List<Statement> parts, string[] kinds)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. parts.TakeWhile(part => part.Multiplicity == 1 && Array.Find(kinds, kind => part.Words.Contains(kind, StringComparison.Ordinal)) is { } kind && seen.Add(kind))];
    }
}
