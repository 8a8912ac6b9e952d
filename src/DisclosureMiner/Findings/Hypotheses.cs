using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>Tries what people really do wrong on the number at fault, and says which of it the arithmetic bears out.</summary>
internal static class Hypotheses
{
    /// <summary>The hypotheses that fit, best first; the last one only names the value that would fit.</summary>
    /// <param name="culprit">The number at fault.</param>
    /// <param name="repair">The value (base unit) that would make the obligations hold, or null.</param>
    /// <param name="facts">All facts of the document in reading order.</param>
    public static ImmutableArray<Hypothesis> For(Fact culprit, decimal? repair, IReadOnlyList<Fact> facts)
    {
        if (culprit.Printed is not { } printed || repair is not { } wanted)
        {
            return [];
        }

        var hypotheses = ImmutableArray.CreateBuilder<Hypothesis>();
        string fits = Print(wanted, printed);
        if (culprit.Figure is { Role: FigureRole.Rate or FigureRole.Share } figure && Neighbour(culprit, facts) is { } neighbour)
        {
            hypotheses.Add(new Hypothesis("rate-of-neighbour", [figure.Text, neighbour.Label]));
        }

        if (wanted != 0 && printed.Base != 0)
        {
            decimal ratio = printed.Base / wanted;
            if (IsNear(ratio, 10_000m) || IsNear(ratio, 100_000_000m) || IsNear(1 / ratio, 10_000m) || IsNear(1 / ratio, 100_000_000m))
            {
                hypotheses.Add(new Hypothesis("unit-slip", [fits]));
            }
            else if (LastDigit(printed, wanted) is { } last)
            {
                hypotheses.Add(new Hypothesis(last, [last == "cut-digits" ? Whole(wanted, printed) : fits]));
            }
            else if (Digits(wanted, printed.Unit, printed.Decimals) is { } right)
            {
                string wrong = Digits(printed.Base, printed.Unit, printed.Decimals)!;
                if (Math.Sign(wanted) != Math.Sign(printed.Base) && right == wrong)
                {
                    hypotheses.Add(new Hypothesis("sign", [fits]));
                }
                else if (Compare(wrong, right) is { } code)
                {
                    hypotheses.Add(new Hypothesis(code, [fits]));
                }
            }
        }

        hypotheses.Add(new Hypothesis("fits-value", [fits]));
        return hypotheses.ToImmutable();
    }

    /// <summary>Whether only the last printed digit is off: through digits cut off, or through rounding; null when more is, and for counts.</summary>
    private static string? LastDigit(Printed printed, decimal wanted)
    {
        decimal unit = printed.LastDigit;
        if (unit == 0 || printed.Unit.Dimension == Documents.Dimension.Count || Math.Abs(printed.Base - wanted) > unit)
        {
            return null;
        }

        decimal scaled = wanted / unit;
        return decimal.Truncate(scaled) == printed.Base / unit && scaled != decimal.Truncate(scaled) ? "cut-digits" : "last-digit";
    }

    /// <summary>How two strings of digits differ, in the terms of a typist; null when they differ by more.</summary>
    internal static string? Compare(string wrong, string right)
    {
        if (wrong.TrimEnd('0') == right.TrimEnd('0') && wrong.Length != right.Length)
        {
            return "decimal-moved";
        }

        if (wrong.Length == right.Length)
        {
            List<int> differing = [.. Enumerable.Range(0, wrong.Length).Where(i => wrong[i] != right[i])];
            return differing switch
            {
                [_] => "digit-wrong",
                [var a, var b] when b == a + 1 && wrong[a] == right[b] && wrong[b] == right[a] => "digits-swapped",
                _ => null,
            };
        }

        return wrong.Length == right.Length + 1 && IsOneLonger(wrong, right) ? "digit-extra"
            : right.Length == wrong.Length + 1 && IsOneLonger(right, wrong) ? "digit-missing"
            : null;
    }

    private static bool IsOneLonger(string longer, string shorter) =>
        Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);

    private static Fact? Neighbour(Fact culprit, IReadOnlyList<Fact> facts)
    {
        Fact? neighbour = null;
        foreach (Fact fact in facts)
        {
            if (fact.Id == culprit.Id)
            {
                break;
            }

            bool same = fact.Figure?.Role == culprit.Figure!.Role && fact.Printed!.Value == culprit.Printed!.Value;
            neighbour = same ? fact : neighbour;
        }

        return neighbour;
    }

    private static string Print(decimal value, Printed like) =>
        (like with { Value = decimal.Round(value / like.Unit.Factor, Math.Min(like.Decimals, 20), MidpointRounding.AwayFromZero) }).ToString();

    /// <summary>With all its digits: 204.9197万元, of which 204.91 was printed.</summary>
    private static string Whole(decimal value, Printed like)
    {
        decimal inUnit = value / like.Unit.Factor;
        int decimals = inUnit.Scale;
        while (decimals > like.Decimals && decimal.Round(inUnit, decimals - 1) == inUnit)
        {
            decimals--;
        }

        return (like with { Value = decimal.Round(inUnit, decimals), Decimals = decimals }).ToString();
    }

    private static string? Digits(decimal value, Unit unit, int decimals)
    {
        decimal inUnit = Math.Abs(decimal.Round(value / unit.Factor, Math.Min(decimals, 20), MidpointRounding.AwayFromZero));
        string digits = inUnit.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        return digits.Length > 0 ? digits : null;
    }

    private static bool IsNear(decimal value, decimal target) => Math.Abs(value - target) <= 0.001m * target;
}
