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

        SameParts.FirstDifference(mined, ResultArchive.Unpack(ResultArchive.Pack(mined))).ShouldBeNull();
    }

    [Fact]
    public void A_made_up_result_comes_back_with_all_its_parts()
    {
        MinedDocument mined = SampleBudget.Create().Mine();

        SameParts.FirstDifference(mined, ResultArchive.Unpack(ResultArchive.Pack(mined))).ShouldBeNull();
    }

    [Fact]
    public void What_was_one_cell_stays_one_cell()
    {
        MinedDocument mined = ResultArchive.Unpack(ResultArchive.Pack(SampleBudget.Create().Mine()));
        Table table = mined.Document!.Tables.Single();

        mined.Facts.Where(fact => fact.Cell is not null).ShouldAllBe(fact => ReferenceEquals(fact.Table, table)
            && ReferenceEquals(fact.Cell, table.Grid[fact.Cell!.Row][fact.Cell.Column]));
    }

    [Fact]
    public void Places_on_pages_come_back()
    {
        var letters = "合计".Select((_, i) => new Region(3, new Box(10.25 + i, 20, 11.25 + i, 31.125))).ToArray();
        var words = PlacedText.FromRegions("合计", [.. letters]);
        var paragraph = new Paragraph(0, ["一、"], words, ParagraphKind.Body, 0, "");
        var document = new Document("", "", null, "other", 3, [paragraph], ["remark"]);
        MinedDocument mined = SampleBudget.Create().Mine() with { Document = document, Facts = [], Figures = [] };

        Paragraph back = ResultArchive.Unpack(ResultArchive.Pack(mined)).Document!.Paragraphs.Single();

        back.Content.Place.ShouldBe(words.Place);
        SameParts.FirstDifference(paragraph, back).ShouldBeNull();
    }
}
