using System.Globalization;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Findings;

/// <summary>Slips of the hand: what a typist may have meant by a printed number, and how a printed number and a meant one differ.</summary>
internal static class Slips
{
    private const int FewestDigits = 3;

    // A value that is known less well than this is near some slip of any number.
    private const decimal LargestSlack = 0.01m;

    private const decimal RatioSlack = 0.0005m;

    // Points moved, and 元 for 万元 or 亿元.
    private static readonly int[] Powers = [4, -4, 8, -8, 1, -1, 2, -2, 3, -3];

    /// <summary>The meant number (base unit) that comes nearest to a wanted value and within its slack; null when none does.</summary>
    public static decimal? Near(Printed printed, decimal wanted, decimal slack) => Near(printed, Meant(printed), wanted, slack);

    /// <summary>The same among numbers that <see cref="Meant(Printed)"/> gave.</summary>
    public static decimal? Near(Printed printed, decimal[] meant, decimal wanted, decimal slack)
    {
        if (slack > LargestSlack * Math.Abs(wanted))
        {
            return null;
        }

        decimal? nearest = null;
        foreach (decimal value in meant)
        {
            if (value != printed.Base && Math.Abs(value - wanted) <= slack && Math.Abs(value - printed.Base) > 2 * slack
                && (nearest is null || Math.Abs(value - wanted) < Math.Abs(nearest.Value - wanted)))
            {
                nearest = value;
            }
        }

        return nearest;
    }

    /// <summary>The numbers (base unit) that may have been meant; none for a number of so few digits that nearly any is a slip away.</summary>
    public static decimal[] Meant(Printed printed)
    {
        string digits = Text(printed.Value, printed.Decimals);
        return digits.Count(char.IsAsciiDigit) < FewestDigits
            ? []
            :
            [
                .. Powers.Select(power => printed.Base * Printed.PowerOfTen(power)),
                .. Meant(digits).Select(meant => Math.Sign(printed.Value) * decimal.Parse(meant, CultureInfo.InvariantCulture) * printed.Unit.Factor),
            ];
    }

    /// <summary>
    /// How a printed number differs from a meant one (base unit), in the terms of a typist: <c>unit-slip</c>, <c>decimal-moved</c>,
    /// <c>last-digit</c>, <c>cut-digits</c>, <c>sign</c>, <c>digit-wrong</c>, <c>digits-swapped</c>, <c>digit-extra</c>,
    /// <c>digit-missing</c>; null when it differs by more.
    /// </summary>
    public static string? Between(Printed printed, decimal meant)
    {
        if (meant == 0 || printed.Base == 0)
        {
            return null;
        }

        decimal ratio = Math.Abs(printed.Base / meant);
        if (IsPower(ratio, 4) || IsPower(ratio, 8))
        {
            return "unit-slip";
        }

        if (Math.Sign(meant) == Math.Sign(printed.Base) && LastDigit(printed, meant) is { } last)
        {
            return last;
        }

        string wrong = Text(printed.Value, printed.Decimals);
        decimal inUnit = Math.Abs(meant / printed.Unit.Factor);
        if (Math.Sign(meant) != Math.Sign(printed.Base))
        {
            return Text(inUnit, printed.Decimals) == wrong ? "sign" : null;
        }

        // A digit too many or too few behind the point changes the number of decimals with it.
        foreach (int decimals in new[] { printed.Decimals, printed.Decimals - 1, printed.Decimals + 1 }.Where(decimals => decimals >= 0))
        {
            if (decimal.Round(inUnit, decimals) == inUnit && Compare(wrong, Text(inUnit, decimals)) is { } code)
            {
                return code;
            }
        }

        if (Compare(wrong, Text(inUnit, printed.Decimals)) is { } rounded)
        {
            return rounded;
        }

        return IsPower(ratio, 1) || IsPower(ratio, 2) || IsPower(ratio, 3) ? "decimal-moved" : null;
    }

