using System.Collections.Immutable;

namespace DisclosureMiner.Checks.Registers;

/// <summary>The columns of a register, each with the heads that it may have.</summary>
internal static class RegisterHeads
{
    public const string Code = "code", Name = "name", Aliases = "aliases", FormerNames = "former_names", Kind = "kind", Parent = "parent",
        Region = "region", FirstYear = "first_year", LastYear = "last_year", BudgetDue = "budget_due", FinalDue = "final_due", Note = "note";

    /// <summary>Those that a register must have.</summary>
    public static readonly ImmutableArray<string> Needed = [Code, Name, Kind];

    private static readonly Dictionary<string, string> ByHead = new(StringComparer.OrdinalIgnoreCase)
    {
        [Code] = Code,
        ["代码"] = Code,
        ["编码"] = Code,
        ["单位代码"] = Code,
        [Name] = Name,
        ["名称"] = Name,
        ["单位名称"] = Name,
        [Aliases] = Aliases,
        ["别名"] = Aliases,
        ["简称"] = Aliases,
        [FormerNames] = FormerNames,
        ["曾用名"] = FormerNames,
        ["原名"] = FormerNames,
        [Kind] = Kind,
        ["类别"] = Kind,
        ["性质"] = Kind,
        [Parent] = Parent,
        ["上级"] = Parent,
        ["上级代码"] = Parent,
        [Region] = Region,
        ["地区"] = Region,
        ["区划"] = Region,
        [FirstYear] = FirstYear,
        ["起始年度"] = FirstYear,
        [LastYear] = LastYear,
        ["终止年度"] = LastYear,
        [BudgetDue] = BudgetDue,
        ["预算公开期限"] = BudgetDue,
        [FinalDue] = FinalDue,
        ["决算公开期限"] = FinalDue,
        [Note] = Note,
        ["备注"] = Note,
    };

    /// <summary>All heads, to be told.</summary>
    public static string All => string.Join(", ", ByHead.Keys);

    /// <summary>The column that a head means, or null.</summary>
    public static string? Of(string head) => ByHead.GetValueOrDefault(head.Trim());
}
