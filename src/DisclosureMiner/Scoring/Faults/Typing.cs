using System.Globalization;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>Slips of the hand on printed digits. All that is returned differs in value from what was printed.</summary>
internal static class Typing
{
    /// <summary>All that one slip of a kind may make of the digits.</summary>
    public static IEnumerable<string> Slips(FaultType type, string digits)
    {
        bool isGrouped = digits.Contains(',', StringComparison.Ordinal);
        string plain = digits.Replace(",", "", StringComparison.Ordinal);
        return Plain(type, plain)
            .Where(slip => IsNumber(slip) && decimal.Parse(slip, CultureInfo.InvariantCulture) != decimal.Parse(plain, CultureInfo.InvariantCulture))
            .Select(slip => isGrouped ? Grouped(slip) : slip)
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Plain(FaultType type, string digits) => type switch
    {
        FaultType.DigitWrong =>
            from at in Places(digits)
            from digit in "0123456789"
            select string.Concat(digits.AsSpan(0, at), [digit], digits.AsSpan(at + 1)),
        FaultType.DigitsSwapped =>
            from at in Places(digits)
            let next = at + 1 < digits.Length && digits[at + 1] == '.' ? at + 2 : at + 1
            where next < digits.Length
            select Swapped(digits, at, next),
        FaultType.DigitDropped => Places(digits).Where(_ => digits.Length > 1).Select(at => digits.Remove(at, 1)),
        FaultType.DigitDoubled => Places(digits).Select(at => digits.Insert(at, digits[at].ToString())),
        FaultType.PointMoved => digits.IndexOf('.', StringComparison.Ordinal) is > 0 and var point
            ? new[] { point - 1, point + 1 }.Where(to => to >= 1).Select(to => digits.Remove(point, 1).Insert(to, ".")).Where(moved => moved[^1] != '.')
            : [],
        _ => [],
    };

    private static IEnumerable<int> Places(string digits) => Enumerable.Range(0, digits.Length).Where(at => digits[at] != '.');

    private static string Swapped(string digits, int one, int other)
    {
        char[] swapped = digits.ToCharArray();
        (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
        return new string(swapped);
    }

    /// <summary>Whether it still looks like a number that somebody would type.</summary>
    private static bool IsNumber(string digits) =>
        digits.Length > 0 && char.IsAsciiDigit(digits[0]) && digits[^1] != '.' && (digits.Length == 1 || digits[0] != '0' || digits[1] == '.');

    private static string Grouped(string digits)
    {
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? digits : digits[..point];
        for (int at = whole.Length - 3; at > 0; at -= 3)
        {
            whole = whole.Insert(at, ",");
        }

        return whole + (point < 0 ? "" : digits[point..]);
    }
}
