using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>The number that a heading, a list item or a table row begins with.</summary>
/// <param name="Text">As printed, trimmed: 一、, （一）, 1.; empty when there is none.</param>
/// <param name="Level">Depth in the outline, see <see cref="Paragraph.Level"/>; 0 when there is none.</param>
/// <param name="Length">Characters up to what it numbers, with white space.</param>
internal readonly partial record struct Enumerator(string Text, int Level, int Length)
{
    /// <summary>No enumerator.</summary>
    public static Enumerator None { get; } = new("", 0, 0);

    public bool IsNone => Length == 0;

    /// <summary>The enumerator at the start of <paramref name="text"/>, which is as printed and trimmed.</summary>
    public static Enumerator Read(string text)
    {
        if (text.Length == 0 || !CanStart(Folding.Fold(text[0])))
        {
            return None;
        }

        string head = Folding.Fold(text[..Math.Min(text.Length, 40)]);
        (int level, Match match) = (1, Parts().Match(head));
        if (!match.Success)
        {
            (level, match) = Of(head, text);
        }

        return match.Success ? new Enumerator(text[..match.Length].Trim(), level, match.Length) : None;
    }

    private static (int Level, Match Match) Of(string head, string text)
    {
        Match match = Sections().Match(head);
        if (match.Success)
        {
            return (2, match);
        }

        if ((match = Attachments().Match(head)).Success)
        {
            return (match.Groups["sheet"].Success ? 2 : 1, match);
        }

        if ((match = Chinese().Match(head)).Success)
        {
            return (2, match);
        }

        if ((match = BracketedChinese().Match(head)).Success)
        {
            return (3, match);
        }

        if ((match = Digits().Match(head)).Success)
        {
            return (4, match);
        }

        // 1．20103政府办公厅: the full-width stop cannot be a decimal point.
        if ((match = DigitsBeforeCode().Match(head)).Success && (text[match.Length - 1] == '．' || FollowedByCode().IsMatch(head[match.Length..])))
        {
            return (4, match);
        }

        return (5, BracketedDigits().Match(head));
    }

    private static bool CanStart(char c) =>
        char.IsAsciiDigit(c) || c is '(' or '第' or '附' or (>= '①' and <= '⑳') || "一二三四五六七八九十廿卅百".Contains(c);

    [GeneratedRegex(@"^第[一二三四五六七八九十百\d]{1,4}(?:部分|章|篇|编)[、:.\s]*")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^第[一二三四五六七八九十百\d]{1,4}节[、:.\s]*")]
    private static partial Regex Sections();

    // 附件2024年 is an attachment of 2024, not number 2024.
    [GeneratedRegex(@"^附(?:件|录|(?<sheet>表))\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?![\d年]))?(?:[-－]\d{1,2})?(?:\s*[:、.]\s*|\s+|$)")]
    private static partial Regex Attachments();

    [GeneratedRegex(@"^[一二三四五六七八九十廿卅百]{1,5}\s*[、.]\s*")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^\(\s*[一二三四五六七八九十廿卅百]{1,5}\s*\)\s*[、.]?\s*")]
    private static partial Regex BracketedChinese();

    [GeneratedRegex(@"^\d{1,2}\s*(?:、|\.(?!\d))\s*")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\d{1,2}\.")]
    private static partial Regex DigitsBeforeCode();

    [GeneratedRegex(@"^(?:\d{7}|\d{5}|\d{3})(?=\p{IsCJKUnifiedIdeographs})(?![万亿元个人辆年])")]
    private static partial Regex FollowedByCode();

    [GeneratedRegex(@"^(?:\(\s*(?:\d{1,2}|[a-z])\s*\)|\d{1,2}\)|[①-⑳])\s*[、.]?\s*")]
    private static partial Regex BracketedDigits();
}
