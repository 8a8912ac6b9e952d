using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store.Archives;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Store;

public sealed class ArchiveTests
{
    [Theory]
    [InlineData("yunpu-veterans-2025-budget.txt")]
    [InlineData("langxi-transport-2023-final.txt")]
    public void A_result_comes_back_with_all_its_parts(string name)
    {
        SourceFile file = SourceFile.Read(Path.Combine(TestPaths.Corpus, name));
        MinedDocument mined = Mining.Mine(Pipeline.Load(TestPaths.Pipelines), file, name);

        SameParts.FirstDifference(mined, Back(mined)).ShouldBeNull();
    }

    [Fact]
    public void A_made_up_result_comes_back_with_all_its_parts()
    {
        MinedDocument mined = SampleBudget.Create().Mine();

        SameParts.FirstDifference(mined, Back(mined)).ShouldBeNull();
    }

    [Fact]
    public void What_was_one_cell_stays_one_cell()
    {
        MinedDocument mined = Back(SampleBudget.Create().Mine());
        Table table = mined.Document!.Tables.Single();

        mined.Facts.Where(fact => fact.Cell is not null).ShouldAllBe(fact => ReferenceEquals(fact.Table, table)
            && ReferenceEquals(fact.Cell, table.Grid[fact.Cell!.Row][fact.Cell.Column]));
    }

    [Fact]
    public void Places_on_pages_come_back()
    {
        // One line, a gap, the next line, another page; bottoms and tops that differ in the last bit only.
        Region[] letters =
        [
            new(3, new Box(10.25, 20, 11.25, 31.125)), new(3, new Box(11.25, 20, 12.1, 31.125)), new(3, new Box(12.6, 20, 13.1, 31.125)),
            new(3, new Box(10.25, 40.1, 11.25, 51)), new(3, new Box(11.25, 40.1, 12, Math.BitIncrement(51))),
            new(4, new Box(12, 40.1, 13, Math.BitIncrement(51))), new(1, new Box(-0.0, 0, 1 / 3.0, 1e-9)), new(1, new Box(0, -0.0, 1, 1)),
        ];
        var words = PlacedText.FromRegions("合计一二三四五六", [.. letters]);
        var paragraph = new Paragraph(0, ["一、"], words, ParagraphKind.Body, 0, "");
        var document = new Document("", "", null, "other", 3, [paragraph], ["remark"]) { Attachments = [new Attachment("表", "a.xls", words.Place)] };
        MinedDocument mined = SampleBudget.Create().Mine() with { Document = document, Facts = [], Figures = [] };

        Document whole = Back(mined).Document!;
        Paragraph back = whole.Paragraphs.Single();

        back.Content.Place.ShouldBe(words.Place);
        back.Content.Regions.Select(Bits).ShouldBe(letters.Select(Bits));
        SameParts.FirstDifference(document, whole).ShouldBeNull();
    }

    [Theory]
    [InlineData(ReadingProblem.Encrypted, 0)]
    [InlineData(ReadingProblem.NoText, 12)]
    public void A_reading_that_found_no_document_comes_back(ReadingProblem problem, int pages)
        => ReadingArchive.Unpack(ReadingArchive.Pack(Reading.Failed(problem, pages))).ShouldBe(Reading.Failed(problem, pages));

    [Fact]
    public void A_result_needs_the_reading_that_it_goes_on_from_and_a_refusal_needs_none()
    {
        MinedDocument mined = SampleBudget.Create().Mine();
        var refused = Refusals.Of(new FileIdentity("a.pdf", mined.Sha256, MediaTypes.Pdf), Reading.Failed(ReadingProblem.Damaged));

        ResultArchive.Unpack(ResultArchive.Pack(mined), null).ShouldBeNull();
        SameParts.FirstDifference(refused, ResultArchive.Unpack(ResultArchive.Pack(refused), ReadingArchive.Pack(Reading.Of(mined.Document!))))
            .ShouldBeNull();
    }

    private static MinedDocument Back(MinedDocument mined) =>
        ResultArchive.Unpack(ResultArchive.Pack(mined), ReadingArchive.Pack(Reading.Of(mined.Document!)))!;

    private static (int Page, long X0, long Y0, long X1, long Y1) Bits(Region region) => (
        region.Page,
        BitConverter.DoubleToInt64Bits(region.Box.X0),
        BitConverter.DoubleToInt64Bits(region.Box.Y0),
        BitConverter.DoubleToInt64Bits(region.Box.X1),
        BitConverter.DoubleToInt64Bits(region.Box.Y1));
}
