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

    [Theory]
    [InlineData(4, "收入总表")]
    [InlineData(2, null)]
    public void A_table_of_the_form_is_missed_where_most_of_them_are_printed(int kinds, string? missing)
    {
        SampleText text = Tables(kinds);

        Rulings.Of(text.Document, "D-01", "presence").Select(obligation => obligation.Formula).SingleOrDefault("").Contains("收入总表", StringComparison.Ordinal).ShouldBe(missing is not null);
    }

    [Fact]
    public void A_table_that_nobody_knows_may_be_the_missing_one()
    {
        SampleText text = Tables(5);
        text.Table("收支一览", "other", 1, ["项目", "合计"], "甲 | 1");

        Rulings.Of(text.Document, "D-01", "presence").ShouldHaveSingleItem().Formula.ShouldNotContain("收入总表");
    }

    [Fact]
    public void A_title_with_a_name_before_it_is_the_entry_it_ends_in()
        => Prose.Of("某县档案馆2024年部门预算\n\n目录\n\n一、主要职责……1\n\n二、机构设置……2\n\n三、项目经费情况说明……3\n\n一、主要职责\n\n管理档案。\n\n二、机构设置\n\n内设两科。\n\n库房维护工作业务经费项目经费情况说明\n\n维护库房。")
            .Mined.Ledger.First(ruling => ruling.Obligation.Rules.Contains("D-01")).Holds.ShouldBeTrue();

    [Fact]
    public void A_table_that_is_listed_and_not_there_is_a_warning()
    {
        const string Tables = "收入总表\n单位：万元\n\n项目\t合计\t财政拨款收入\n某馆\t5.00\t5.00\n\n支出总表\n单位：万元\n\n项目\t合计\t基本支出\t项目支出\n档案馆\t5.00\t5.00\t\n";
        const string Contents = "某县档案馆2024年部门预算\n\n目录\n\n一、收入总表……1\n\n二、支出总表……2\n\n三、财政拨款收支总表……3\n\n";

        Prose.Of(Contents + Tables).Reported.ShouldHaveSingleItem().Evidence[0].Value.ShouldContain("财政拨款收支总表");
    }

    /// <summary>Tables of a budget with one row each; 收入总表 is not among them.</summary>
    private static SampleText Tables(int count)
    {
        SampleText text = Rulings.Budget("主要职责：交通。收入总表反映各项收入。");
        string[] kinds = ["budget-summary", "budget-expenditure", "fiscal-appropriation-summary", "general-public-expenditure", "basic-expenditure"];
        foreach (string kind in kinds.Take(count))
        {
            text.Table("表", kind, 1, ["项目", "合计"], "甲 | 1");
        }

        text.Line(ParagraphKind.ContentsEntry, "一、收支预算总表");
        return text;
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
