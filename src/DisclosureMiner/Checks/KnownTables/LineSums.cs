using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>Which lines add up to which: the lines below a line, or, for a total, those it covers by position.</summary>
/// <param name="aboveOf">Index of the line above in the hierarchy, or -1.</param>
internal sealed class LineSums(Func<TableLine, int> aboveOf)
{
    /// <summary>The lines directly below this one.</summary>
    public IEnumerable<LineAt> ChildrenOf(LineAt parent) =>
        Enumerable.Range(0, parent.Part.Lines.Length)
            .Where(i => i != parent.Index && aboveOf(parent.Part.Lines[i]) == parent.Index && parent.Part.Lines[i].Role == LineRole.Item)
            .Select(i => parent with { Index = i });

    /// <summary>
    /// The lines that add up to this one: its children; for a total without children the outermost lines above it, back to the
    /// total before, which counts as one of them (收入总计 is 本年收入合计 and what follows it); for a total that stands first, the
    /// outermost lines below.
    /// </summary>
    public IReadOnlyList<LineAt> PartsOf(LineAt line)
    {
        List<LineAt> children = [.. ChildrenOf(line)];
        if (children.Count > 0 || line.Line.Role != LineRole.Total)
        {
            return children;
        }

        List<LineAt> above = Above(line);
        return above.Count > 0 ? above : Below(line);
    }

    /// <summary>The line that is the total of all others of its part, or null.</summary>
    public static LineAt? TotalOf(TablePart part)
    {
        List<LineAt> totals = [.. Enumerable.Range(0, part.Lines.Length).Select(i => new LineAt(part, i)).Where(at => at.Line.Role == LineRole.Total)];
        if (totals.Count < 2)
        {
            return totals.Count == 1 ? totals[0] : null;
        }

        // Several: the grand one is the one whose label is its own, at an end of the part.
        List<LineAt> unlike = [.. totals.Where(at => totals.Count(other => other.Line.Label == at.Line.Label) == 1)];
        return unlike.Count == 0 ? null : unlike.Find(at => at.Index == 0) is { Part: not null } first ? first : unlike[^1];
    }

    private List<LineAt> Above(LineAt total)
    {
        TablePart part = total.Part;
        int start = total.Index - 1;
        while (start >= 0 && part.Lines[start].Role != LineRole.Total)
        {
            start--;
        }

        List<LineAt> parts = Outermost(part, start + 1, total.Index);
        if (start < 0 || part.Lines[start].Label == total.Line.Label)
        {
            return parts;
        }

        // The total before is one of the parts; so are the others of its name (小计 … 小计 … 合计).
        IEnumerable<LineAt> before = Enumerable.Range(0, start + 1)
            .Where(i => part.Lines[i].Role == LineRole.Total && part.Lines[i].Label == part.Lines[start].Label)
            .Select(i => new LineAt(part, i));
        return [.. before, .. parts];
    }

    private List<LineAt> Below(LineAt total)
    {
        int end = total.Index + 1;
        while (end < total.Part.Lines.Length && total.Part.Lines[end].Role != LineRole.Total)
        {
            end++;
        }

        return Outermost(total.Part, total.Index + 1, end);
    }

    private List<LineAt> Outermost(TablePart part, int from, int to) =>
        [.. Enumerable.Range(from, Math.Max(0, to - from)).Where(i => aboveOf(part.Lines[i]) < from || aboveOf(part.Lines[i]) >= to).Select(i => new LineAt(part, i))];
}
