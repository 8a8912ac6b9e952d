using DisclosureMiner.Documents.Html;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;
using DisclosureMiner.Documents.PlainText;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents;

/// <summary>
/// Reads plain text: paragraphs with soft line breaks joined, and tables written with tabs, bars or <c>&lt;table&gt;</c>.
/// Anything it cannot make sense of becomes text; it never throws on content.
/// </summary>
public static class TextReader
{
    /// <summary>Among so many rows behind a page's number one has a value when the table goes on; heads alone have none.</summary>
    private const int RowsToJudge = 5;

    /// <summary>The document in a decoded text; all places are spans of <paramref name="text"/>.</summary>
    /// <exception cref="KeyNotFoundException">The pipeline lacks a list of words that reading needs.</exception>
    public static Document Read(string text, ReadingKnowledge knowledge)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(knowledge);
        var words = new ReadingWords(knowledge);
        return DocumentAssembly.Assemble(BlocksOf(text, words), words, 1, []);
    }

    /// <summary>The lines and tables in a text.</summary>
    internal static List<RawBlock> BlocksOf(string text, ReadingWords words)
    {
        List<TextLine> lines = TextLine.Split(text);
        bool[] contents = ContentsPages.Find([.. lines.Select(line => LineMarks.Remove(text, line).Line.In(text).ToString())], words);
        return Blocks(text, lines, contents, words);
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
                (TextLine line, LineMarker marker) = LineMarks.Remove(text, lines[i]);
                if (LineMarks.IsPageNumber(lines[i].In(text)))
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

            blocks.AddRange(HtmlReader.BlocksOf(text, opening, end, words));
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
            List<TextLine> rows = lines[i..tabs];
            int next;
            while ((next = BehindPageNumber(text, lines, tabs)) < lines.Count
                && RunEnd(text, lines, contents, next, static line => SeparatedTable.HasTab(line)) is var more && more > next && GoesOn(text, lines, rows, next, more))
            {
                rows.AddRange(lines[next..more]);
                tabs = more;
            }

            blocks.Add(SeparatedTable.Tabs(text, rows));
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

    // The line behind a page's number, and the blank lines around it, that stand at a place; past the end when there is no such number.
    private static int BehindPageNumber(string text, List<TextLine> lines, int at)
    {
        bool found = false;
        for (; at < lines.Count && (lines[at].IsBlank(text) || LineMarks.IsPageNumber(lines[at].In(text))) && !SeparatedTable.HasTab(lines[at].In(text)); at++)
        {
            found |= !lines[at].IsBlank(text);
        }

        return found ? at : lines.Count;
    }

    // A table that a page cut goes on with rows no wider than its own, and not with a title or heads of another one.
    private static bool GoesOn(string text, List<TextLine> lines, List<TextLine> rows, int start, int end)
    {
        int width = rows.Max(line => Tabs(text, line));
        bool fits = lines[start..end].TrueForAll(line => Tabs(text, line) <= width);
        var first = SeparatedTable.Tabs(text, lines[start..Math.Min(end, start + RowsToJudge)]).Rows;
        bool isTitle = first[0][0] is { IsBlank: false } && first[0].Skip(1).All(cell => cell is null or { IsBlank: true });
        return fits && !isTitle && first.Any(row => row.OfType<RawCell>().Any(cell => NumberText.LooksLikeValue(cell.Label)));
    }

    private static int Tabs(string text, TextLine line) => line.In(text).Count('\t');

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
}
