using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Tests.Samples;

/// <summary>
/// A mined unit budget of a made-up archive, with the things that reviewers meet: a phrase left unfilled, a rate that does not
/// follow, a total that one cell breaks twice, a renamed subject, roundings and numbers that nothing could check.
/// </summary>
internal sealed class SampleBudget
{
    private readonly List<Ruling> _ledger = [];

    private SampleBudget(string heading, string spaceBefore, string reception)
    {
        Text = new SampleText("青萝市档案馆2024年单位预算", "青萝市档案馆", 2024, "unit-budget");
        Text.Heading(1, "青萝市档案馆2024年单位预算");
        if (spaceBefore.Length > 0)
        {
            Text.Paragraph(spaceBefore);
        }

        Text.Heading(2, heading);
        Text.Paragraph("1.预算收入总额87.84万元，比上年预算增加14.12万元，增长19.15%。其中：卫生支出<2.75>万元 & 住房保障支出5.99万元。", "1.");
        Income = Text.Figure("87.84万元", "总额", FigureRole.Amount, Direction.None, "收入总额", Key("revenue-total", Measure.Amount));
        Rise = Text.Figure("14.12万元", "增加", FigureRole.Change, Direction.Up, "收入总额", Key("revenue-total", Measure.Change));
        RiseRate = Text.Figure("19.15%", "增长", FigureRole.Rate, Direction.Up, "收入总额", Key("revenue-total", Measure.Rate));
        Health = Text.Figure("2.75", "<", FigureRole.Amount, Direction.None, "卫生支出", null);

        Text.Heading(2, "二、机关运行经费预算安排及增减变化情况");
        Text.Paragraph("2024年机关运行经费预算总额6.17万元，比上年预算减少1.15万元，增长（下降）%。其中：办公费1.25万元。");
        Operating = Text.Figure("6.17万元", "总额", FigureRole.Amount, Direction.None, "机关运行经费", Key("operating", Measure.Amount));
        OperatingFall = Text.Figure("1.15万元", "减少", FigureRole.Change, Direction.Down, "机关运行经费", Key("operating", Measure.Change));
        Unfilled = Text.Figure("增长（下降）%", "，", FigureRole.Placeholder, Direction.None, "机关运行经费", Key("operating", Measure.Rate));
        Office = Text.Figure("1.25万元", "办公费", FigureRole.Amount, Direction.None, "办公费", null);

        Text.Heading(2, "三、“三公”经费增减变化情况");
        Text.Paragraph($"公务接待费{reception}万元，较上年减少0.02万元，下降19.15%。");
        Reception = Text.Figure($"{reception}万元", "费", FigureRole.Amount, Direction.None, "公务接待费", Key("reception", Measure.Amount));
        ReceptionFall = Text.Figure("0.02万元", "减少", FigureRole.Change, Direction.Down, "公务接待费", Key("reception", Measure.Change));
        ReceptionRate = Text.Figure("19.15%", "下降", FigureRole.Rate, Direction.Down, "公务接待费", Key("reception", Measure.Rate));

        Text.Heading(2, "四、支出总表");
        Table = Text.Table(
            "支出总表", "budget-expenditure", 2, ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            " | 合计 | 87.84 | 72.84 | 15.00",
            "208 | 社会保障和就业支出 | 79.10 | 64.10 | 15.00",
            "210 | 卫生健康支出 | 2.57 | 2.75 | ",
            "221 | 住房保障支出 | 5.99 | 5.99 | ");

        Rule("N-06", Relation.GrowthFromChange, RiseRate, [Income, Rise], "14.12 / (87.84 - 14.12) = 19.15%", Severity.Error, "rate",
            Verdict.Exact, value: 19.1535m, stated: 19.15m);
        LeadUnfilled = Rule("N-20", Relation.GrowthFromChange, Unfilled, [Operating, OperatingFall], "-1.15 / (6.17 + 1.15)", Severity.Error,
            "unfilled", Verdict.DecisionConflict, new Interval(-15.7865m, -15.6343m), -15.710382513661202185792349727m);
        LeadRate = Rule("N-06", Relation.GrowthFromChange, ReceptionRate, [Reception, ReceptionFall], "-0.02 / (0.10 + 0.02) = -19.15%",
            Severity.Error, "rate", Verdict.Conflict, new Interval(-21.74m, -12m), -16.666666666666666666666666667m, -19.15m);
        Fact health = Cell("卫生健康支出", "合计");
        LeadSum = Rule("B3-01", Relation.Sum, health, [Cell("卫生健康支出", "基本支出"), Cell("卫生健康支出", "项目支出")],
            "2.75 = 2.57", Severity.Error, "sum", Verdict.Conflict, new Interval(27450m, 27550m), 27500m, 25700m);
        SecondSum = Rule("B3-02", Relation.Sum, Cell("合计", "合计"), [Cell("社会保障和就业支出", "合计"), health, Cell("住房保障支出", "合计")],
            "79.10 + 2.57 + 5.99 = 87.84", Severity.Error, "sum", Verdict.Conflict, new Interval(876450m, 876750m), 876600m, 878400m);
        Rule("B3-02", Relation.Sum, Cell("合计", "基本支出"),
            [Cell("社会保障和就业支出", "基本支出"), Cell("卫生健康支出", "基本支出"), Cell("住房保障支出", "基本支出")],
            "64.10 + 2.75 + 5.99 = 72.84", Severity.Error, "sum", Verdict.Exact, value: 728400m, stated: 728400m);
        Rule("B3-02", Relation.Sum, Cell("合计", "项目支出"), [Cell("社会保障和就业支出", "项目支出")], "15.00 = 15.00", Severity.Error, "sum",
            Verdict.Exact, value: 150000m, stated: 150000m);
        Rule("B3-01", Relation.Sum, Cell("社会保障和就业支出", "合计"), [Cell("社会保障和就业支出", "基本支出"), Cell("社会保障和就业支出", "项目支出")],
            "64.10 + 15.00 = 79.10", Severity.Error, "sum", Verdict.Rounding, value: 791000m, stated: 791000m);
        Rule("N-01", Relation.Sum, Office, [], "办公费", Severity.Error, "table-prose", Verdict.NotChecked, reason: "missing-side");
        Paragraph first = Text.Document.Paragraphs.First(paragraph => paragraph.Enumerator == "1.");
        int old = first.Content.Text.IndexOf("卫生支出", StringComparison.Ordinal);
        LeadName = new Ruling(
            new Obligation("o90", ["D-06", "BX-26"], Relation.Logical, null, [], "卫生支出 → 卫生健康支出", Severity.Note, "subject-name")
            {
                Passages = [new Passage("卫生支出", first.Content.Text, old, first.Section, first.Content.PlaceOf(old, old + 4))],
            },
            Verdict.Conflict, "", null, null, null);
        _ledger.Add(LeadName);
        Causes =
        [
            new Cause(Unfilled, LeadUnfilled, [LeadUnfilled], null, [], Severity.Error),
            new Cause(ReceptionRate, LeadRate, [LeadRate], null, [new Hypothesis("rate-of-neighbour", ["19.15%", "收入总额"])], Severity.Error),
            new Cause(health, LeadSum, [LeadSum, SecondSum], 27500m, [new Hypothesis("digits-swapped", ["2.75万元"])], Severity.Error),
            new Cause(null, LeadName, [LeadName], null, [], Severity.Note),
        ];
    }

