using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>Recognises lines and cells above a table that only say in which unit, by whom and when it was filled in.</summary>
internal static partial class TableCaptions
{
    private const int Longest = 60;

    /// <summary>Whether the text is a caption other than a title: 填报部门：…, 单位：万元, 公开01表.</summary>
    public static bool IsCaption(string text, ReadingWords words)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        if (IsTick(text))
        {
            return true;
        }

        if (WithoutUnitBehind(text, words) is { Length: > 0 } rest && rest.Length < text.Length)
        {
            return IsCaption(rest, words);
        }

        string label = Folding.Label(text).ToLowerInvariant();
        if (FormNumber().IsMatch(label))
        {
            return true;
        }

        string inner = label.StartsWith('(') && label.EndsWith(')') ? label[1..^1] : label;
        int left = UnitStatement.WithoutUnit(text, words).Length;
        if (HasTableNumber(text) || (left < text.Length && left > 0 && words.Start("caption-heads", inner) is null))
        {
            // 表一 “三公”经费（金额单位：万元） is a title.
            return false;
        }

        if (UnitStatement.In(inner, words) is not null)
        {
            // 部门：某局 单位：万元 is one, a sentence that ends in a unit is none.
            return !Lines.HasClause(text);
        }

        return words.Start("caption-heads", inner) is { } head && inner.Length > head.Length && inner[head.Length] == ':'
            && !Lines.HasClause(text);
    }

    /// <summary>Whether the line answers a question of the form: □适用 √不适用.</summary>
    public static bool IsTick(string text) => text.AsSpan().ContainsAny('□', '☐');

    /// <summary>The printed title without its enumerator, 表1, 附表, and the unit in brackets at its end; white space removed.</summary>
    public static string Title(string text, ReadingWords words)
    {
        string rest = WithoutUnitBehind(text, words);
        rest = rest[Enumerator.Read(rest).Length..];
        Match number = TableNumber().Match(Folding.Fold(rest));
        if (number.Success && number.Length < rest.Length)
        {
            rest = rest[number.Length..];
        }

        return string.Concat(UnitStatement.WithoutUnit(rest, words).Where(c => !char.IsWhiteSpace(c))).TrimEnd('：', ':');
    }

    // 政府性基金支出表        单位：万元
    private static string WithoutUnitBehind(string text, ReadingWords words)
    {
        Match unit = UnitBehind().Match(text);
        return unit.Success && UnitStatement.In(Folding.Label(unit.Value).ToLowerInvariant(), words) is not null ? text[..unit.Index].TrimEnd() : text;
    }

    /// <summary>Whether the line begins with the number of a table: 表1, 附表二.</summary>
    public static bool HasTableNumber(string text) => TableNumber().IsMatch(Folding.Fold(text));

    [GeneratedRegex(@"[\s\u3000]+[(（]?\S{0,4}\s*[单單]\s*位\s*[：:]?\s*\S{1,8}$")]
    private static partial Regex UnitBehind();

    [GeneratedRegex(@"^[\u4e00-\u9fff]{0,4}\d{1,2}表$|^(?:附|(?:部门|单位)?(?:预算)?公开|预算)?表\d{1,2}(?:-\d{1,2})?$|^\((?:19|20)\d\d年度?\)$")]
    private static partial Regex FormNumber();

    [GeneratedRegex(@"^附\s*:\s*(?=.*表)|^(?:附?表|table)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:[-.]\d{1,2})?(?!\d|年))(?:\s*[:、.]\s*|\s+|(?=""))", RegexOptions.IgnoreCase)]
    private static partial Regex TableNumber();
}
