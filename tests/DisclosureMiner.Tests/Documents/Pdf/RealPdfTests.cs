using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>Published budgets and final accounts: their tables are all there, and every amount stands alone in its cell.</summary>
public sealed partial class RealPdfTests
{
    private static readonly ReadingKnowledge Knowledge = Pipeline.LoadDefault().Reading;

    [SharedCorpusTheory]
    [InlineData("sh_putuo_justice_dept_2026", 23, 9, 364)]
    [InlineData("sh_putuo_wanli_dept_2024", 33, 9, 525)]
    [InlineData("sh_putuo_finance_dept_2025", 24, 9, 241)]
    [InlineData("sh_putuo_govoffice_dept_2025", 22, 9, 221)]
    [InlineData("sh_putuo_finance_dept_2024", 25, 10, 195)]
    [InlineData("sh_putuo_finance_dept_2024_seeded_errors", 26, 9, 149)]
    [InlineData("sh_putuo_wanli_2025_generated_preview1", 29, 9, 529)]
    public void Every_amount_stands_alone_in_a_cell_of_one_of_its_tables(string name, int pages, int tables, int amounts)
    {
        Document document = Read(name).Document!;

        (document.Pages, document.Tables.Count()).ShouldBe((pages, tables));
        Cell[] withAmount = [.. document.Tables.SelectMany(table => table.Grid).SelectMany(row => row).OfType<Cell>().Where(cell => Amount().IsMatch(cell.Text))];
        withAmount.Length.ShouldBe(amounts);
        withAmount.ShouldAllBe(cell => Amount().Replace(cell.Text, "").Trim(' ', '-') == "");
    }

    [SharedCorpusFact]
    public void Items_that_a_clip_hides_on_one_page_are_read_on_the_next_only()
    {
        Document document = Read("sh_putuo_finance_dept_2025").Document!;

        document.Paragraphs.Count(paragraph => paragraph.Content.Text.Contains("887.36", StringComparison.Ordinal)).ShouldBe(1);
    }

    [SharedCorpusTheory]
    [InlineData("image", ReadingProblem.NoText)]
    [InlineData("feida_2015_auditor_reply_ocr", ReadingProblem.UnreliableText)]
    public void A_scan_is_not_read(string name, ReadingProblem problem) => Read(name).Problem.ShouldBe(problem);

    private static DisclosureMiner.Documents.Reading Read(string name) =>
        PdfReader.Read(File.ReadAllBytes(Path.Combine(TestPaths.SharedCorpus!, "real", name + ".pdf")), Knowledge);

    [GeneratedRegex(@"\d[\d,]*\.\d\d|\d{1,3}(?:,\d{3})+")]
    private static partial Regex Amount();
}
