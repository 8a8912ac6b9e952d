using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>Published budgets, final accounts and reports: what their pages show is read, all of it, in its place, and nothing else.</summary>
public sealed partial class RealPdfTests
{
    private static readonly ConcurrentDictionary<string, Document> Read = new(StringComparer.Ordinal);

    public static TheoryData<string> WithAmounts => [.. ShownOnPages.Amounts.Keys];

    public static TheoryData<string> WithDigits => [.. ShownOnPages.Digits.Keys];

    [SharedCorpusTheory]
    [MemberData(nameof(WithAmounts))]
    public void Every_amount_that_a_page_shows_in_a_table_stands_alone_in_one_cell(string name)
    {
        Cell[] cells = [.. CellsOf(name)];

        foreach (ShownAmount amount in ShownOnPages.Amounts[name])
        {
            cells.Where(cell => IsAt(cell, amount)).Select(cell => (cell.Text, cell.Type, cell.Number?.Value))
                .ShouldBe([(amount.Text, CellType.Number, ValueOf(amount.Text))], amount.ToString());
        }
    }

    [SharedCorpusTheory]
    [MemberData(nameof(WithAmounts))]
    public void No_cell_holds_an_amount_that_no_page_shows(string name) =>
        CellsOf(name).Count(cell => Amount().IsMatch(cell.Text)).ShouldBe(ShownOnPages.Amounts[name].Count(amount => Amount().IsMatch(amount.Text)));

    [SharedCorpusTheory]
    [MemberData(nameof(WithDigits))]
    public void Every_page_gives_as_many_digits_as_it_shows(string name)
    {
        Document document = Of(name);
        int[] read = new int[document.Pages];
        foreach (PlacedText text in document.Paragraphs.Select(paragraph => paragraph.Content).Concat(CellsOf(name).Select(cell => cell.Content)))
        {
            for (int i = 0; i < text.Length; i++)
            {
                read[PageOf(text, i) - 1] += char.IsDigit(text.Text[i]) ? 1 : 0;
            }
        }

        read.ShouldBe(ShownOnPages.Digits[name]);
    }

    /// <summary>A tall cell is printed again on the page after it, and each page hides under a clip what the other shows.</summary>
    [SharedCorpusTheory]
    [InlineData("sh_putuo_finance_dept_2025.pdf", "174.83万元", 7)]
    [InlineData("sh_putuo_finance_dept_2025.pdf", "887.36万元", 7)]
    [InlineData("sh_putuo_finance_dept_2025.pdf", "0.96万元", 7)]
    [InlineData("sh_putuo_finance_dept_2025.pdf", "78.21万元", 8)]
    [InlineData("sh_putuo_finance_dept_2025.pdf", "204.91万元", 8)]
    [InlineData("sh_putuo_finance_dept_2025.pdf", "268.77万元", 8)]
    [InlineData("sh_putuo_justice_dept_2026.pdf", "（六）组织实施和指导监督", 4)]
    [InlineData("sh_putuo_justice_dept_2026.pdf", "（七）负责推进本区公共法律服务体系建设", 4)]
    [InlineData("sh_putuo_justice_dept_2026.pdf", "（八）负责本系统警车管理工作", 5)]
    [InlineData("sh_putuo_justice_dept_2026.pdf", "（九）规划、协调、指导本区法治人才队伍建设", 5)]
    [InlineData("sh_putuo_justice_dept_2026.pdf", "（十）完成区委、区政府交办的其他任务。", 5)]
    public void What_two_pages_hold_is_read_once_from_the_one_that_shows_it(string name, string text, int page)
    {
        (PlacedText Content, int At) only = Of(name).Paragraphs
            .SelectMany(paragraph => Regex.Matches(paragraph.Content.Text, Regex.Escape(text)).Select(match => (paragraph.Content, match.Index)))
            .ShouldHaveSingleItem();

        PageOf(only.Content, only.At).ShouldBe(page);
    }

    /// <summary>Lines whose halves stand far from each other in the file, or whose letters come in another order than they are read.</summary>
    [SharedCorpusTheory]
    [InlineData("从预算单位构成看，上海市普陀区财政局部门决算包括：上海市普陀区财政局本级决算、下属行政事业单位决算。纳入上海市普陀区财政局2024年度部门决算编制范围的单位包括：")]
    [InlineData("本年支出合计2940.05万元，其中：基本支出2336.91万元，占79.49%；项目支出603.14万元，占20.51%；")]
    [InlineData("一般公共预算财政拨款支出2940.05万元，主要用于以下方面：一般公共服务支出（类）2106.66万元，占71.73%；社会保障和就业支出（类）326.72万元，占11.11%；卫生健康支出（类）60.99万元，占2.07%；住房保障支出（类）445.69万元，占15.16%；")]
    [InlineData("9、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：在职人员基本医疗保险费。年初预算为62.29万元，支出决算为60.99万元。决算数小于预算数的主要原因：预算按周全保障测算，实际执行基本贴合预期。")]
    public void Displaced_lines_are_put_together_as_the_page_shows_them(string paragraph) =>
        Of("sh_putuo_finance_dept_2024.pdf").Paragraphs.Count(read => Bare(read.Content.Text) == paragraph).ShouldBe(1);

    [SharedCorpusTheory]
    [InlineData("image.pdf", ReadingProblem.NoText)]
    [InlineData("feida_2015_auditor_reply_ocr.pdf", ReadingProblem.UnreliableText)]
    public void A_scan_is_not_read(string name, ReadingProblem problem) => Reading.Attempt(PathOf(name)).Problem.ShouldBe(problem);

    private static Document Of(string name) => Read.GetOrAdd(name, name => Reading.OfFile(PathOf(name)));

    private static IEnumerable<Cell> CellsOf(string name) => Of(name).Tables.SelectMany(table => table.Grid).SelectMany(row => row).OfType<Cell>();

    private static string PathOf(string name) => Path.Combine(TestPaths.SharedCorpus!, "real", name);

    private static decimal? ValueOf(string amount) => decimal.Parse(amount.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static bool IsAt(Cell cell, ShownAmount amount) => cell.Place.Regions.Any(region =>
        region.Page == amount.Page && region.Box.X0 <= amount.X && amount.X <= region.Box.X1 && region.Box.Y0 <= amount.Y && amount.Y <= region.Box.Y1);

    private static int PageOf(PlacedText text, int at) => text.PlaceOf(at, at + 1).Regions[0].Page;

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)%?$")]
    private static partial Regex Amount();
}
