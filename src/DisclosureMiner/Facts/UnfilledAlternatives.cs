using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>Recognises the alternatives of a form that were both left standing: 增长(下降), 大于/小于, 持平(增加/减少).</summary>
internal sealed class UnfilledAlternatives(string text, Vocabulary words)
{
    private const string Outside = "/|\\";
    private const string Inside = "/|\\、,或";

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

        int end = _glued.Where(phrase => StartsWith(i, phrase)).Select(phrase => i + phrase.Length).FirstOrDefault(-1);
        if (end < 0)
        {
            end = text[i] == '(' ? Bracketed(i) : Chain(i);
        }

        return end < 0 || _termBefore.Any(term => text.AsSpan(0, i).EndsWith(term, StringComparison.Ordinal))
            || _termAfter.Any(term => StartsWith(end, term))
                ? -1
                : end;
    }

    /// <summary>A word, then others after a slash or in brackets.</summary>
    private int Chain(int i)
    {
        var meanings = new HashSet<int>();
        int end = Word(i, meanings);
        if (end < 0)
        {
            return -1;
        }

        while (end < text.Length)
        {
            int next = Outside.Contains(text[end], StringComparison.Ordinal) ? Word(end + 1, meanings)
                : text[end] == '(' ? Enclosed(end, meanings)
                : -1;
            if (next < 0)
            {
                break;
            }

            end = next;
        }

        return meanings.Count > 1 ? end : -1;
    }

    /// <summary>(增加/减少)5万元 and (增加)减少5万元.</summary>
    private int Bracketed(int i)
    {
        var meanings = new HashSet<int>();
        int end = Enclosed(i, meanings);
        if (end < 0)
        {
            return -1;
        }

        bool slashed = text.AsSpan(i, end - i).ContainsAny(Outside);
        int after = Word(end, meanings);
        return meanings.Count > 1 && (slashed || after > 0) ? Math.Max(end, after) : -1;
    }

    /// <summary>The end of a bracket that holds nothing but alternatives, or -1; their meanings are then remembered.</summary>
    private int Enclosed(int open, HashSet<int> meanings)
    {
        var inside = new HashSet<int>();
        int at = open + 1;
        while (at < text.Length)
        {
            while (at < text.Length && Inside.Contains(text[at], StringComparison.Ordinal))
            {
                at++;
            }

            at = Word(at, inside);
            if (at < 0)
            {
                return -1;
            }

            if (at < text.Length && text[at] == ')')
            {
                meanings.UnionWith(inside);
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>The end of the longest alternative at <paramref name="i"/>, or -1; its meaning is remembered.</summary>
    private int Word(int i, HashSet<int> meanings)
    {
        int longest = 0, meaning = -1;
        for (int m = 0; m < _meanings.Length; m++)
        {
            foreach (string word in _meanings[m])
            {
                if (word.Length > longest && StartsWith(i, word))
                {
                    (longest, meaning) = (word.Length, m);
                }
            }
        }

        if (longest == 0)
        {
            return -1;
        }

        meanings.Add(meaning);
        return i + longest;
    }

    private bool StartsWith(int i, string word) => i <= text.Length && text.AsSpan(i).StartsWith(word, StringComparison.Ordinal);
}
