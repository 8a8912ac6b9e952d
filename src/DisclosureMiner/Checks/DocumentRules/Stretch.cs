using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>What a stretch of text is to its document.</summary>
internal enum StretchKind
{
    /// <summary>A sentence of the prose.</summary>
    Sentence,

    /// <summary>A note under a table.</summary>
    Note,

    /// <summary>A heading, with the title on the cover.</summary>
    Heading,

    /// <summary>A line of the contents page.</summary>
    ContentsEntry,

    /// <summary>A line above a table, or a title or head inside it.</summary>
    TableHead,

    /// <summary>A cell below the heads of a table.</summary>
    Cell,
}

/// <summary>A stretch of printed text in which the rules look for words.</summary>
internal sealed class Stretch
{
    private readonly ReadingText _reading;

    private Stretch(StretchKind kind, ReadingText reading, ImmutableArray<string> section, int block, string table)
    {
        Kind = kind;
        _reading = reading;
        Section = section;
        Block = block;
        TableKind = table;
    }

    /// <summary>What it is to its document.</summary>
    public StretchKind Kind { get; }

    /// <summary>The text, folded and without the white space of typesetting.</summary>
    public string Text => _reading.Text;

    /// <summary>The text as printed.</summary>
    public string Printed => _reading.Printed.Text;

    /// <summary>The headings above it.</summary>
    public ImmutableArray<string> Section { get; }

    /// <summary>Index of its block.</summary>
    public int Block { get; }

    /// <summary>The kind of the table it stands in, or empty.</summary>
    public string TableKind { get; }

    /// <summary>The whole text as one stretch, or null when nothing is printed.</summary>
    public static Stretch? Of(StretchKind kind, PlacedText printed, Block block)
    {
        PlacedText trimmed = printed.Trim();
        return trimmed.Length == 0 ? null : new Stretch(kind, ReadingText.Of(trimmed), block.Section, block.Index, (block as Table)?.Kind ?? "");
    }

    /// <summary>The sentences of a paragraph.</summary>
    public static IEnumerable<Stretch> SentencesOf(StretchKind kind, Paragraph paragraph)
    {
        foreach ((int start, int end) in Sentences.Split(Folding.Fold(paragraph.Content.Text)))
        {
            if (Of(kind, paragraph.Content.Slice(start, end), paragraph) is { } sentence)
            {
                yield return sentence;
            }
        }
    }

    /// <summary>The whole stretch as evidence.</summary>
    public Passage Passage() => Passage(0, Text.Length);

    /// <summary>Some characters of <see cref="Text"/> as evidence; an empty run stands for the whole.</summary>
    public Passage Passage(int start, int length)
    {
        if (length <= 0 || Text.Length == 0)
        {
            return new Passage(Printed, Printed, 0, Section, _reading.Printed.Place);
        }

        int from = _reading.PrintedStart(start), to = _reading.PrintedEnd(start + length);
        return new Passage(Printed[from..to], Printed, from, Section, _reading.Printed.PlaceOf(from, to));
    }

    /// <summary>Some characters of <see cref="Printed"/> as evidence.</summary>
    public Passage PrintedPassage(int start, int length) =>
        new(Printed.Substring(start, length), Printed, start, Section, _reading.Printed.PlaceOf(start, start + length));

    /// <summary>Whether any of the words is there.</summary>
    public bool HasAny(ImmutableArray<string> words) => words.Any(word => Text.Contains(word, StringComparison.Ordinal));
}
