using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Finds tables that no lines draw: rows whose stretches of text stand under one another, with amounts among them. The columns
/// are the lanes of white that run through all rows of amounts.
/// </summary>
internal static class AlignedTable
{
    private const int FewestRows = 3;

    // Rows of one table stand closer than this many of its usual distances.
    private const double FarApart = 2.6;

    /// <summary>The rows and tables of a column of print, from top to bottom.</summary>
    /// <param name="rows">Its rows, from top to bottom.</param>
    /// <param name="isText">Rows that belong to no table: entries of contents pages.</param>
    public static List<PageBlock> Find(List<TextRow> rows, Func<int, bool> isText)
    {
        var blocks = new List<PageBlock>();
        (double left, double right) = Margins(rows);
        List<List<TextRow>> segments = [.. rows.Select(row => row.Segments())];
        int i = 0;
        while (i < rows.Count)
        {
            int end = End(rows, segments, isText, i);
            if (end > i && Read(rows.GetRange(i, end - i), segments.GetRange(i, end - i)) is { } table)
            {
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

    /// <summary>Where full lines begin and end: the outermost ends of the long rows; of all rows where none is long.</summary>
    public static (double Left, double Right) Margins(IReadOnlyList<TextRow> rows)
    {
        double left = rows.Min(row => row.Box.X0), right = rows.Max(row => row.Box.X1);
        List<TextRow> wide = [.. rows.Where(row => row.Box.X1 - row.Box.X0 > 0.6 * (right - left))];
        return wide.Count == 0 ? (left, right) : (wide.Min(row => row.Box.X0), wide.Max(row => row.Box.X1));
    }

    // The row behind the table that starts at row i; i when none does.
    private static int End(List<TextRow> rows, List<List<TextRow>> segments, Func<int, bool> isText, int i)
    {
        if (segments[i].Count < 2 || isText(i))
        {
            return i;
        }

        int end = i + 1, last = i, amounts = IsAmounts(segments[i]) ? 1 : 0;
        double pitch = double.MaxValue;
        for (; end < rows.Count && !isText(end); end++)
        {
            double distance = rows[end].MiddleY - rows[end - 1].MiddleY;
            if (distance > FarApart * Math.Min(pitch, 1.6 * rows[end].Size))
            {
                break;
            }

            pitch = Math.Min(pitch, Math.Max(distance, rows[end].Size));
            if (segments[end].Count > 1)
            {
                last = end;
                amounts += IsAmounts(segments[end]) ? 1 : 0;
            }
            else if (end - last > 2 || Outlines.Lines.EndsSentence(rows[end].Text))
            {
                break;
            }
        }

        return amounts >= FewestRows ? last + 1 : i;
    }

    private static bool IsAmounts(List<TextRow> segments) =>
        segments.Count > 1 && segments.Skip(1).Count(segment => IsAmount(segment.Text)) * 2 >= segments.Count - 1;

    private static bool IsAmount(string text) => NumberText.LooksLikeValue(Folding.Label(text)) || text is "-" or "—" or "–" or "$";

    private static TableBlock? Read(List<TextRow> rows, List<List<TextRow>> segments)
    {
        List<(double From, double To)> columns = Columns(segments);
        if (columns.Count < 2 || segments.Count(row => row.Count > 1) * 2 < rows.Count)
        {
            return null;
        }

        ImmutableArray<double> borders =
        [
            rows.Min(row => row.Box.X0),
            .. columns.Zip(columns.Skip(1), (left, right) => (left.To + right.From) / 2),
            rows.Max(row => row.Box.X1),
        ];
        var grid = ImmutableArray.CreateBuilder<ImmutableArray<RawCell?>>(rows.Count);
        for (int r = 0; r < rows.Count; r++)
        {
            grid.Add(Cells(rows[r], segments[r], columns, borders));
        }

        Box box = rows.Select(row => row.Box).Aggregate((one, other) => one.Cover(other));
        return new TableBlock(rows[0].Page, box, new RawTable(grid.MoveToImmutable()), borders);
    }

    // Stretches of text that overlap from side to side make a column; heads that reach over several are left out of it.
    private static List<(double From, double To)> Columns(List<List<TextRow>> segments)
    {
        var columns = new List<(double From, double To)>();
        foreach ((double from, double to) in segments.Where(IsAmounts).SelectMany(row => row).Select(segment => (segment.Box.X0, segment.Box.X1)).Order())
        {
            if (columns.Count > 0 && from < columns[^1].To)
            {
                columns[^1] = (columns[^1].From, Math.Max(columns[^1].To, to));
            }
            else
            {
                columns.Add((from, to));
            }
        }

        return columns;
    }

    private static ImmutableArray<RawCell?> Cells(
        TextRow row, List<TextRow> segments, List<(double From, double To)> columns, ImmutableArray<double> borders)
    {
        var cells = new RawCell?[columns.Count];
        var texts = new List<TextRow>[columns.Count];
        int[] spans = [.. Enumerable.Repeat(1, columns.Count)];
        foreach (TextRow segment in segments)
        {
            int first = columns.FindIndex(column => column.To > segment.Box.X0 + 1), last = columns.FindLastIndex(column => column.From < segment.Box.X1 - 1);
            if (first < 0 || last < first)
            {
                // In the white between two columns: the nearer one's.
                first = last = Enumerable.Range(0, columns.Count).MinBy(c => Math.Abs(((columns[c].From + columns[c].To) / 2) - ((segment.Box.X0 + segment.Box.X1) / 2)));
            }

            (texts[first] ??= []).Add(segment);
            spans[first] = Math.Max(spans[first], last - first + 1);
        }

        for (int c = 0; c < columns.Count;)
        {
            int span = spans[c];
            for (int covered = c + 1; covered < c + span; covered++)
            {
                if (texts[covered] is not null)
                {
                    span = covered - c;
                }
            }

            var box = new Box(borders[c], row.Box.Y0, borders[c + span], row.Box.Y1);
            cells[c] = CellText.Cell(row.Page, box, texts[c] ?? [], 1, span);
            c += span;
        }

        return [.. cells];
    }
}
