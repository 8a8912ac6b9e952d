using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Tells tables without drawn columns from prose in the rows of a column of print.</summary>
internal static class PrintBlocks
{
    private const int FewestRows = 3;

    // Rows of one table stand closer than this many of its usual distances.
    private const double FarApart = 2.6;

    // Lines of one cell stand closer than this many of the distances between rows.
    private const double Closer = 0.7;

    // Cells that wrap over so many rows of print, with nothing beside them.
    private const int MostLoneRows = 6;

    // A column of print takes at least this share of the page's width.
    private const double NarrowestPrint = 0.3;

    // What stands alone in the only row of an empty table: 合计, 无.
    private const int LongestLabel = 6;

    // So many ems from the left no paragraph begins.
    private const double LaterColumn = 6;

    // Lines of one table begin and end alike.
    private const double SameEnd = 6;

    /// <summary>The rows and tables, from top to bottom.</summary>
    /// <param name="part">The rows, and the lines among them.</param>
    /// <param name="isText">Rows that belong to no table: entries of contents pages.</param>
    public static List<PageBlock> Of(PagePart part, Func<int, bool> isText)
    {
        List<TextRow> rows = part.Rows;
        bool IsText(int i) => isText(i) || part.IsOfPicture(rows[i]);
        var blocks = new List<PageBlock>();
        (double left, double right) = Margins(rows, part.Width);
        List<List<TextRow>> segments = Lanes.CutBehindAmounts([.. rows.Select(Lanes.Of)]);
        List<RuledRegion> ruled = Ruled(rows, segments, part.Rules, IsText);
        int i = 0;
        while (i < rows.Count)
        {
            RuledRegion? own = ruled.Find(region => region.First == i);
            int limit = ruled.Where(region => region.First > i).Select(region => region.First).DefaultIfEmpty(rows.Count).Min();
            int end = own?.End ?? End(rows, segments, IsText, i, limit);
            int heads = end > i ? HeadsAbove(rows, segments, blocks, i) : 0;
            List<double> across = own is null ? Across(rows.GetRange(i, end - i), part.Rules) : heads > 0 ? [own.Top, .. own.Rules] : own.Rules;
            if (own is not null && !segments.GetRange(i, own.End - i).Exists(Lanes.IsAmounts) && End(rows, segments, IsText, own.End, limit) is var rest && rest > own.End)
            {
                // The table goes on over the page: its last line is the one under its heads.
                end = rest;
                across = [own.Bottom];
            }

            if (end > i && AlignedTable.Read(rows.GetRange(i - heads, end - i + heads), across, part.Rules, part.Way) is { } table)
            {
                blocks.RemoveRange(blocks.Count - heads, heads);
                blocks.Add(table);
                i = end;
            }
            else
            {
                blocks.Add(new RowBlock(rows[i], left, right));
                i++;
            }
        }

        return blocks;
    }

    // Where full lines begin and end: at the outermost ends of the long rows. Where all are short none is full.
    private static (double Left, double Right) Margins(IReadOnlyList<TextRow> rows, double width)
    {
        double left = rows.Min(row => row.Box.X0), right = rows.Max(row => row.Box.X1);
        List<TextRow> wide = [.. rows.Where(row => row.Box.X1 - row.Box.X0 > 0.6 * (right - left))];
        return right - left < NarrowestPrint * width ? (left, width)
            : wide.Count == 0 ? (left, right) : (wide.Min(row => row.Box.X0), wide.Max(EndOf));
    }

    // A sign that may not begin a line hangs out of the one before it, beyond the margin.
    private static double EndOf(TextRow row) =>
        row.Glyphs[^1] is { Text: "，" or "。" or "、" or "；" or "：" } sign ? sign.Box.X0 : row.Box.X1;

    // Rows between lines that begin and end alike (three-line tables, lines under every row), with parted rows among them.
    private static List<RuledRegion> Ruled(
        List<TextRow> rows, List<List<TextRow>> segments, IReadOnlyList<Ruling> rules, Func<int, bool> isText)
    {
        var regions = new List<RuledRegion>();
        double width = rows.Max(row => row.Box.X1) - rows.Min(row => row.Box.X0);
        foreach (IGrouping<(double, double), Ruling> alike in rules.Where(rule => rule.Length > 0.4 * width)
            .GroupBy(rule => (Math.Round(rule.From / SameEnd), Math.Round(rule.To / SameEnd))))
        {
            List<double> heights = [.. alike.Select(rule => rule.At).Order()];
            List<double> open = [];
            for (int k = 0; k < heights.Count; k++)
            {
                open.Add(heights[k]);
                if (k + 1 < heights.Count && IsPart(rows, segments, heights[k], heights[k + 1], alike.First(), open.Count > 1))
                {
                    continue;
                }

                int first = rows.FindIndex(row => row.MiddleY > open[0]), end = rows.FindLastIndex(row => row.MiddleY < open[^1]) + 1;
                if (open.Count > 1 && first >= 0 && end - first > 1 && segments.GetRange(first, end - first).Count(row => row.Count > 1) > 1
                    && !Enumerable.Range(first, end - first).Any(isText) && !regions.Exists(other => first < other.End && end > other.First))
                {
                    regions.Add(new RuledRegion(first, end, open[0], open.GetRange(1, open.Count - 2), open[^1]));
                }

                open = [];
            }
        }

        return regions;
    }

