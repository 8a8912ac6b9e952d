using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Checks.DocumentRules;

/// <summary>The rules about words over whole documents: what they must find, and that they find nothing else.</summary>
public sealed class CorpusTests
{
    private static readonly Pipeline Default = Pipeline.LoadDefault();

    [Theory]
    [InlineData("qingluo-archives-2024-budget.txt")]
    [InlineData("heting-district-culture-2025-budget.txt")]
    [InlineData("langxi-transport-2023-final.txt")]
    [InlineData("biyan-health-centre-2025-unit-budget.txt")]
    [InlineData("heting-district-water-2026-budget.pdf")]
    [InlineData("yunpu-market-supervision-2024-final.pdf")]
    [InlineData("langxi-sports-2024-final.html")]
    [InlineData("cangtong-agriculture-2023-final.html")]
    [InlineData("lingtang-statistics-2024-final.txt",
        "Warning D-02 截至2023年12月31日",
        "Error N-20 增加（减少）")]
    [InlineData("langxi-county-2025-three-public.html")]
    [InlineData("yunpu-civil-affairs-2025-notice.html")]
    [InlineData("heting-qinghe-nursery-2026-unit-budget.html",
        "Error N-27 比2026年预算增加",
        "Error D-04 注：本单位2026年没有政府性基金预算财政拨款安排的支出，本表为空表。")]
    [InlineData("yunpu-veterans-2025-budget.txt", "Error N-20 增长（下降）%")]
    [InlineData("heting-sports-centre-2025-budget.txt",
        "Error N-27 比2025年预算增加",
        "Warning D-04 注：本单位2025年无政府性基金预算财政拨款安排的支出，故本表没有数据。")]
    public void Documents_of_the_repository_have_these_errors_and_warnings(string file, params string[] expected)
        => Reported(Path.Combine(TestPaths.Corpus, file)).ShouldBe(expected);

    [SharedCorpusTheory]
    [InlineData("real/tianmen-hrss-info-centre-2024-budget.txt", "Error N-20 增长（下降）%")]
    [InlineData("narrative/tanxi-government-office-2021-final.txt", "Error N-20 大小於")]
    [InlineData("narrative/xiwu-audit-office-2019-final.txt", "Error N-20 增加（减少）")]
    public void Real_and_narrative_documents_have_these_errors_and_warnings(string file, params string[] expected)
        => Reported(Path.Combine(TestPaths.SharedCorpus!, file)).ShouldBe(expected);

    [SharedCorpusFact]
    public void No_other_narrative_document_has_an_error_or_a_warning()
        => Directory.GetFiles(Path.Combine(TestPaths.SharedCorpus!, "narrative"), "*.txt")
            .Where(file => Path.GetFileName(file) is not ("tanxi-government-office-2021-final.txt" or "xiwu-audit-office-2019-final.txt"))
            .SelectMany(Reported)
            .ShouldBeEmpty();

    [SharedCorpusFact]
    public void The_notes_on_the_tianmen_budget_are_the_ones_people_found()
        => Broken(Path.Combine(TestPaths.SharedCorpus!, "real", "tianmen-hrss-info-centre-2024-budget.txt"))
            .Where(o => o.Severity == Severity.Note)
            .Select(o => $"{o.Rule} {o.Passages[0].Text}")
            .ShouldBe(["D-06 医疗卫生支出", "D-08 全面推进使用社保卡发放社会保险待"]);

    private static IEnumerable<string> Reported(string path) =>
        Broken(path).Where(o => o.Severity > Severity.Note).Select(o => $"{o.Severity} {o.Rule} {o.Passages[0].Text}");

    private static IEnumerable<Obligation> Broken(string path)
    {
        Document document = DocumentReader.Read(SourceFile.Read(path), Default.Reading).Document.ShouldNotBeNull();
        return Rulings.Of(document).Where(o => !o.Outcome!.Holds);
    }
}
