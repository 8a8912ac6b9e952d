using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Forms;
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

    [Fact]
    public void A_line_that_was_left_out_of_a_table_of_an_unknown_form_is_no_question()
        => Mine(
            """
            青萝市档案馆2025年部门预算

            支出总表
            单位：万元
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 79.10 | 64.10 | 15.00
            208 | 社会保障和就业支出 | 2.75 | 2.75 | 0
            合计 |  | 111.85 | 76.85 | 35.00
            """, "example.txt").Discrepancies.Count(found => found.Severity == Severity.Error).ShouldBe(3);

    [Fact]
    public void A_rule_that_does_not_apply_in_a_form_makes_no_obligation_there()
    {
        Broken("B3-01").ShouldNotBeEmpty();
        Broken("B3-01", form => form with { Without = ["B3-01"] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_breach_of_a_rule_that_a_form_demotes_is_a_note()
    {
        Broken("B3-01").ShouldAllBe(ruling => ruling.Obligation.Severity == Severity.Error);
        Broken("B3-01", form => form with { Notes = ["B3-01"] }).ShouldAllBe(ruling => ruling.Obligation.Severity == Severity.Note);
        Broken("B3-01", form => form with { Notes = ["B3-01"] }).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public void The_date_of_the_assets_is_held_to_the_form(int year, int doubts)
    {
        MinedDocument mined = Mine(
            "青萝市档案馆2025年部门预算\n\n国有资产占有使用情况\n截至2024年8月31日，青萝市档案馆共有车辆1辆。\n",
            form => form with { AssetYear = year });

        mined.Discrepancies.Count(found => found.Ruling.Obligation.Rules.Contains("D-02")).ShouldBe(doubts);
    }

    [Fact]
    public void Meetings_and_training_beside_vehicles_without_a_subtotal_are_no_breach()
        => Mine(
            """
            青萝市档案馆2024年度部门决算

            一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表
            单位：万元
            项目 | “三公”经费小计 | 因公出国（境）费 | 公务接待费 | 公务用车购置费 | 公务用车运行维护费 | 会议费 | 培训费
            预算数 | 7.95 | 1.00 | 0.95 | 3.00 | 3.00 | 1.20 | 4.05
            决算数 | 7.69 | 0.95 | 0.95 | 2.90 | 2.89 | 1.10 | 3.95
            """, "example.txt").Discrepancies.ShouldNotContain(found => found.Ruling.Obligation.Rules.Contains("F9-04"));

    /// <summary>What a document that breaks a rule once breaks of it, with its form changed.</summary>
    private static Ruling[] Broken(string rule, Func<DisclosureForm, DisclosureForm>? change = null) =>
        [.. Mine(Default.ReadExamples().Single(example => example.Rule == rule).BrokenText, change ?? (form => form)).Ledger
            .Where(ruling => ruling.IsBroken && ruling.Obligation.Rules.Contains(rule))];

    private static MinedDocument Mine(string text, Func<DisclosureForm, DisclosureForm> change) => Mining.Mine(
        Default with { Forms = new FormBook([.. Default.Forms.Forms.Select(change)]) }, SourceFile.From("example.txt", Encoding.UTF8.GetBytes(text)), "example.txt");

    private static MinedDocument Mine(string name) => Mining.Mine(Default, SourceFile.Read(Path.Combine(TestPaths.Corpus, name)), name);

    private static MinedDocument Mine(string text, string name) => Mining.Mine(Default, SourceFile.From(name, Encoding.UTF8.GetBytes(text)), name);

    private static void ShouldBe(Cleanness cleanness, CleanVerdict verdict, string[] missing)
    {
        cleanness.Verdict.ShouldBe(verdict);
        cleanness.Missing.ShouldBe(missing);
    }
}
