using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Heads over columns that no lines part: lines of one head set close under one another, heads of several columns in the middle
/// over those of each, and heads without others below them that reach down to the first row.
/// </summary>
internal sealed class StackedHeads
{
    // Lines of one head stand this close, in ems, where no cell below wraps; else as close as lines of cells do, or a little farther off.
    private const double SameHead = 1.3;
    private const double SamePitch = 1.15;

    // How exactly a head stands in the middle of its columns, in ems.
    private const double Centred = 1;

    private readonly IReadOnlyList<Lane> _columns;
    private readonly List<Head> _heads;

    private StackedHeads(IReadOnlyList<Lane> columns, List<Head> heads)
    {
        _columns = columns;
        _heads = heads;
    }

    /// <summary>How many rows of print at the top of a table are heads: those above the first amounts that are no part of their row.</summary>
    /// <param name="rows">The rows of print.</param>
    /// <param name="segments">The stretches of text in each.</param>
    /// <param name="lanes">Where the columns stand.</param>
    /// <param name="borders">The borders between them and at both ends.</param>
    public static int RowsIn(IReadOnlyList<TextRow> rows, List<List<TextRow>> segments, IReadOnlyList<Lane> lanes, ImmutableArray<double> borders)
    {
        int first = segments.FindIndex(Lanes.HasAmount);
        if (first <= 0)
        {
            return 0;
        }

        double pitch = PitchOf(rows, segments, first);
        HashSet<int> amounts = [.. segments[first].Where(segment => Lanes.IsAmount(segment.Text)).Select(segment => Columns(segment.Box, lanes, borders).Last)];
        int heads = first;
        while (heads > 0 && rows[heads].MiddleY - rows[heads - 1].MiddleY < LogicalRows.Closer * pitch
            && !segments[heads - 1].Exists(segment => amounts.Contains(Columns(segment.Box, lanes, borders).Last)))
        {
            heads--;
        }

        return heads;
    }

    /// <summary>The heads as rows of cells.</summary>
    /// <param name="rows">The rows of print of the whole table.</param>
    /// <param name="segments">The stretches of text in each.</param>
    /// <param name="count">How many rows at the top are heads.</param>
    /// <param name="lanes">Where the columns stand.</param>
    /// <param name="borders">The borders between them and at both ends.</param>
    public static IEnumerable<ImmutableArray<RawCell?>> Read(
        IReadOnlyList<TextRow> rows, List<List<TextRow>> segments, int count, IReadOnlyList<Lane> lanes, ImmutableArray<double> borders)
    {
        List<Head> heads = Join(segments[..count], WrapPitch(rows, segments, count));
        return new StackedHeads(Extents(heads, lanes, borders), heads).Rows(borders);
    }

    private static double PitchOf(IReadOnlyList<TextRow> rows, List<List<TextRow>> segments, int first)
    {
        double[] anchors = [.. Enumerable.Range(first, rows.Count - first).Where(r => Lanes.HasAmount(segments[r])).Select(r => rows[r].MiddleY)];
        return anchors.Zip(anchors.Skip(1), (one, other) => other - one).DefaultIfEmpty(0).Min();
    }

    // How far apart lines of one cell stand below the heads; null where no cell wraps.
    private static double? WrapPitch(IReadOnlyList<TextRow> rows, List<List<TextRow>> segments, int first)
    {
        double pitch = PitchOf(rows, segments, first);
        var last = new List<TextRow>();
        double? least = null;
        foreach (TextRow segment in segments.Skip(first).SelectMany(row => row))
        {
            if (last.FindLast(above => IsUnder(segment.Box, above.Box)) is { } above && segment.MiddleY - above.MiddleY is var distance
                && distance < LogicalRows.Closer * pitch)
            {
                least = Math.Min(least ?? distance, distance);
            }

            last.RemoveAll(above => IsUnder(segment.Box, above.Box));
            last.Add(segment);
        }

        return least;
    }

