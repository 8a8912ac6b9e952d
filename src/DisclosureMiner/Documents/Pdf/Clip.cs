namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Where a page can be drawn on: boxes, of which each point that shows lies in one. A clipping path of another shape counts as the boxes
/// around its parts, which hides a little less than it does.
/// </summary>
internal sealed class Clip
{
    // Paths of many parts that overlap would have ever more pieces in common.
    private const int MostPieces = 10_000;

    private readonly Box[] _boxes;

    private Clip(Box[] boxes) => _boxes = boxes;

    /// <summary>A clip to one box.</summary>
    public static Clip To(Box box) => new([box]);

    /// <summary>This clip and another on top of it.</summary>
    public Clip Intersect(IReadOnlyList<Box> others)
    {
        if ((long)_boxes.Length * others.Count > MostPieces && others.Count > 1)
        {
            return Intersect([others.Aggregate((one, other) => one.Cover(other))]);
        }

        var common = new List<Box>(Math.Max(_boxes.Length, others.Count));
        foreach (Box box in _boxes)
        {
            foreach (Box other in others)
            {
                Box both = Common(box, other);
                if (both.X1 >= both.X0 && both.Y1 >= both.Y0)
                {
                    common.Add(both);
                }
            }
        }

        return new Clip([.. common]);
    }

    /// <summary>The pieces of a box that show; with <paramref name="slack"/>, also those that lie so near.</summary>
    public IEnumerable<Box> Pieces(Box box, double slack = 0)
    {
        foreach (Box window in _boxes)
        {
            Box piece = Common(box, new Box(window.X0 - slack, window.Y0 - slack, window.X1 + slack, window.Y1 + slack));
            if (piece.X1 >= piece.X0 && piece.Y1 >= piece.Y0)
            {
                yield return piece;
            }
        }
    }

    /// <summary>Whether the whole of a box shows in one piece.</summary>
    public bool Holds(Box box) =>
        _boxes.Any(window => window.X0 <= box.X0 && window.Y0 <= box.Y0 && window.X1 >= box.X1 && window.Y1 >= box.Y1);

    /// <summary>The largest share of a box that shows in one piece.</summary>
    public double ShareOf(Box box)
    {
        double share = 0;
        foreach (Box window in _boxes)
        {
            Box piece = Common(box, window);
            double width = Share(piece.X0, piece.X1, box.X1 - box.X0), height = Share(piece.Y0, piece.Y1, box.Y1 - box.Y0);
            share = Math.Max(share, width * height);
        }

        return share;
    }

    private static double Share(double from, double to, double whole) => to < from ? 0 : whole > 0 ? (to - from) / whole : 1;

    private static Box Common(Box one, Box other) => new(
        Math.Max(one.X0, other.X0), Math.Max(one.Y0, other.Y0), Math.Min(one.X1, other.X1), Math.Min(one.Y1, other.Y1));
}
