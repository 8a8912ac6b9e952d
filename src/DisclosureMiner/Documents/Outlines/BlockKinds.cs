using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>What every line of a document is for: heading, caption, note, contents entry or prose.</summary>
internal sealed class BlockKinds
{
    // Titles, unit lines and 填报部门 lines above a table; more would reach into the text before it.
    private const int MostCaptions = 6;

    private const int MostTitleLines = 3;
    private const int LongestTitleLine = 80;

    private readonly ReadingWords _words;
    private readonly IReadOnlyList<RawBlock> _blocks;
    private readonly ParagraphKind[] _kinds;
    private readonly Enumerator[] _enumerators;

    public BlockKinds(IReadOnlyList<RawBlock> blocks, ReadingWords words)
    {
        _words = words;
        _blocks = blocks;
        _kinds = new ParagraphKind[blocks.Count];
        _enumerators = [.. blocks.Select(block => block is RawLine line ? Enumerator.Read(line.Content.Text) : Enumerator.None)];
        MarkHeadings();
        Title = TitleLines();
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is RawTable)
            {
                MarkCaptions(i);
                MarkNotes(i);
            }
        }
    }

    /// <summary>The lines that make the document's title; empty when it has none.</summary>
    public IReadOnlyList<int> Title { get; }

    /// <summary>The kind of a line.</summary>
    public ParagraphKind this[int line] => _kinds[line];

    /// <summary>The enumerator of a line.</summary>
    public Enumerator EnumeratorOf(int line) => _enumerators[line];

    /// <summary>The line above a table that names it, past unit lines; -1 when prose or another table comes first.</summary>
    public int TitleAbove(int table)
    {
        for (int i = table - 1; i >= Math.Max(0, table - MostCaptions) && _blocks[i] is RawLine { IsContents: false }; i--)
        {
            if (!IsCaption(i))
            {
                return _kinds[i] is ParagraphKind.Heading or ParagraphKind.TableCaption || IsTitleLine(Text(i)) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>The unit that the lines above a table state, down from its title or the line before it; null when none does.</summary>
    public Unit? UnitAbove(int table)
    {
        int title = TitleAbove(table);
        for (int i = table - 1; i >= Math.Max(0, title < 0 ? table - MostCaptions : title - 1) && _blocks[i] is RawLine; i--)
        {
            string label = Folding.Label(Text(i)).ToLowerInvariant();
            if (i == title || IsCaption(i))
            {
                Unit? unit = UnitStatement.In(label, _words)
                    ?? (UnitStatement.InBrackets(label, _words) is { Dimension: Dimension.Money } stated ? stated : null);
                if (unit is not null)
                {
                    return unit;
                }
            }
            else
            {
                break;
            }
        }

        return null;
    }

    private void MarkHeadings()
    {
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (_blocks[i] is RawLine line)
            {
                _kinds[i] = line.IsContents ? ParagraphKind.ContentsEntry
                    : line.Marker == LineMarker.Heading || IsHeading(i, line) ? ParagraphKind.Heading
                    : ParagraphKind.Body;
            }
        }
    }

    private bool IsHeading(int i, RawLine line)
    {
        string text = line.Content.Text;
        return i + 1 < _blocks.Count
            && Lines.IsHeading(text, _enumerators[i])
            && !TableCaptions.IsCaption(text, _words)
            && !TableNotes.IsNote(text, _words)
            && !_words.In("never-in-headings", Folding.Label(text))
            && (line.Marker != LineMarker.Bullet || !_enumerators[i].IsNone)
            && !IsSignature(i);
    }

    // 天门市财政局 / 2024年1月1日: a name before a date is a signature; 2024年度部门决算 / 2025年9月 stands on a cover.
    private bool IsSignature(int i) =>
        _enumerators[i].IsNone && i > 0 && _blocks[i + 1] is RawLine next && Lines.IsDate(next.Content.Text) && !HasYear(Text(i));

    // The first heading, and the lines that go on with it: the body on one line, what the document is on the next.
    private List<int> TitleLines()
    {
        var title = new List<int>();
        for (int i = 0; i < _blocks.Count && _blocks[i] is RawLine line; i++)
        {
            // 附件3 above the title numbers the whole document.
            bool isAttachment = title.Count == 0 && line.Content.Length < 12 && Folding.Fold(line.Content.Text[0]) == '附' && !_enumerators[i].IsNone;
            if (isAttachment)
            {
                continue;
            }

            if (line.IsContents || Lines.EndsSentence(line.Content.Text) || !(title.Count == 0 ? CanOpenTitle(i, line) : GoesOn(i, line, title)))
            {
                break;
            }

            title.Add(i);
            _kinds[i] = ParagraphKind.Heading;
        }

        return title;
    }

    private bool CanOpenTitle(int i, RawLine line) => i < 3 && (_kinds[i] == ParagraphKind.Heading || line.Content.Length <= 60);

    // A title without a year whose next line has one is only the first half, and so is one that ends in 和.
    private bool GoesOn(int i, RawLine line, List<int> title) =>
        _enumerators[i].IsNone
        && title.Count < MostTitleLines
        && line.Content.Length <= LongestTitleLine
        && i + 1 < _blocks.Count
        && (_kinds[i] == ParagraphKind.Heading || (!line.AfterGap && !Lines.HasClause(line.Content.Text)))
        && (_words.Ends("title-goes-on", Folding.Label(Text(title[^1])))
            || (!title.Exists(half => HasYear(Text(half))) && HasYear(line.Content.Text)));

    private bool HasYear(string text) => DocumentName.Read([text], [], [], _words).FiscalYear is not null;

    private void MarkCaptions(int table)
    {
        if (TitleAbove(table) is >= 0 and int title && !Title.Contains(title)
            && (_enumerators[title].IsNone || TableCaptions.HasTableNumber(Text(title)) || IsSheet(title)))
        {
            _kinds[title] = ParagraphKind.TableCaption;
        }

        for (int i = table - 1; i >= Math.Max(0, table - MostCaptions) && _blocks[i] is RawLine && IsCaption(i); i--)
        {
            _kinds[i] = ParagraphKind.TableCaption;
        }
    }

    private void MarkNotes(int table)
    {
        bool numbered = false;
        for (int i = table + 1; i < _blocks.Count && _blocks[i] is RawLine { IsContents: false }; i++)
        {
            bool opens = TableNotes.IsNote(Text(i), _words);
            if (!opens && !(numbered && _enumerators[i].Level is 4 or 5))
            {
                break;
            }

            numbered = opens ? TableNotes.IsNumbered(Text(i)) : numbered;
            _kinds[i] = ParagraphKind.TableNote;
        }
    }

    // 附表 2021年“三公”经费支出预算（万元）, 表一：…（金额单位：万元） are titles though they speak of units.
    private bool IsTitleLine(string text) =>
        text.Length <= LongestTitleLine && !Lines.EndsSentence(text) && !Lines.HasClause(text) && !Lines.HasFigure(text)
        && (TableCaptions.HasTableNumber(text) || TableCaptions.Title(text, _words).EndsWith('表'));

    // Between a title and its table may stand the day of a balance, and a question of the form that is answered by a tick.
    private bool IsCaption(int i) => TableCaptions.IsCaption(Text(i), _words) || Lines.IsDate(Text(i)) || IsFormQuestion(i);

    private bool IsFormQuestion(int i) =>
        _words.In("form-questions", Folding.Label(Text(i))) && i + 1 < _blocks.Count && _blocks[i + 1] is RawLine && TableCaptions.IsTick(Text(i + 1));

    private bool IsSheet(int i) => Folding.Label(_enumerators[i].Text).StartsWith("附表", StringComparison.Ordinal);

    private string Text(int i) => ((RawLine)_blocks[i]).Content.Text;
}
