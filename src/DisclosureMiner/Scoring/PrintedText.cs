using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring;

/// <summary>When two printed texts are the same.</summary>
internal static partial class PrintedText
{
    /// <summary>
    /// Trimmed, with every run of white space turned into one space, and none beside an ideograph: whether 2023 年 has one there is
    /// up to where its line breaks.
    /// </summary>
    public static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        bool isOpen = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isOpen = true;
                continue;
            }

            if (isOpen && squeezed.Length > 0 && squeezed[^1] < 0x2E80 && c < 0x2E80)
            {
                squeezed.Append(' ');
            }

            squeezed.Append(c);
            isOpen = false;
        }

        return squeezed.ToString();
    }

    /// <summary>Without any white space.</summary>
    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>
    /// Whether two figures print the same number: 6,969万元 and 6969, 505 and 505元, but not 505元 and 505万元. Figures without
    /// digits are the same when one contains the other.
    /// </summary>
    public static bool IsSameFigure(string one, string other)
    {
        (decimal? value, string unit) = Parse(one);
        (decimal? otherValue, string otherUnit) = Parse(other);
        if (value is null || otherValue is null)
        {
            return value is null && otherValue is null && unit.Length > 0 && otherUnit.Length > 0
                && (unit.Contains(otherUnit, StringComparison.Ordinal) || otherUnit.Contains(unit, StringComparison.Ordinal));
        }

        return value == otherValue
            && (unit.StartsWith(otherUnit, StringComparison.Ordinal) || otherUnit.StartsWith(unit, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Digits();

    private static (decimal? Value, string Unit) Parse(string figure)
    {
        string label = Folding.Label(figure).Replace(",", "", StringComparison.Ordinal);
        Match digits = Digits().Match(label);
        return digits.Success && decimal.TryParse(digits.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? (value, label[(digits.Index + digits.Length)..])
            : (null, label);
    }
}
