using System.Globalization;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Findings;

/// <summary>What a typist may have meant: the printed number with one digit less, or with two neighbouring digits changed over.</summary>
internal static class Slips
{
    private const int FewestDigits = 3;

    // A value that is known less well than this is near some slip of any number.
    private const decimal LargestSlack = 0.01m;

    /// <summary>The meant number (base unit) that comes nearest to a wanted value and within its slack; null when none does.</summary>
    public static decimal? Near(Printed printed, decimal wanted, decimal slack)
    {
        string digits = Math.Abs(printed.Value).ToString("F" + printed.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (digits.Count(char.IsAsciiDigit) < FewestDigits || slack > LargestSlack * Math.Abs(wanted))
        {
            return null;
        }

        return Meant(digits)
            .Where(meant => meant != digits)
            .Select(meant => Math.Sign(printed.Value) * decimal.Parse(meant, CultureInfo.InvariantCulture) * printed.Unit.Factor)
            .Where(value => Math.Abs(value - wanted) <= slack && Math.Abs(value - printed.Base) > 2 * slack)
            .OrderBy(value => Math.Abs(value - wanted))
            .Select(value => (decimal?)value)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Meant(string digits)
    {
        for (int i = 0; i < digits.Length; i++)
        {
            if (digits[i] != '.')
            {
                yield return digits.Remove(i, 1) is { Length: > 0 } shorter && shorter != "." ? shorter : "0";
            }

            int next = i + 1 < digits.Length && digits[i + 1] == '.' ? i + 2 : i + 1;
            if (digits[i] != '.' && next < digits.Length)
            {
                char[] swapped = digits.ToCharArray();
                (swapped[i], swapped[next]) = (swapped[next], swapped[i]);
                yield return new string(swapped);
            }
        }
    }
}