    // Lines that have nothing but each other above and below are one head.
    private static List<Head> Join(List<List<TextRow>> segments, double? wrapPitch)
    {
        var heads = new List<Head>();
        foreach (List<TextRow> row in segments)
        {
            var open = new List<Head>();
            foreach (TextRow segment in row)
            {
                List<Head> above = heads.FindAll(head => !open.Contains(head) && IsUnder(segment.Box, head.Lines[^1].Box)
                    && segment.MiddleY - head.Lines[^1].MiddleY < (SamePitch * wrapPitch ?? SameHead * Math.Max(segment.Size, head.Lines[^1].Size)));
                if (above is [var one] && row.Count(other => IsUnder(other.Box, one.Lines[^1].Box)) == 1)
                {
                    one.Lines.Add(segment);
                    open.Add(one);
                }
                else
                {
                    open.Add(new Head(segment));
                    heads.Add(open[^1]);
                }
            }
        }

        return heads;
    }

    // A head in the middle of its column tells with the text that reaches farthest from there how wide the column is.
    private static List<Lane> Extents(List<Head> heads, IReadOnlyList<Lane> lanes, ImmutableArray<double> borders)
    {
        var leaves = new List<Head>();
        foreach (Head head in heads.OrderByDescending(head => head.Box.Y1))
        {
            (head.First, head.Last) = Columns(head.Box, lanes, borders);
            head.IsLeaf = !leaves.Exists(leaf => IsBelow(leaf, head) && leaf.Meets(head));
            if (head.IsLeaf)
            {
                leaves.Add(head);
            }
        }

        if (leaves.Count == lanes.Count)
        {
            leaves.Sort((one, other) => one.Middle.CompareTo(other.Middle));
            for (int i = 0; i < leaves.Count; i++)
            {
                (leaves[i].First, leaves[i].Last) = (i, i);
            }
        }

        return [.. lanes.Select((lane, c) =>
        {
            if (leaves.Find(leaf => leaf.First == c && leaf.Last == c) is not { } own)
            {
                return lane;
            }

            double half = Math.Max(own.Width / 2, Math.Max(own.Middle - lane.From, lane.To - own.Middle));
            double least = c == 0 ? double.MinValue : lanes[c - 1].To, most = c == lanes.Count - 1 ? double.MaxValue : lanes[c + 1].From;
            return new Lane(Math.Max(own.Middle - half, least), Math.Min(own.Middle + half, most));
        })];
    }

    private static (int First, int Last) Columns(Box head, IReadOnlyList<Lane> lanes, ImmutableArray<double> borders)
    {
        List<int> met = [.. Enumerable.Range(0, lanes.Count).Where(c => lanes[c].From < head.X1 - 1 && lanes[c].To > head.X0 + 1)];
        int own = Enumerable.Range(0, lanes.Count).LastOrDefault(c => borders[c] <= (head.X0 + head.X1) / 2);
        return met.Count == 0 ? (own, own) : (met[0], met[^1]);
    }

    private ImmutableArray<ImmutableArray<RawCell?>> Rows(ImmutableArray<double> borders)
    {
        foreach (Head head in _heads.Where(head => !head.IsLeaf))
        {
            List<Head> below = [.. _heads.Where(other => other.IsLeaf && IsBelow(other, head) && IsUnder(other.Box, head.Box))];
            (head.First, head.Last) = below.Count == 0 ? Columns(head.Box, _columns, borders) : (below.Min(leaf => leaf.First), below.Max(leaf => leaf.Last));
        }

        foreach (Head head in _heads.Where(head => !head.IsLeaf))
        {
            (head.First, head.Last) = SpanOf(head);
        }

        foreach (Head head in _heads.OrderBy(head => head.Box.Y0))
        {
            head.Level = _heads.Where(other => IsBelow(head, other) && head.Meets(other)).Select(other => other.Level + 1).DefaultIfEmpty(0).Max();
        }

        int rows = _heads.Max(head => head.Level) + 1;
        foreach (Head head in _heads)
        {
            head.RowSpan = _heads.Where(other => IsBelow(other, head) && head.Meets(other)).Select(other => other.Level).DefaultIfEmpty(rows).Min() - head.Level;
        }

        return Cells(rows, borders);
    }

