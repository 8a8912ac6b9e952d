using System.Collections.Immutable;
using DisclosureMiner.Checks.Forms;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>A document cut into the stretches that rules about words look at, with the words they know.</summary>
internal sealed class Inspection
{
    public Inspection(Document document, ReadingKnowledge reading, SubjectCatalog subjects, DisclosureForm form)
    {
        Document = document;
        Words = reading.Words;
        Kinds = reading.Kinds;
        Subjects = subjects;
        Form = form;
        Stretches = [.. document.Blocks.SelectMany(StretchesOf)];
        Prose = [.. Stretches.Where(stretch => stretch.Kind is StretchKind.Sentence or StretchKind.Note)];
        Titles = [.. Stretches.Where(stretch => stretch.Kind is StretchKind.Heading or StretchKind.ContentsEntry or StretchKind.TableHead)];
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>The word lists.</summary>
    public Vocabulary Words { get; }

    /// <summary>The kinds of tables that forms prescribe.</summary>
    public IReadOnlyList<TableKind> Kinds { get; }

    /// <summary>The subjects and their former names.</summary>
    public SubjectCatalog Subjects { get; }

    /// <summary>The form it is laid out in.</summary>
    public DisclosureForm Form { get; }

    /// <summary>Everything that is printed, in reading order.</summary>
    public ImmutableArray<Stretch> Stretches { get; }

    /// <summary>Sentences and notes.</summary>
    public ImmutableArray<Stretch> Prose { get; }

    /// <summary>Where names and years of the form stand: headings, contents page, lines above and heads of tables.</summary>
    public ImmutableArray<Stretch> Titles { get; }

    /// <summary>Whether it is a budget of a department or a unit.</summary>
    public bool IsBudget => Document.Genre is "department-budget" or "unit-budget";

    /// <summary>Whether it is a final account of a body.</summary>
    public bool IsFinal => Document.Genre == "final-accounts";

    /// <summary>Whether it is a statement of “三公” expenses alone.</summary>
    public bool IsThreePublic => Document.Genre == "three-public";

    private static IEnumerable<Stretch> StretchesOf(Block block) => block switch
    {
        Table table => StretchesOf(table),
        Paragraph { Kind: ParagraphKind.Body } body => Stretch.SentencesOf(StretchKind.Sentence, body),
        Paragraph { Kind: ParagraphKind.TableNote } note => Stretch.SentencesOf(StretchKind.Note, note),
        Paragraph line => Whole(line.Kind switch
        {
            ParagraphKind.ContentsEntry => StretchKind.ContentsEntry,
            ParagraphKind.TableCaption => StretchKind.TableHead,
            _ => StretchKind.Heading,
        }, line.Content, line),
        _ => [],
    };

    private static IEnumerable<Stretch> StretchesOf(Table table) =>
        table.Grid.SelectMany(row => row)
            .Where(cell => cell is { Type: CellType.Text })
            .SelectMany(cell => Whole(cell!.Row < table.HeaderRows ? StretchKind.TableHead : StretchKind.Cell, cell.Content, table));

    private static IEnumerable<Stretch> Whole(StretchKind kind, PlacedText text, Block block) =>
        Stretch.Of(kind, text, block) is { } stretch ? [stretch] : [];
}
