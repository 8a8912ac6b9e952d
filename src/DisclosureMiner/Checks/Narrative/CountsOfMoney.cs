using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// N-21: money was spent where something was done: journeys and travellers for 出国费, vehicles bought for 购置费, groups and guests for 接待费; and a group has
/// a guest at least.
/// </summary>
/// <param name="catalog">The subjects.</param>
/// <param name="words">The pipeline's vocabulary: <c>counted-money</c> names a subject, the endings of what is counted for it, the units, and whether nobody else pays.</param>
/// <param name="binding">Finds the amounts.</param>
/// <param name="duties">Takes the obligations.</param>
internal sealed class CountsOfMoney(SubjectCatalog catalog, Vocabulary words, Binding binding, Duties duties)
{
    /// <summary>Adds the obligations of all statements.</summary>
    /// <param name="statements">All statements.</param>
    /// <param name="home">The period of the document.</param>
    public void Check(IReadOnlyList<Statement> statements, Period home)
    {
        foreach (string[] kind in words["counted-money"].Select(entry => entry.Split('=')))
        {
            List<Statement> counts = [.. statements.Where(statement => IsCount(statement, kind[1].Split('|'), kind[2].Split('|')) && statement.Current!.Period.Year == home.Year)];
            Fact? amount = counts.Count == 0 ? null : AmountOf(kind[0], statements, home);
            foreach (Statement count in counts)
            {
                // 外事接待0批次 beside 国内公务接待11批次: the money was for the others.
                if (amount is not null && (count.Current!.Fact.Printed!.Value > 0 || !counts.Exists(other => other.Current!.Fact.Printed!.Value > 0)))
                {
                    duties.Add(Tie(count, amount, kind.Length > 3));
                }

                Guests(count, counts);
            }
        }
    }

    private static Obligation Tie(Statement statement, Fact amount, bool isAlwaysPaid)
    {
        Fact count = statement.Current!.Fact;
        Figure figure = count.Figure!;
        bool done = count.Printed!.Value > 0, spent = (amount.Printed?.Base ?? 0) > 0;

        // Others may have paid for a journey; money for none is what to ask about.
        string money = amount.Printed?.ToString() ?? "0";

        // That there are some pins neither number.
        return new Obligation("", ["N-21"], Relation.Logical, done && spent ? null : count, done && spent ? [] : [new Term(amount)], $"{money} > 0 ⇔ {count.Printed} > 0", spent || isAlwaysPaid ? Severity.Warning : Severity.Note, "count")
        {
            Passages = [new Passage(figure.Text, figure.Sentence, figure.Start, figure.Section, figure.Place)],
            Outcome = new LogicalOutcome(done == spent, new Bilingual("金额与数量应同有同无", "money and counts go together")),
        };
    }

    private void Guests(Statement groups, List<Statement> counts)
    {
        if (!words["groups"].Contains(groups.Current!.Fact.Printed!.Unit.Symbol))
        {
            return;
        }

        Statement? guests = counts.Find(other => other.Block == groups.Block && other.Order > groups.Order && other.SentenceStart == groups.SentenceStart
            && words["guests"].Contains(other.Current!.Fact.Printed!.Unit.Symbol));
        if (guests is not null)
        {
            duties.Add(Duty.Of(Relation.AtMost, groups.Current.Fact, [new Term(guests.Current!.Fact)], Severity.Error, "at-most", "N-21"));
        }
    }

    /// <summary>The amount of the document's year: of a table, or else of the narrative.</summary>
    private Fact? AmountOf(string subject, IReadOnlyList<Statement> statements, Period home)
    {
        if (catalog.Find(subject) is not { } known)
        {
            return null;
        }

        return binding.CellFor(Binding.Probe(known), home, null).Cell
            ?? statements.Where(statement => statement.HasOwnName && statement.Scope.Length == 0 && statement.Subjects.Any(own => own.Id == subject))
                .Select(statement => statement.MentionFor(home)?.Fact).FirstOrDefault(fact => fact?.Printed?.Unit.Dimension == Dimension.Money);
    }

    private static bool IsCount(Statement statement, string[] endings, string[] units) => statement.HasOwnName && statement.Scope.Length == 0
        && statement.Current?.Fact.Printed is { Unit: { Dimension: Dimension.Count, Symbol: var unit } } && units.Contains(unit)
        && endings.Any(ending => statement.Words.EndsWith(ending, StringComparison.Ordinal));
}
