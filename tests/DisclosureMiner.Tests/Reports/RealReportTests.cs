using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Reports;

/// <summary>The report over documents as they are mined, not as a test would write them.</summary>
public sealed class RealReportTests
{
    private static readonly Lazy<Pipeline> Default = new(Pipeline.LoadDefault);

    public static TheoryData<string> Corpus =>
        [.. Directory.GetFiles(TestPaths.Corpus, "*.txt").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Every_document_of_the_corpus_gives_a_valid_page_whose_links_lead_somewhere(string file) =>
        IsSound(Mine(Path.Combine(TestPaths.Corpus, file)));

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Every_code_in_the_ledger_has_its_text(string file) => IsWorded(Mine(Path.Combine(TestPaths.Corpus, file)));

    [Fact]
    public void A_slip_of_the_unit_is_told_with_both_numbers_in_one_unit() =>
        Mine(Path.Combine(TestPaths.Corpus, "heting-sports-centre-2025-budget.txt")).Discrepancies
            .Single(found => found.Ruling.Obligation.Defect == "unit-slip").Message.Zh
            .ShouldEndWith("为2,145,000.00元（合214.5万元），两者相差10000倍；若此处为214.5万元，则相关的3项勾稽关系均成立；疑似计量单位有误，请核实。");

    [SharedCorpusFact]
    public void The_narrative_documents_give_valid_pages_and_have_texts_for_all_they_find()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(TestPaths.SharedCorpus!, "narrative"), "*.txt").Order(StringComparer.Ordinal))
        {
            MinedDocument mined = Mine(file);
            IsSound(mined);
            IsWorded(mined);
        }
    }

    private static void IsSound(MinedDocument mined)
    {
        using var writer = new StringWriter();
        HtmlReport.WriteDocument(mined, Language.Zh, writer, Default.Value.Rules);
        IHtmlDocument page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(writer.ToString());
        var anchors = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        anchors.ShouldBeUnique();
        page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")![1..]).Except(anchors).ShouldBeEmpty(mined.Path);
        page.QuerySelectorAll(".card").Length.ShouldBe(mined.Discrepancies.Length);
    }

    private static void IsWorded(MinedDocument mined)
    {
        IEnumerable<string> reasons = mined.Ledger.Select(ruling => ruling.Reason).Concat(mined.Standings.Values.Select(standing => standing.Reason));

        // What was never asked can never be broken, so its class needs no words.
        IEnumerable<string> defects = mined.Ledger.Where(ruling => ruling.Verdict != Verdict.NotChecked).Select(ruling => ruling.Obligation.Defect);

        reasons.Where(reason => reason.Length > 0 && !Wording.Has("reasons/" + reason)).Distinct().ShouldBeEmpty(mined.Path);
        defects.Where(defect => !Wording.Has($"defects/{defect}/title")).Distinct().ShouldBeEmpty(mined.Path);
        mined.Discrepancies.ShouldAllBe(found => IsFilled(found.Message) && IsFilled(found.Title));
    }

    private static bool IsFilled(Bilingual text) =>
        text.Zh.Length > 0 && text.En.Length > 0 && !(text.Zh + text.En).Contains('{', StringComparison.Ordinal);

    private static MinedDocument Mine(string file)
    {
        string name = Path.GetFileName(file);
        return Mining.Mine(Default.Value, SourceFile.From(name, File.ReadAllBytes(file)), name);
    }
}
