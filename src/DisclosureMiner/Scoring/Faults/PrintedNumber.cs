using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>A number taken from a printed text: its digits, what they are worth and what stands behind them.</summary>
/// <param name="Digits">As printed: <c>1,238.35</c>.</param>
/// <param name="Value">The value of the digits, negative behind a minus sign or △.</param>
/// <param name="Decimals">Digits behind the point.</param>
/// <param name="Symbol">What follows, folded and without white space: <c>万元</c>.</param>
internal readonly partial record struct PrintedNumber(string Digits, decimal Value, int Decimals, string Symbol)
{
    /// <summary>Reads a text that is a number, with or without a unit behind it.</summary>
    public static bool TryRead(string text, out PrintedNumber number)
    {
        number = default;
        Match match = Shape().Match(text.Trim());
        if (!match.Success || !decimal.TryParse(match.Groups["digits"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return false;
        }

        string digits = match.Groups["digits"].Value;
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        number = new PrintedNumber(
            digits,
            match.Groups["minus"].Success ? -value : value,
            point < 0 ? 0 : digits.Length - point - 1,
            Folding.Label(match.Groups["symbol"].Value));
        return true;
    }

    [GeneratedRegex(@"^(?<minus>[-−△▲])?(?<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?<symbol>[^\d.,]*)$")]
    private static partial Regex Shape();
}
