namespace DisclosureMiner.Facts.Narrative;

/// <summary>Which money a document's tables print: all of it, the fiscal part, a single fund.</summary>
/// <param name="isAllFiscal">Whether all money is fiscal, or only tables of one scope are printed.</param>
/// <param name="isBasicFiscal">The same of basic spending, which may be fiscal where the rest is not.</param>
internal sealed class MoneyScopes(bool isAllFiscal, bool isBasicFiscal)
{
    /// <summary>What the totals of the tables tell.</summary>
    public static MoneyScopes Of(IReadOnlyList<Fact> cells)
    {
        bool all = AreEqual(cells, "expenditure-current", "expenditure-total");
        return new MoneyScopes(all, all || AreEqual(cells, "basic"));
    }

    /// <summary>
    /// How far the money of a cell is from the money spoken of; null when they are different money. Where all money of a
    /// document is fiscal, a narrower scope stands for the wider.
    /// </summary>
    /// <param name="spoken">The fund that the words name, or empty for all money.</param>
    /// <param name="printed">The fund of the cell, or empty.</param>
    /// <param name="isBasic">Whether it is basic spending.</param>
    public int? Distance(string spoken, string printed, bool isBasic)
    {
        bool interchangeable = isBasic ? isBasicFiscal : isAllFiscal;
        return (spoken, printed) switch
        {
            (_, "") => 0,
            ("", "all") => 0,
            var (a, b) when a == b => 0,
            ("", "fiscal") => interchangeable ? 2 : null,
            ("", "general-public") => interchangeable ? 4 : null,
            ("", "government-fund" or "state-capital") => null,
            ("", _) => 6,
            ("fiscal", "general-public" or "government-fund" or "state-capital") => 1,
            ("fiscal", "all") => interchangeable ? 4 : null,
            ("general-public", "fiscal") => interchangeable ? 3 : null,
            ("general-public", "all") => interchangeable ? 5 : null,
            _ => null,
        };
    }

    /// <summary>Whether the totals of all money equal those of fiscal money; also when one of them is not printed.</summary>
    private static bool AreEqual(IReadOnlyList<Fact> cells, params string[] totals)
    {
        decimal? Total(Func<string, bool> fund) => cells
            .Where(fact => fact is { Printed: not null, Key: { Flow: "expenditure" } key } && totals.Contains(key.Subject) && fund(key.Fund))
            .Max(fact => (decimal?)fact.Printed!.Base);
        decimal? all = Total(fund => fund == "all"), fiscal = Total(fund => fund is "fiscal" or "general-public");
        return all is null || fiscal is null || Math.Abs(all.Value - fiscal.Value) <= SameMoney * all.Value;
    }

    /// <summary>Totals in 元 and in rounded 万元 may differ by this share and still be the same money.</summary>
    private const decimal SameMoney = 0.0001m;
}
