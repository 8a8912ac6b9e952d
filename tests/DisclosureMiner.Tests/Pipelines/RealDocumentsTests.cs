using System.Collections.Immutable;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>Published documents, mined from their bytes to their discrepancies.</summary>
public sealed class RealDocumentsTests
{
    private static readonly Pipeline Default = Pipeline.LoadDefault();

    /// <summary>Every document of which a truth is known, its copies in other formats included.</summary>
    public static TheoryData<string> Documents => TestPaths.SharedCorpus is null ? [""] : [.. Labelled().Select(document => document.Truth.Document)];

    [SharedCorpusTheory]
    [MemberData(nameof(Documents))]
    public void What_is_wrong_is_reported_and_nothing_else(string name)
    {
        DocumentScore score = Labelled().Single(document => document.Truth.Document == name).Score(Default);

        score.IdentityMisses.ShouldBeEmpty();
        score.TruthDoubts.ShouldBeEmpty();
        score.Discrepancies.Missed.ShouldBeEmpty();
        score.Discrepancies.FalseAlarms.ShouldBeEmpty();
        score.Discrepancies.Extras.ShouldBeEmpty();
    }

    [SharedCorpusTheory]
    [InlineData("image.pdf", MiningStatus.NeedsOcr, "needs-ocr", "pictures without text")]
    [InlineData("feida_2015_auditor_reply_ocr.pdf", MiningStatus.NeedsOcr, "unreliable-text", "its numbers cannot be trusted")]
    [InlineData("sh_dept_final_template_2024.pdf", MiningStatus.Template, "blank-form", "A blank form, not a disclosure")]
    [InlineData("sh_department_budget_template.xlsx", MiningStatus.Unsupported, "unsupported-type", "Export it as PDF")]
    public void What_cannot_be_checked_says_why_once_and_gives_no_figures(string name, MiningStatus status, string code, string message)
    {
        MinedDocument mined = Mine(name);

        (mined.Status, mined.Error!.Code).ShouldBe((status, code));
        mined.Error.Message.En.ShouldContain(message);
        mined.Figures.ShouldBeEmpty();
        mined.Ledger.ShouldBeEmpty();
        mined.Discrepancies.ShouldBeEmpty();
    }

    /// <summary>Two pages hold these items, and each hides under a clip those that the other shows.</summary>
    [SharedCorpusTheory]
    [InlineData("887.36万元", 7)]
    [InlineData("0.96万元", 7)]
    [InlineData("78.21万元", 8)]
    [InlineData("204.91万元", 8)]
    [InlineData("268.77万元", 8)]
    public void A_figure_that_stands_in_two_pages_is_one_figure_on_the_page_that_shows_it(string text, int page)
    {
        Figure only = Mine("sh_putuo_finance_dept_2025.pdf").Figures.Where(figure => figure.Text == text).ShouldHaveSingleItem();

        only.Place.Regions.Select(region => region.Page).Distinct().ShouldBe([page]);
    }

    private static ImmutableArray<LabelledDocument> Labelled() =>
        LabelledFolder.Find(Path.Combine(TestPaths.SharedCorpus!, "real"), Path.Combine(TestPaths.TestProject, "GroundTruth"));

    private static MinedDocument Mine(string name) => Mining.Mine(Default, SourceFile.Read(Path.Combine(TestPaths.SharedCorpus!, "real", name)), name);
}