    public SampleText Text { get; }

    public Table Table { get; }

    public Fact Income { get; }

    public Fact Rise { get; }

    public Fact RiseRate { get; }

    public Fact Health { get; }

    public Fact Operating { get; }

    public Fact OperatingFall { get; }

    public Fact Unfilled { get; }

    public Fact Office { get; }

    public Fact Reception { get; }

    public Fact ReceptionFall { get; }

    public Fact ReceptionRate { get; }

    public Ruling LeadUnfilled { get; }

    public Ruling LeadRate { get; }

    public Ruling LeadSum { get; }

    public Ruling SecondSum { get; }

    public Ruling LeadName { get; }

    public ImmutableArray<Cause> Causes { get; }

    public IReadOnlyList<Ruling> Ledger => _ledger;

    public MinedContext Context => new("青萝市档案馆", "unit-budget", 2024, Text.Document);

    public IEnumerable<Fact> Facts =>
    [
        .. Text.Cells, Income, Rise, RiseRate, Health, Operating, OperatingFall, Unfilled, Office, Reception, ReceptionFall, ReceptionRate,
    ];

    /// <summary>The document; moved down the page or with another amount on demand.</summary>
    public static SampleBudget Create(string heading = "一、预算收支安排及增减变化情况", string spaceBefore = "", string reception = "0.10") =>
        new(heading, spaceBefore, reception);

    public MinedDocument Mine(string path = "in/qingluo-archives-2024-budget.txt") => new(
        "0123456789abcdef", path, [path], new string('0', 64), "text/plain", MiningStatus.Mined, null, Text.Document,
        [.. Text.Figures], [.. Facts], [.. _ledger], DiscrepancyWriter.Write(Causes, Context))
    {
        Standings = Standings.Of(Facts, Text.Figures, _ledger, Causes),
    };

    public Fact Cell(string label, string column) => Text.Cell(Table, label, column);

    private static FactKey Key(string subject, Measure measure) => new("", 2024, Phase.Budget, "all", "", subject, "total", measure);

    private Ruling Rule(
        string rule, Relation relation, Fact claim, Fact[] operands, string formula, Severity severity, string defect, Verdict verdict,
        Interval? computed = null, decimal? value = null, decimal? stated = null, string reason = "")
    {
        var obligation = new Obligation(
            FormattableString.Invariant($"o{_ledger.Count + 1}"), [rule], relation, claim, [.. operands.Select(fact => new Term(fact))],
            formula, severity, defect);
        var ruling = new Ruling(obligation, verdict, reason, computed, value, stated - value);
        _ledger.Add(ruling);
        return ruling;
    }
}
