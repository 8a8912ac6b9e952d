using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// N-34 in prose: 接待费2.30万元，…230人次，平均每人次100元. A price for one, the number of what it is the price of, and an amount of the same
/// paragraph. Which amount is meant is told by the arithmetic; a paragraph with only one leaves no choice, and where there are more, amount, number
/// and price stand one after the other (安排14.40万元，放映480场，每场300元).
/// </summary>
internal sealed class UnitPrices(Vocabulary words, Duties duties)
{
    /// <summary>Adds the obligations of all prices.</summary>
    public void Check(IReadOnlyList<Statement> statements)
    {
        foreach (IGrouping<int, Statement> paragraph in statements.GroupBy(statement => statement.Block))
        {
            foreach (Statement price in paragraph.Where(statement => statement.IsUnitPrice && IsMoney(statement) && statement.Row.Length == 0))
            {
                Check(price, [.. paragraph]);
            }
        }
    }

    private void Check(Statement price, List<Statement> paragraph)
    {
        if (paragraph.FindLast(statement => statement.Order < price.Order && IsCountOf(statement, price)) is not { } count)
        {
            return;
        }

        Period period = price.Current!.Period;
        List<Fact> amounts = [.. paragraph.Where(statement => !statement.IsUnitPrice && IsMoney(statement))
            .Select(statement => statement.MentionFor(period)?.Fact).OfType<Fact>().Where(fact => fact.Printed is { Value: not 0 })];
        List<Obligation> products = [.. amounts.Select(amount => Duty.Of(
            Relation.Product, amount, [new Term(price.Current.Fact), new Term(count.Current!.Fact)], Severity.Error, "unit-price", "N-34"))];
        bool isOne = amounts.DistinctBy(amount => amount.Printed!.Base).Count() == 1;
        if ((products.Find(duties.WouldHold) ?? (IsSubsidy(price, count, amounts) ? null : isOne ? products[^1] : Leading(paragraph, count, price) is { } leading ? products.Find(product => product.Stated!.Id == leading.Id) : null)) is { } product)
        {
            duties.Add(product);
        }
        else
        {
            duties.Undecided(price.Current.Fact, "ambiguous", "unit-price", "N-34");
        }
    }

    /// <summary>经费20万元，放映480场，每场补助300元: what is paid in part costs more; only more than there is contradicts.</summary>
    private bool IsSubsidy(Statement price, Statement count, List<Fact> amounts) => words["unit-price-subsidies"].Any(word => price.Words.Contains(word, StringComparison.Ordinal))
        && amounts.Exists(amount => price.Current!.Fact.Printed!.Base * count.Current!.Fact.Printed!.Base < amount.Printed!.Base);

    /// <summary>The amount right before number and price of works in one sentence.</summary>
    private Fact? Leading(List<Statement> paragraph, Statement count, Statement price) =>
        words["unit-price-works"].Contains(count.Current!.Fact.Printed!.Unit.Symbol) && paragraph.IndexOf(count) is > 0 and var at && paragraph.IndexOf(price) == at + 1
            && paragraph[at - 1] is { } amount && amount.SentenceStart == count.SentenceStart && price.SentenceStart == count.SentenceStart ? amount.Current?.Fact : null;

    /// <summary>每人次 is for each 人次, 人均 for each 人.</summary>
    private bool IsCountOf(Statement statement, Statement price) =>
        statement.Current?.Fact.Printed is { Unit: { Dimension: Dimension.Count, Symbol: { Length: > 0 } unit }, Value: > 0 }
        && words["unit-price-each"].Select(entry => entry.Split('=')).Any(each => each[1] == unit && price.Words.Contains(each[0], StringComparison.Ordinal)
            && !words["unit-price-each"].Any(longer => longer.Split('=')[0] is var word && word.Length > each[0].Length && word.StartsWith(each[0], StringComparison.Ordinal) && price.Words.Contains(word, StringComparison.Ordinal)));

    private static bool IsMoney(Statement statement) => statement.Current?.Fact.Printed is { Unit.Dimension: Dimension.Money };
}
