using DisclosureMiner.Documents;

namespace DisclosureMiner.Findings;

/// <summary>Orders places as a reader meets them; what has no place comes first, since it speaks of the whole document.</summary>
internal sealed class ReadingOrder : IComparer<Place?>
{
    private ReadingOrder()
    {
    }

    public static ReadingOrder Comparer { get; } = new();

    public int Compare(Place? x, Place? y) => KeyOf(x).CompareTo(KeyOf(y));

    private static (int Page, double Y, double X) KeyOf(Place? place) => place switch
    {
        null => (-1, 0, 0),
        { Span: { } span } => (0, span.Start, 0),
        { Regions: [var region, ..] } => (region.Page, region.Box.Y0, region.Box.X0),
        _ => (-1, 0, 0),
    };
}
