using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.Across;

/// <summary>X-02: what is carried into a year is what the year before carried out of it, in the summary of all money and in that of fiscal money.</summary>
internal sealed class CarriedOver(AcrossDocument own, AcrossPartners partners, Comparisons comparisons, RuleBook rules, Func<int, Firmness> firmness)
{
    private const string CarryIn = "carry-in", CarryOut = "carry-out";

    public void Check()
    {
        foreach (Fact cell in own.OwnCells.Where(cell => cell.Table!.Kind is "final-summary" or "final-appropriation-summary"))
        {
            if (cell is not { IsUnreadable: false, Key: { Phase: Phase.Final, Measure: Measure.Amount } key } || key.Year != own.Document.FiscalYear
                || !IsCarryIn(key))
            {
                continue;
            }

            FactKey before = key with { Year = key.Year - 1, Subject = CarryOut, Flow = "expenditure" };
            comparisons.Add(
                partners.Before
                    .Select(partner => (Partner: partner, Fact: partner.Cell(cell.Table!.Kind, before)))
                    .Where(found => (found.Fact?.Printed ?? cell.Printed) is not null && found.Fact is not null)
                    .Select(found => (Duty.Same(cell, found.Fact!, rules["X-02"].Severity, "across-carry", "X-02"), found.Partner)),
                firmness(cell.Table!.Index));
        }
    }

    // carry-in-government-fund is the part of that fund, and non-fiscal balances used are no carry-over.
    private static bool IsCarryIn(FactKey key) => key.Subject == CarryIn || key.Subject == $"{CarryIn}-{key.Fund}";
}
