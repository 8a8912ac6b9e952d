using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Documents;

/// <summary>Makes a document of the lines and grids that a format's reader found: outline, captions, notes, tables, name.</summary>
internal sealed class DocumentAssembly
{
    private const int MostCoverLines = 6;
    private const int MostHeadings = 40;

    private readonly ReadingWords _words;
    private readonly List<RawBlock> _blocks;
    private readonly BlockKinds _kinds;

    private DocumentAssembly(List<RawBlock> blocks, ReadingWords words)
    {
        _words = words;
        _blocks = blocks;
        _kinds = new BlockKinds(blocks, words);
    }

    /// <summary>The document that the blocks make.</summary>
    /// <param name="blocks">Lines and grids in reading order, soft breaks still in them.</param>
    /// <param name="words">The pipeline's words.</param>
    /// <param name="pages">Number of pages.</param>
    /// <param name="remarks">What the format's reader had to repair.</param>
    public static Document Assemble(IReadOnlyList<RawBlock> blocks, ReadingWords words, int pages, IEnumerable<string> remarks) =>
        new DocumentAssembly(SoftBreaks.Join(blocks, words), words).Build(pages, remarks, (_, _) => { });

    /// <summary>Tables of that document as they read in other ways.</summary>
    /// <param name="blocks">Lines and grids in reading order, soft breaks still in them.</param>
    /// <param name="words">The pipeline's words.</param>
    /// <param name="others">Other grids, with the numbers of the tables that they stand for.</param>
    public static ImmutableArray<OtherReading> Others(IReadOnlyList<RawBlock> blocks, ReadingWords words, ILookup<int, (TableWay How, RawTable Table)> others)
    {
        var found = ImmutableArray.CreateBuilder<OtherReading>();
        new DocumentAssembly(SoftBreaks.Join(blocks, words), words).Build(
            1, [], (number, read) => found.AddRange(others[number].Select(other => new OtherReading(other.How, read(other.Table)))));
        return found.ToImmutable();
    }

    private Document Build(int pages, IEnumerable<string> remarks, Action<int, Func<RawTable, Table>> atTable)
    {
        DocumentName name = Name();
        var path = new SectionPath();
        var built = ImmutableArray.CreateBuilder<Block>(_blocks.Count);
        var allRemarks = remarks.ToList();
        TableReading? previous = null;
        int number = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (_blocks[i] is not RawTable raw)
            {
                previous = null;
                built.Add(Paragraph(i, (RawLine)_blocks[i], path));
                continue;
            }

            int titleAt = _kinds.TitleAbove(i);
            string title = titleAt < 0 ? "" : TableCaptions.Title(Text(titleAt), _words);
            var surroundings = new TableSurroundings(title, _kinds.UnitAbove(i), path.Titles, name.Title, name.Genre, previous);
            TableReading reading = TableReader.Read(raw, surroundings, _words);
            previous = reading;
            built.Add(TableOf(i, ++number, path.Titles, reading, raw));
            ImmutableArray<string> section = path.Titles;
            atTable(number, other => TableOf(i, number, section, TableReader.Read(other, surroundings, _words), other));
            allRemarks.AddRange(reading.Remarks.Select(remark => FormattableString.Invariant($"Table {number}: {remark}")));
        }

        return new Document(name.Title, name.Organisation, name.FiscalYear, name.Genre, pages, built.MoveToImmutable(), [.. allRemarks]);
    }

    private Table TableOf(int i, int number, ImmutableArray<string> section, TableReading reading, RawTable raw) => new(
        i, section, number, reading.Title, reading.Kind, reading.Unit, reading.Grid, reading.HeaderRows, reading.Columns, reading.Parts,
        NotesOf(i), reading.Remarks)
    {
        Evidence = raw.Evidence,
    };

    private Paragraph Paragraph(int i, RawLine line, SectionPath path)
    {
        ParagraphKind kind = _kinds[i];
        Enumerator enumerator = kind == ParagraphKind.ContentsEntry ? Enumerator.None : _kinds.EnumeratorOf(i);
        bool isTitle = _kinds.Title.Count > 0 && i <= _kinds.Title[^1];
        if (kind is ParagraphKind.Heading or ParagraphKind.Body && !isTitle)
        {
            path.Reach(enumerator.Level);
        }
        else if (kind == ParagraphKind.TableCaption && enumerator.IsNone && !TableCaptions.IsCaption(line.Content.Text, _words))
        {
            path.CloseUnnumbered();
        }

        ImmutableArray<string> above = path.Titles;
        if (kind == ParagraphKind.Heading && !isTitle)
        {
            path.Open(enumerator.Level, line.Content.Text);
            above = path.Titles[..^1];
        }

        return new Paragraph(i, above, line.Content, kind, enumerator.Level, enumerator.Text);
    }

    private ImmutableArray<int> NotesOf(int table) =>
        [.. Enumerable.Range(table + 1, _blocks.Count - table - 1).TakeWhile(i => _blocks[i] is RawLine && _kinds[i] == ParagraphKind.TableNote)];

    private DocumentName Name()
    {
        int first = _kinds.Title.Count == 0 ? 0 : _kinds.Title[^1] + 1;
        List<string> cover = [.. Enumerable.Range(first, Math.Min(MostCoverLines, _blocks.Count - first))
            .TakeWhile(i => _blocks[i] is RawLine { IsContents: false } && _kinds.EnumeratorOf(i).IsNone && _kinds[i] != ParagraphKind.TableCaption)
            .Select(Text)];
        List<string> headings = [.. Enumerable.Range(0, _blocks.Count).Except(_kinds.Title)
            .Where(i => _blocks[i] is RawLine && _kinds[i] is ParagraphKind.Heading or ParagraphKind.ContentsEntry).Select(Text).Take(MostHeadings)];
        return DocumentName.Read([.. _kinds.Title.Select(Text)], cover, headings, _words);
    }

    private string Text(int i) => ((RawLine)_blocks[i]).Content.Text;
}
