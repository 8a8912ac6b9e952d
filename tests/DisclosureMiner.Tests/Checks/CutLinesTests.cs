using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Tests.Documents.Pdf;

namespace DisclosureMiner.Tests.Checks;

/// <summary>Lines that the lower edge of a cell cuts. Of a line of ten points with its baseline at 50, print fills 48.8 to 58.6.</summary>
public sealed class CutLinesTests
{
    private const string Line = "BT /F 10 Tf 20 50 Td (Roads) Tj ET ";
    private const string Next = "BT /F 10 Tf 20 20 Td (Roads of the town) Tj ET";
    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);

    [Theory]
    [InlineData(57)]
    [InlineData(53)]
    public void A_line_whose_lower_part_is_cut_off_is_a_note_with_its_text(int edge)
    {
        Discrepancy note = Mine($"q 0 {edge} 200 40 re W n {Line} Q {Next}").ShouldHaveSingleItem();

        note.Severity.ShouldBe(Severity.Note);
        note.Ruling.Obligation.Rules.ShouldBe(["D-08"]);
        note.Message.En.ShouldBe("p. 1 narrative: “Roads”: only a part of the height of this line shows. Please check.");
    }

    [Fact]
    public void All_lines_cut_on_one_page_are_one_note() =>
        Mine($"q 0 53 200 40 re W n {Line} Q q 0 23 200 20 re W n {Next} Q", $"q 0 53 200 40 re W n {Line} Q {Next}")
            .Select(note => note.Evidence.Length).ShouldBe([2, 1]);

    [Theory]
    [InlineData("q 0 58 200 40 re W n {0} Q", "no more shows than dust")]
    [InlineData("q 0 50 200 40 re W n {0} Q", "only tails are lost")]
    [InlineData("q 0 53 200 40 re W n {0} Q {0}", "it is printed again as a whole")]
    [InlineData("q 0 53 200 40 re W n {0} Q q 0 40 200 13 re W n {0} Q", "another window shows the other part")]
    [InlineData("q 0 40 24 40 re W n {0} Q", "a narrow cell cuts it at the side")]
    [InlineData("q 0 53 200 40 re W n 3 Tr {0} Q", "it has no ink")]
    public void A_line_is_not_cut(string drawing, string because) =>
        Mine(drawing.Replace("{0}", Line, StringComparison.Ordinal) + " 0 Tr " + Next).ShouldBeEmpty(because);

    private static ImmutableArray<Discrepancy> Mine(params string[] pages) =>
        Mining.Mine(Default, SourceFile.From("a.pdf", PdfSketch.OfPages(pages)), "a.pdf").Discrepancies;
}
