using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Findings;

/// <summary>
/// How the numbers of one ruling are shown: in the unit of what is stated, sums with every digit they have, rates with two
/// decimals or with as many as it takes to tell stated and computed apart.
/// </summary>
internal sealed record WordingScale(Unit Unit, int Decimals)
{
    // A quotient in 元 shown in 亿元 would drag a tail of digits that nobody printed.
    private const int MostDecimals = 6;
    private const int UsualDecimals = 2;

    public static WordingScale Of(Ruling ruling)
    {
        Obligation obligation = ruling.Obligation;
        Printed? stated = obligation.Stated?.Printed;
        if (stated is null && (IsRatio(obligation.Relation) || (obligation.Relation == Relation.Logical && ruling.Value is not null)))
        {
            return new WordingScale(Unit.Percent, 2);
        }

        if (obligation is { Relation: Relation.Product, Operands.Length: 1 })
        {
            // How many times the price the amount is.
            return new WordingScale(Unit.None, Math.Min(ruling.Value is { } times ? Scale(times) : 0, 4));
        }

        Printed? model = stated ?? obligation.Operands.Select(term => term.Fact.Printed).FirstOrDefault(printed => printed is not null);
        if (model is null)
        {
            return new WordingScale(Unit.None, 0);
        }

        if (!IsRatio(obligation.Relation))
        {
            int exact = ruling.Value is { } sum ? Math.Min(Scale(sum / model.Unit.Factor), MostDecimals) : 0;
            var printed = new WordingScale(model.Unit, model.Decimals);

            // 元 seen from 万元 have four digits more than anybody reads; they count only where they make the difference.
            bool isFiner = obligation.Facts.Any(fact => fact.Printed is { } other && other.Unit.Factor < model.Unit.Factor);
            bool isTold = stated is not null && ruling.Value is { } whole && printed.Digits(whole) != printed.Digits(stated.Base);
            return isFiner && isTold ? printed.For(ruling.Value!.Value) : printed with { Decimals = Math.Max(model.Decimals, exact) };
        }

        int decimals = Math.Max(2, model.Decimals);
        bool same = ruling.Value is { } value && Math.Round(value / model.Unit.Factor, decimals) == model.Value;
        return new WordingScale(model.Unit, same && !ruling.Holds ? decimals + 2 : decimals);
    }

    /// <summary>The scale of a number of its own.</summary>
    public static WordingScale Of(Printed printed) => new(printed.Unit, printed.Decimals);

    /// <summary>This scale with as many decimals as <paramref name="baseValue"/> needs, up to the two that amounts are printed with.</summary>
    public WordingScale For(decimal baseValue) =>
        this with { Decimals = Math.Max(Decimals, Math.Min(Scale(baseValue / Unit.Factor), UsualDecimals)) };

    /// <summary>A value in the base unit of its dimension, with its sign and unit.</summary>
    public string Show(decimal baseValue) => Digits(baseValue) + Unit.Symbol;

    /// <summary>The digits alone.</summary>
    public string Digits(decimal baseValue)
    {
        decimal rounded = Math.Round(baseValue / Unit.Factor, Decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>A distance between two values: rates differ by percentage points.</summary>
    public string Distance(decimal baseValue, Func<Bilingual, string> tongue) =>
        Unit.Dimension == Dimension.Percent
            ? Digits(Math.Abs(baseValue)) + tongue(Wording.Text("pieces/points"))
            : Show(Math.Abs(baseValue));

    /// <summary>The next value of this scale that is not above <paramref name="baseValue"/>.</summary>
    public decimal Down(decimal baseValue)
    {
        decimal step = Unit.Factor * Printed.PowerOfTen(-Decimals);
        return Math.Floor(baseValue / step) * step;
    }

    private static bool IsRatio(Relation relation) =>
        relation is Relation.Ratio or Relation.Growth or Relation.GrowthFromChange or Relation.CompletionFromChange;

    // Dividing by the one with 28 zeros drops trailing zeros, so that 12.3400 has two decimals.
    private static int Scale(decimal value) => (value / 1.0000000000000000000000000000m).Scale;
}
