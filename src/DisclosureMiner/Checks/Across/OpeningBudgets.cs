using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Across;

/// <summary>
/// the opening budget that a final account names is the budget that was published. A budget that it calls so without more may be
/// the adjusted one, as in most tables of the 三公 expenses: that counts only where it agrees.
/// </summary>
internal sealed class OpeningBudgets(AcrossDocument own, AcrossPartners partners, Comparisons comparisons, RuleBook rules)
{
    private readonly int _year = own.Document.FiscalYear!.Value;

    public void Check()
    {
        foreach (Fact cell in own.OwnCells)
        {
            if (cell is { Printed: not null, Key: { Measure: Measure.Amount } key } && key.Year == _year && IsBudget(key.Phase) && own.IsKnown(key.Subject))
            {
                Compare(cell, key.Phase, partner => partner.Print(key with { Phase = Phase.Budget }));
            }
        }

        var published = new Period(_year, Phase.Budget);
        foreach (Statement statement in own.Statements)
        {
            foreach (Mention mention in statement.Mentions)
            {
                if (mention.Period.Year == _year && IsBudget(mention.Period.Phase) && mention.Fact.Printed?.Unit.Dimension == Dimension.Money)
                {
                    Compare(own.Of(mention.Fact), mention.Period.Phase, partner => partner.Find(statement, published, mention.Fact.Printed));
                }
            }
        }
    }

    private static bool IsBudget(Phase phase) => phase is Phase.OpeningBudget or Phase.Budget;

    private void Compare(Fact stated, Phase phase, Func<AcrossDocument, Fact?> find) => comparisons.Add(
        partners.Budgets
            .Select(partner => (Partner: partner, Fact: find(partner)))
            .Where(found => found.Fact is { Printed: not null })
            .Select(found => (Duty.Same(stated, found.Fact!, rules["X-03"].Severity, "across-opening", "X-03"), found.Partner)),
        phase == Phase.OpeningBudget ? Firmness.Same : Firmness.OtherPhase);
}
