using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Html;

/// <summary>Puts tables together that the end of a printed page cut, and cells that it cut in two.</summary>
internal static class PageJoins
{
    /// <summary>The parts with cut tables joined; heads that were printed again above the second part are dropped.</summary>
    public static List<PagePart> Join(List<PagePart> parts)
    {
        var joined = new List<PagePart>(parts.Count);
        foreach (PagePart part in parts)
        {
            if (part is { AfterPage: true, Block: RawTable next } && joined.Count > 0 && joined[^1].Block is RawTable open && Continue(open, next) is { } whole)
            {
                joined[^1] = joined[^1] with { Block = whole };
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    private static RawTable? Continue(RawTable open, RawTable next)
    {
        if (open.Width != next.Width || next.Rows.IsEmpty)
        {
            return null;
        }

        int repeated = 0;
        while (repeated < Math.Min(open.Rows.Length, next.Rows.Length) && Same(open.Rows[repeated], next.Rows[repeated]))
        {
            repeated++;
        }

        // A row over all columns that was not there before is the title of another table.
        if (repeated == next.Rows.Length || (repeated == 0 && next.Rows[0][0] is { IsBlank: false } title && title.ColumnSpan == next.Width))
        {
            return null;
        }

        ImmutableArray<ImmutableArray<RawCell?>> rest = next.Rows[repeated..];
        return open with
        {
            Rows = GoesOn(open.Rows[^1], rest[0])
                ? [.. open.Rows[..^1], [.. open.Rows[^1].Zip(rest[0], Concat)], .. rest[1..]]
                : [.. open.Rows, .. rest],
        };
    }

    private static bool Same(ImmutableArray<RawCell?> one, ImmutableArray<RawCell?> other) =>
        one.Any(cell => cell is { IsBlank: false }) && one.Zip(other).All(pair => (pair.First?.Label ?? "") == (pair.Second?.Label ?? ""));

    // The first cell ends with an open bracket or in the middle of a list, or the second part begins where no cell begins; the second row
    // has nothing but the rest of cells that are filled above.
    private static bool GoesOn(ImmutableArray<RawCell?> last, ImmutableArray<RawCell?> first)
    {
        bool isRest = last.Zip(first).All(pair => pair.Second is null or { IsBlank: true } || pair.First is { IsBlank: false, RowSpan: 1 });
        return isRest && last.Zip(first).Any(pair => pair is { First: { } above, Second: { IsBlank: false } below } && IsOpen(above.Label, below.Label));
    }

    private static bool IsOpen(string above, string below) =>
        above.Count(c => c == '(') > above.Count(c => c == ')')
        || above[^1] is '、' or '和' or '与' or '及' or ',' or '-'
        || below[0] is ')' or '、' or '。' or ',' or ';' or '及' or '和';

    private static RawCell? Concat(RawCell? above, RawCell? below)
    {
        if (above is null || below is null or { IsBlank: true })
        {
            return above;
        }

        PlacedText content = PlacedText.Concat([above.Content, below.Content]);
        return above with { Content = content, Place = content.Place };
    }
}
