using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks.DocumentRules;

/// <summary>Runs the rules about words over a document and picks out those of one rule.</summary>
internal static class Rulings
{
    private static readonly Pipeline Default = Pipeline.LoadDefault();

    private static readonly RuleBook Book = new(
    [
        .. new[] { "D-01", "D-02", "D-03", "D-04", "D-05", "D-06", "D-07", "D-08", "D-09", "N-20", "N-27", "N-28", "BX-24", "BX-26", "FX-14" }
            .Select(id => new Rule(
                id, "document", new Bilingual(id, id), new Bilingual("", ""), "", Tolerance.Logical, Severity.Note, null, null, [], "")),
    ]);

    public static ImmutableArray<Obligation> Of(Document document) =>
        DisclosureMiner.Checks.DocumentRules.DocumentRules.Check(
            document, Default.Reading, Default.Subjects, Book, Default.Forms.Choose(document, Default.Kinds).Form);

    public static ImmutableArray<Obligation> Of(Document document, string rule) => [.. Of(document).Where(o => o.Rules.Contains(rule))];

    public static ImmutableArray<Obligation> Of(Document document, string rule, string defect) =>
        [.. Of(document, rule).Where(o => o.Defect == defect)];

    /// <summary>A unit or department budget of 2025 with the given paragraphs.</summary>
    public static SampleText Budget(params string[] paragraphs) => Text("青萝市交通运输局2025年部门预算", "department-budget", 2025, paragraphs);

    public static SampleText Text(string title, string genre, int year, params string[] paragraphs)
    {
        var text = new SampleText(title, "青萝市交通运输局", year, genre);
        text.Heading(1, title);
        foreach (string paragraph in paragraphs)
        {
            text.Paragraph(paragraph);
        }

        return text;
    }

    public static void ShouldHold(this ImmutableArray<Obligation> obligations) => obligations.ShouldHaveSingleItem().Outcome!.Holds.ShouldBeTrue();

    /// <summary>One broken obligation of that severity with these words as evidence.</summary>
    public static void ShouldBreak(this ImmutableArray<Obligation> obligations, Severity severity, params string[] words)
    {
        Obligation broken = obligations.Where(o => !o.Outcome!.Holds).ShouldHaveSingleItem();
        broken.Passages.Select(passage => passage.Text).ShouldBe(words);
        broken.Severity.ShouldBe(severity);
    }
}
