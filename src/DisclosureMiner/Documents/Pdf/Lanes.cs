using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>A column of a table without drawn lines: from the leftmost to the rightmost character in it.</summary>
internal readonly record struct Lane(double From, double To);

/// <summary>Finds the columns in which stretches of text stand under one another.</summary>
internal static class Lanes
{
    private const double SameEdge = 1.5;
    private const int FewestEdges = 3;

    // So many dots lead from a name to its amount.
    private const string Leader = "....";

    /// <summary>Whether a stretch of text is an amount, or stands for none.</summary>
    public static bool IsAmount(string text) => NumberText.LooksLikeValue(Folding.Label(text)) || text is "-" or "--" or "—" or "——" or "–" or "$";

    /// <summary>Whether most stretches behind the first are amounts.</summary>
    public static bool IsAmounts(List<TextRow> segments) =>
        segments.Count > 1 && segments.Skip(1).Count(segment => IsAmount(segment.Text)) * 2 >= segments.Count - 1;

    /// <summary>Whether there are amounts among the stretches: most of them, or one that is printed as such.</summary>
    public static bool HasAmount(List<TextRow> segments) =>
        IsAmounts(segments) || segments.Exists(IsPrintedAmount);

    /// <summary>Whether a stretch can be nothing but an amount: a number with decimals or groups of digits.</summary>
    public static bool IsPrintedAmount(TextRow segment) => segment.Text.AsSpan().IndexOfAny(',', '.') > 0 && IsAmount(segment.Text);

    /// <summary>Whether most stretches behind the first are plain numbers.</summary>
    public static bool AreNumbers(List<TextRow> segments) =>
        segments.Count > 1 && segments.Skip(1).Count(segment => segment.Text.All(c => c < 0x2E80) && IsAmount(segment.Text)) * 2 >= segments.Count - 1;

    /// <summary>
    /// The stretches with those cut that run from one column into the next without a gap: where many others begin or end, and
    /// few run on.
    /// </summary>
    public static List<List<TextRow>> Split(List<List<TextRow>> rows)
    {
        int many = rows.Count(row => row.Count > 1);
        List<double> starts = [.. Edges(rows, segment => segment.Box.X0).Where(at => IsBorder(rows, at, many) && IsBehindOthers(rows, at))];
        List<double> ends = [.. Edges(rows, segment => segment.Box.X1).Where(at => IsBorder(rows, at, many) && IsBeforeOthers(rows, at))];
        return [.. rows.Select(row => row.SelectMany(segment => segment.Cut(starts, ends, SameEdge)).ToList())];
    }

    /// <summary>The stretches of a row that wide gaps part, or dots that lead from one to the next, which are left out.</summary>
    public static List<TextRow> Of(TextRow row)
    {
        List<TextRow> segments = row.Segments();
        return row.Text.Contains(Leader, StringComparison.Ordinal) ? [.. segments.SelectMany(WithoutLeaders)] : segments;
    }

    private static IEnumerable<TextRow> WithoutLeaders(TextRow segment)
    {
        int start = 0;
        for (int i = 0; i < segment.Glyphs.Length;)
        {
            int end = i;
            while (end < segment.Glyphs.Length && (segment.Glyphs[end].Text == "." || (end > i && segment.Glyphs[end].IsSpace)))
            {
                end++;
            }

            if (end - i >= Leader.Length)
            {
                if (segment.Part(start, i) is { } part)
                {
                    yield return part;
                }

                start = end;
            }

            i = Math.Max(end, i + 1);
        }

        if ((start == 0 ? segment : segment.Part(start, segment.Glyphs.Length)) is { } rest)
        {
            yield return rest;
        }
    }

    /// <summary>The stretches with those cut in which an amount runs into the name of the next column, where others begin.</summary>
    public static List<List<TextRow>> CutBehindAmounts(List<List<TextRow>> rows)
    {
        double[] starts = [.. Edges(rows, segment => segment.Box.X0)];
        return [.. rows.Select(row => row.Exists(IsGlued) ? row.SelectMany(segment => segment.Cut(BehindAmount(segment, starts), [], SameEdge)).ToList() : row)];
    }

