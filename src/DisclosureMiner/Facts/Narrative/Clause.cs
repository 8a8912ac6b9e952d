using System.Collections.Immutable;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>
/// The words between the number before (or the sentence's start) and a number: all that can tell what the number is.
/// </summary>
/// <param name="Gap">All of it.</param>
/// <param name="Tail">Its last clause, which touches the number.</param>
/// <param name="OpensBracket">Whether the tail begins behind an opening bracket.</param>
/// <param name="NewSentence">Whether a sentence ends inside the gap.</param>
/// <param name="Separator">The mark that stands before the tail, or blank.</param>
internal readonly record struct Clause(string Gap, string Tail, bool OpensBracket, bool NewSentence, char Separator)
{
    /// <summary>What stands before the tail.</summary>
    public string Before => Gap[..^Tail.Length];

    /// <summary>Cuts the words before <paramref name="end"/>, back to <paramref name="start"/>.</summary>
    public static Clause Cut(string text, int start, int end)
    {
        int depth = 0, from = end;
        bool bracket = false;
        char separator = ' ';
        while (from > start)
        {
            char c = text[from - 1];
            if (c is ')' or ']')
            {
                depth++;
            }
            else if (c is '(' or '[')
            {
                if (depth == 0)
                {
                    bracket = true;
                    separator = c;
                    break;
                }

                depth--;
            }
            else if (depth == 0 && c is ',' or ';' or '。' or ':' or '、' or '!' || (depth == 0 && c == '.' && from < text.Length && text[from] == ' '))
            {
                separator = c;
                break;
            }

            from--;
        }

        string gap = text[start..end];
        return new Clause(gap, text[from..end].Trim(), bracket, Sentences.Split(gap).Length > 1, separator);
    }

    /// <summary>Takes words of the list off the end, as long as any fits.</summary>
    public static string StripEnd(string text, ImmutableArray<string> words)
    {
        while (NumberLexer.EndsWithAny(text, words) is { } word)
        {
            text = text[..^word.Length].TrimEnd();
        }

        return text;
    }

    /// <summary>Takes words of the list off the start, as long as any fits.</summary>
    public static string StripStart(string text, ImmutableArray<string> words)
    {
        while (NumberLexer.StartsWithAny(text, words) is { } word)
        {
            text = text[word.Length..].TrimStart();
        }

        return text;
    }
}
