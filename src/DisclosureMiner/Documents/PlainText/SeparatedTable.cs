using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.PlainText;

/// <summary>Reads a run of lines whose cells are parted by tabs or by bars.</summary>
internal static class SeparatedTable
{
    /// <summary>Whether the line has a tab that parts cells, and does not merely indent.</summary>
    public static bool HasTab(ReadOnlySpan<char> line) => line.Contains('\t');

    /// <summary>Whether the line has a bar that is not written <c>\|</c>.</summary>
    public static bool HasBar(ReadOnlySpan<char> line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] is '|' or '｜' or '│' or '┃' && (i == 0 || line[i - 1] != '\\'))
            {
                return true;
            }
        }

        return line.Trim().Length > 2 && line.TrimStart()[0] is '┌' or '├' or '└' or '┏' or '┣' or '┗';
    }

    /// <summary>The grid of a run of lines parted by tabs.</summary>
    public static RawTable Tabs(string text, IReadOnlyList<TextLine> lines) =>
        Grid(text, lines, lines.Select(line => Cut(text, line, static (t, i) => t[i] == '\t')).ToList());

    /// <summary>The grid of a run of lines parted by bars; the rule under a Markdown head is no row.</summary>
    public static RawTable Bars(string text, IReadOnlyList<TextLine> lines)
    {
        var rows = new List<TextLine>();
        foreach (TextLine line in lines)
        {
            if (!IsRule(line.In(text)))
            {
                rows.Add(line);
            }
        }

        // In a framed table every line opens with a bar. Where only some do, that bar parts a blank first cell from the second.
        bool framed = rows.TrueForAll(line => IsBar(text, FirstInk(text, line)));
        return Grid(text, rows, rows.Select(line => CutBars(text, line, framed)).ToList());
    }

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        bool dash = false;
        foreach (char c in line)
        {
            if (c is not ('|' or '-' or ':' or '+' or '=' or ' ' or '\t' or '｜' or (>= '─' and <= '╿')))
            {
                return false;
            }

            dash |= c is '-' or '=' or '─' or '━';
        }

        // A row of blanks, or of single dashes for "nothing", has no run of three.
        return dash && (line.Contains("--", StringComparison.Ordinal) || line.Contains(":-", StringComparison.Ordinal)
            || line.Contains("==", StringComparison.Ordinal) || line.Contains("──", StringComparison.Ordinal) || line.Contains("━━", StringComparison.Ordinal));
    }

    private static List<(int Start, int End)> CutBars(string text, TextLine line, bool framed)
    {
        List<(int Start, int End)> cells = Cut(text, line, static (t, i) => IsBar(t, i));
        if (framed)
        {
            cells.RemoveAt(0);
            if (cells.Count > 1 && text.AsSpan(cells[^1].Start, cells[^1].End - cells[^1].Start).IsWhiteSpace())
            {
                cells.RemoveAt(cells.Count - 1);
            }
        }

        return cells;
    }

    private static bool IsBar(string text, int at) =>
        at < text.Length && text[at] is '|' or '｜' or '│' or '┃' && (at == 0 || text[at - 1] != '\\');

    private static int FirstInk(string text, TextLine line)
    {
        int at = line.Start;
        while (at < line.End && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static List<(int Start, int End)> Cut(string text, TextLine line, Func<string, int, bool> isSeparator)
    {
        var cells = new List<(int Start, int End)>();
        int start = line.Start;
        for (int i = line.Start; i < line.End; i++)
        {
            if (isSeparator(text, i))
            {
                cells.Add((start, i));
                start = i + 1;
            }
        }

        cells.Add((start, line.End));
        return cells;
    }

    private static RawTable Grid(string text, IReadOnlyList<TextLine> lines, List<List<(int Start, int End)>> rows)
    {
        int width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);

        // A separator at the end of every line parts nothing from nothing: the last column exists only if something stands in it
        // or the lines are of one length, as a program writes them.
        var grid = ImmutableArray.CreateBuilder<ImmutableArray<RawCell?>>(rows.Count);
        for (int r = 0; r < rows.Count; r++)
        {
            var cells = ImmutableArray.CreateBuilder<RawCell?>(width);
            foreach ((int start, int end) in rows[r])
            {
                cells.Add(CellAt(text, start, end));
            }

            while (cells.Count < width)
            {
                cells.Add(RawCell.BlankAt(lines[r].End));
            }

            grid.Add(cells.MoveToImmutable());
        }

        return new RawTable(grid.ToImmutable(), TableEvidence.Stated(TableMethod.Separators));
    }

    private static RawCell CellAt(string text, int start, int end)
    {
        int indent = 0, first = start, last = end;
        while (first < last && char.IsWhiteSpace(text[first]))
        {
            indent += text[first] is '\u3000' or '\u2003' ? 2 : 1;
            first++;
        }

        while (last > first && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        if (first == last)
        {
            return RawCell.BlankAt(start);
        }

        PlacedText content = Unescape(text, first, last);
        return new RawCell(content, content.Place, indent);
    }

    private static PlacedText Unescape(string text, int start, int end)
    {
        PlacedText content = PlacedText.FromSource(text, start, end);
        if (!content.Text.Contains("\\|", StringComparison.Ordinal))
        {
            return content;
        }

        var pieces = new List<PlacedText>();
        int from = 0;
        for (int at = content.Text.IndexOf("\\|", StringComparison.Ordinal); at >= 0; at = content.Text.IndexOf("\\|", from, StringComparison.Ordinal))
        {
            pieces.Add(content.Slice(from, at));
            from = at + 1;
            if (from + 1 >= content.Length)
            {
                break;
            }

            pieces.Add(content.Slice(from, from + 1));
            from++;
        }

        pieces.Add(content.Slice(from, content.Length));
        return PlacedText.Concat(pieces);
    }
}
