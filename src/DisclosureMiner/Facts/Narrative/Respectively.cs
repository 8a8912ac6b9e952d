namespace DisclosureMiner.Facts.Narrative;

/// <summary>Several names and as many numbers: 收入、支出分别为71.6亿元和54.7亿元; …份额分别为91.9%和8.1%.</summary>
internal static class Respectively
{
    /// <summary>Whether a gap between two numbers only strings them together.</summary>
    public static bool Joins(string gap) => gap.Trim() is "、" or "和" or "及" or "与" or "," or "and";

    /// <summary>The name that belongs to the amount at <paramref name="index"/>, or null.</summary>
    public static string? NameOf(string text, IReadOnlyList<NumberToken> tokens, int index, Lexicon lexicon)
    {
        (int first, _) = Run(text, tokens, index, token => token.IsQuantity && !token.IsPercent);
        Clause head = Clause.Cut(text, first > 0 ? tokens[first - 1].End : 0, tokens[first].Start);
        if (lexicon.Find(head.Gap, "respectively") is not { } told)
        {
            return null;
        }

        string before = head.Gap[..told.Index];
        string[] names = before[(before.LastIndexOfAny([',', ';', '。', ':']) + 1)..].Split(['、', '和', '及', '与'], StringSplitOptions.RemoveEmptyEntries);
        return index - first < names.Length && names.Length > 1 ? names[index - first] : null;
    }

    /// <summary>The statement that the percentage at <paramref name="index"/> belongs to, of the sentence's <paramref name="group"/> so far; or null.</summary>
    public static Statement? OwnerOf(string text, IReadOnlyList<NumberToken> tokens, int index, Lexicon lexicon, IReadOnlyList<Statement> group)
    {
        (int first, int last) = Run(text, tokens, index, token => token.IsPercent);
        int count = last - first + 1;
        string head = text[(first > 0 ? tokens[first - 1].End : 0)..tokens[first].Start];
        return lexicon.Has(head, "respectively") && count > 1 && group.Count >= count ? group[group.Count - count + index - first] : null;
    }

    private static (int First, int Last) Run(string text, IReadOnlyList<NumberToken> tokens, int index, Func<NumberToken, bool> belongs)
    {
        int first = index, last = index;
        while (first > 0 && belongs(tokens[first - 1]) && Joins(text[tokens[first - 1].End..tokens[first].Start]))
        {
            first--;
        }

        while (last + 1 < tokens.Count && belongs(tokens[last + 1]) && Joins(text[tokens[last].End..tokens[last + 1].Start]))
        {
            last++;
        }

        return (first, last);
    }
}
