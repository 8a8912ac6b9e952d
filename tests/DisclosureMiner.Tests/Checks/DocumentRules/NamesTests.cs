using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks.DocumentRules;

public sealed class NamesTests
{
    [Theory]
    [InlineData("第一部分 市交通局概况")]
    [InlineData("第一部分 青萝市交通运输局2025年部门预算概况")]
    [InlineData("青萝市交通运输局（本级）主要职责")]
    [InlineData("一、本部门预算情况")]
    public void A_name_or_its_short_form_agrees_with_the_cover(string heading)
        => Rulings.Of(Headed(heading), "D-03").ShouldAllBe(o => o.Outcome!.Holds);

    [Fact]
    public void Other_names_are_one_note_a_document()
    {
        SampleText text = Rulings.Budget();
        text.Heading(1, "第一部分 青萝市水利局概况");
        text.Line(ParagraphKind.TableCaption, "编制部门：青萝市水利局 单位：万元");

        Rulings.Of(text.Document, "D-03").ShouldBreak(Severity.Note, "青萝市水利局", "青萝市水利局");
    }

    [Fact]
    public void A_name_in_brackets_behind_who_filled_the_table_in_is_a_name()
    {
        SampleText text = Rulings.Budget();
        text.Line(ParagraphKind.TableCaption, "部门：青萝市水利局（本级） 单位：万元");

        Rulings.Of(text.Document, "D-03").ShouldBreak(Severity.Note, "青萝市水利局（本级）");
    }

    [Fact]
    public void The_title_of_the_cover_above_a_table_has_its_name()
    {
        SampleText text = Rulings.Budget();
        text.Line(ParagraphKind.TableCaption, "青萝市水利局2025年部门预算");

        Rulings.Of(text.Document, "D-03").ShouldBreak(Severity.Note, "青萝市水利局");
    }

    [Fact]
    public void A_department_in_the_titles_of_a_unit_is_one_note()
    {
        SampleText text = Rulings.Text("青萝市交通运输局2025年单位预算", "unit-budget", 2025, "本单位属于部门预算单位。");
        text.Line(ParagraphKind.TableCaption, "2025年部门收入预算总表");

        Rulings.Of(text.Document, "D-09").ShouldBreak(Severity.Note, "部门收入");
    }

    [Fact]
    public void The_official_name_of_a_classification_fits_a_unit()
    {
        SampleText text = Rulings.Text("青萝市交通运输局2025年单位预算", "unit-budget", 2025);
        text.Line(ParagraphKind.TableCaption, "2025年单位一般公共预算基本支出部门预算经济分类预算表");

        Rulings.Of(text.Document, "D-09").ShouldHold();
    }

    [Fact]
    public void A_former_subject_name_is_one_note()
        => Rulings.Of(Rulings.Budget("医疗卫生支出2.75万元，占3.13%。医疗卫生支出增加。", "原医疗卫生支出科目见《医疗卫生支出管理办法》。").Document, "D-06")
            .ShouldBreak(Severity.Note, "医疗卫生支出", "医疗卫生支出");

    [Fact]
    public void Everyday_words_are_no_subjects()
        => Rulings.Of(Rulings.Budget("承担环境保护、医疗卫生和扶贫工作，巩固精准扶贫成果。").Document, "D-06").ShouldBeEmpty();

    [Fact]
    public void Before_the_renaming_the_old_name_was_right()
        => Rulings.Of(Rulings.Text("青萝市交通运输局2017年部门预算", "department-budget", 2017, "医疗卫生支出2.75万元。").Document, "D-06").ShouldBeEmpty();

    private static Document Headed(string heading)
    {
        SampleText text = Rulings.Budget();
        text.Heading(1, heading);
        return text.Document;
    }
}