    // Between two lines of one table stands at least one parted row, or under heads the lone label of an empty table, or what is left
    // over in a later column of a row that the page cut, and nothing that sticks out to the sides.
    private static bool IsPart(List<TextRow> rows, List<List<TextRow>> segments, double top, double bottom, Ruling rule, bool isBelow)
    {
        List<int> between = [.. Enumerable.Range(0, rows.Count).Where(r => rows[r].MiddleY > top && rows[r].MiddleY < bottom)];
        return between.TrueForAll(r => rows[r].Box.X0 > rule.From - SameEnd && rows[r].Box.X1 < rule.To + SameEnd)
            && (between.Count == 0 ? bottom - top < 4
                : between.Exists(r => segments[r].Count > 1) || (isBelow && between is [var lone] && rows[lone].Text.Length <= LongestLabel)
                || between.TrueForAll(r => rows[r].Box.X0 > rule.From + (LaterColumn * rows[r].Size)));
    }

    // Lines that are drawn across a table which nothing else bounds.
    private static List<double> Across(List<TextRow> rows, IReadOnlyList<Ruling> rules)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        double left = rows.Min(row => row.Box.X0), right = rows.Max(row => row.Box.X1);
        return [.. rules.Where(rule => rule.At > rows[0].MiddleY && rule.At < rows[^1].MiddleY && rule.Covers(left, right, 0.1 * (right - left))).Select(rule => rule.At).Order()];
    }

    // How many rows right above a table are heads of its columns: parted, or set close to it within its width.
    private static int HeadsAbove(List<TextRow> rows, List<List<TextRow>> segments, List<PageBlock> blocks, int first)
    {
        int heads = 0;
        for (int i = first - 1; i >= 0 && heads < blocks.Count && blocks[^(heads + 1)] is RowBlock block && ReferenceEquals(block.Row, rows[i]); i--)
        {
            double distance = rows[i + 1].MiddleY - rows[i].MiddleY;
            bool isParted = segments[i].Count > 1 && distance < FarApart * rows[i].Size;
            bool isClose = distance < 1.7 * rows[i].Size && rows[i].Size < 1.1 * rows[first].Size && rows[i].Box.X1 - rows[i].Box.X0 < 20 * rows[i].Size;
            if (!(isParted || isClose) || (segments[i].Count < 3 && rows[i].Text.AsSpan().ContainsAny('：', ':')) || rows[i].Text.Contains('。') || Lanes.IsAmounts(segments[i]) || Lines.HasClause(rows[i].Text))
            {
                break;
            }

            heads++;
        }

        // A lone row over the table is its title, not a head.
        while (heads > 0 && segments[first - heads].Count == 1 && rows[first - heads].Text.EndsWith('表'))
        {
            heads--;
        }

        return heads;
    }

    // The row behind the table that starts at row i without any line; i when none does.
    private static int End(List<TextRow> rows, List<List<TextRow>> segments, Func<int, bool> isText, int i, int limit)
    {
        if (i >= limit || segments[i].Count < 2 || isText(i))
        {
            return i;
        }

        int end = i + 1, last = i, amounts = Lanes.IsAmounts(segments[i]) ? 1 : 0, parted = 1;
        double pitch = double.MaxValue;
        for (; end < limit && !isText(end); end++)
        {
            double distance = rows[end].MiddleY - rows[end - 1].MiddleY;
            if (distance > FarApart * Math.Min(pitch, 1.6 * rows[end].Size) || (amounts >= FewestRows && IsRepeated(rows, i, end)))
            {
                break;
            }

            pitch = Math.Min(pitch, Math.Max(distance, rows[end].Size));
            if (segments[end].Count > 1)
            {
                last = end;
                parted++;
                amounts += Lanes.IsAmounts(segments[end]) ? 1 : 0;
            }
            else if (end - last > MostLoneRows || (Lines.EndsSentence(rows[end].Text) && rows[end].Box.X0 < rows[i].Box.X0 + rows[i].Size))
            {
                break;
            }
        }

        return amounts >= FewestRows && parted * 3 >= last + 1 - i ? WithWraps(rows, segments, i, last + 1, limit) : i;
    }

    // The first head of a table printed again begins another table.
    private static bool IsRepeated(List<TextRow> rows, int first, int row) =>
        rows[row].Text == rows[first].Text || (first > 0 && rows[row].Text == rows[first - 1].Text);

    // The rest of a cell that wraps below the last amounts is set closer to them than the rows of the table are to each other.
    private static int WithWraps(List<TextRow> rows, List<List<TextRow>> segments, int first, int end, int limit)
    {
        double[] amounts = [.. Enumerable.Range(first, end - first).Where(r => Lanes.IsAmounts(segments[r])).Select(r => rows[r].MiddleY)];
        double pitch = amounts.Zip(amounts.Skip(1), (one, other) => other - one).Min();
        while (end < limit && rows[end].MiddleY - rows[end - 1].MiddleY < Closer * pitch && rows[end].Box.X0 > rows[first].Box.X0 - rows[end].Size)
        {
            end++;
        }

        return end;
    }

    /// <summary>Rows between lines that begin and end alike.</summary>
    /// <param name="First">The first row.</param>
    /// <param name="End">The row behind the last.</param>
    /// <param name="Top">The line above all rows.</param>
    /// <param name="Rules">The lines between rows.</param>
    /// <param name="Bottom">The line below all rows.</param>
    private sealed record RuledRegion(int First, int End, double Top, List<double> Rules, double Bottom);
}
