using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>What is taken from the content stream of a page: what shows, and nothing that does not.</summary>
public sealed class PageContentTests
{
    [Fact]
    public void A_clip_ends_with_the_state_that_it_was_set_in()
        => Text("q 0 50 200 50 re W n q 0 0 20 100 re W n BT /F 10 Tf 40 60 Td (inner) Tj ET Q BT /F 10 Tf 40 60 Td (outer) Tj ET Q BT /F 10 Tf 40 20 Td (page) Tj ET")
            .ShouldBe("outerpage");

    [Fact]
    public void A_clip_of_two_windows_shows_what_stands_in_either()
        => Text("0 50 50 50 re 100 0 100 50 re W n BT /F 10 Tf 5 60 Td (a) Tj 115 0 Td (b) Tj 0 -50 Td (c) Tj -115 0 Td (d) Tj ET").ShouldBe("ac");

    [Fact]
    public void Clips_without_anything_in_common_hide_everything()
        => Text("0 50 200 50 re W n 0 0 200 40 re W n BT /F 10 Tf 5 60 Td (a) Tj 0 -50 Td (b) Tj ET").ShouldBe("");

    [Fact]
    public void A_line_that_its_clip_cuts_in_half_is_read()
        => Text("0 64 200 36 re W n BT /F 10 Tf 20 60 Td (half) Tj ET").ShouldBe("half");

    [Fact]
    public void A_line_below_the_edge_of_its_clip_is_not()
        => Text("0 70 200 30 re W n BT /F 10 Tf 20 60 Td (none) Tj ET").ShouldBe("");

    [Fact]
    public void Invisible_characters_are_read_where_they_are_few()
        => Page("BT /F 10 Tf 20 60 Td (Budget 2024) Tj 3 Tr ( x) Tj ET").Trust.ShouldBe(PageTrust.Text);

    [Fact]
    public void A_page_of_invisible_characters_is_not_trusted()
        => Page("BT 3 Tr /F 10 Tf 20 60 Td (Budget 2024) Tj ET").Trust.ShouldBe(PageTrust.Recognised);

    [Fact]
    public void Characters_drawn_twice_count_once_and_others_beside_them_each()
        => Text("BT /F 10 Tf 20 60 Td (1) Tj ET BT /F 10 Tf 20.3 60.2 Td (1) Tj ET BT /F 10 Tf 24 60 Td (1) Tj ET BT /F 10 Tf 20.3 60.2 Td (2) Tj ET").ShouldBe("112");

    [Fact]
    public void White_lines_are_no_lines()
        => Lines("1 G 10 90 m 190 90 l S 0 G 10 50 m 190 50 l S 1 1 1 rg 10 70 180 0.5 re f 0 g 10 30 180 0.5 re f").ShouldBe([(50, 10, 190), (69.75, 10, 190)]);

    [Fact]
    public void A_line_shows_as_far_as_its_clip_goes()
        => Lines("0 0 100 100 re W n 10 60 m 190 60 l S 120 40 m 190 40 l S").ShouldBe([(40, 10, 101)]);

    [Fact]
    public void A_line_along_the_edge_of_its_clip_shows()
        => Lines("10 60 100 30 re W n 10 60 m 110 60 l S").ShouldBe([(40, 10, 110)]);

    [Fact]
    public void A_painted_path_that_clips_too_is_painted() => Lines("10 60 100 1 re W f").ShouldBe([(39.5, 10, 110)]);

    [Fact]
    public void A_path_that_is_not_painted_leaves_no_line() => Lines("10 60 100 1 re n 10 60 m 110 60 l n").ShouldBeEmpty();

    [Fact]
    public void A_font_that_tells_its_height_in_other_units_is_as_high_as_others()
    {
        const string Font = "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 7 0 R>>]>>";
        const string Descriptor = "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -36 256 220]/ItalicAngle 0/Ascent 220/Descent -36/CapHeight 171/StemV 80/FontFile2 8 0 R>>";
        PageContent page = PdfReader.Page(
            PdfSketch.WithFont(Font, [Descriptor, "<</Length 4>>stream\nnone\nendstream"], "BT /F 10 Tf 20 60 Td <6536> Tj ET"), 1)!;

        Glyph glyph = page.Glyphs.ShouldHaveSingleItem();
        glyph.Text.ShouldBe("收");
        glyph.Size.ShouldBe(10);
        glyph.Box.ShouldBe(new Box(20, 31.2, 30, 41.2));
    }

    [Theory]
    [InlineData("0 1 -1 0 150 0", 110, 20)]
    [InlineData("0 -1 1 0 50 100", 90, 80)]
    [InlineData("-1 0 0 -1 200 100", 180, 60)]
    public void Places_on_a_turned_page_are_those_of_the_page_as_displayed(string matrix, double x, double y)
    {
        byte[] pdf = PdfSketch.Of($"q {matrix} cm BT /F 10 Tf 20 40 Td (Budget 2024) Tj ET Q");

        Document document = PdfReader.Read(pdf, Pipeline.LoadDefault().Reading).Document!;

        Box box = document.Paragraphs.Single().Content.Regions[0].Box;
        (double X, double Y)[] corners = [(box.X0, box.Y0), (box.X0, box.Y1), (box.X1, box.Y0), (box.X1, box.Y1)];
        corners.Min(corner => Math.Abs(corner.X - x) + Math.Abs(corner.Y - (100 - y))).ShouldBeLessThan(6);
        (box.X0 >= 0 && box.X1 <= 200 && box.Y0 >= 0 && box.Y1 <= 100).ShouldBeTrue($"{box}");
        DocumentReader.View(SourceFile.From("a.pdf", pdf), 1)!.Letters[0].Box.ShouldBe(box);
    }

    [Fact]
    public void Tables_of_a_turned_page_stand_where_the_page_shows_them()
    {
        SourceFile file = SourceFile.From("a.pdf", PdfSketch.Of(
            "q 0 -1 1 0 50 100 cm 10 0 m 90 0 l S 10 30 m 90 30 l S 10 60 m 90 60 l S 10 0 m 10 60 l S 50 0 m 50 60 l S 90 0 m 90 60 l S "
            + "BT /F 10 Tf 15 40 Td (Item) Tj 40 0 Td (2024) Tj -40 -30 Td (Roads) Tj 40 0 Td (1.50) Tj ET Q"));

        ExtractedTable table = TableExtraction.Read(file, Pipeline.LoadDefault().Reading).Pages.Single().Single();

        table.Rows.Select(row => string.Join('|', row.Select(cell => cell!.Text))).ShouldBe(["Item|2024", "Roads|1.50"]);
        table.Rows[0][0]!.Content.Regions[0].Box.ShouldBe(DocumentReader.View(file, 1)!.Letters[0].Box);
        table.Rows[0][0]!.Place.Regions.Single().Box.ShouldBe(new Box(80, 10, 110, 50));
    }

    private static PageContent Page(string content) => PdfReader.Page(PdfSketch.Of(content), 1)!;

    private static string Text(string content) => string.Concat(Page(content).Glyphs.Select(glyph => glyph.Text));

    private static IEnumerable<(double At, double From, double To)> Lines(string content) =>
        Page(content).Horizontal.Select(line => (Math.Round(line.At, 2), Math.Round(line.From, 2), Math.Round(line.To, 2)));
}
