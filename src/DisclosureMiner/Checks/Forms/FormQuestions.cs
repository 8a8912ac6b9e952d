namespace DisclosureMiner.Checks.Forms;

/// <summary>
/// In a form that nobody described, a rule that fails all over a table is more likely a wrong rule than a wrong table: its breaches become one
/// question about the form instead of an error for each row.
/// </summary>
internal static class FormQuestions
{
    /// <summary>Why such a breach was not decided: a key of the wording.</summary>
    public const string Reason = "form-question";

    // Two rows that fail are two mistakes; a layout read wrongly fails in most.
    private const int FewestBroken = 3;

    /// <summary>The ledger with what is in question undecided, and the questions behind it.</summary>
    public static IEnumerable<Ruling> Ask(IReadOnlyList<Ruling> ledger)
    {
        var asked = new HashSet<Ruling>(ReferenceEqualityComparer.Instance);
        var questions = new List<Ruling>();
        foreach (IGrouping<(string Rule, string Tables), Ruling> group in ledger.Where(IsOfTables).GroupBy(ruling => (ruling.Obligation.Rule, TablesOf(ruling))))
        {
            List<Ruling> broken = [.. group.Where(ruling => ruling.IsBroken && ruling.Obligation.Severity > Severity.Note)];
            int decided = group.Count(ruling => ruling.IsDecided);
            // A class, its group and its item are often one number printed three times.
            int different = broken.Select(ruling => (ruling.Obligation.Stated?.Printed?.Base, ruling.Value)).Distinct().Count();
            // A line that was left out breaks its total in every column.
            int lines = broken.Select(ruling => ruling.Obligation.Stated?.Line).Distinct().Count();
            if (different >= FewestBroken && lines > 1 && broken.Count * 2 > decided)
            {
                asked.UnionWith(broken);
                questions.Add(QuestionOf(broken, decided));
            }
        }

        return ledger.Select(ruling => asked.Contains(ruling) ? ruling with { Verdict = Verdict.NotChecked, Reason = Reason } : ruling).Concat(questions);
    }

    private static bool IsOfTables(Ruling ruling) =>
        ruling.Obligation.Outcome is null && ruling.Obligation.Facts.Any() && ruling.Obligation.Facts.All(fact => fact.Table is not null);

    private static string TablesOf(Ruling ruling) =>
        string.Join(' ', ruling.Obligation.Facts.Select(fact => fact.Table!.Number).Distinct().Order());

    private static Ruling QuestionOf(List<Ruling> broken, int decided)
    {
        Obligation first = broken[0].Obligation;
        string title = first.Facts.First().Table!.Title;
        var what = new Bilingual(
            $"表《{title}》按该规则有{broken.Count}处不成立（共{decided}处），可能是表式与规则不同，请核对表式",
            $"in table 《{title}》 {broken.Count} of {decided} relations of this rule do not hold; perhaps the form differs from the rule: check the form");
        var question = new Obligation("", [first.Rule], Relation.Logical, null, [], "", Severity.Note, Reason) { Outcome = new LogicalOutcome(false, what) };
        return new Ruling(question, Verdict.Conflict, "", null, null, null);
    }
}
