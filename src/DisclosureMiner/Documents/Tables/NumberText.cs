using System.Globalization;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.Tables;

/// <summary>A number as a cell prints it.</summary>
/// <param name="Value">The signed value.</param>
/// <param name="Decimals">Printed decimals.</param>
/// <param name="Unit">The unit printed beside it, or null.</param>
/// <param name="IsApproximate">Whether 约 stands before it.</param>
internal readonly partial record struct NumberText(decimal Value, int Decimals, Unit? Unit, bool IsApproximate)
{
    // Raised or lowered digits behind a number point to a note.
    private static readonly char[] NoteMarks = [.. "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"];

    /// <summary>
    /// Reads a cell that holds a number and nothing else. Thousands are parted by commas, brackets, △, ▲ and minus signs are
    /// negative. A leading zero (07285226073) marks a number that is no quantity.
    /// </summary>
    public static bool TryRead(string text, ReadingWords words, out NumberText number)
    {
        number = default;
        text = text.TrimEnd(NoteMarks);
        string folded = Folding.Label(text).ToLowerInvariant();
        bool approximate = false;
        if (words.Start("cell-approximate", folded) is { } word)
        {
            approximate = true;
            folded = folded[word.Length..];
        }

        // 1 234 567.00: white space may part thousands, but two numbers in one cell are no number.
        string printed = Folding.Fold(text).Trim();
        if (SeveralNumbers().IsMatch(printed) && !SpacedThousands().IsMatch(printed))
        {
            return false;
        }

        Match match = Shape().Match(folded);
        if (!match.Success)
        {
            return false;
        }

        string digits = match.Groups["digits"].Value;
        string whole = digits.Split('.')[0];
        if ((whole.Contains(',') && !Thousands().IsMatch(whole)) || (whole.Length > 1 && whole[0] == '0')
            || !decimal.TryParse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return false;
        }

        if (match.Groups["open"].Success != match.Groups["close"].Success)
        {
            return false;
        }

        Unit? unit = null;
        string symbol = match.Groups["unit"].Value + match.Groups["after"].Value;
        if (symbol.Length > 0 && (unit = OwnUnit(symbol, words)) is null)
        {
            return false;
        }

        string currency = match.Groups["currency"].Value;
        if (currency.Length > 0)
        {
            unit = currency is "¥" or "￥" or "rmb" ? unit ?? Documents.Unit.Yuan : words.Units.GetValueOrDefault(currency) ?? unit;
        }

        bool negative = match.Groups["open"].Success || match.Groups["sign"].Value is "-" or "△" or "▲";
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        number = new NumberText(negative ? -value : value, point < 0 ? 0 : digits.Length - point - 1, unit, approximate);
        return true;
    }

    /// <summary>Whether the cell looks like a value, whatever its unit: 130 万, 8 分, 99.81%.</summary>
    public static bool LooksLikeValue(string label) => ValueShape().IsMatch(label.TrimEnd(NoteMarks));

    /// <summary>Whether the cell is a year and no quantity: 2023, 2023年, 2022年度.</summary>
    public static bool IsYear(string label) => YearShape().IsMatch(label);

    // 130 万 in a form counts cards, not 元: 万 and 亿 alone are no unit of a cell; nor are 年, 月 and 日 after a date's number.
    private static Unit? OwnUnit(string symbol, ReadingWords words) =>
        words.Units.TryGetValue(symbol, out Unit? unit)
        && symbol is not ("万" or "亿" or "年" or "月" or "日")
            ? unit
            : null;

    [GeneratedRegex(@"^(?<currency>[¥￥$€£]|rmb|us\$|usd)?(?<open>\()?(?<sign>[-+△▲])?(?<currency>[¥￥$€£])?(?<digits>\d[\d,]*(?:\.\d+)?|\.\d+)(?<unit>[^\d\s(),.]*)(?<close>\))?(?<after>%|‰|元|万元)?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3})+$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\d\s+[-(]?\d")]
    private static partial Regex SeveralNumbers();

    [GeneratedRegex(@"^[-(]?\d{1,3}(?:[ \u00a0]\d{3})+(?:\.\d+)?\)?$")]
    private static partial Regex SpacedThousands();

    [GeneratedRegex(@"^[-+(△▲≥≤<>]?[¥$]?\d[\d,]*(?:\.\d+)?\)?[^\d\s]{0,4}$")]
    private static partial Regex ValueShape();

    [GeneratedRegex(@"^(?:19|20)\d\d(?:年|年度)?$")]
    private static partial Regex YearShape();
}
