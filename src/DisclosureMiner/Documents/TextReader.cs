using System.Text.RegularExpressions;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;
using DisclosureMiner.Documents.PlainText;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents;

/// <summary>
/// Reads plain text: paragraphs with soft line breaks joined, and tables written with tabs, bars or <c>&lt;table&gt;</c>.
/// Anything it cannot make sense of becomes text; it never throws on content.
/// </summary>
public static partial class TextReader
{
    /// <summary>The document in a decoded text; all places are spans of <paramref name="text"/>.</summary>
    /// <exception cref="KeyNotFoundException">The pipeline lacks a list of words that reading needs.</exception>
    public static Document Read(string text, ReadingKnowledge knowledge)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(knowledge);
        var words = new ReadingWords(knowledge);
        List<TextLine> lines = TextLine.Split(text);
        bool[] contents = ContentsPages.Find([.. lines.Select(line => Unmarked(text, line).Line.In(text).ToString())], words);
        return DocumentAssembly.Assemble(Blocks(text, lines, contents, words), words, 1, []);
    }

    private static List<RawBlock> Blocks(string text, List<TextLine> lines, bool[] contents, ReadingWords words)
    {
        var blocks = new List<RawBlock>();
        bool afterGap = true;
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank(text) && !SeparatedTable.HasTab(lines[i].In(text)))
            {
                afterGap = true;
                continue;
            }

            int next = contents[i] ? i : AddTable(text, lines, contents, i, blocks, words);
            if (next > i)
            {
                i = next - 1;
            }
            else
            {
                (TextLine line, LineMarker marker) = Unmarked(text, lines[i]);
                if (PageNumber().IsMatch(lines[i].In(text)))
                {
                    // A page's end is a gap, not a line of the document.
                    afterGap = true;
                    continue;
                }

                if (line.End > line.Start)
                {
                    blocks.Add(new RawLine(PlacedText.FromSource(text, line.Start, line.End), afterGap, marker, contents[i]));
                }
            }

            afterGap = false;
        }

        return blocks;
    }

    // Adds the table that starts in line i and gives the line behind it; i itself when none starts there.
    private static int AddTable(string text, List<TextLine> lines, bool[] contents, int i, List<RawBlock> blocks, ReadingWords words)
    {
        int opening = MarkupTable.OpeningIn(text, lines[i]);
        if (opening >= 0)
        {
            int end = MarkupTable.End(text, opening);
            if (!text.AsSpan(lines[i].Start, opening - lines[i].Start).IsWhiteSpace())
            {
                blocks.Add(new RawLine(PlacedText.FromSource(text, lines[i].Start, opening).Trim(), true));
            }

            RawTable table = MarkupTable.Read(text, opening, end);
            if (!table.Rows.IsEmpty)
            {
                blocks.Add(table);
            }

            int behind = lines.FindIndex(i, line => line.End >= end);
            behind = behind < 0 ? lines.Count - 1 : behind;
            PlacedText rest = PlacedText.FromSource(text, Math.Min(end, lines[behind].End), lines[behind].End).Trim();
            if (rest.Length > 0)
            {
                blocks.Add(new RawLine(rest, true));
            }

            return behind + 1;
        }

        int tabs = RunEnd(text, lines, contents, i, static line => SeparatedTable.HasTab(line));
        if (tabs == i + 1 && CaptionsOf(text, lines[i], words) is { Count: > 0 } captions)
        {
            blocks.AddRange(captions);
            return tabs;
        }

        if (tabs > i && IsGrid(text, lines, i, tabs))
        {
            blocks.Add(SeparatedTable.Tabs(text, lines[i..tabs]));
            return tabs;
        }

        int bars = RunEnd(text, lines, contents, i, static line => SeparatedTable.HasBar(line));
        if (bars > i + 1 || (bars > i && lines[i].In(text).TrimStart()[0] == '|'))
        {
            RawTable table = SeparatedTable.Bars(text, lines[i..bars]);
            if (!table.Rows.IsEmpty && table.Width > 1)
            {
                blocks.Add(table);
                return bars;
            }
        }

        return i;
    }

    private static int RunEnd(string text, List<TextLine> lines, bool[] contents, int start, Func<ReadOnlySpan<char>, bool> belongs)
    {
        int end = start;
        while (end < lines.Count && !contents[end] && belongs(lines[end].In(text)))
        {
            end++;
        }

        return end;
    }

    // Tabs that only indent part nothing: some line must have two cells, or be a row among several with blanks behind.
    private static bool IsGrid(string text, List<TextLine> lines, int start, int end)
    {
        bool hasInk = false, parted = false;
        for (int i = start; i < end; i++)
        {
            ReadOnlySpan<char> line = lines[i].In(text);
            hasInk |= !line.IsWhiteSpace();
            parted |= line.TrimStart().Contains('\t');
        }

        return hasInk && parted;
    }

    // 填报部门： → 单位：万元, or a title → 单位：万元, on a line of its own stands above a table and is none.
    private static List<RawLine> CaptionsOf(string text, TextLine line, ReadingWords words)
    {
        List<RawCell> cells = [.. SeparatedTable.Tabs(text, [line]).Rows[0].OfType<RawCell>().Where(cell => !cell.IsBlank)];
        int captions = cells.Count(cell => TableCaptions.IsCaption(cell.Content.Text, words));
        bool isCaption = captions == cells.Count
            || (captions > 0 && captions == cells.Count - 1 && !cells.Exists(cell => NumberText.LooksLikeValue(cell.Label)));
        return isCaption ? [.. cells.Select((cell, n) => new RawLine(cell.Content, n == 0))] : [];
    }

    // The line without white space around it, and without the sign that Markdown puts before headings and items.
    private static (TextLine Line, LineMarker Marker) Unmarked(string text, TextLine line)
    {
        (int start, int end) = (line.Start, line.End);
        Trim(text, ref start, ref end);
        int hashes = start;
        while (hashes < end && text[hashes] == '#' && hashes - start < 6)
        {
            hashes++;
        }

        LineMarker marker = LineMarker.None;
        if (hashes > start && hashes < end && text[hashes] == ' ')
        {
            (start, marker) = (hashes, LineMarker.Heading);
        }
        else if (end - start > 2 && text[start] is '-' or '*' or '•' or '·' && text[start + 1] is ' ' or '\u3000')
        {
            (start, marker) = (start + 1, LineMarker.Bullet);
        }

        // **重点** as a whole line is bold print.
        if (end - start > 4 && text.AsSpan(start, end - start).Trim() is ['*', '*', .., '*', '*'] inner && inner[2..^2].IndexOf('*') < 0)
        {
            Trim(text, ref start, ref end);
            (start, end) = (start + 2, end - 2);
        }

        Trim(text, ref start, ref end);
        return (new TextLine(start, end), marker);
    }

    [GeneratedRegex(@"^\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|Page \d{1,3}(?: of \d{1,3})?)\s*$")]
    private static partial Regex PageNumber();

    private static void Trim(string text, ref int start, ref int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '\ufeff' or '\u200b'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '\u200b'))
        {
            end--;
        }
    }
}
