using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks.Forms;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// The rules about the document as a whole: words, names, presence. Each family is one file of one shape: it looks at the
/// inspected document and yields an obligation for each thing its rule applies to, held or broken.
/// </summary>
internal static class DocumentRules
{
    private static readonly ImmutableArray<Func<Inspection, IEnumerable<Obligation>>> Presence = [Contents.Check, RequiredSections.Check];

    private static readonly ImmutableArray<Func<Inspection, IEnumerable<Obligation>>> Families =
    [
        .. Presence,
        FiscalYear.Check,
        SelfComparison.Check,
        BodyName.Check,
        EmptyTables.Check,
        UnfilledTemplate.Check,
        FormerNames.Check,
        Punctuation.Check,
        CutText.Check,
        CutLines.Check,
        BlankPages.Check,
        SharesWithoutSign.Check,
        AdministrativeLevel.Check,
        ItemNumbers.Check,
        DepartmentOrUnit.Check,
    ];

    /// <summary>
    /// All obligations about words, each with its outcome, numbered <c>d1</c>, <c>d2</c> ... Rules that the catalogue does not
    /// have are left out.
    /// </summary>
    public static ImmutableArray<Obligation> Check(Document document, ReadingKnowledge reading, SubjectCatalog subjects, RuleBook book, DisclosureForm form) =>
        Check(Families, document, reading, subjects, book, form);

    /// <summary>Those about what has to be there.</summary>
    public static ImmutableArray<Obligation> CheckPresence(
        Document document, ReadingKnowledge reading, SubjectCatalog subjects, RuleBook book, DisclosureForm form) =>
        Check(Presence, document, reading, subjects, book, form);

    private static ImmutableArray<Obligation> Check(
        ImmutableArray<Func<Inspection, IEnumerable<Obligation>>> families,
        Document document,
        ReadingKnowledge reading,
        SubjectCatalog subjects,
        RuleBook book,
        DisclosureForm form)
    {
        var inspection = new Inspection(document, reading, subjects, form);
        var obligations = ImmutableArray.CreateBuilder<Obligation>();
        foreach (Obligation obligation in families.SelectMany(family => family(inspection)))
        {
            ImmutableArray<string> rules = [.. obligation.Rules.Where(book.Has)];
            if (!rules.IsEmpty)
            {
                string id = "d" + (obligations.Count + 1).ToString(CultureInfo.InvariantCulture);
                obligations.Add(obligation with { Id = id, Rules = rules });
            }
        }

        return obligations.ToImmutable();
    }
}