    private static bool IsGlued(TextRow segment) =>
        char.IsAsciiDigit(segment.Text[0]) && segment.Text[^1] >= 0x2E80 && segment.Text.AsSpan().IndexOfAny(',', '.') > 0;

    private static double[] BehindAmount(TextRow segment, double[] starts) =>
    [
        .. segment.Glyphs.Zip(segment.Glyphs.Skip(1)).Where(pair => char.IsAsciiDigit(pair.First.Text[^1]) && pair.Second.Text[0] >= 0x2E80)
            .Select(pair => pair.Second.Box.X0).Take(1).Where(at => Array.Exists(starts, start => Math.Abs(start - at) <= SameEdge)),
    ];

    /// <summary>The columns, from left to right.</summary>
    /// <param name="all">The stretches of each row; heads, which stand over columns as they please, make none where there are amounts.</param>
    public static List<Lane> Of(List<List<TextRow>> all)
    {
        int heads = Math.Max(0, all.FindIndex(IsAmounts));
        List<List<TextRow>> rows = all[heads..];
        if (!rows.Exists(row => row.Count > 1))
        {
            return [];
        }

        // What reaches over two stretches of the fullest row is a head of several columns, or an overlong text.
        List<TextRow> fullest = rows.MaxBy(row => row.Count)!;
        var lanes = new List<Lane>();
        foreach (TextRow segment in rows.SelectMany(row => row).Where(segment => fullest.Count(other => Overlaps(segment, other)) < 2).OrderBy(segment => segment.Box.X0))
        {
            if (lanes.Count > 0 && segment.Box.X0 < lanes[^1].To - SameEdge)
            {
                lanes[^1] = lanes[^1] with { To = Math.Max(lanes[^1].To, segment.Box.X1) };
            }
            else
            {
                lanes.Add(new Lane(segment.Box.X0, segment.Box.X1));
            }
        }

        return lanes;
    }

    private static bool Overlaps(TextRow one, TextRow other) => one.Box.X0 < other.Box.X1 - SameEdge && one.Box.X1 > other.Box.X0 + SameEdge;

    // Positions at which several stretches begin (or end).
    private static List<double> Edges(List<List<TextRow>> rows, Func<TextRow, double> edge)
    {
        var edges = new List<double>();
        double[] all = [.. rows.SelectMany(row => row).Select(edge).Order()];
        for (int i = 0; i < all.Length;)
        {
            int end = i + 1;
            while (end < all.Length && all[end] - all[i] <= SameEdge)
            {
                end++;
            }

            if (end - i >= FewestEdges)
            {
                edges.Add(all[(i + end - 1) / 2]);
            }

            i = end;
        }

        return edges;
    }

    // Whether several stretches, or an amount that runs on into a name, end right before a position: amounts of one length begin
    // alike within their column.
    private static bool IsBehindOthers(List<List<TextRow>> rows, double at) =>
        rows.SelectMany(row => row).Count(segment => segment.Box.X1 < at + SameEdge && segment.Box.X1 > at - segment.Size) >= FewestEdges
        || rows.Exists(row => row.Exists(segment => segment.Glyphs.Zip(segment.Glyphs.Skip(1))
            .Any(pair => char.IsAsciiDigit(pair.First.Text[^1]) && pair.Second.Text[0] >= 0x2E80 && Math.Abs(pair.Second.Box.X0 - at) <= SameEdge)));

    // Whether several stretches begin right behind a position: names of one length end alike within their column.
    private static bool IsBeforeOthers(List<List<TextRow>> rows, double at) =>
        rows.SelectMany(row => row).Count(segment => segment.Box.X0 > at - SameEdge && segment.Box.X0 < at + segment.Size) >= FewestEdges;

    // Whether few rows have print that runs on over the position without a gap.
    private static bool IsBorder(List<List<TextRow>> rows, double at, int many) =>
        rows.Count(row => row.Exists(segment => segment.RunsOver(at, SameEdge))) * 3 < many;
}
