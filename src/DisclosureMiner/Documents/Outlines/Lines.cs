using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>What the punctuation of a line tells of it.</summary>
internal static partial class Lines
{
    private const int LongestHeading = 50;
    private const int LongestEnglishHeading = 110;

    /// <summary>Whether the line ends where a sentence, an item or an announcement ends.</summary>
    public static bool EndsSentence(string text)
    {
        int last = text.Length - 1;
        while (last >= 0 && (char.IsWhiteSpace(text[last]) || text[last] is '”' or '’' or '"' or '」' or '』' or '）' or ')' or '》' or '】'))
        {
            last--;
        }

        return last >= 0 && text[last] is '。' or '！' or '？' or '；' or '：' or ';' or ':' or '!' or '?' or '…' or '.' or '｡';
    }

    /// <summary>Whether a clause ends within the line, outside brackets; headings have no such place.</summary>
    public static bool HasClause(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '（' or '(' or '《' or '“' or '【')
            {
                depth++;
            }
            else if (c is '）' or ')' or '》' or '”' or '】')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (depth == 0 && (c is '，' or '。' or '；' or '！' or '？' or ';'
                || (c is ',' or '.' && i + 1 < text.Length && !char.IsAsciiDigit(text[i + 1]) && i > 0 && !IsInitial(text, i))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an amount, a rate or a count with its unit is printed in the line.</summary>
    public static bool HasFigure(string text) => Figures().IsMatch(Folding.Fold(text));

    /// <summary>Whether the line is nothing but a date.</summary>
    public static bool IsDate(string text) => Dates().IsMatch(Folding.Label(text));

    /// <summary>Whether the line is nothing but a stretch of time: 2025年1月1日-2025年12月31日.</summary>
    public static bool IsPeriod(string text) => Periods().IsMatch(Folding.Label(text));

    /// <summary>
    /// Whether a line can be a heading: short, without a sentence and without figures. A line without enumerator must also be
    /// free of a colon, for 联系人：某某 is none.
    /// </summary>
    public static bool IsHeading(string text, Enumerator enumerator)
    {
        string rest = text[enumerator.Length..];
        bool isLatin = !rest.Any(c => c >= 0x2E80);
        if (rest.Length > (isLatin ? LongestEnglishHeading : LongestHeading)
            || (!enumerator.IsNone && rest.Trim().Length == 0 && enumerator.Level is not (1 or 2))
            || HasClause(rest)
            || HasFigure(rest))
        {
            return false;
        }

        string trimmed = rest.TrimEnd();
        bool colon = trimmed.EndsWith('：') || trimmed.EndsWith(':');
        if (colon ? enumerator.IsNone : trimmed.Length > 0 && EndsSentence(trimmed))
        {
            return false;
        }

        return !enumerator.IsNone || (!rest.AsSpan().ContainsAny('：', ':') && !IsDate(rest) && !IsPeriod(rest) && rest.Any(char.IsLetter));
    }

    // The stop of "1." at the start, or of an abbreviation of one letter, ends no clause.
    private static bool IsInitial(string text, int stop) =>
        text[stop] == '.' && (stop < 3 || (char.IsAsciiLetterUpper(text[stop - 1]) && (stop < 2 || !char.IsAsciiLetter(text[stop - 2]))));

    [GeneratedRegex(@"\d\s*(?:[万亿]?元|%|‰|[万亿]美元|人次?(?![\u4e00-\u9fff])|辆|个百分点|批次)|\$\s*\d")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^(?:[\u4e00-\u9fff]{0,6}[:])?(?:19|20)\d\d[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?$|^二[〇零○O0][一二三四五六七八九〇零○]{2}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?$")]
    private static partial Regex Dates();

    [GeneratedRegex(@"^(?:19|20)\d\d(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[./]\d{1,2}(?:[./]\d{1,2})?)(?:-|—|~|至|到)+(?:(?:(?:19|20)\d\d[年./])?\d{1,2}(?:[月./](?:\d{1,2}日?)?)?|(?:19|20)\d\d年)$")]
    private static partial Regex Periods();
}
