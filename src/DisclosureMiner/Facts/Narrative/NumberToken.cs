using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>A number in reading text with its unit.</summary>
/// <param name="Start">Where the number (with its sign or currency mark) begins.</param>
/// <param name="End">Behind its unit.</param>
/// <param name="Printed">The number; its unit is <see cref="Unit.None"/> when none is printed.</param>
/// <param name="IsQuantity">False for years, dates, ordinals, codes, telephone numbers and the like.</param>
internal sealed record NumberToken(int Start, int End, Printed Printed, bool IsQuantity)
{
    /// <summary>Whether it is a percentage.</summary>
    public bool IsPercent => Printed.Unit.Dimension == Dimension.Percent;

    /// <summary>The same number as a quantity in the given unit.</summary>
    public NumberToken In(Unit unit) => this with { Printed = Printed with { Unit = unit }, IsQuantity = true };

    /// <summary>Whether it is money.</summary>
    public bool IsMoney => Printed.Unit.Dimension is Dimension.Money or Dimension.ForeignMoney;
}

/// <summary>Finds the numbers of a text and types them by what stands around them.</summary>
internal sealed partial class NumberLexer(Vocabulary words, ImmutableArray<Unit> units)
{
    private readonly ImmutableArray<Unit> _units = [.. units.Where(unit => unit.Symbol.Length > 0).OrderByDescending(unit => unit.Symbol.Length).ThenBy(unit => unit.Symbol, StringComparer.Ordinal)];

    /// <summary>All numbers in order; <paramref name="from"/> skips an enumerator at the start.</summary>
    public IEnumerable<NumberToken> Read(string text, int from)
    {
        // A mark that one number takes for its unit (5$12) does not begin the next one too.
        for (Match match = Number().Match(text, from); match.Success;)
        {
            NumberToken token = Type(text, match);
            yield return token;
            match = Number().Match(text, token.End);
        }
    }

    private NumberToken Type(string text, Match match)
    {
        int start = match.Index, end = match.Index + match.Length;
        string digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        bool negative = match.Groups["minus"].Success;
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (digits.Length > 27 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return new NumberToken(start, end, new Printed(0, 0, Unit.None), false);
        }

        value = negative ? -value : value;
        bool approximate = EndsWithAny(text.AsSpan(0, start), words["approximate-before"]) is not null;
        if (StartsWithAny(text.AsSpan(end), words["approximate-after"]) is { } more && UnitAt(text, end + more.Length) is { } afterMore)
        {
            end += more.Length + afterMore.Symbol.Length;
            return new NumberToken(start, end, new Printed(value, decimals, afterMore, true), true);
        }

        if (match.Groups["dollar"].Success)
        {
            return Dollars(text, start, end, value, decimals, approximate);
        }

        int unitStart = end < text.Length && text[end] == ' ' ? end + 1 : end;
        if (IsNoQuantity(text, start, end, digits, decimals))
        {
            return new NumberToken(start, end, new Printed(value, decimals, Unit.None), false);
        }

        if (UnitAt(text, unitStart) is { } unit)
        {
            return new NumberToken(start, unitStart + unit.Symbol.Length, new Printed(value, decimals, unit, approximate), true);
        }

        return new NumberToken(start, end, new Printed(value, decimals, Unit.None, approximate), false);
    }

    private static NumberToken Dollars(string text, int start, int end, decimal value, int decimals, bool approximate)
    {
        (string symbol, decimal factor) = text.AsSpan(end) switch
        {
            var rest when rest.StartsWith(" million", StringComparison.OrdinalIgnoreCase) => (" million", 1_000_000m),
            var rest when rest.StartsWith(" billion", StringComparison.OrdinalIgnoreCase) => (" billion", 1_000_000_000m),
            _ => ("", 1m),
        };
        var unit = new Unit("$" + symbol, Dimension.ForeignMoney, factor);
        return new NumberToken(start, end + symbol.Length, new Printed(value, decimals, unit, approximate), true);
    }

    private Unit? UnitAt(string text, int at)
    {
        foreach (Unit unit in _units)
        {
            if (string.CompareOrdinal(text, at, unit.Symbol, 0, unit.Symbol.Length) == 0)
            {
                return unit;
            }
        }

        return null;
    }

    private bool IsNoQuantity(string text, int start, int end, string digits, int decimals)
    {
        char next = end < text.Length ? text[end] : ' ';
        char previous = start > 0 ? text[start - 1] : ' ';
        bool isYear = decimals == 0 && digits.Length == 4 && digits[0] is '1' or '2' && string.CompareOrdinal(digits, "1900") >= 0 && string.CompareOrdinal(digits, "2100") <= 0;
        if (next is '年' or '月' or '日' or '时' or '号' or '类' or '款' or '级' or '期')
        {
            // 20类 may be a code, 3 期 a period; 5项 and 3次 are counts and have their units.
            return true;
        }

        if (EndsWithAny(text.AsSpan(0, start), words["not-a-quantity-before"]) is not null && UnitAt(text, end) is null)
        {
            return true;
        }

        bool range = next is '-' or '—' or '~' or '至' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
        if (isYear && (range || previous is '-' or '—' or '~' or '至' or '/' or ' ' or '[' || UnitAt(text, end) is null))
        {
            return true;
        }

        // A run of seven or more digits without a point is a code or a telephone number unless it carries a unit.
        return decimals == 0 && UnitAt(text, end) is null && digits.Length is 3 or 5 or >= 7 && next > 0x2E80;
    }

    /// <summary>The longest of the words that the text begins with, or null.</summary>
    internal static string? StartsWithAny(ReadOnlySpan<char> text, ImmutableArray<string> list)
    {
        string? longest = null;
        foreach (string word in list)
        {
            if (word.Length > (longest?.Length ?? 0) && text.StartsWith(word, StringComparison.Ordinal))
            {
                longest = word;
            }
        }

        return longest;
    }

    /// <summary>The longest of the words that the text ends with, or null.</summary>
    internal static string? EndsWithAny(ReadOnlySpan<char> text, ImmutableArray<string> list)
    {
        string? longest = null;
        foreach (string word in list)
        {
            if (word.Length > (longest?.Length ?? 0) && text.EndsWith(word, StringComparison.Ordinal))
            {
                longest = word;
            }
        }

        return longest;
    }

    // Beside a character that cannot be read, what can be read is not the number that is printed.
    [GeneratedRegex(@"(?<dollar>\$)?(?<![0-9A-Za-z.]|\uFFFD[,.]?)(?<minus>(?<![0-9A-Za-z)])-)?(?<dollar>\$)?(?<digits>(?>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?))(?![,.]?\uFFFD)")]
    private static partial Regex Number();
}
