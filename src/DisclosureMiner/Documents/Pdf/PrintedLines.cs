using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Rows that hold two printed lines, and printed lines that may be one row.</summary>
internal static class PrintedLines
{
    /// <summary>The table with all rows parted that hold several lines with numbers, and with each of them.</summary>
    public static IEnumerable<RawTable> Parted(RawTable table)
    {
        List<(int Row, ImmutableArray<ImmutableArray<RawCell?>> Lines)> parted = [.. Enumerable.Range(1, Math.Max(0, table.Rows.Length - 1))
            .Select(r => (r, LinesOf(table.Rows[r]))).Where(row => row.Item2.Length > 1)];
        if (parted.Count > 1)
        {
            yield return With(table, parted.ToDictionary(row => row.Row, row => row.Lines));
        }

        foreach ((int row, ImmutableArray<ImmutableArray<RawCell?>> lines) in parted)
        {
            yield return With(table, new Dictionary<int, ImmutableArray<ImmutableArray<RawCell?>>> { [row] = lines });
        }
    }

    /// <summary>The table with a row of numbers without a name joined with the one before or behind it, which leaves their columns free, for each such pair.</summary>
    public static IEnumerable<RawTable> Joined(RawTable table)
    {
        for (int r = 1; r + 1 < table.Rows.Length; r++)
        {
            if (AreOne(table.Rows[r], table.Rows[r + 1]) || AreOne(table.Rows[r + 1], table.Rows[r]))
            {
                ImmutableArray<RawCell?> whole = [.. table.Rows[r].Zip(table.Rows[r + 1], (above, below) => above!.IsBlank ? below : above)];
                yield return table with { Rows = [.. table.Rows[..r], whole, .. table.Rows[(r + 2)..]] };
            }
        }
    }

    private static RawTable With(RawTable table, Dictionary<int, ImmutableArray<ImmutableArray<RawCell?>>> lines) =>
        table with { Rows = [.. table.Rows.SelectMany((row, r) => lines.TryGetValue(r, out ImmutableArray<ImmutableArray<RawCell?>> own) ? own : [row])] };

    // No drawn line parts the two, and where one has a name the other has only numbers that it lacks.
    private static bool AreOne(ImmutableArray<RawCell?> named, ImmutableArray<RawCell?> numbered) =>
        named.Concat(numbered).All(cell => cell is { RowSpan: 1, ColumnSpan: 1 } && cell.Doubts.HasFlag(CellDoubts.Undrawn))
        && named.Any(cell => !cell!.IsBlank && !InkReadings.IsValue(cell))
        && numbered.Any(InkReadings.IsValue) && numbered.All(cell => cell!.IsBlank || InkReadings.IsValue(cell))
        && named.Zip(numbered).All(pair => pair.First!.IsBlank || pair.Second!.IsBlank);

    // The lines of a row, if more than one of them holds numbers; no row that a span crosses.
    private static ImmutableArray<ImmutableArray<RawCell?>> LinesOf(ImmutableArray<RawCell?> row)
    {
        if (row.OfType<RawCell>().Sum(cell => cell.RowSpan == 1 ? cell.ColumnSpan : 0) < row.Length)
        {
            return [];
        }

        List<double> middles = [];
        foreach (Region letter in row.OfType<RawCell>().SelectMany(cell => cell.Content.Regions).OrderBy(region => Middle(region.Box)))
        {
            if (letter.Page != row[0]!.Place.Regions[0].Page)
            {
                return [];
            }

            if (middles.Count == 0 || Middle(letter.Box) - middles[^1] >= (letter.Box.Y1 - letter.Box.Y0) / 2)
            {
                middles.Add(Middle(letter.Box));
            }
        }

        ImmutableArray<ImmutableArray<RawCell?>> lines = [.. middles.Select((_, i) => row.Select(cell => cell is null ? null : Line(cell, middles, i)).ToImmutableArray())];
        return lines.Count(line => line.Any(InkReadings.IsValue)) > 1 ? lines : [];
    }

    private static RawCell Line(RawCell cell, List<double> middles, int i)
    {
        Region whole = cell.Place.Regions[0];
        double top = i == 0 ? whole.Box.Y0 : (middles[i - 1] + middles[i]) / 2;
        double bottom = i == middles.Count - 1 ? whole.Box.Y1 : (middles[i] + middles[i + 1]) / 2;
        int[] own = [.. Enumerable.Range(0, cell.Content.Length).Where(at => Nearest(middles, Middle(cell.Content.Regions[at].Box)) == i)];
        PlacedText text = PlacedText.Concat([.. own.Select(at => cell.Content.Slice(at, at + 1))]).Trim();
        return cell with
        {
            Content = text,
            Place = Place.On([new Region(whole.Page, whole.Box with { Y0 = top, Y1 = bottom })]),
            Doubts = cell.Doubts | CellDoubts.Undrawn,
        };
    }

    private static int Nearest(List<double> middles, double at) => Enumerable.Range(0, middles.Count).MinBy(i => Math.Abs(middles[i] - at));

    private static double Middle(Box box) => (box.Y0 + box.Y1) / 2;
}
