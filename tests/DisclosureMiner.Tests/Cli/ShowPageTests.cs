using System.Xml.Linq;
using DisclosureMiner.Cli;
using DisclosureMiner.Tests.Documents.Pdf;

namespace DisclosureMiner.Tests.Cli;

public sealed class ShowPageTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_is_drawn_with_its_letters_lines_cells_and_paragraphs()
    {
        XElement page = await Draw(
            "10 90 m 190 90 l S 10 70 m 190 70 l S 10 50 m 190 50 l S 10 50 m 10 90 l S 100 50 m 100 90 l S 190 50 m 190 90 l S "
            + "BT /F 10 Tf 15 76 Td (Item) Tj 100 0 Td (Amount) Tj -100 -20 Td (Rent & heat) Tj 100 0 Td (1,200.00) Tj -105 -40 Td (Paid in May) Tj ET");

        page.Attribute("viewBox")!.Value.ShouldBe("0 0 200 100");
        page.Elements(Svg + "text").Select(text => text.Value).ShouldBe(["ItemAmount", "Rent&heat1,200.00", "PaidinMay"]);
        XElement amount = page.Elements(Svg + "text").ElementAt(1);
        amount.Attribute("x")!.Value.Trim().ShouldEndWith(" 115 120.56 123.34 128.9 134.46 140.02 142.8 148.36");
        amount.Attribute("y")!.Value.ShouldBe("44");
        amount.Attribute("font-size")!.Value.ShouldBe("10");
        page.Elements(Svg + "line").Count().ShouldBe(6);
        Boxes(page, "cell").ShouldBe(["10 10 90 20 head", "100 10 90 20 head", "10 30 90 20", "100 30 90 20 unc"]);
        Titles(page).ShouldContain(title => title.StartsWith("t1.r2.c2 · number 1,200.00 · unchecked", StringComparison.Ordinal));
        Titles(page).ShouldContain("body · Paid in May");
    }

    [Fact]
    public async Task A_character_that_is_in_no_block_is_grey()
    {
        XElement page = await Draw("BT /F 10 Tf 20 60 Td (Budget) Tj 70 -58 Td (- 3 -) Tj ET");

        page.Elements(Svg + "text").Select(text => $"{text.Value} {text.Attribute("class")!.Value}").ShouldBe(["Budget latin", "-3- latin out"]);
    }

    [Fact]
    public async Task Letters_that_stand_on_their_side_are_drawn_so()
    {
        XElement page = await Draw("BT 0 1 -1 0 100 20 Tm /F 10 Tf (May) Tj ET");

        page.Attribute("viewBox")!.Value.ShouldBe("0 0 200 100");
        page.Elements(Svg + "text").Select(text => $"{text.Value} {text.Attribute("class")!.Value} {text.Attribute("transform")!.Value}")
            .ShouldBe(["M latin rotate(270 100 80)", "a latin rotate(270 100 71.67)", "y latin rotate(270 100 66.11)"]);
        // Upwards from 20 to 38.89 above the foot of the page.
        Boxes(page, "block").ShouldHaveSingleItem().ShouldEndWith(" 61.11 9.25 18.89");
    }

    [Fact]
    public async Task A_document_of_an_earlier_run_is_named_as_elsewhere_and_told_when_it_has_changed()
    {
        string pdf = await Pdf("BT /F 10 Tf 20 60 Td (Budget 2024) Tj ET");
        await CommandRun.Of("mine", pdf, "--out", _folder["out"]);

        CommandRun same = await CommandRun.Of("show", pdf, "--page", "1", "--svg", "--out", _folder["out"]);
        same.Error.ShouldBe("");

        CommandRun elsewhere = await CommandRun.Of("show", "page.pdf", "--page", "1", "--svg", "--out", _folder["out"]);
        elsewhere.ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCodes.Usage),
            run => run.Error.ShouldContain("The file page.pdf is not here"));
    }

    [Theory]
    [InlineData("--page 2 --svg", "page.pdf has no page 2 that can be read; it has 1 page.")]
    [InlineData("--page 0 --svg", "page.pdf has no page 0 that can be read; it has 1 page.")]
    [InlineData("--page 2 --svg --lang zh", "page.pdf 没有可读取的第 2 页，共 1 页。")]
    [InlineData("--page 1", "--page and --svg go together")]
    [InlineData("--svg", "--page and --svg go together")]
    public async Task What_cannot_be_drawn_is_told(string words, string message)
    {
        CommandRun run = await CommandRun.Of(["show", await Pdf("BT /F 10 Tf 20 60 Td (Budget) Tj ET"), "--out", _folder["out"], .. words.Split(' ')]);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain(message);
        run.Out.ShouldBe("");
    }

    [Fact]
    public async Task A_text_has_no_pages_to_draw()
        => (await CommandRun.Of("show", Path.Combine(TestPaths.Corpus, "yunpu-veterans-2025-budget.txt"), "--page", "1", "--svg", "--out", _folder["out"]))
            .Error.ShouldContain("Only a PDF has pages to draw");

    [Fact]
    public async Task A_discrepancy_of_a_pdf_is_explained_with_page_and_box()
    {
        await CommandRun.Of("mine", Path.Combine(TestPaths.Corpus, "qiyun-emergency-2025-budget.pdf"), "--out", _folder["out"]);
        string id = (await CommandRun.Of("findings", "--out", _folder["out"])).Out.Split('\n')[0].Split('\t')[3];

        (await CommandRun.Of("explain", id, "--out", _folder["out"])).Out.ShouldMatch(@"evidence: p\. \d+ \[\d+ \d+ \d+ \d+\] ");
    }

    [SharedCorpusFact]
    public async Task Figures_have_the_colour_of_their_verdict()
    {
        string pdf = Path.Combine(TestPaths.SharedCorpus!, "real", "sh_putuo_finance_dept_2025.pdf");
        XElement page = XElement.Parse((await CommandRun.Of("show", pdf, "--page", "7", "--svg", "--out", _folder["out"])).Out);

        Titles(page).Count(title => title.Contains("3,121.42万元 · verified", StringComparison.Ordinal)).ShouldBe(5);
        // The figure is cut by the end of the line.
        Boxes(page, "figure").Count(box => box.EndsWith(" con", StringComparison.Ordinal)).ShouldBe(2);
    }

    private async Task<XElement> Draw(string content) =>
        XElement.Parse((await CommandRun.Of("show", await Pdf(content), "--page", "1", "--svg", "--out", _folder["out"])).Out);

    private async Task<string> Pdf(string content)
    {
        string pdf = _folder["page.pdf"];
        await File.WriteAllBytesAsync(pdf, PdfSketch.Of(content));
        return pdf;
    }

    private static List<string> Titles(XElement page) => [.. page.Descendants(Svg + "title").Select(title => title.Value)];

    private static List<string> Boxes(XElement page, string kind) => [.. page.Descendants(Svg + "rect")
        .Where(rect => rect.Attribute("class")!.Value.StartsWith(kind, StringComparison.Ordinal))
        .Select(rect => $"{rect.Attribute("x")!.Value} {rect.Attribute("y")!.Value} {rect.Attribute("width")!.Value} {rect.Attribute("height")!.Value}{rect.Attribute("class")!.Value[kind.Length..].TrimEnd()}")];
}