    // The widest run of columns that the head stands in the middle of; where it stands otherwise, the columns below its text.
    private (int First, int Last) SpanOf(Head head)
    {
        List<Head> beside = [.. _heads.Where(other => other != head && !IsBelow(other, head) && !IsBelow(head, other))];
        (int First, int Last) best = (head.First, head.Last);
        for (int first = 0; first <= head.First; first++)
        {
            for (int last = head.Last; last < _columns.Count; last++)
            {
                double middle = (_columns[first].From + _columns[last].To) / 2;
                if (last - first > best.Last - best.First && Math.Abs(middle - head.Middle) < Centred * head.Lines[0].Size
                    && !beside.Exists(other => other.First <= last && other.Last >= first))
                {
                    best = (first, last);
                }
            }
        }

        return best;
    }

    private ImmutableArray<ImmutableArray<RawCell?>> Cells(int rows, ImmutableArray<double> borders)
    {
        int page = _heads[0].Lines[0].Page;
        double top = _heads.Min(head => head.Box.Y0), bottom = _heads.Max(head => head.Box.Y1);
        double[] ys = [top, .. Enumerable.Range(1, rows - 1).Select(level => _heads.Where(head => head.Level == level).Min(head => head.Box.Y0)), bottom];
        Head?[,] owners = Owners(rows);
        RawCell? At(int r, int c) => owners[r, c] is not { } head
            ? CellText.Cell(page, new Box(borders[c], ys[r], borders[c + 1], ys[r + 1]), [], doubts: CellDoubts.Undrawn)
            : head.Level == r && head.First == c
                ? CellText.Cell(
                    page,
                    new Box(borders[c], ys[r], borders[head.Last + 1], ys[r + head.RowSpan]),
                    [.. head.Lines.OrderBy(line => line.MiddleY).ThenBy(line => line.Box.X0)],
                    head.RowSpan,
                    head.Last - c + 1,
                    CellDoubts.Undrawn)
                : null;
        return [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, _columns.Count).Select(c => At(r, c)).ToImmutableArray())];
    }

    // Whose head stands at each position. Where two claim one, their texts are kept together; where they only overlap, the upper and left one goes first.
    private Head?[,] Owners(int rows)
    {
        var owners = new Head?[rows, _columns.Count];
        foreach (Head head in _heads.OrderBy(head => head.Level).ThenBy(head => head.First).ThenBy(head => head.Box.X0))
        {
            if (owners[head.Level, head.First] is { } other)
            {
                other.Lines.AddRange(head.Lines);
                continue;
            }

            int last = head.First, span = 1;
            while (last < head.Last && owners[head.Level, last + 1] is null)
            {
                last++;
            }

            while (span < head.RowSpan && Enumerable.Range(head.First, last - head.First + 1).All(c => owners[head.Level + span, c] is null))
            {
                span++;
            }

            (head.Last, head.RowSpan) = (last, span);
            for (int r = head.Level; r < head.Level + span; r++)
            {
                for (int c = head.First; c <= last; c++)
                {
                    owners[r, c] = head;
                }
            }
        }

        return owners;
    }

    private static bool IsUnder(Box one, Box other) => one.X0 < other.X1 - 1 && one.X1 > other.X0 + 1;

    // Of two heads one of which stands half a row lower, in the middle of its height, neither is below the other.
    private static bool IsBelow(Head one, Head other) => one.Box.Y0 > other.Box.Y1 - (0.2 * other.Lines[^1].Size);

    /// <summary>The lines of one head, and where it stands among the others.</summary>
    private sealed class Head(TextRow line)
    {
        public List<TextRow> Lines { get; } = [line];

        public Box Box => Lines.Select(own => own.Box).Aggregate((one, other) => one.Cover(other));

        public double Middle => (Box.X0 + Box.X1) / 2;

        public double Width => Box.X1 - Box.X0;

        public bool IsLeaf { get; set; }

        public int First { get; set; }

        public int Last { get; set; }

        public int Level { get; set; }

        public int RowSpan { get; set; } = 1;

        public bool Meets(Head other) => First <= other.Last && Last >= other.First;
    }
}
