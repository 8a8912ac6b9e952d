using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Checks.Across;

/// <summary>Every rule across documents with two or three small documents: one case that holds, one that breaks.</summary>
public sealed class AcrossRulesTests
{
    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);
    private static readonly AcrossKnowledge Knowledge = new(Default.Reading, Default.Subjects, Default.Rules);

    [Theory]
    [InlineData("3.60", Verdict.Exact)]
    [InlineData("6.30", Verdict.Conflict)]
    public void Last_years_column_is_last_years_document(string prior, Verdict verdict)
    {
        Sketch own = Budget(2025), before = Budget(2024);
        own.Table("budget-summary", $"@ 收入 | 2025年预算数 | 上年预算数\n上年结转 | 2.10 | {prior}");
        before.Table("budget-summary", "@ 收入 | 预算数\n上年结转 | 3.60");

        Check(own, before: [before]).ShouldBe([("X-01", verdict, "")]);
    }

    [Fact]
    public void An_estimated_outturn_is_compared_with_no_budget()
    {
        Sketch own = Budget(2025), before = Budget(2024);
        own.Table("general-public-expenditure", "@ 项目 | 2025年预算数/合计 | 2024年执行数/合计\n20126 档案事务 | 206.27 | 180.00");
        before.Table("general-public-expenditure", "@ 项目 | 合计\n20126 档案事务 | 189.68");

        Check(own, before: [before]).ShouldBeEmpty();
    }

    [Fact]
    public void Of_several_versions_of_last_years_document_one_that_agrees_is_enough()
    {
        Sketch own = Budget(2025), first = Budget(2024), second = Budget(2024);
        own.Table("budget-summary", "@ 收入 | 2025年预算数 | 上年预算数\n上年结转 | 2.10 | 3.60");
        first.Table("budget-summary", "@ 收入 | 预算数\n上年结转 | 6.30");
        second.Table("budget-summary", "@ 收入 | 预算数\n上年结转 | 3.60");

        Check(own, before: [first, second]).ShouldBe([("X-01", Verdict.Exact, "")]);
    }

    [Fact]
    public void Where_most_numbers_differ_the_scope_has_changed_and_that_is_one_note()
    {
        Sketch own = Budget(2025), before = Budget(2024);
        own.Table("budget-expenditure", "@ 项目 | 合计 | 上年预算数\n201 一般公共服务支出 | 206.27 | 289.68\n208 社会保障和就业支出 | 18.67 | 27.85\n210 卫生健康支出 | 11.27 | 10.78");
        before.Table("budget-expenditure", "@ 项目 | 合计\n201 一般公共服务支出 | 189.68\n208 社会保障和就业支出 | 17.85\n210 卫生健康支出 | 10.78");

        ImmutableArray<Ruling> rulings = Rulings(own, before: [before]);
        rulings.Select(ruling => (ruling.Verdict, ruling.Reason)).ShouldBe(
        [
            (Verdict.DecisionConflict, ""), (Verdict.NotChecked, "other-scope"), (Verdict.NotChecked, "other-scope"), (Verdict.Exact, ""),
        ]);
        rulings[0].Obligation.Severity.ShouldBe(Severity.Note);
    }

    [Fact]
    public void A_difference_beside_words_of_a_reorganisation_is_a_hint()
    {
        Sketch own = Budget(2025), before = Budget(2024);
        own.Paragraph("2025年收入预算251.33万元，2024年收入预算241.74万元（按同口径计算）。");
        before.Paragraph("2024年收入预算232.74万元。");

        Ruling ruling = Rulings(own, before: [before]).ShouldHaveSingleItem();
        (ruling.Verdict, ruling.Obligation.Severity).ShouldBe((Verdict.Conflict, Severity.Note));
    }

    [Fact]
    public void A_number_that_last_years_document_contradicts_itself_breaks_nothing()
    {
        Sketch own = Budget(2025), before = Budget(2024);
        own.Table("budget-summary", "@ 收入 | 2025年预算数 | 上年预算数\n上年结转 | 2.10 | 3.60");
        before.Table("budget-summary", "@ 收入 | 预算数\n上年结转 | 6.30");

        AcrossDocument partner = Partner(before, "t1.r1.c2");
        var partners = new AcrossPartners([partner], [], [], null, null, [], null);
        AcrossRules.Check(Own(own), partners, Knowledge, 0).ShouldHaveSingleItem().Reason.ShouldBe("partner-in-doubt");
    }

    [Theory]
    [InlineData("49.14", Verdict.Exact)]
    [InlineData("41.94", Verdict.Conflict)]
    public void What_is_carried_in_was_carried_out(string carriedOut, Verdict verdict)
    {
        Sketch own = Final(2024), before = Final(2023);
        own.Table("final-summary", "@ 收入 | 决算数\n年初结转和结余 | 49.14");
        before.Table("final-summary", $"@ 支出 | 决算数\n年末结转和结余 | {carriedOut}");

        Check(own, before: [before]).ShouldBe([("X-02", verdict, "")]);
    }

    [Theory]
    [InlineData("1560.05", Verdict.Exact)]
    [InlineData("1650.05", Verdict.Conflict)]
    public void An_opening_budget_is_the_published_one(string opening, Verdict verdict)
    {
        Sketch own = Final(2024), budget = Budget(2024);
        own.Paragraph($"一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为{opening}万元，支出决算为1511.89万元。");
        budget.Table("general-public-expenditure", "@ 项目 | 合计\n201 一般公共服务支出 | 15,600,520.00\n20106 财政事务 | 15,600,520.00\n2010601 行政运行 | 15,600,520.00", unit: Unit.Yuan);

        Check(own, budgets: [budget]).ShouldBe([("X-03", verdict, "")]);
    }

    [Theory]
    [InlineData("0.95", Verdict.Exact, "")]
    [InlineData("0.59", Verdict.NotChecked, "other-phase")]
    public void A_budget_that_may_be_the_adjusted_one_counts_only_where_it_agrees(string budgeted, Verdict verdict, string reason)
    {
        Sketch own = Final(2024), budget = Budget(2024);
        own.Paragraph($"“三公”经费支出预算为{budgeted}万元，支出决算为0.30万元。");
        budget.Table("three-public", "@ 单位 | 合计\n青萝市档案馆 | 0.95");

        Check(own, budgets: [budget]).ShouldBe([("X-03", verdict, reason)]);
    }

    [Theory]
    [InlineData("56.15", Verdict.Exact)]
    [InlineData("51.65", Verdict.Conflict)]
    public void A_department_is_the_sum_of_its_units(string department, Verdict verdict)
    {
        Sketch own = Budget(2025), bureau = Budget(2025, "云浦县林业局"), farms = Budget(2025, "云浦县国有林场管理总站");
        own.Table("budget-expenditure", $"@ 项目 | 合计\n221 住房保障支出 | {department}");
        bureau.Table("budget-expenditure", "@ 项目 | 合计\n221 住房保障支出 | 25.49");
        farms.Table("budget-expenditure", "@ 项目 | 合计\n221 住房保障支出 | 30.66");

        Check(own, units: [bureau, farms]).ShouldBe([("X-08", Verdict.Exact, ""), ("X-08", Verdict.Exact, ""), ("X-04", verdict, "")]);
    }

    [Fact]
    public void Money_that_the_units_pay_each_other_leaves_a_difference_open()
    {
        Sketch own = Budget(2025), bureau = Budget(2025, "云浦县林业局"), farms = Budget(2025, "云浦县国有林场管理总站");
        own.Table("budget-summary", "@ 收入 | 预算数\n收入总计 | 50.00");
        bureau.Table("budget-summary", "@ 收入 | 预算数\n收入总计 | 40.00");
        farms.Table("budget-summary", "@ 收入 | 预算数\n上级补助收入 | 5.00\n收入总计 | 15.00");

        Check(own, units: [bureau, farms])[^1].ShouldBe(("X-04", Verdict.NotChecked, "transfers"));
    }

    [Fact]
    public void What_differs_by_as_much_in_every_code_above_is_one_discrepancy()
    {
        const string Codes = "@ 项目 | 合计\n208 社会保障和就业支出 | {1}\n221 住房保障支出 | {0}\n22102 住房改革支出 | {0}\n2210201 住房公积金 | {0}\n210 卫生健康支出 | {1}\n2101101 行政单位医疗 | {1}\n2101102 事业单位医疗 | {1}";
        Sketch own = Budget(2025), bureau = Budget(2025, "云浦县林业局"), farms = Budget(2025, "云浦县国有林场管理总站");
        own.Table("budget-expenditure", string.Format(CultureInfo.InvariantCulture, Codes, "51.65", "20.00"));
        bureau.Table("budget-expenditure", string.Format(CultureInfo.InvariantCulture, Codes, "25.49", "10.00"));
        farms.Table("budget-expenditure", string.Format(CultureInfo.InvariantCulture, Codes, "30.66", "10.00"));

        Document document = own.Document;
        var alone = new MinedDocument(
            "0123456789abcdef", "a.txt", ["a.txt"], "", "text/plain", MiningStatus.Mined, null, document, [], TableFacts.Of(document, Default.Reading, Default.Subjects), [], []);
        Discrepancy found = AcrossFindings.Join(alone, Rulings(own, units: [bureau, farms])).Discrepancies.ShouldHaveSingleItem();

        found.Caused.Length.ShouldBe(3);
        found.Severity.ShouldBe(Severity.Warning);
        found.Message.Zh.ShouldContain("列示为51.65万元，各单位文件之和为56.15万元");
    }

    [Theory]
    [InlineData("1.70", Verdict.Exact)]
    [InlineData("1.20", Verdict.Conflict)]
    public void Three_public_expenses_add_up_wherever_they_are_printed(string department, Verdict verdict)
    {
        Sketch own = Budget(2025), bureau = Budget(2025, "云浦县林业局"), farms = Budget(2025, "云浦县国有林场管理总站");
        own.Paragraph($"2025年“三公”经费预算{department}万元。");
        bureau.Paragraph("2025年“三公”经费预算1.20万元。");
        farms.Table("three-public", "@ 单位 | 合计\n云浦县国有林场管理总站 | 0.50");

        Check(own, units: [bureau, farms])[^1].ShouldBe(("X-05", verdict, ""));
    }

    [Fact]
    public void A_unit_without_a_document_is_told_and_leaves_the_sums_open()
    {
        Sketch own = Budget(2025), bureau = Budget(2025, "云浦县林业局");
        own.Table("budget-expenditure", "@ 项目 | 合计\n221 住房保障支出 | 56.15");
        bureau.Table("budget-expenditure", "@ 项目 | 合计\n221 住房保障支出 | 25.49");
        var partners = new AcrossPartners([], [], [new UnitPartner("云浦县林业局", Partner(bureau)), new UnitPartner("云浦县国有林场管理总站", null)], null, null, [], null);

        Told(AcrossRules.Check(Own(own), partners, Knowledge, 0)).ShouldBe(
        [
            ("X-08", Verdict.Exact, ""), ("X-08", Verdict.NotChecked, "no-register"),
            ("X-04", Verdict.NotChecked, "units-missing"), ("X-05", Verdict.NotChecked, "units-missing"),
        ]);
    }

    [Theory]
    [InlineData("2961.68", Verdict.Exact)]
    [InlineData("0.3", Verdict.DecisionConflict)]
    public void A_version_tells_which_numbers_have_changed(string before, Verdict verdict)
    {
        Sketch own = Final(2024), earlier = Final(2024);
        own.Table("final-appropriation-summary", "@ 收入 | 合计\n本年收入合计 | 2961.68");
        earlier.Table("final-appropriation-summary", $"@ 收入 | 合计\n本年收入合计 | {before}");

        Ruling ruling = AcrossRules.Check(Own(own), new AcrossPartners([], [], [], Partner(earlier), null, [], null), Knowledge, 7).ShouldHaveSingleItem();
        (ruling.Obligation.Id, ruling.Obligation.Rule, ruling.Verdict).ShouldBe(("o8", "X-06", verdict));
        ruling.Obligation.Formula.ShouldBe(verdict == Verdict.Exact ? "" : "本年收入合计 · 合计 0.3万元 → 2961.68万元");
    }

    [Theory]
    [InlineData("1181.85", true)]
    [InlineData("1118.85", false)]
    public void A_row_that_an_unrelated_body_prints_too_is_noted(string first, bool isSame)
    {
        Sketch own = Budget(2025), other = Budget(2025, "云浦县林业局");
        own.Table("budget-expenditure", $"@ 项目 | 合计 | 基本支出 | 项目支出 | 人员经费 | 公用经费\n=合计 | {first} | 742.05 | 439.80 | 618.40 | 123.65");
        other.Table("budget-expenditure", "@ 项目 | 合计 | 基本支出 | 项目支出 | 人员经费 | 公用经费\n=合计 | 1181.85 | 742.05 | 439.80 | 618.40 | 123.65");

        Told(AcrossRules.Check(Own(own), new AcrossPartners([], [], [], null, Partner(other), [], null), Knowledge, 0))
            .ShouldBe(isSame ? [("X-07", Verdict.DecisionConflict, "")] : []);
    }

    [Theory]
    [InlineData("增加18.59万元，增长7.99%", Verdict.Exact)]
    [InlineData("增加28.59万元，增长12.84%", Verdict.Conflict)]
    public void Changes_lead_back_to_last_years_document(string change, Verdict verdict)
    {
        Sketch own = Budget(2025), before = Budget(2024);
        own.Paragraph($"2025年收入预算251.33万元，比上年预算{change}。");
        before.Table("budget-summary", "@ 收入 | 预算数\n收入总计 | 232.74");

        Check(own, before: [before]).ShouldBe([("X-09", verdict, ""), ("X-09", verdict, "")]);
    }

    private static Sketch Budget(int year, string organisation = "青萝市档案馆") => new(year, "department-budget", organisation);

    private static Sketch Final(int year) => new(year, "final-accounts");

    private static (string Rule, Verdict Verdict, string Reason)[] Check(
        Sketch own, Sketch[]? before = null, Sketch[]? budgets = null, Sketch[]? units = null) => Told(Rulings(own, before, budgets, units));

    private static ImmutableArray<Ruling> Rulings(Sketch own, Sketch[]? before = null, Sketch[]? budgets = null, Sketch[]? units = null) =>
        AcrossRules.Check(
            Own(own),
            new AcrossPartners(
                [.. (before ?? []).Select(sketch => Partner(sketch))],
                [.. (budgets ?? []).Select(sketch => Partner(sketch))],
                [.. (units ?? []).Select(sketch => new UnitPartner(sketch.Document.Organisation, Partner(sketch)))],
                null,
                null,
                [],
                null),
            Knowledge,
            0);

    private static (string, Verdict, string)[] Told(IEnumerable<Ruling> rulings) =>
        [.. rulings.Select(ruling => (ruling.Obligation.Rule, ruling.Verdict, ruling.Reason))];

    private static AcrossDocument Own(Sketch sketch) => Open(sketch.Document, null);

    private static AcrossDocument Partner(Sketch sketch, params string[] doubtful) =>
        Open(sketch.Document, new FactSource($"{sketch.Document.FiscalYear}-{sketch.GetHashCode()}", sketch.Document.Organisation), doubtful);

    private static AcrossDocument Open(Document document, FactSource? source, params string[] doubtful) => new(
        document,
        [.. TableFacts.Of(document, Default.Reading, Default.Subjects), .. NarrativeReader.Read(document, Knowledge.Lexicon).Facts],
        doubtful.ToHashSet(StringComparer.Ordinal),
        source,
        Knowledge);
}
