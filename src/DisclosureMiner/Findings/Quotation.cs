using DisclosureMiner.Documents;

namespace DisclosureMiner.Findings;

/// <summary>Cuts from a sentence what a reader needs to find the place again.</summary>
internal static class Quotation
{
    // Longer than this a quote no longer fits on a line of the reviewer's form.
    private const int Longest = 64;
    private const int LeadIn = 24;
    private const int LeadOut = 8;

    /// <summary>
    /// The stretch of <paramref name="sentence"/> from the first to the last of the marks, led in from the nearest clause border,
    /// with dots where something was left out. When that is too long, only the first mark is kept.
    /// </summary>
    /// <param name="sentence">The sentence as printed.</param>
    /// <param name="marks">Start and end offsets; the one that must be shown at the front.</param>
    public static string Cut(string sentence, IReadOnlyList<TextSpan> marks)
    {
        TextSpan all = marks.Aggregate((x, y) => x.Cover(y));
        if (all.End - all.Start > Longest)
        {
            all = marks[0];
        }

        int start = all.Start;
        while (start > 0 && all.Start - start < LeadIn && !IsBorder(sentence[start - 1]))
        {
            start--;
        }

        int end = all.End;
        while (end < sentence.Length && end - all.End < LeadOut && !IsBorder(sentence[end]))
        {
            end++;
        }

        string dotsAfter = sentence[end..].Any(char.IsLetterOrDigit) ? "…" : "";
        return (start > 0 ? "…" : "") + Flat(sentence[start..end]) + dotsAfter;
    }

    /// <summary>The first <paramref name="length"/> characters, with dots when there are more.</summary>
    public static string Head(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    /// <summary>Text on one line: soft breaks and runs of spaces become one space.</summary>
    public static string Flat(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsBorder(char c) => c is '，' or '。' or '；' or '：' or ',' or ';' or '\n' or '！' or '？';
}
