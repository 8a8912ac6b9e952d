using System.Text;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>What characters mean by their fonts, and that those without a key to what they mean are marked and not guessed.</summary>
public sealed class PdfFontsTests
{
    private static readonly ReadingKnowledge Knowledge = Pipeline.LoadDefault().Reading;

    [Theory]
    [InlineData("GBK-EUC-H", "gbk")]
    [InlineData("GBKp-EUC-H", "gbk")]
    [InlineData("GBK2K-H", "gb18030")]
    [InlineData("GB-EUC-H", "gb2312")]
    [InlineData("GBpc-EUC-H", "gb2312")]
    [InlineData("UniGB-UCS2-H", "utf-16BE")]
    [InlineData("UniGB-UTF16-H", "utf-16BE")]
    public void Predefined_encodings_are_read_without_an_embedded_font(string map, string encoding)
        => Text(Composite(map), Encode("收入1,234.56万元（％）", encoding)).ShouldBe("收入1,234.56万元（％）");

    [Theory]
    [InlineData("ETen-B5-H", "big5", "CNS1")]
    [InlineData("UniCNS-UTF16-H", "utf-16BE", "CNS1")]
    public void Traditional_ones_too(string map, string encoding, string ordering)
        => Text(Composite(map, ordering), Encode("歲入預算", encoding)).ShouldBe("歲入預算");

    [Theory]
    [InlineData("GBK-EUC-V", "gbk")]
    [InlineData("UniGB-UCS2-V", "utf-16BE")]
    [InlineData("UniGB-UTF16-V", "utf-16BE")]
    public void Vertical_ones_set_one_character_under_the_other(string map, string encoding)
    {
        PageContent page = PdfReader.Page(Pdf(Composite(map), Encode("收入", encoding)), 1)!;

        page.Glyphs.Select(glyph => glyph.Text).ShouldBe(["收", "入"]);
        (page.Glyphs[1].Box.Y0 - page.Glyphs[0].Box.Y0).ShouldBe(10, 0.1);
        page.Glyphs[1].Box.X0.ShouldBe(page.Glyphs[0].Box.X0);
    }

    [Fact]
    public void Identities_of_a_known_collection_are_read()
        => Text(Composite("Identity-H"), "0D6C0CC6001200130014").ShouldBe("收入123");

