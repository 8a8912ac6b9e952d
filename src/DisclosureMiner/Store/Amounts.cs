using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Store;

/// <summary>Numbers as text, so that no digit is lost on the way to another program.</summary>
internal static class Amounts
{
    // Beyond the printed decimals, two more tell how far a difference is from what rounding explains.
    private const int MoreDecimals = 2;

    // For results that no printed number gives a precision to.
    private const int UnstatedDecimals = 6;

    /// <summary>The number in its unit with its printed decimals, digits ungrouped: <c>15.00</c>.</summary>
    public static string AsPrinted(Printed printed) =>
        printed.Value.ToString("F" + printed.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The amount in 元 without trailing zeros; null when it is no money.</summary>
    public static string? Yuan(Printed? printed) =>
        printed is { Unit.Dimension: Dimension.Money } ? Plain(printed.Base) : null;

    /// <summary>An interval in base units, in the unit of what is stated, rounded outward.</summary>
    public static ComputedRecord Outward(Interval interval, Printed? stated) => new(
        InUnit(interval.Low, stated, MidpointRounding.ToNegativeInfinity),
        InUnit(interval.High, stated, MidpointRounding.ToPositiveInfinity));

    /// <summary>A value in base units, in the unit of what is stated, rounded to the nearest.</summary>
    public static string? Nearest(decimal? value, Printed? stated) => InUnit(value, stated, MidpointRounding.AwayFromZero);

    /// <summary>A value in base units, in the unit of what is stated, rounded up.</summary>
    public static string? Upward(decimal? value, Printed? stated) => InUnit(value, stated, MidpointRounding.ToPositiveInfinity);

    private static string? InUnit(decimal? value, Printed? stated, MidpointRounding rounding)
    {
        if (value is not { } number)
        {
            return null;
        }

        int decimals = stated is null ? UnstatedDecimals : Math.Min(stated.Decimals + MoreDecimals, 28);
        return Plain(decimal.Round(number / (stated?.Unit.Factor ?? 1m), decimals, rounding));
    }

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
