using System.Collections.Immutable;
using System.Text;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>
/// Text as the narrative reader sees it: folded, and without the white space that typesetting put between Chinese
/// characters and numbers. Every character knows its index in the printed text.
/// </summary>
internal sealed class ReadingText
{
    private readonly ImmutableArray<int> _origin;

    private ReadingText(PlacedText printed, string text, ImmutableArray<int> origin)
    {
        Printed = printed;
        Text = text;
        _origin = origin;
    }

    /// <summary>The printed text.</summary>
    public PlacedText Printed { get; }

    /// <summary>The folded, compact text.</summary>
    public string Text { get; }

    /// <summary>Folds and compacts a printed text.</summary>
    public static ReadingText Of(PlacedText printed)
    {
        string folded = Folding.Fold(printed.Text);
        var text = new StringBuilder(folded.Length);
        var origin = ImmutableArray.CreateBuilder<int>(folded.Length);
        for (int i = 0; i < folded.Length; i++)
        {
            if (!char.IsWhiteSpace(folded[i]))
            {
                text.Append(folded[i]);
                origin.Add(i);
                continue;
            }

            int next = i + 1;
            while (next < folded.Length && char.IsWhiteSpace(folded[next]))
            {
                next++;
            }

            // Between Latin words, and between numbers, a space is a border; elsewhere it is typesetting.
            if (text.Length > 0 && next < folded.Length && KeepsSpace(text[^1]) && KeepsSpace(folded[next]))
            {
                text.Append(' ');
                origin.Add(i);
            }

            i = next - 1;
        }

        return new ReadingText(printed, text.ToString(), origin.ToImmutable());
    }

    /// <summary>Index in the printed text of a character of this one.</summary>
    public int PrintedStart(int index) => _origin[index];

    /// <summary>Index in the printed text just behind the character before <paramref name="end"/>.</summary>
    public int PrintedEnd(int end) => _origin[end - 1] + 1;

    private static bool KeepsSpace(char c) => c < 0x2E80 && c is not ('%' or '‰');
}
