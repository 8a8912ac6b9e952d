using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>A paragraph's reading text with its sentences, able to quote itself as printed.</summary>
internal sealed class ParagraphText(Paragraph paragraph)
{
    private readonly ReadingText _reading = ReadingText.Of(paragraph.Content);
    private ImmutableArray<(int Start, int End)>? _sentences;

    /// <summary>The folded, compact text.</summary>
    public string Text => _reading.Text;

    /// <summary>The paragraph.</summary>
    public Paragraph Paragraph => paragraph;

    /// <summary>A stretch of the reading text, as printed.</summary>
    public Passage Quote(int start, int end)
    {
        (int from, int to) = SentenceOf(start);
        int printedStart = _reading.PrintedStart(start), printedEnd = _reading.PrintedEnd(end);
        int sentenceStart = _reading.PrintedStart(from), sentenceEnd = _reading.PrintedEnd(Math.Max(to, end));
        PlacedText content = paragraph.Content;
        return new Passage(
            content.Text[printedStart..printedEnd],
            content.Text[sentenceStart..sentenceEnd],
            printedStart - sentenceStart,
            paragraph.Section,
            content.PlaceOf(printedStart, printedEnd));
    }

    /// <summary>Where the sentence that holds a stretch stands.</summary>
    public Place PlaceOfSentence(int start, int end)
    {
        (int from, int to) = SentenceOf(start);
        return paragraph.Content.PlaceOf(_reading.PrintedStart(from), _reading.PrintedEnd(Math.Max(to, end)));
    }

    /// <summary>The sentence that holds a character.</summary>
    public (int Start, int End) SentenceOf(int at)
    {
        foreach ((int start, int end) in _sentences ??= Sentences.Split(Text))
        {
            if (at < end)
            {
                return (start, end);
            }
        }

        return (0, Text.Length);
    }
}
