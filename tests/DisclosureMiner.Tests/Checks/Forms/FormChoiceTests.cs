using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Checks.Forms;

public sealed class FormChoiceTests
{
    private static readonly Pipeline Default = Pipeline.LoadDefault();

    [Theory]
    [InlineData("biyan-culture-centre-2025-unit-budget.html", "hubei-budget")]
    [InlineData("qingluo-archives-2024-budget.txt", "hubei-budget")]
    [InlineData("heting-sports-centre-2025-budget.txt", "shanghai-budget")]
    [InlineData("lanyuan-grain-reserves-2026-budget.pdf", "central-budget")]
    [InlineData("fengyuan-forestry-2025-budget.txt", "shaanxi-budget")]
    [InlineData("langxi-sports-2024-final.html", "shanghai-final")]
    [InlineData("langxi-medical-insurance-2024-final.txt", "central-final")]
    [InlineData("lingtang-statistics-2024-final.txt", "sichuan-final")]
    [InlineData("zhechuan-justice-2023-final.html", "shaanxi-final")]
    [InlineData("yunpu-civil-affairs-2025-notice.html", "generic-budget")]
    [InlineData("biyan-township-2024-three-public.txt", "generic-three-public")]
    public void A_document_is_checked_as_the_form_it_shows(string name, string form) => Mine(name).Form!.Id.ShouldBe(form);

    [Fact]
    public void The_reason_names_the_signs_and_their_points()
    {
        Bilingual reason = Mine("lingtang-statistics-2024-final.txt").Form!.Reason;

        reason.Zh.ShouldBe("四川式部门决算（十三表）：有F10表、有F11表、有F12表、表名“国有资本经营预算财政拨款支出决算表”（7分，需4分）");
        reason.En.ShouldEndWith("(7 points, needs 4)");
    }

    [Fact]
    public void What_its_form_has_at_its_core_must_be_decided_before_a_document_is_clean()
    {
        ShouldBe(Cleanness.Of(Mine("qingluo-archives-2024-budget.txt")), CleanVerdict.Clean, []);
        Cleanness.Of(Mine("yunpu-civil-affairs-2025-notice.html")).Missing.ShouldContain("BX-01");
        Cleanness.Of(Mine("yunpu-civil-affairs-2025-notice.html")).Verdict.ShouldBe(CleanVerdict.Undecided);
        ShouldBe(Cleanness.Of(Mine("lanyuan-grain-reserves-2026-budget.pdf")), CleanVerdict.NotClean, []);
    }

    [Fact]
    public void A_form_that_was_added_by_data_alone_is_chosen_and_read_without_false_alarms()
    {
        string path = Path.Combine(TestPaths.TestProject, "Samples", "guangdong-2025-budget.txt");

        MinedDocument mined = Mining.Mine(Default, SourceFile.Read(path), "guangdong-2025-budget.txt");

        mined.Form!.Id.ShouldBe("guangdong-budget");
        mined.Discrepancies.ShouldBeEmpty();
        ShouldBe(Cleanness.Of(mined), CleanVerdict.Clean, []);
    }

    [Fact]
    public void A_rule_that_fails_all_over_a_table_of_an_unknown_form_is_one_question_about_the_form()
    {
        MinedDocument mined = Mine(
            """
            青萝市档案馆2025年部门预算

            支出总表
            单位：万元
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 79.10 | 64.10 | 35.00
            208 | 社会保障和就业支出 | 2.75 | 2.75 | 1.20
            210 | 卫生健康支出 | 5.99 | 5.99 | 2.60
            221 | 住房保障支出 | 7.70 | 7.70 | 3.10
            """, "example.txt");

        mined.Form!.Id.ShouldBe("generic-budget");
        mined.Discrepancies.ShouldNotContain(found => found.Severity > Severity.Note);
        mined.Discrepancies.Count(found => found.Title.En == "The form may differ from the rule").ShouldBe(1);
        mined.Ledger.Count(ruling => ruling.Reason == "form-question").ShouldBe(4);
    }

    private static MinedDocument Mine(string name) => Mining.Mine(Default, SourceFile.Read(Path.Combine(TestPaths.Corpus, name)), name);

    private static MinedDocument Mine(string text, string name) => Mining.Mine(Default, SourceFile.From(name, Encoding.UTF8.GetBytes(text)), name);

    private static void ShouldBe(Cleanness cleanness, CleanVerdict verdict, string[] missing)
    {
        cleanness.Verdict.ShouldBe(verdict);
        cleanness.Missing.ShouldBe(missing);
    }
}
