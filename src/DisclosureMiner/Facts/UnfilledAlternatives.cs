using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>Recognises the alternatives of a form that were both left standing: 增长(下降), 大于/小于, 持平(增加/减少).</summary>
internal sealed class UnfilledAlternatives(string text, Vocabulary words)
{
    private const string Outside = "/|\\";
    private const string Inside = "/|\\、,或";

    [Flags]
    private enum Meanings
    {
        Up = 1,
        Down = 2,
        Flat = 4,
    }

    private readonly ImmutableArray<ImmutableArray<string>> _meanings = [words["template-up"], words["template-down"], words["template-flat"]];
    private readonly ImmutableArray<string> _glued = words["template-glued"];
    private readonly ImmutableArray<string> _termBefore = words["template-term-before"];
    private readonly ImmutableArray<string> _termAfter = words["template-term-after"];
    private readonly bool _isComparison = text.AsSpan().ContainsAnyInRange('0', '9')
        || words["template-context"].Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>The end (exclusive) of the alternatives that begin at <paramref name="i"/>, or -1.</summary>
    public int EndAt(int i)
    {
        if (!_isComparison)
        {
            return -1;
        }

        int end = Glued(i);
        if (end < 0)
        {
            end = text[i] == '(' ? Bracketed(i) : Chain(i);
        }

        return end < 0 || _termBefore.Any(term => text.AsSpan(0, i).EndsWith(term, StringComparison.Ordinal))
            || _termAfter.Any(term => StartsWith(end, term))
                ? -1
                : end;
    }

    /// <summary>The end of the first phrase of both words that stands here, or -1.</summary>
    private int Glued(int i)
    {
        // Asked at every character of a document, so without a closure.
        foreach (string phrase in _glued)
        {
            if (StartsWith(i, phrase))
            {
                return i + phrase.Length;
            }
        }

        return -1;
    }

    /// <summary>A word, then others after a slash or in brackets.</summary>
    private int Chain(int i)
    {
        Meanings meanings = 0;
        int end = Word(i, ref meanings);
        if (end < 0)
        {
            return -1;
        }

        while (end < text.Length)
        {
            int next = Outside.Contains(text[end], StringComparison.Ordinal) ? Word(end + 1, ref meanings)
                : text[end] == '(' ? Enclosed(end, ref meanings)
                : -1;
            if (next < 0)
            {
                break;
            }

            end = next;
        }

        return AreSeveral(meanings) ? end : -1;
    }

    /// <summary>(增加/减少)5万元 and (增加)减少5万元.</summary>
    private int Bracketed(int i)
    {
        Meanings meanings = 0;
        int end = Enclosed(i, ref meanings);
        if (end < 0)
        {
            return -1;
        }

        bool slashed = text.AsSpan(i, end - i).ContainsAny(Outside);
        int after = Word(end, ref meanings);
        return AreSeveral(meanings) && (slashed || after > 0) ? Math.Max(end, after) : -1;
    }

    /// <summary>The end of a bracket that holds nothing but alternatives, or -1; their meanings are then remembered.</summary>
    private int Enclosed(int open, ref Meanings meanings)
    {
        Meanings inside = 0;
        int at = open + 1;
        while (at < text.Length)
        {
            while (at < text.Length && Inside.Contains(text[at], StringComparison.Ordinal))
            {
                at++;
            }

            at = Word(at, ref inside);
            if (at < 0)
            {
                return -1;
            }

            if (at < text.Length && text[at] == ')')
            {
                meanings |= inside;
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>The end of the longest alternative at <paramref name="i"/>, or -1; its meaning is remembered.</summary>
    private int Word(int i, ref Meanings meanings)
    {
        int longest = 0;
        Meanings meaning = 0;
        for (int m = 0; m < _meanings.Length; m++)
        {
            foreach (string word in _meanings[m])
            {
                if (word.Length > longest && StartsWith(i, word))
                {
                    (longest, meaning) = (word.Length, (Meanings)(1 << m));
                }
            }
        }

        if (longest == 0)
        {
            return -1;
        }

        meanings |= meaning;
        return i + longest;
    }

    private static bool AreSeveral(Meanings meanings) => (meanings & (meanings - 1)) != 0;

    // Nearly all places of a text begin with none of the words, and the first character tells.
    private bool StartsWith(int i, string word) =>
        i < text.Length && text[i] == word[0] && text.AsSpan(i).StartsWith(word, StringComparison.Ordinal);
}
