using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents;

/// <summary>Makes a document of the lines and grids that a format's reader found: outline, captions, notes, tables, name.</summary>
internal sealed class DocumentAssembly
{
    // Titles, unit lines and 填报部门 lines above a table; more would reach into the text before it.
    private const int MostCaptions = 6;

    private readonly ReadingWords _words;
    private readonly List<RawBlock> _blocks;
    private readonly ParagraphKind[] _kinds;
    private readonly Enumerator[] _enumerators;
    private readonly List<int> _title;

    private DocumentAssembly(List<RawBlock> blocks, ReadingWords words)
    {
        _words = words;
        _blocks = blocks;
        _kinds = new ParagraphKind[blocks.Count];
        _enumerators = [.. blocks.Select(block => block is RawLine line ? Enumerator.Read(line.Content.Text) : Enumerator.None)];
        MarkHeadings();
        _title = TitleLines();
        MarkCaptionsAndNotes();
    }

    /// <summary>The document that the blocks make.</summary>
    /// <param name="blocks">Lines and grids in reading order, soft breaks still in them.</param>
    /// <param name="words">The pipeline's words.</param>
    /// <param name="pages">Number of pages.</param>
    /// <param name="remarks">What the format's reader had to repair.</param>
    public static Document Assemble(IReadOnlyList<RawBlock> blocks, ReadingWords words, int pages, IEnumerable<string> remarks) =>
        new DocumentAssembly(SoftBreaks.Join(blocks, words), words).Build(pages, remarks);

