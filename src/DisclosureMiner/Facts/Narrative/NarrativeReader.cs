using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>
/// Reads the prose: finds every number, types it, and gathers the numbers into statements with amounts by period, claims
/// about them, and the lists they stand in. Best effort: what is not understood becomes a figure without a statement.
/// </summary>
internal sealed class NarrativeReader
{
    private const int ShortestHeading = 4;

    private readonly Lexicon _lexicon;
    private readonly Document _document;
    private readonly List<Figure> _figures = [];
    private readonly List<Statement> _statements = [];
    private readonly List<Fact> _facts = [];
    private readonly Outline _outline = new();
    private readonly string _body;
    private string _lead = "";

    private NarrativeReader(Document document, Lexicon lexicon)
    {
        _document = document;
        _lexicon = lexicon;
        _body = Folding.Label(document.Organisation);
        TitleSlips = Periods.SlipsIn(document, lexicon, Home);
    }

    /// <summary>Reads all paragraphs, and the sentences that stand in table cells.</summary>
    public static NarrativeReading Read(Document document, Lexicon lexicon)
    {
        var reader = new NarrativeReader(document, lexicon);
        foreach (Block block in document.Blocks)
        {
            reader.ReadBlock(block);
        }

        return new NarrativeReading([.. reader._figures], [.. reader._statements], [.. reader._facts]);
    }

    /// <summary>The period of the document as a whole.</summary>
    internal Period Home => HomeOf(_document, _lexicon);

    /// <summary>The period of a document as a whole.</summary>
    internal static Period HomeOf(Document document, Lexicon lexicon) => new(document.FiscalYear, document.Genre switch
    {
        "department-budget" or "unit-budget" => Phase.Budget,
        "final-accounts" => Phase.Final,
        "three-public" => lexicon.PhaseIn(Folding.Label(document.Title)) is var phase and not Phase.Unknown ? phase : Phase.Budget,
        _ => Phase.Unknown,
    });

    /// <summary>Headings that kept another year.</summary>
    internal IReadOnlySet<string> TitleSlips { get; }

    private void ReadBlock(Block block)
    {
        if (block is Paragraph { Kind: ParagraphKind.Body or ParagraphKind.TableNote or ParagraphKind.Heading } paragraph)
        {
            ReadParagraph(paragraph);
        }
        else if (block is Table table)
        {
            foreach (Cell cell in table.Grid.SelectMany(row => row).OfType<Cell>())
            {
                if (cell.Type == CellType.Text && IsSentence(cell.Text))
                {
                    ReadCell(table, cell);
                }
            }
        }
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var text = new ParagraphText(paragraph);
        string scope = _lexicon.Find(string.Join('/', paragraph.Section.Select(Folding.Label)), "scopes")?.Word ?? "";
        _outline.Enter(paragraph, _lexicon);
        if (paragraph.Kind == ParagraphKind.Heading)
        {
            _lead = "";
        }

        var reader = new ParagraphReader(_lexicon, text, Home, scope, this);
        reader.Read(SkipEnumerator(text.Text, paragraph.Enumerator));
        _outline.Place(paragraph, reader.Top, reader.HasOwnWords);
        if (reader.Top is null && text.Text.EndsWith(':'))
        {
            _lead = text.Text;
            if (paragraph.Kind == ParagraphKind.Body && _lexicon.Find(text.Text, "list-closed") is { } announced)
            {
                _outline.Announce(paragraph, _lexicon.SubjectIn(text.Text[..announced.Index]));
            }
        }
    }

    private void ReadCell(Table table, Cell cell)
    {
        string label = LabelOf(table, cell);
        var paragraph = new Paragraph(table.Index, table.Section, cell.Content, ParagraphKind.Body, 0, "");
        var reader = new ParagraphReader(_lexicon, new ParagraphText(paragraph), Home, "", this) { CellLabel = label };
        reader.Read(0);
    }

    /// <summary>Adds a figure for a stretch of a paragraph.</summary>
    internal Figure AddFigure(ParagraphText text, int start, int end, FigureRole role, Printed? printed, Direction direction, string subject, string period)
    {
        Passage quote = text.Quote(start, end);
        var figure = new Figure(
            FormattableString.Invariant($"f{_figures.Count + 1}"),
            quote.Text,
            quote.Sentence,
            quote.Start,
            quote.Start + quote.Text.Length,
            quote.Section,
            text.Paragraph.Index,
            quote.Place,
            text.PlaceOfSentence(start, end),
            role,
            printed,
            direction,
            subject,
            period);
        _figures.Add(figure);
        return figure;
    }

