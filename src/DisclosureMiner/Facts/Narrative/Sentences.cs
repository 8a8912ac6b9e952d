using System.Collections.Immutable;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>Cuts a paragraph into sentences.</summary>
internal static class Sentences
{
    /// <summary>The sentences as half-open ranges that cover the text; a sentence keeps its full stop.</summary>
    public static ImmutableArray<(int Start, int End)> Split(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<(int, int)>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool latinStop = text[i] == '.' && i + 2 < text.Length && text[i + 1] == ' ' && char.IsUpper(text[i + 2]);
            if (text[i] is '。' or '!' or '?' || latinStop)
            {
                int end = i + 1;
                while (end < text.Length && text[end] is '"' or '」' or ')')
                {
                    end++;
                }

                sentences.Add((start, end));
                start = end;
                i = end - 1;
            }
        }

        if (start < text.Length)
        {
            sentences.Add((start, text.Length));
        }

        return sentences.ToImmutable();
    }
}
