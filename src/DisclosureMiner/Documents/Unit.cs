namespace DisclosureMiner.Documents;

/// <summary>What a unit measures. Only quantities of one dimension may be compared.</summary>
public enum Dimension
{
    /// <summary>No unit is printed and none is implied.</summary>
    None,

    /// <summary>Renminbi; the factor leads to 元.</summary>
    Money,

    /// <summary>Another currency; the symbol tells which.</summary>
    ForeignMoney,

    /// <summary>Percent; ‰ has the factor 0.1.</summary>
    Percent,

    /// <summary>Percentage points.</summary>
    PercentagePoint,

    /// <summary>Things that are counted or measured: 辆, 人, 批次, 平方米 ... The symbol is the unit.</summary>
    Count,
}

/// <summary>
/// The unit that a number is printed in. <see cref="Factor"/> turns a printed value into the base unit of its dimension
/// (元 for money, percent for rates). Two units are equal when symbol, dimension and factor are.
/// </summary>
/// <param name="Symbol">As printed, folded to simplified characters: 万元, %, 辆.</param>
/// <param name="Dimension">What is measured.</param>
/// <param name="Factor">How many base units one of this unit is.</param>
public sealed record Unit(string Symbol, Dimension Dimension, decimal Factor)
{
    /// <summary>No unit.</summary>
    public static Unit None { get; } = new("", Dimension.None, 1m);

    /// <summary>元.</summary>
    public static Unit Yuan { get; } = new("元", Dimension.Money, 1m);

    /// <summary>万元, ten thousand 元.</summary>
    public static Unit TenThousandYuan { get; } = new("万元", Dimension.Money, 10_000m);

    /// <summary>亿元, a hundred million 元.</summary>
    public static Unit HundredMillionYuan { get; } = new("亿元", Dimension.Money, 100_000_000m);

    /// <summary>Percent.</summary>
    public static Unit Percent { get; } = new("%", Dimension.Percent, 1m);

    /// <summary>Per mille.</summary>
    public static Unit PerMille { get; } = new("‰", Dimension.Percent, 0.1m);

    /// <summary>Percentage points.</summary>
    public static Unit PercentagePoint { get; } = new("个百分点", Dimension.PercentagePoint, 1m);

    /// <summary>A unit of counting or measuring with the given symbol.</summary>
    public static Unit Counting(string symbol) => new(symbol, Dimension.Count, 1m);
}