    [Fact]
    public void A_subset_without_a_key_is_not_guessed()
    {
        // Each code would do for an ideograph or a digit of Unicode.
        string font = Composite("Identity-H", "Identity");

        Read(font, "0031003200334E004E8C").Problem.ShouldBe(ReadingProblem.UnreliableText);
        Text(font, "0031003200334E004E8C", Readable).ShouldBe("Expenditure of 2024\n\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    }

    [Fact]
    public void A_letter_that_the_key_leaves_out_is_not_guessed()
    {
        string font = Composite("Identity-H", "Identity").Replace("/DescendantFonts", "/ToUnicode 8 0 R/DescendantFonts", StringComparison.Ordinal);

        Text(font, "000100020031", Readable, Key("<0001> <6536> <0002> <5165>", 2)).ShouldBe("Expenditure of 2024\n收入\uFFFD");
    }

    [Fact]
    public void A_key_that_names_each_code_itself_is_none()
    {
        string font = Composite("Identity-H", "Identity").Replace("/DescendantFonts", "/ToUnicode/Identity-H/DescendantFonts", StringComparison.Ordinal);
        string codes = string.Concat("ΏϓϕͲΌЉѢѿӁԀԂԆՈՖֆՊԱԲԳԴԵ".Select(c => ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)));

        Read(font, codes).Problem.ShouldBe(ReadingProblem.UnreliableText);
    }

    [Theory]
    [InlineData("/one/two/comma/three/period/five", "12,3.5")]
    [InlineData("/uni4E00/uni4E8C/period/uni0033/u5341/percent", "一二.3十%")]
    [InlineData("/fi/endash/yen/Euro/quotedblleft/onesuperior", "fi–¥€“¹")]
    [InlineData("/G01/G02/G03/g23/g24/g25", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("/one/two/comma/G04/period/five", "12,\uFFFD.5")]
    public void Letters_are_read_by_their_names(string names, string text)
        => Text("<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own/FirstChar 1/LastChar 6/Widths[600 600 600 600 600 600]"
            + $"/Encoding<</Type/Encoding/Differences[1{names}]>>/FontDescriptor 7 0 R>>", "010203040506", Readable).ShouldBe("Expenditure of 2024\n" + text);

    [Theory]
    [InlineData("Symbol", "61625c", "αβ∴")]
    [InlineData("ZapfDingbats", "3334", "✓✔")]
    public void Symbols_are_not_letters(string font, string codes, string text)
        => Text($"<</Type/Font/Subtype/Type1/BaseFont/{font}>>", codes, Readable).ShouldBe("Expenditure of 2024\n" + text);

    [Fact]
    public void A_symbol_font_of_its_own_is_unreadable()
        => Text("<</Type/Font/Subtype/TrueType/BaseFont/Wingdings/FirstChar 30/LastChar 255/Widths[600]/FontDescriptor 7 0 R>>", "6CFC", Readable)
            .ShouldBe("Expenditure of 2024\n\uFFFD\uFFFD");

    [Fact]
    public void An_amount_with_a_digit_that_cannot_be_read_is_unreadable_in_a_table_and_no_figure_in_prose()
    {
        string font = Composite("Identity-H", "Identity").Replace("/DescendantFonts", "/ToUnicode 8 0 R/DescendantFonts", StringComparison.Ordinal);
        string lines = "10 90 m 190 90 l S 10 70 m 190 70 l S 10 50 m 190 50 l S 10 30 m 190 30 l S 10 30 m 10 90 l S 100 30 m 100 90 l S 190 30 m 190 90 l S ";
        string content = lines + "BT /F 10 Tf 15 76 Td <00100011> Tj 90 0 Td <00120013> Tj -90 -20 Td <00100011> Tj 90 0 Td <000100020003> Tj"
            + " -90 -20 Td <00120013> Tj 90 0 Td <000100090003> Tj -95 -25 Td <00100011000100090003> Tj ET";
        string key = Key("<0001> <0031> <0002> <002E> <0003> <0035> <0010> <652F> <0011> <51FA> <0012> <91D1> <0013> <989D>", 7);
        Document document = PdfReader.Read(PdfSketch.WithFont(font, [Descriptor, key], content), Knowledge).Document!;

        document.Tables.Single().Grid.Select(row => string.Join('|', row.Select(cell => $"{cell!.Text} {cell.Type}")))
            .ShouldBe(["支出 Text|金额 Text", "支出 Text|1.5 Number", "金额 Text|1\uFFFD5 Unreadable"]);
        document.Paragraphs.Single().Content.Text.ShouldBe("支出1\uFFFD5");
        document.Remarks.ShouldContain("Page 1: 2 character(s) have no key to what they mean and are marked as unreadable.");
    }

    // Another font's line, so that the page as a whole can be read.
    private const string Readable = "BT /G 10 Tf 5 90 Td (Expenditure of 2024) Tj ET ";

    private static string Key(string pairs, int count)
    {
        string map = $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange {count} beginbfchar {pairs} endbfchar endcmap end end";
        return $"<</Length {map.Length}>>stream\n{map}\nendstream";
    }

    private static string Composite(string map, string ordering = "GB1") =>
        $"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/{map}/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun"
        + $"/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 2>>/DW 1000/FontDescriptor 7 0 R>>]>>";

    private const string Descriptor =
        "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 859/StemV 80>>";

    private static string Encode(string text, string encoding) =>
        Convert.ToHexString((encoding == "utf-16BE" ? Encoding.BigEndianUnicode : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!).GetBytes(text));

    private static string Text(string font, string hex, string before = "", params string[] objects) =>
        string.Join('\n', PdfReader.Read(Pdf(font, hex, before, objects), Knowledge).Document!.Paragraphs.Select(paragraph => paragraph.Content.Text));

    private static DisclosureMiner.Documents.Reading Read(string font, string hex) => PdfReader.Read(Pdf(font, hex), Knowledge);

    private static byte[] Pdf(string font, string hex, string before = "", params string[] objects) => PdfSketch.WithFont(
        font, [Descriptor, .. objects], before + $"BT /F 10 Tf 5 60 Td <{hex}> Tj ET");
}
