namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// The heads of a table without drawn columns, down to the line that parts them from its rows. Short lines under a head tell
/// the columns that it stands over.
/// </summary>
internal sealed class ColumnHeads
{
    // A line under a head is drawn this close to it, in ems, and reaches this far to its sides.
    private const double RightBelow = 2.2;
    private const double Slack = 3;

    private readonly Dictionary<TextRow, Lane> _spans = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TextRow, int> _levels = new(ReferenceEqualityComparer.Instance);

    private ColumnHeads(int rows) => Rows = rows;

    /// <summary>How many rows of print they take.</summary>
    public int Rows { get; }

    /// <summary>Whether short lines under heads tell the columns that these stand over.</summary>
    public bool HasSpans => _levels.Count > 0;

    /// <summary>Where the innermost heads stand, from left to right.</summary>
    public List<Lane> Leaves { get; private set; } = [];

    /// <summary>The heads of a table, or null where no line parts them from its rows.</summary>
    /// <param name="rows">The rows of print.</param>
    /// <param name="segments">The stretches of text in each.</param>
    /// <param name="across">Heights of lines that are drawn right across the table.</param>
    /// <param name="rulings">All lines of the page.</param>
    public static ColumnHeads? Of(
        IReadOnlyList<TextRow> rows, List<List<TextRow>> segments, IReadOnlyList<double> across, IReadOnlyList<Ruling> rulings)
    {
        if (across.Count == 0 || Lanes.AreNumbers(segments[0]) || (across.Count > 1 && IsBehindAmounts(across[0], rows, segments)))
        {
            return null;
        }

        // Heads may begin with a year.
        int amounts = Enumerable.Range(0, rows.Count).FirstOrDefault(r => rows[r].MiddleY > across[0] && Lanes.IsAmounts(segments[r]), -1);
        List<double> before = [.. across.Where(rule => amounts < 0 ? rule == across[0] : rule < rows[amounts].MiddleY)];
        int count = before.Count == 0 ? 0 : rows.Count(row => row.MiddleY < before[^1]);
        if (count == 0)
        {
            return null;
        }

        double left = rows.Min(row => row.Box.X0), right = rows.Max(row => row.Box.X1);
        List<Ruling> under = [.. rulings.Where(rule => rule.At > rows[0].MiddleY && rule.At < before[^1] - 1
            && rule.To > left && rule.From < right).OrderBy(rule => rule.At).ThenBy(rule => rule.From)];
        var heads = new ColumnHeads(count);
        heads.Read([.. segments.Take(count).SelectMany(row => row)], under, rows[count - 1]);
        return heads;
    }

    /// <summary>The width that a head stands over as the line under it tells, or null.</summary>
    public Lane? SpanOf(TextRow segment) => _spans.TryGetValue(segment, out Lane span) ? span : null;

    /// <summary>The row of heads in which it stands, or null where no lines tell.</summary>
    public int? LevelOf(TextRow segment) => _levels.TryGetValue(segment, out int level) ? level : null;

    /// <summary>The columns of the rows, and those that only have heads.</summary>
    /// <param name="body">The columns that the rows make.</param>
    /// <param name="rows">The stretches of the rows below the heads.</param>
    public List<Lane> With(List<Lane> body, List<List<TextRow>> rows)
    {
        var lanes = body.ToList();
        foreach (Lane leaf in Leaves)
        {
            // A label in the middle of its column may stand apart from all names at its left edge.
            int first = lanes.FindIndex(lane => Meets(lane, leaf)), last = lanes.FindLastIndex(lane => Meets(lane, leaf));
            if (last == first + 1 && !rows.Exists(row => row.Exists(segment => IsIn(segment, lanes[first])) && row.Exists(segment => IsIn(segment, lanes[last]))))
            {
                lanes[first] = Cover(lanes[first], lanes[last]);
                lanes.RemoveAt(last);
            }
        }

        List<Lane> open = [];
        HashSet<int> headed = [];
        foreach (Lane leaf in Leaves)
        {
            List<int> met = [.. Enumerable.Range(0, lanes.Count).Where(i => Meets(lanes[i], leaf))];
            headed.UnionWith(met);
            if (met.Count == 0)
            {
                open.Add(leaf);
            }
            else if (met.Count == 1)
            {
                lanes[met[0]] = Cover(lanes[met[0]], leaf);
            }
        }

        // A head in the middle of its column and amounts at its edge need not meet: they are neighbours that nothing else answers to.
        for (int i = 0; i < lanes.Count; i++)
        {
            List<Lane> beside = headed.Contains(i) ? [] : open.FindAll(leaf => IsFree(Between(lanes[i], leaf), lanes) && IsFree(Between(lanes[i], leaf), open));
            if (beside.Count > 0)
            {
                Lane own = beside.MinBy(leaf => Between(lanes[i], leaf) is var white ? white.To - white.From : 0);
                open.Remove(own);
                lanes[i] = Cover(lanes[i], own);
            }
        }

        return [.. lanes.Concat(open).OrderBy(lane => lane.From)];
    }

