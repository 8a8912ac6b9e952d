using System.Text;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Documents.Pdf;

public sealed class PdfReaderTests
{
    private const string Picture = "q 200 0 0 100 0 0 cm /I Do Q";
    private const string PictureResource = "/XObject<</I 6 0 R>>";

    private static readonly ReadingKnowledge Knowledge = Pipeline.LoadDefault().Reading;

    [Fact]
    public void Text_is_read_with_its_page_and_box()
    {
        Document document = Read(PdfSketch.Of("BT /F 10 Tf 20 60 Td (Budget 2024) Tj ET")).Document!;

        PlacedText text = document.Paragraphs.Single().Content;
        text.Text.ShouldBe("Budget 2024");
        Region year = text.PlaceOf(7, 11).Regions.ShouldHaveSingleItem();
        year.Page.ShouldBe(1);
        // Helvetica sets its digits 5.56 wide at ten points, behind 34.47 of "Budget " and the margin of 20.
        year.Box.X0.ShouldBe(54.47, 0.05);
        year.Box.X1.ShouldBe(76.71, 0.05);
        (year.Box.Y0 < 33.0 && year.Box.Y1 is > 40.0 and < 44.0).ShouldBeTrue($"{year.Box}");
    }

    [Fact]
    public void What_a_clip_hides_is_not_read()
        => Texts("q 0 50 200 50 re W n BT /F 10 Tf 20 60 Td (seen) Tj 0 -40 Td (hidden) Tj ET Q").ShouldBe(["seen"]);

    [Fact]
    public void What_lies_off_the_page_is_not_read()
        => Texts("BT /F 10 Tf 20 60 Td (seen) Tj 0 200 Td (above) Tj ET").ShouldBe(["seen"]);

    [Theory]
    [InlineData("0 1 -1 0 150 0")]
    [InlineData("0 -1 1 0 50 100")]
    [InlineData("-1 0 0 -1 200 100")]
    public void A_page_whose_letters_stand_on_their_side_is_turned(string matrix)
    {
        PageContent page = PdfReader.Open(PdfSketch.Of($"q {matrix} cm 10 60 m 90 60 l S 10 20 m 10 60 l S BT /F 10 Tf 20 40 Td (Budget 2024) Tj 0 -15 Td (p) Tj ET Q")).Pages.Single();

        (page.Width, page.Height).ShouldBe(matrix[0] == '-' ? (200.0, 100.0) : (100.0, 200.0));
        page.Turned.ShouldBe(0);
        string.Concat(page.Glyphs.OrderBy(glyph => glyph.Baseline).ThenBy(glyph => glyph.Box.X0).Select(glyph => glyph.Text)).ShouldBe("Budget 2024p");
        (page.Glyphs[^1].Baseline - page.Glyphs[0].Baseline).ShouldBe(15, 0.01);
        page.Glyphs[1].Box.X0.ShouldBe(page.Glyphs[0].Box.X1, 0.02);
        Ruling line = page.Horizontal.ShouldHaveSingleItem();
        (page.Glyphs[0].Baseline - line.At).ShouldBe(20, 0.01);
        (page.Glyphs[0].Box.X0 - line.From).ShouldBe(10, 0.01);
        line.Length.ShouldBe(80, 0.01);
        page.Vertical.ShouldHaveSingleItem().From.ShouldBe(line.At, 0.01);
    }

    [Fact]
    public void Letters_across_an_upright_page_are_left_out()
        => Texts("BT /F 10 Tf 20 60 Td (Budget 2024) Tj ET q 0.7 0.7 -0.7 0.7 50 0 cm BT /F 30 Tf 5 5 Td (draft) Tj ET Q").ShouldBe(["Budget 2024"]);

    [Fact]
    public void Bold_print_drawn_twice_is_read_once()
        => Texts("BT /F 10 Tf 20 60 Td (Total 12.50) Tj 0.3 0 Td (Total 12.50) Tj ET").ShouldBe(["Total 12.50"]);

    [Fact]
    public void A_table_is_read_from_lines_and_from_thin_rectangles()
    {
        Document document = Read(PdfSketch.Of(
            "10 90 m 190 90 l S 10 70 180 0.8 re f 10 50 m 190 50 l S 10 50 m 10 90 l S 100 50 0.8 40 re f 190 50 m 190 90 l S "
            + "BT /F 10 Tf 15 76 Td (Item) Tj 100 0 Td (Amount) Tj -100 -20 Td (Rent) Tj 100 0 Td (1,200.00) Tj ET")).Document!;

        Table table = document.Tables.Single();
        table.Grid.Select(row => string.Join('|', row.Select(cell => cell!.Text))).ShouldBe(["Item|Amount", "Rent|1,200.00"]);
        table.Grid[1][1]!.Number!.Value.ShouldBe(1200.00m);
    }

    [Fact]
    public void A_page_that_is_a_picture_needs_recognition()
        => Read(PdfSketch.Of(Picture, resources: PictureResource)).Problem.ShouldBe(ReadingProblem.NoText);

    [Fact]
    public void Invisible_characters_over_a_picture_are_not_trusted()
        => Read(PdfSketch.Of(Picture + " BT 3 Tr /F 10 Tf 20 60 Td (Budget Z0l5) Tj ET", resources: PictureResource))
            .Problem.ShouldBe(ReadingProblem.UnreliableText);

    [Fact]
    public void A_locked_file_is_told_from_a_damaged_one()
    {
        string key = new('A', 64);
        byte[] locked = PdfSketch.Of("", $"/Encrypt<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>/ID[<{key}><{key}>]");

        Read(locked).Problem.ShouldBe(ReadingProblem.Encrypted);
        Read(Encoding.ASCII.GetBytes("%PDF-1.4\nendobj")).Problem.ShouldBe(ReadingProblem.Damaged);
    }

    [Fact]
    public void A_file_that_was_cut_off_anywhere_never_ends_the_program()
    {
        byte[] whole = PdfSketch.Of("BT /F 10 Tf 20 60 Td (Budget 2024) Tj ET");

        for (int length = 0; length < whole.Length; length += 7)
        {
            Should.NotThrow(() => Read(whole[..length]));
        }
    }

    private static DisclosureMiner.Documents.Reading Read(byte[] bytes) => PdfReader.Read(bytes, Knowledge);

    private static IEnumerable<string> Texts(string content) => Read(PdfSketch.Of(content)).Document!.Paragraphs.Select(paragraph => paragraph.Content.Text);
}