    private void MarkHeadings()
    {
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (_blocks[i] is not RawLine line)
            {
                continue;
            }

            string text = line.Content.Text;
            Enumerator enumerator = _enumerators[i];
            bool opens = i + 1 < _blocks.Count && Lines.IsHeading(text, enumerator) && !TableCaptions.IsCaption(text, _words);
            _kinds[i] = line.IsContents ? ParagraphKind.ContentsEntry
                : opens && !TableNotes.IsNote(text, _words) && (line.Marker != LineMarker.Bullet || !enumerator.IsNone) && !EndsList(i) ? ParagraphKind.Heading
                : line.Marker == LineMarker.Heading ? ParagraphKind.Heading
                : ParagraphKind.Body;
        }
    }

    // 天门市财政局 / 2024年1月1日: a name before a date at the end of the document is a signature.
    private bool EndsList(int i) =>
        _enumerators[i].IsNone && i > 0 && _blocks[i + 1] is RawLine next && Lines.IsDate(next.Content.Text);

    // The first heading, and the lines that go on with it: the body on one line, what the document is on the next.
    private List<int> TitleLines()
    {
        var title = new List<int>();
        for (int i = 0; i < _blocks.Count && _blocks[i] is RawLine line; i++)
        {
            bool isAttachment = _enumerators[i] is { IsNone: false, Level: 1 or 2 } && title.Count == 0
                && Folding.Fold(line.Content.Text[0]) == '附';
            if (isAttachment && line.Content.Length < 12)
            {
                continue;
            }

            bool canBe = title.Count == 0
                ? i < 3 && (_kinds[i] == ParagraphKind.Heading || line.Content.Length <= 60) && !Lines.EndsSentence(line.Content.Text) && !line.IsContents
                : _enumerators[i].IsNone && !line.IsContents && title.Count < 3 && line.Content.Length <= 80
                    && (_kinds[i] == ParagraphKind.Heading || (!line.AfterGap && !Lines.HasClause(line.Content.Text)))
                    && !Lines.EndsSentence(line.Content.Text) && IsIncomplete(title) && i + 1 < _blocks.Count;
            if (!canBe)
            {
                break;
            }

            title.Add(i);
            _kinds[i] = ParagraphKind.Heading;
        }

        return title;
    }

    // A title without a year whose next line has one is only the first half.
    private bool IsIncomplete(List<int> title)
    {
        string text = string.Concat(title.Select(i => ((RawLine)_blocks[i]).Content.Text));
        int next = title[^1] + 1;
        return !HasYear(text) && next < _blocks.Count && _blocks[next] is RawLine line && HasYear(line.Content.Text);

        bool HasYear(string words) => DocumentName.Read([words], [], [], _words).FiscalYear is not null;
    }

    private void MarkCaptionsAndNotes()
    {
        for (int t = 0; t < _blocks.Count; t++)
        {
            if (_blocks[t] is not RawTable)
            {
                continue;
            }

            if (TitleAbove(t) is >= 0 and int title && !_title.Contains(title)
                && (_enumerators[title].IsNone || TableCaptions.HasTableNumber(Text(title)) || IsSheet(title)))
            {
                _kinds[title] = ParagraphKind.TableCaption;
            }

            for (int i = t - 1; i >= Math.Max(0, t - MostCaptions) && _blocks[i] is RawLine; i--)
            {
                if (TableCaptions.IsCaption(Text(i), _words))
                {
                    _kinds[i] = ParagraphKind.TableCaption;
                }
                else
                {
                    break;
                }
            }

            MarkNotes(t);
        }
    }

    private void MarkNotes(int table)
    {
        bool numbered = false;
        for (int i = table + 1; i < _blocks.Count && _blocks[i] is RawLine { IsContents: false }; i++)
        {
            bool opens = TableNotes.IsNote(Text(i), _words);
            if (!opens && !(numbered && _enumerators[i].Level is 4 or 5 && numbered))
            {
                break;
            }

            numbered = opens ? TableNotes.IsNumbered(Text(i)) : numbered;
            _kinds[i] = ParagraphKind.TableNote;
        }
    }

    // The line above a table that names it, past unit lines; -1 when prose or another table comes first.
    private int TitleAbove(int table)
    {
        for (int i = table - 1; i >= Math.Max(0, table - MostCaptions) && _blocks[i] is RawLine { IsContents: false }; i--)
        {
            if (TableCaptions.IsCaption(Text(i), _words))
            {
                continue;
            }

            return _kinds[i] is ParagraphKind.Heading or ParagraphKind.TableCaption || IsTitleLine(Text(i)) ? i : -1;
        }

        return -1;
    }

    // 附表 2021年“三公”经费支出预算（万元）, 表一：…（金额单位：万元） are titles though they speak of units.
    private bool IsTitleLine(string text) =>
        text.Length <= 60 && !Lines.EndsSentence(text) && !Lines.HasClause(text) && !Lines.HasFigure(text)
        && (TableCaptions.HasTableNumber(text) || Folding.Label(UnitStatement.WithoutUnit(text, _words)).EndsWith('表'));

    private bool IsSheet(int i) => Folding.Label(_enumerators[i].Text).StartsWith("附表", StringComparison.Ordinal);

    private string Text(int i) => ((RawLine)_blocks[i]).Content.Text;

    private Document Build(int pages, IEnumerable<string> remarks)
    {
        DocumentName name = Name();
        var path = new SectionPath();
        var built = ImmutableArray.CreateBuilder<Block>(_blocks.Count);
        var allRemarks = remarks.ToList();
        TableReading? previous = null;
        int number = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (_blocks[i] is RawTable table)
            {
                TableReading reading = TableReader.Read(table, Surroundings(i, path.Titles, name, previous), _words);
                previous = reading;
                built.Add(new Table(
                    i, path.Titles, ++number, reading.Title, reading.Kind, reading.Unit, reading.Grid, reading.HeaderRows, reading.Columns, reading.Parts,
                    NotesOf(i), reading.Remarks));
                allRemarks.AddRange(reading.Remarks.Select(remark => FormattableString.Invariant($"Table {number}: {remark}")));
                continue;
            }

            previous = null;
            built.Add(Paragraph(i, (RawLine)_blocks[i], path));
        }

        return new Document(name.Title, name.Organisation, name.FiscalYear, name.Genre, pages, built.MoveToImmutable(), [.. allRemarks]);
    }

    private Paragraph Paragraph(int i, RawLine line, SectionPath path)
    {
        Enumerator enumerator = _kinds[i] == ParagraphKind.ContentsEntry ? Enumerator.None : _enumerators[i];
        bool isOutline = _kinds[i] is ParagraphKind.Heading or ParagraphKind.Body && !_title.Contains(i);
        if (isOutline)
        {
            path.Reach(enumerator.Level);
        }
        else if (_kinds[i] == ParagraphKind.TableCaption && enumerator.IsNone && !TableCaptions.IsCaption(line.Content.Text, _words))
        {
            path.CloseUnnumbered();
        }

        ImmutableArray<string> above = path.Titles;
        bool isAboveTitle = _title.Count > 0 && i < _title[0];
        if (isOutline && !isAboveTitle && _kinds[i] == ParagraphKind.Heading)
        {
            path.Open(enumerator.Level, line.Content.Text);
            above = path.Titles[..^1];
        }

        return new Paragraph(i, above, line.Content, _kinds[i], enumerator.Level, enumerator.Text);
    }

    private TableSurroundings Surroundings(int table, ImmutableArray<string> section, DocumentName name, TableReading? previous)
    {
        int titleAt = TitleAbove(table);
        string title = titleAt < 0 ? "" : TableCaptions.Title(Text(titleAt), _words);
        Unit? unit = null;
        for (int i = table - 1; i >= Math.Max(0, titleAt < 0 ? table - MostCaptions : titleAt - 1) && _blocks[i] is RawLine && unit is null; i--)
        {
            string label = Folding.Label(Text(i)).ToLowerInvariant();
            unit = TableCaptions.IsCaption(Text(i), _words) ? UnitStatement.In(label, _words)
                : i == titleAt && UnitStatement.InBrackets(label, _words) is { Dimension: Dimension.Money } stated ? stated
                : null;
            if (i != titleAt && _kinds[i] != ParagraphKind.TableCaption)
            {
                break;
            }
        }

        return new TableSurroundings(title, unit, section, name.Title, name.Genre, previous);
    }

    private ImmutableArray<int> NotesOf(int table) =>
        [.. Enumerable.Range(table + 1, _blocks.Count - table - 1).TakeWhile(i => _kinds[i] == ParagraphKind.TableNote && _blocks[i] is RawLine)];

    private DocumentName Name()
    {
        int first = _title.Count == 0 ? 0 : _title[^1] + 1;
        List<string> cover = [];
        for (int i = first; i < _blocks.Count && _blocks[i] is RawLine { IsContents: false } line && _enumerators[i].IsNone && cover.Count < 6; i++)
        {
            cover.Add(line.Content.Text);
        }

        List<string> headings = [.. Enumerable.Range(0, _blocks.Count)
            .Where(i => _blocks[i] is RawLine && _kinds[i] is ParagraphKind.Heading or ParagraphKind.ContentsEntry).Select(Text).Take(40)];
        return DocumentName.Read([.. _title.Select(Text)], cover, headings, _words);
    }
}
