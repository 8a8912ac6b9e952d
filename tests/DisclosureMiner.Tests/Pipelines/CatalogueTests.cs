using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class CatalogueTests
{
    private static readonly Pipeline Default = Pipeline.LoadDefault();

    [Fact]
    public void Every_rule_explains_itself_in_both_languages_and_shows_what_holds_and_what_breaks()
    {
        foreach (Rule rule in Default.Rules.Rules)
        {
            rule.Explanation.Zh.ShouldEndWith("。", Case.Sensitive, rule.Id);
            rule.Explanation.En.ShouldEndWith(".", Case.Sensitive, rule.Id);
            rule.Examples.Distinct().Count().ShouldBe(2, rule.Id);
        }
    }

    [Fact]
    public void A_hint_is_never_more_than_a_note()
        => Default.Rules.Rules.Where(rule => rule is { Tolerance: Tolerance.Soft, Severity: not Severity.Note }).Select(rule => rule.Id).ShouldBeEmpty();

    [Theory]
    [InlineData("208", "社会保障和就业支出")]
    [InlineData("2101102", "事业单位医疗")]
    [InlineData("30299", "其他商品和服务支出")]
    public void Codes_have_their_official_names_first(string code, string name) => Default.Subjects[code].Labels[0].ShouldBe(name);

    [Fact]
    public void A_former_name_still_finds_its_subject()
        => Default.Subjects.Labelled("医疗卫生支出").Select(subject => subject.Id).ShouldBe(["210"]);

    [Theory]
    [InlineData("B1", "2026年部门财务收支预算总表")]
    [InlineData("B1", "部门收支总体情况表")]
    [InlineData("B1", "部门收支总表")]
    [InlineData("B2", "2026年部门收入预算总表")]
    [InlineData("B2", "部门收入总体情况表")]
    [InlineData("B3", "2026年部门支出预算总表")]
    [InlineData("B3", "支出总表")]
    [InlineData("B4", "2026年部门财政拨款收支预算总表")]
    [InlineData("B4", "财政拨款收支总体情况表")]
    [InlineData("B5", "2026年部门一般公共预算支出功能分类预算表")]
    [InlineData("B5", "一般公共预算支出情况表")]
    [InlineData("B6", "2026年部门一般公共预算基本支出部门预算经济分类预算表")]
    [InlineData("B6", "一般公共预算基本支出预算表")]
    [InlineData("B7", "2026年部门\"三公\"经费和机关运行经费预算表")]
    [InlineData("B7", "一般公共预算\"三公\"经费支出预算表")]
    [InlineData("B8", "2026年部门政府性基金预算支出功能分类预算表")]
    [InlineData("B9", "国有资本经营预算支出表")]
    [InlineData("B10", "一般公共预算项目支出预算表")]
    [InlineData("B11", "部门预算项目绩效目标表")]
    [InlineData("B12", "政府采购预算表")]
    [InlineData("F1", "收入支出决算总表")]
    [InlineData("F2", "收入决算表")]
    [InlineData("F3", "支出决算表")]
    [InlineData("F4", "财政拨款收入支出决算总表")]
    [InlineData("F5", "一般公共预算财政拨款支出决算表")]
    [InlineData("F6", "一般公共预算财政拨款基本支出决算明细表")]
    [InlineData("F7", "政府性基金预算财政拨款收入支出决算表")]
    [InlineData("F8", "国有资本经营预算财政拨款支出决算表")]
    [InlineData("F9", "财政拨款\"三公\"经费支出决算表")]
    [InlineData("F10", "财政拨款支出决算明细表")]
    [InlineData("F11", "一般公共预算财政拨款支出决算明细表")]
    [InlineData("F12", "一般公共预算财政拨款项目支出决算表")]
    public void One_kind_of_table_answers_to_a_title(string name, string title)
    {
        string genre = name[0] == 'F' ? "final-accounts" : "department-budget";

        Default.Kinds
            .Where(kind => kind.Genres.IsEmpty || kind.Genres.Contains(genre))
            .Where(kind => Patterns.Any(kind.Titles, title) && !Patterns.Any(kind.NotTitles, title))
            .Select(kind => kind.Name)
            .ShouldBe([name]);
    }
}