    /// <summary>How much a slip of the hand speaks for a meant number (base unit), 0 to 0.25: the more digits agree, the more.</summary>
    public static decimal Weight(Printed printed, decimal meant)
    {
        int digits = Text(printed.Value, printed.Decimals).Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
        return Between(printed, meant) switch
        {
            null => 0m,
            "unit-slip" => 0.25m,
            "decimal-moved" => digits >= 3 ? 0.22m : 0.10m,
            "digits-swapped" or "digit-extra" or "digit-missing" => digits >= 3 ? 0.22m : 0.08m,
            "digit-wrong" => digits >= 4 ? 0.20m : digits == 3 ? 0.12m : 0.03m,
            "sign" => 0.15m,
            _ => 0.05m,
        };
    }

    /// <summary>How two printed numbers differ, in the terms of a typist; null when they differ by more.</summary>
    internal static string? Compare(string wrong, string right)
    {
        if (wrong.Length == right.Length)
        {
            List<int> differing = [.. Enumerable.Range(0, wrong.Length).Where(i => wrong[i] != right[i])];
            return differing switch
            {
                [var only] when wrong[only] != '.' && right[only] != '.' => "digit-wrong",
                [var a, var b] when wrong[a] == right[b] && wrong[b] == right[a] && NextDigit(wrong, a) == b && wrong[a] != '.' && wrong[b] != '.' => "digits-swapped",
                _ => null,
            };
        }

        return wrong.Length == right.Length + 1 && IsOneLonger(wrong, right) ? "digit-extra"
            : right.Length == wrong.Length + 1 && IsOneLonger(right, wrong) ? "digit-missing"
            : null;
    }

    /// <summary>Whether only the last printed digit is off: through digits cut off, or through rounding; null when more is, and for counts.</summary>
    private static string? LastDigit(Printed printed, decimal meant)
    {
        decimal unit = printed.LastDigit;
        if (unit == 0 || printed.Unit.Dimension == Dimension.Count || Math.Abs(printed.Base - meant) > unit)
        {
            return null;
        }

        decimal scaled = meant / unit;
        return decimal.Truncate(scaled) == printed.Base / unit && scaled != decimal.Truncate(scaled) ? "cut-digits" : "last-digit";
    }

    // 5 for 50 is a zero forgotten or a point moved; where nothing but zeros is too many or too few, the point has moved.
    private static bool IsOneLonger(string longer, string shorter) =>
        Enumerable.Range(0, longer.Length).Any(i => longer[i] != '.' && longer.Remove(i, 1) == shorter)
        && longer.Replace(".", "", StringComparison.Ordinal).Trim('0') != shorter.Replace(".", "", StringComparison.Ordinal).Trim('0');

    private static int NextDigit(string digits, int at) => at + 1 < digits.Length && digits[at + 1] == '.' ? at + 2 : at + 1;

    private static bool IsPower(decimal ratio, int exponent)
    {
        decimal power = Printed.PowerOfTen(exponent);
        return Math.Abs(ratio - power) <= RatioSlack * power || (ratio > 0 && Math.Abs((1 / ratio) - power) <= RatioSlack * power);
    }

    private static string Text(decimal value, int decimals) =>
        decimal.Round(Math.Abs(value), Math.Min(decimals, 20), MidpointRounding.AwayFromZero)
            .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Meant(string digits)
    {
        for (int i = 0; i < digits.Length; i++)
        {
            if (digits[i] == '.')
            {
                continue;
            }

            yield return digits.Remove(i, 1) is { Length: > 0 } shorter && shorter != "." ? shorter : "0";
            int next = NextDigit(digits, i);
            if (next < digits.Length)
            {
                char[] swapped = digits.ToCharArray();
                (swapped[i], swapped[next]) = (swapped[next], swapped[i]);
                yield return new string(swapped);
            }

            for (char digit = '0'; digit <= '9'; digit++)
            {
                yield return digits.Insert(i, digit.ToString());
            }
        }
    }
}
