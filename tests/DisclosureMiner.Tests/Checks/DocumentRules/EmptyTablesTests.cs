using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks.DocumentRules;

public sealed class EmptyTablesTests
{
    [Theory]
    [InlineData("备注：青萝市交通运输局本年度无政府性基金预算支出")]
    [InlineData("备注：青萝市交通运输局2025年没有使用政府性基金预算拨款安排的支出，本表无数据。")]
    [InlineData("注：本表为空表。")]
    [InlineData("注：本单位2025年无政府性基金预算和国有资本经营预算支出。")]
    public void An_empty_table_with_its_statement_holds(string note) => Rulings.Of(WithFund(note, filled: false).Document, "D-04").ShouldHold();

    [Fact]
    public void A_statement_in_the_prose_is_enough()
        => Rulings.Of(WithFund("", filled: false, "政府性基金预算财政拨款收入 0 万元。").Document, "D-04").ShouldHold();

    [Fact]
    public void An_empty_table_without_a_statement_is_a_note()
        => Rulings.Of(WithFund("", filled: false, "公务用车2辆。").Document, "D-04").ShouldBreak(Severity.Note, "科目编码");

    [Fact]
    public void A_note_that_names_another_fund_is_a_note()
        => Rulings.Of(WithFund("注：本单位2025年无国有资本经营预算支出。", filled: false).Document, "D-04")
            .ShouldBreak(Severity.Note, "注：本单位2025年无国有资本经营预算支出。");

    [Fact]
    public void A_note_that_calls_a_filled_table_of_another_fund_empty_is_a_warning()
    {
        SampleText text = WithFund("", filled: true);
        text.Table("国有资本经营预算支出表", "state-capital-expenditure", 2, ["科目编码", "科目名称", "合计"], " | 合计 | ");
        text.Line(ParagraphKind.TableNote, "注：本单位2025年无政府性基金预算财政拨款安排的支出，故本表没有数据。");

        Rulings.Of(text.Document, "D-04").ShouldBreak(Severity.Warning, "注：本单位2025年无政府性基金预算财政拨款安排的支出，故本表没有数据。");
    }

    [Fact]
    public void A_filled_table_whose_note_says_it_is_empty_is_an_error()
        => Rulings.Of(WithFund("注：本单位2025年无政府性基金预算支出，本表为空表。", filled: true).Document, "D-04")
            .ShouldBreak(Severity.Error, "注：本单位2025年无政府性基金预算支出，本表为空表。", "120.00");

    [Fact]
    public void Prose_that_denies_what_a_table_has_is_an_error()
        => Rulings.Of(WithFund("", filled: true, "2025年没有使用政府性基金预算拨款安排的支出。").Document, "D-04")
            .ShouldBreak(Severity.Error, "2025年没有使用政府性基金预算拨款安排的支出。", "120.00");

    [Theory]
    [InlineData("2024年没有使用政府性基金预算拨款安排的支出。")]
    [InlineData("下属单位没有使用政府性基金预算拨款安排的支出。")]
    [InlineData("政府性基金预算财政拨款收入0万元。")]
    [InlineData("本年无政府性基金预算财政拨款收入，支出为上年结转。")]
    public void What_is_said_of_others_denies_nothing(string sentence) => Rulings.Of(WithFund("", filled: true, sentence).Document, "D-04").ShouldHold();

    [Fact]
    public void A_table_of_blanks_where_the_prose_has_an_amount_is_an_error()
    {
        SampleText text = Rulings.Budget("2025年“三公”经费预算0.95万元，其中公务接待费0.95万元。");
        text.Table("“三公”经费支出表", "three-public", 0, ["合计", "公务接待费"]);

        Rulings.Of(text.Document, "D-04").ShouldBreak(Severity.Error, "“三公”经费预算0.95");
    }

    [Theory]
    [InlineData("本部门2023年度无国有资本经营预算财政拨款收入支出，并已公开空表。", true)]
    [InlineData("本部门无政府性基金预算财政拨款收入支出，也无国有资本经营预算财政拨款支出。", false)]
    public void A_section_that_denies_another_fund_than_its_heading_has_the_words_of_the_next(string sentence, bool broken)
    {
        SampleText text = Rulings.Budget();
        text.Heading(2, "八、政府性基金预算财政拨款收入支出情况说明");
        text.Paragraph(sentence.Replace("2023年度", "", StringComparison.Ordinal));
        text.Table("政府性基金预算支出表", "government-fund-expenditure", 2, ["科目编码", "科目名称", "合计"], " | 合计 | ");

        Assert.Equal(broken, Rulings.Of(text.Document, "D-04").Any(obligation => !obligation.Outcome!.Holds));
    }

    [Theory]
    [InlineData("21.85", true)]
    [InlineData("", false)]
    public void Income_that_the_table_has_is_not_denied(string income, bool broken)
    {
        SampleText text = Rulings.Budget("没有政府性基金预算财政拨款收入，也没有国有资本经营预算财政拨款支出。");
        text.Table("政府性基金预算支出表", "government-fund-expenditure", 2, ["科目编码", "科目名称", "本年收入", "本年支出"], $" | 合计 | {income} | 120.00");

        Assert.Equal(broken, Rulings.Of(text.Document, "D-04").Any(obligation => !obligation.Outcome!.Holds));
    }

    private static SampleText WithFund(string note, bool filled, params string[] prose)
    {
        SampleText text = Rulings.Budget(prose);
        text.Table("政府性基金预算支出表", "government-fund-expenditure", 2, ["科目编码", "科目名称", "合计"], filled ? " | 合计 | 120.00" : " | 合计 | ");
        if (note.Length > 0)
        {
            text.Line(ParagraphKind.TableNote, note);
        }

        return text;
    }
}
