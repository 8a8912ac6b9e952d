namespace DisclosureMiner.Documents.Outlines;

/// <summary>Reads the unit that a caption, a title or a head states: 单位：万元, （亿元）, 金额单位：元.</summary>
internal static class UnitStatement
{
    /// <summary>The unit in a caption such as 单位：万元, or null.</summary>
    /// <param name="label">The caption as a label.</param>
    /// <param name="words">The units and the words before them.</param>
    public static Unit? In(string label, ReadingWords words)
    {
        foreach (string head in words.Of("unit-heads"))
        {
            for (int at = label.IndexOf(head, StringComparison.Ordinal); at >= 0; at = label.IndexOf(head, at + 1, StringComparison.Ordinal))
            {
                int from = at + head.Length;
                if (from < label.Length && label[from] == ':')
                {
                    from++;
                }

                if (At(label, from, words) is { } unit)
                {
                    return unit;
                }
            }
        }

        return null;
    }

    /// <summary>The unit in the last brackets of a title or head: 支出（万元）, 经费（金额单位：万元）; or null.</summary>
    public static Unit? InBrackets(string label, ReadingWords words)
    {
        (int open, int close) = LastBrackets(label);
        if (open < 0)
        {
            return null;
        }

        string inner = label[(open + 1)..close];
        return In(inner, words) ?? (At(inner, 0, words) is { } unit ? unit : null);
    }

    /// <summary>The printed title without brackets at its end that only state a unit.</summary>
    public static string WithoutUnit(string title, ReadingWords words)
    {
        string folded = Folding.Fold(title).TrimEnd();
        if (!folded.EndsWith(')') || InBrackets(Folding.Label(folded).ToLowerInvariant(), words) is null)
        {
            return title;
        }

        int open = folded.LastIndexOf('(');
        return open > 0 ? title[..open].TrimEnd() : title;
    }

    // The unit that starts at an offset and goes to the end or to a sign; longest symbol first, 人民币 on either side.
    private static Unit? At(string label, int from, ReadingWords words)
    {
        string rest = label[from..];
        foreach (string currency in words.Of("currency-words"))
        {
            rest = rest.Replace(currency, "", StringComparison.Ordinal);
        }

        int end = 0;
        while (end < rest.Length && rest[end] is not (')' or ']' or ',' or ';' or '。' or ':' or '、'))
        {
            end++;
        }

        // 支出功能科目（类）: most units of counting are words of other meanings too.
        return words.Units.GetValueOrDefault(rest[..end]) is { } unit && (unit.Dimension != Dimension.Count || words.Is("count-units", rest[..end]))
            ? unit
            : null;
    }

    private static (int Open, int Close) LastBrackets(string label)
    {
        int close = label.LastIndexOf(')');
        int open = close < 0 ? -1 : label.LastIndexOf('(', close);
        return open < 0 ? (-1, -1) : (open, close);
    }
}
