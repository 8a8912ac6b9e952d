using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks.DocumentRules;

public sealed class FiscalYearTests
{
    [Fact]
    public void A_table_title_of_another_year_is_a_warning()
    {
        SampleText text = Titled();
        text.Line(ParagraphKind.TableCaption, "2024年部门收入预算总表");

        Rulings.Of(text.Document, "D-02").ShouldBreak(Severity.Warning, "2024年");
    }

    [Theory]
    [InlineData("一、2024年预算执行情况")]
    [InlineData("2023年度部门决算公开")]
    [InlineData("二、2025年预算与2024年预算比较表")]
    [InlineData("附：《2024年预算编制通知》的说明")]
    [InlineData("2024-2026年支出规划表")]
    public void Titles_that_speak_of_other_years_hold(string title)
    {
        SampleText text = Titled();
        text.Heading(1, title);

        Rulings.Of(text.Document, "D-02").ShouldHold();
    }

    [Fact]
    public void Citations_contracts_and_prior_years_are_no_slots()
    {
        SampleText text = Titled();
        text.Paragraph("依据天人社文〔2017〕74号，从2020年起，续签数据中心2021-2023年度维保合同。2024年预算安排机关运行经费5万元，2025年安排6万元。");
        text.Table("绩效表", "performance-targets", 1, ["项目", "2023年预算"], "收入 | 61.33");

        Rulings.Of(text.Document, "D-02").ShouldHold();
    }

    [Fact]
    public void Sentences_of_the_form_with_one_other_year_are_one_note()
    {
        SampleText text = Titled();
        text.Paragraph("2024年“三公”经费预算5万元。");
        text.Paragraph("2024年政府采购预算3万元。");

        Rulings.Of(text.Document, "D-02").Where(obligation => !obligation.Outcome!.Holds).ToImmutableArray().ShouldBreak(Severity.Note, "2024年", "2024年");
    }

    [Fact]
    public void A_project_period_of_another_year_is_a_note()
    {
        SampleText text = Titled();
        text.Paragraph("五、实施周期：2024年1月1日至12月31日。");

        Rulings.Of(text.Document, "D-02").ShouldBreak(Severity.Note, "2024年1月1日至12月31日");
    }

    [Fact]
    public void A_final_account_dates_its_assets_at_the_end_of_its_year()
    {
        SampleText text = Rulings.Text("青萝市交通运输局2025年度部门决算", "final-accounts", 2025, "截至2024年12月31日，共有车辆6辆。");

        Rulings.Of(text.Document, "D-02").ShouldBreak(Severity.Warning, "截至2024年12月31日");
    }

    [Fact]
    public void A_budget_may_date_its_assets_in_the_year_before()
        => Rulings.Of(Rulings.Budget("截至2024年8月31日，共有车辆6辆。").Document, "D-02").ShouldAllBe(o => o.Outcome!.Holds);

    private static SampleText Titled()
    {
        SampleText text = Rulings.Budget();
        text.Heading(1, "第二部分 2025年部门预算编制情况说明");
        return text;
    }
}
