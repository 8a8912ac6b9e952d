using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.PlainText;

/// <summary>
/// Reads a <c>&lt;table&gt;</c> that stands in the middle of a plain text. Only rows, cells, spans and character references are
/// understood; every other tag is left out of the text.
/// </summary>
internal static partial class MarkupTable
{
    private const int MaxSpan = 200;

    /// <summary>The offset of the next table's opening tag in the line, or -1.</summary>
    public static int OpeningIn(string text, TextLine line)
    {
        int at = text.IndexOf("<table", line.Start, line.End - line.Start, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && text.IndexOf('>', at) >= 0 ? at : -1;
    }

    /// <summary>The offset behind the closing tag of the table that opens at <paramref name="start"/>; the end of the text when it has none.</summary>
    public static int End(string text, int start)
    {
        const string Closing = "</table>";
        int at = text.IndexOf(Closing, start, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text.Length : at + Closing.Length;
    }

    /// <summary>The grid between two offsets.</summary>
    public static RawTable Read(string text, int start, int end)
    {
        var rows = new List<List<RawCell>>();
        int cellStart = -1;
        string attributes = "";
        foreach (Match tag in Tags().Matches(text[start..end]))
        {
            int at = start + tag.Index;
            string name = tag.Groups["name"].Value.ToLowerInvariant();
            bool isCell = name is "td" or "th";
            if (cellStart >= 0 && (isCell || name is "tr" or "table"))
            {
                rows[^1].Add(CellOf(text, cellStart, at, attributes));
                cellStart = -1;
            }

            bool opens = tag.Groups["close"].Length == 0;
            if (opens && name == "tr")
            {
                rows.Add([]);
            }
            else if (opens && isCell)
            {
                if (rows.Count == 0)
                {
                    rows.Add([]);
                }

                cellStart = at + tag.Length;
                attributes = tag.Groups["attributes"].Value;
            }
        }

        if (cellStart >= 0)
        {
            rows[^1].Add(CellOf(text, cellStart, end, attributes));
        }

        rows.RemoveAll(row => row.Count == 0);
        return Spread(rows, end);
    }

    // Puts every cell at its column, past the positions that spans from above cover.
    private static RawTable Spread(List<List<RawCell>> rows, int end)
    {
        var positions = new Dictionary<(int Row, int Column), RawCell?>();
        int width = 0;
        for (int r = 0; r < rows.Count; r++)
        {
            int c = 0;
            foreach (RawCell cell in rows[r])
            {
                while (positions.ContainsKey((r, c)))
                {
                    c++;
                }

                int rowSpan = Math.Min(cell.RowSpan, rows.Count - r);
                for (int dr = 0; dr < rowSpan; dr++)
                {
                    for (int dc = 0; dc < cell.ColumnSpan; dc++)
                    {
                        positions.TryAdd((r + dr, c + dc), dr == 0 && dc == 0 ? cell with { RowSpan = rowSpan } : null);
                    }
                }

                c += cell.ColumnSpan;
                width = Math.Max(width, c);
            }
        }

        return new RawTable([.. Enumerable.Range(0, rows.Count).Select(r => Enumerable.Range(0, width)
            .Select(c => positions.TryGetValue((r, c), out RawCell? cell) ? cell : RawCell.BlankAt(end)).ToImmutableArray())]);
    }

    private static RawCell CellOf(string text, int start, int end, string attributes)
    {
        var characters = new StringBuilder();
        var offsets = ImmutableArray.CreateBuilder<int>();
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (c == '<' && Tags().Match(text, i, end - i) is { Success: true } tag && tag.Index == i)
            {
                if (tag.Groups["name"].Value.Equals("br", StringComparison.OrdinalIgnoreCase))
                {
                    characters.Append(' ');
                    offsets.Add(i);
                }

                i += tag.Length - 1;
            }
            else if (c == '&' && References().Match(text, i, Math.Min(12, end - i)) is { Success: true } reference && reference.Index == i)
            {
                string decoded = System.Net.WebUtility.HtmlDecode(reference.Value);
                characters.Append(decoded);
                offsets.AddRange(Enumerable.Repeat(i, decoded.Length));
                i += reference.Length - 1;
            }
            else
            {
                characters.Append(c is '\n' or '\r' ? ' ' : c);
                offsets.Add(i);
            }
        }

        PlacedText whole = PlacedText.FromOffsets(characters.ToString(), offsets.ToImmutable());
        PlacedText content = whole.Trim();
        int indent = whole.Text.TakeWhile(char.IsWhiteSpace).Sum(c => c is '\u3000' or '\u2003' ? 2 : 1);
        return new RawCell(
            content,
            content.Length == 0 ? Place.At(start, start) : content.Place,
            content.Length == 0 ? 0 : indent,
            Span(attributes, "rowspan"),
            Span(attributes, "colspan"));
    }

    private static int Span(string attributes, string name)
    {
        foreach (Match match in Spans().Matches(attributes))
        {
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(match.Groups["value"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int span))
            {
                return Math.Clamp(span, 1, MaxSpan);
            }
        }

        return 1;
    }

    [GeneratedRegex("<(?<close>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>[^<>]*)>")]
    private static partial Regex Tags();

    [GeneratedRegex("&(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")]
    private static partial Regex References();

    [GeneratedRegex("(?<name>rowspan|colspan)\\s*=\\s*[\"']?(?<value>[0-9]{1,3})", RegexOptions.IgnoreCase)]
    private static partial Regex Spans();
}