    // Lines between rows need not begin under the heads: the first may stand under the first amounts.
    private static bool IsBehindAmounts(double rule, IReadOnlyList<TextRow> rows, List<List<TextRow>> segments) =>
        Enumerable.Range(0, rows.Count).Any(r => rows[r].MiddleY < rule && Lanes.IsAmounts(segments[r]) && segments[r].Exists(Lanes.IsPrintedAmount));

    private static bool Meets(Lane one, Lane other) => one.From < other.To - 1 && one.To > other.From + 1;

    private static bool IsIn(TextRow segment, Lane lane) => segment.Box.X0 > lane.From - 1 && segment.Box.X1 < lane.To + 1;

    private static Lane Cover(Lane one, Lane other) => new(Math.Min(one.From, other.From), Math.Max(one.To, other.To));

    private static Lane Between(Lane one, Lane other) => one.To < other.From ? new Lane(one.To, other.From) : new Lane(other.To, one.From);

    private static bool IsFree(Lane white, List<Lane> lanes) => !lanes.Exists(lane => Meets(lane, white));

    private void Read(List<TextRow> heads, List<Ruling> under, TextRow last)
    {
        foreach (Ruling rule in under)
        {
            // Heads side by side over one line stand in the middle of their columns.
            double from = rule.From;
            List<TextRow> above = [.. heads.Where(head => IsOver(head, rule)).OrderBy(head => head.Box.X0)];
            foreach (TextRow head in above)
            {
                double to = head == above[^1] ? rule.To : Math.Min(rule.To, head.Box.X0 + head.Box.X1 - from);
                _spans[head] = new Lane(from, to);
                from = to;
            }
        }

        foreach (TextRow head in heads.Where(_ => under.Count > 0))
        {
            _levels[head] = under.Where(rule => rule.At < head.MiddleY && rule.From < head.Box.X1 - 1 && rule.To > head.Box.X0 + 1)
                .Select(rule => Math.Round(rule.At)).Distinct().Count();
        }

        // Lines of one head stand under one another.
        foreach (TextRow head in heads.Where(head => !_spans.ContainsKey(head)).OrderBy(head => head.Box.X0))
        {
            if (Leaves.Count > 0 && head.Box.X0 < Leaves[^1].To - 1)
            {
                Leaves[^1] = Leaves[^1] with { To = Math.Max(Leaves[^1].To, head.Box.X1) };
            }
            else
            {
                Leaves.Add(new Lane(head.Box.X0, head.Box.X1));
            }
        }

        if (under.Count == 0)
        {
            // Nothing tells a head of several columns from that of one but that others stand below it.
            Leaves = [.. Leaves.Where(leaf => heads.Exists(head => head.Box.X0 < leaf.To && head.Box.X1 > leaf.From && head.MiddleY > last.Box.Y0))];
        }
    }

    private static bool IsOver(TextRow head, Ruling rule) =>
        rule.At > head.MiddleY && rule.At < head.MiddleY + (RightBelow * head.Size)
        && rule.From < head.Box.X0 + Slack && rule.To > head.Box.X1 - Slack;
}
