using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Tests.Documents.Pdf;

namespace DisclosureMiner.Tests.Checks;

public sealed class BlankPagesTests
{
    private const string Written = "BT /F 10 Tf 20 60 Td (Roads of the town) Tj ET";
    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);

    [Fact]
    public void Empty_pages_between_others_are_one_note()
    {
        Discrepancy note = Mine(Written, "", "", Written, "").Discrepancies.ShouldHaveSingleItem();

        note.Severity.ShouldBe(Severity.Note);
        note.Message.En.ShouldBe("p. 2 narrative: nothing is on this page (2 places). Please check.");
        note.Evidence.Select(evidence => evidence.Place.Regions.Single().Page).ShouldBe([2, 3]);
    }

    [Fact]
    public void An_empty_page_behind_all_others_is_no_surplus() => Mine("", Written, Written, "").Discrepancies.ShouldBeEmpty();

    private static MinedDocument Mine(params string[] pages) => Mining.Mine(Default, SourceFile.From("a.pdf", PdfSketch.OfPages(pages)), "a.pdf");
}