    /// <summary>Adds the fact of a figure of a statement; a decrease becomes negative.</summary>
    internal Fact AddFact(Figure figure, Statement? statement, Period period)
    {
        FactKey? key = statement is null ? null : Binding.KeyOf(statement, period, figure.Role switch
        {
            FigureRole.Change => Measure.Change,
            FigureRole.Rate => Measure.Rate,
            FigureRole.Share => Measure.Share,
            FigureRole.Completion => Measure.Completion,
            FigureRole.Count => Measure.Count,
            _ => Measure.Amount,
        });
        Printed printed = figure.Printed!;
        bool negates = figure.Role is FigureRole.Change or FigureRole.Rate && figure.Direction == Direction.Down;
        Fact fact = Fact.InFigure(figure, negates ? printed with { Value = -Math.Abs(printed.Value) } : printed, key);
        _facts.Add(fact);
        return fact;
    }

    /// <summary>The words without the name of the document's body, which stands before the names of what it has (某局收入预算).</summary>
    internal string WithoutBody(string words)
    {
        int at = _body.Length < ShortestHeading ? -1 : words.IndexOf(_body, StringComparison.Ordinal);
        return at < 0 ? words : words[..at] + Clause.StripStart(words[(at + _body.Length)..], _lexicon["body-tails"]);
    }

    /// <summary>Adds a statement.</summary>
    internal void AddStatement(Statement statement) => _statements.Add(statement);

    /// <summary>The last statement of a block that goes by this name, or null.</summary>
    internal Statement? Named(string name, int block) => name.Length < 2 ? null
        : _statements.FindLast(statement => statement.Block == block && statement.Current is not null && statement.HasOwnName
            && (statement.Words.EndsWith(name, StringComparison.Ordinal) || name.EndsWith(statement.Words, StringComparison.Ordinal)));

    /// <summary>The last statement of a block about the same thing, by whatever name it goes, or null.</summary>
    internal Statement? Alike(ImmutableArray<Subject> subjects, int block) => subjects.IsEmpty ? null
        : _statements.FindLast(statement => statement.Block == block && statement.Current is not null && statement.HasOwnName
            && !statement.Subjects.IsEmpty && statement.Subjects[0].Id == subjects[0].Id);

    /// <summary>The last paragraph without a number that announces what follows (财政拨款支出主要内容如下：), or empty.</summary>
    internal string Lead => _lead;

    /// <summary>How many statements there are.</summary>
    internal int StatementCount => _statements.Count;

    /// <summary>The statement above a paragraph's first one, and how it belongs to it.</summary>
    internal (Statement? Parent, Membership Membership) Above(Paragraph paragraph)
    {
        var above = _outline.Above(paragraph);
        if (above.Membership is not (Membership.None or Membership.Suggested) || paragraph.Section.IsEmpty)
        {
            return above;
        }

        // （一）返还性收入, and under it only the parts of what the first paragraph gave as a whole.
        string heading = _lexicon.SubjectIn(_lexicon.WithoutEnumerator(Folding.Label(paragraph.Section[^1])));
        Statement? named = heading.Length < ShortestHeading ? null
            : _statements.FindLast(statement => statement.Words == heading && statement.HasOwnName && statement.Block != paragraph.Index);
        return named is null ? above : (named, Membership.OfWhich);
    }

    /// <summary>Whether a cell says something, rather than holding a label, a code or a value.</summary>
    private static bool IsSentence(string text) =>
        text.Any(char.IsAsciiDigit) && text.Count(c => c >= 0x4E00) >= 4 && text.Length >= 8;

    private static int SkipEnumerator(string text, string enumerator)
    {
        string folded = Folding.Label(enumerator);
        int at = folded.Length > 0 ? text.IndexOf(folded, StringComparison.Ordinal) : -1;
        return at is >= 0 and <= 3 ? at + folded.Length : 0;
    }

    private static string LabelOf(Table table, Cell cell)
    {
        for (int column = cell.Column - 1; column >= 0; column--)
        {
            if (table.Grid[cell.Row][column] is { Type: CellType.Text } left && left.Content.Length > 0)
            {
                return Folding.Label(left.Text);
            }
        }

        return "";
    }
}
