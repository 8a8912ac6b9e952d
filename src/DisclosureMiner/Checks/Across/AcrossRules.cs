using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Across;

/// <summary>The rules across documents (X): what one document owes to others.</summary>
internal static class AcrossRules
{
    /// <summary>Writes down every obligation of a document towards its partners and decides it.</summary>
    /// <param name="own">The document that the obligations belong to.</param>
    /// <param name="partners">The documents that it is compared with.</param>
    /// <param name="knowledge">What is known of the field.</param>
    /// <param name="before">How many obligations the document has already; the new ones are numbered on from there.</param>
    public static ImmutableArray<Ruling> Check(AcrossDocument own, AcrossPartners partners, AcrossKnowledge knowledge, int before)
    {
        IEnumerable<AcrossDocument> all =
        [
            own, .. partners.Before, .. partners.Budgets, .. partners.Units.Select(unit => unit.Document).OfType<AcrossDocument>(),
            .. new[] { partners.Version, partners.Sharing }.OfType<AcrossDocument>(), .. partners.Parts,
        ];
        RuleBook rules = knowledge.Rules;
        var comparisons = new Comparisons(new Evaluator(Conventions.Learn(all.SelectMany(document => document.Facts))));
        Func<int, Firmness> firmness = FirmnessIn(own, knowledge.Reading.Words);
        if (!partners.Before.IsEmpty)
        {
            new PriorYear(own, partners, comparisons, knowledge, firmness).Check();
            new CarriedOver(own, partners, comparisons, rules, firmness).Check();
        }

        if (!partners.Budgets.IsEmpty)
        {
            new OpeningBudgets(own, partners, comparisons, rules).Check();
        }

        new UnitSums(own, partners, comparisons, knowledge).Check();
        if (partners.Version is { } version)
        {
            new Versions(own, version, comparisons, rules).Check();
        }

        if (!partners.Parts.IsEmpty)
        {
            new PublishedTogether(own, partners, comparisons, knowledge).Check();
        }

        if (partners.Sharing is { } sharing)
        {
            new SharedRows(own, sharing, comparisons, rules).Check();
        }

        return [.. comparisons.Rulings().Select((ruling, i) => Numbered(ruling, before + i + 1))];
    }

    /// <summary>What stands in the ledger of a document that could not be compared.</summary>
    /// <param name="before">How many obligations the document has already.</param>
    public static Ruling Failed(int before) => Numbered(
        new Ruling(new Obligation("", ["X-01"], Relation.Logical, null, [], "", Severity.Note, "across-prior"), Verdict.NotChecked, "not-compared", null, null, null),
        before + 1);

    private static Ruling Numbered(Ruling ruling, int number) =>
        ruling with { Obligation = ruling.Obligation with { Id = "o" + number.ToString(CultureInfo.InvariantCulture) } };

    /// <summary>
    /// How firm a comparison of what stands in a block is. A document that speaks of a reorganisation or of comparable scope beside its
    /// numbers may have worked out last year's anew: in that paragraph, and in its tables.
    /// </summary>
    private static Func<int, Firmness> FirmnessIn(AcrossDocument own, Vocabulary words)
    {
        var numbers = own.Facts.Select(fact => fact.Figure?.Block).OfType<int>().ToHashSet();
        var restated = own.Document.Paragraphs
            .Where(paragraph => numbers.Contains(paragraph.Index))
            .Where(paragraph => words["across-restated"].Any(word => Folding.Label(paragraph.Content.Text).Contains(word, StringComparison.Ordinal)))
            .Select(paragraph => paragraph.Index)
            .ToHashSet();
        return block => restated.Contains(block) || (restated.Count > 0 && own.Document.Blocks[block] is Table) ? Firmness.Restated : Firmness.Same;
    }
}
