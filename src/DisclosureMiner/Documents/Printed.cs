using System.Globalization;

namespace DisclosureMiner.Documents;

/// <summary>
/// A number as it was printed: its exact value in the printed unit and how many decimals stand on the page. 15, 15.0 and
/// 15.00 are one value but three printed numbers, for each leaves another interval to what was rounded.
/// </summary>
/// <param name="Value">The signed value in <see cref="Unit"/>, exact.</param>
/// <param name="Decimals">Digits printed after the decimal point.</param>
/// <param name="Unit">The unit, printed beside the number or taken over from its heading.</param>
/// <param name="IsApproximate">Whether 约, 近 or the like stands before it.</param>
public sealed record Printed(decimal Value, int Decimals, Unit Unit, bool IsApproximate = false)
{
    /// <summary>The value in the base unit of its dimension (元, percent).</summary>
    public decimal Base => Value * Unit.Factor;

    /// <summary>One unit of the last printed digit, in the base unit of its dimension.</summary>
    public decimal LastDigit => PowerOfTen(-Decimals) * Unit.Factor;

    /// <summary>The value with its printed decimals and unit, digits ungrouped.</summary>
    public override string ToString() =>
        Value.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + Unit.Symbol;

    /// <summary>10 to the power of <paramref name="exponent"/>, exact for exponents from -28 to 28.</summary>
    public static decimal PowerOfTen(int exponent)
    {
        decimal power = 1m;
        for (int i = 0; i < Math.Abs(exponent); i++)
        {
            power = exponent > 0 ? power * 10m : power / 10m;
        }

        return power;
    }
}
