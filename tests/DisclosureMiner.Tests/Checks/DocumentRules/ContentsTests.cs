using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks.DocumentRules;

public sealed class ContentsTests
{
    [Fact]
    public void Entries_are_found_under_titles_that_say_it_a_little_differently()
        => OfContents(Listing("第一部分 市交通局概况", "一、主要职责", "第二部分 2025年部门决算表", "一、收入支出决算总表", "二、支出决算表", "三、财政拨款“三公”经费支出决算表")).Outcome!.Holds.ShouldBeTrue();

    [Fact]
    public void A_table_that_does_not_follow_is_a_note_though_its_name_ends_another()
    {
        Obligation broken = OfContents(Listing("第一部分 市交通局概况", "一、主要职责", "第二部分 2025年部门决算表", "一、收入支出决算总表", "三、财政拨款“三公”经费支出决算表"));

        broken.Outcome!.ShouldBe(new LogicalOutcome(false, new Bilingual("目录所列未见于正文", "listed in the contents and not found after")));
        broken.Passages.ShouldHaveSingleItem().Text.ShouldBe("二、支出决算表……12");
    }

    [Fact]
    public void What_every_budget_must_have_is_missed_in_one_note()
    {
        SampleText text = Rulings.Budget("主要职责：交通。机构设置。名词解释。机关运行经费0万元。");
        text.Line(ParagraphKind.ContentsEntry, "一、收支预算总表");

        Obligation broken = Rulings.Of(text.Document, "D-01").ShouldHaveSingleItem();
        broken.Outcome!.Holds.ShouldBeFalse();
        broken.Formula.ShouldContain("政府采购");
        broken.Formula.ShouldNotContain("机关运行经费");
    }

    private static Obligation OfContents(Document document) => Rulings.Of(document, "D-01").First();

    private static Document Listing(params string[] headings)
    {
        SampleText text = Rulings.Text("青萝市交通运输局2025年度部门决算", "final-accounts", 2025);
        text.Line(ParagraphKind.ContentsEntry, "第一部分 部门概况", 1);
        text.Line(ParagraphKind.ContentsEntry, "一、部门主要职责", 2);
        text.Line(ParagraphKind.ContentsEntry, "第二部分 2025年部门决算公开表", 1);
        text.Line(ParagraphKind.ContentsEntry, "一、收入支出决算总表……11", 2);
        text.Line(ParagraphKind.ContentsEntry, "二、支出决算表……12", 2);
        text.Line(ParagraphKind.ContentsEntry, "三、“三公”经费财政拨款支出决算表……13", 2);
        foreach (string heading in headings)
        {
            text.Heading(2, heading);
        }

        return text.Document;
    }
}
