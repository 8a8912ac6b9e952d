using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Findings.Search;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Findings;

public sealed class RootCausesTests
{
    private const string Table = "表1 支出情况\n单位：万元\n项目\t合计\t基本支出\t项目支出\n教育支出\t60.00\t40.00\t20.00\n卫生健康支出\t30.00\t25.00\t5.00\n住房保障支出\t10.00\t10.00\t0.00\n合计\t100.00\t75.00\t25.00\n";

    [Fact]
    public void A_clean_table_has_no_cause() => Assert.Empty(Prose.Budget(Table).Reported);

    [Fact]
    public void One_wrong_cell_is_one_cause_that_names_it()
    {
        Discrepancy only = Assert.Single(Prose.Budget(Table.Replace("\t25.00\t5.00", "\t52.00\t5.00", StringComparison.Ordinal)).Reported);

        Assert.Equal("52.00", only.Culprit!.Text);
        Assert.Equal(250_000m, only.Repair);
        Assert.Equal(2, only.Caused.Length);
    }

    [Fact]
    public void A_slip_in_a_total_and_in_its_only_part_is_one_cause()
        => Assert.Single(Prose.Budget(Table
            .Replace("\t10.00\t10.00\t0.00", "\t10.90\t10.90\t0.00", StringComparison.Ordinal)).Reported);

    [Fact]
    public void Two_faults_are_two_causes()
        => Assert.Equal(2, Prose.Budget(Table
            .Replace("\t25.00\t5.00", "\t52.00\t5.00", StringComparison.Ordinal)
            .Replace("\t40.00\t20.00", "\t40.00\t2.00", StringComparison.Ordinal)).Reported.Count);

    [Fact]
    public void A_value_on_which_two_relations_agree_is_sure()
        => Assert.Equal(Certainty.Sure, Assert.Single(Prose.Budget(Table.Replace("\t25.00\t5.00", "\t52.00\t5.00", StringComparison.Ordinal)).Reported).Certainty);

    [Theory]
    [InlineData("执行数为43269.3万元，2024年预算安排3845.49万元，比2023年执行数增加17.62%", Certainty.Likely)]
    [InlineData("执行数为3000.0万元，2024年预算安排3845.49万元，比2023年执行数增加17.62%", Certainty.Open)]
    public void With_one_relation_a_slip_of_the_hand_makes_a_value_likely(string text, Certainty certainty)
        => Assert.Equal(certainty, Assert.Single(Prose.Budget($"教育支出2023年{text}。").Reported).Certainty);

    [Fact]
    public void A_table_with_many_wrong_numbers_is_searched_with_bounded_work()
    {
        var random = new Random(1);
        string Row(int i)
        {
            decimal basic = random.Next(100, 99_999) / 100m, project = random.Next(100, 99_999) / 100m;
            return FormattableString.Invariant($"事项{i}\t{basic + project + (i % 3 == 0 ? random.Next(1, 900) : 0):F2}\t{basic:F2}\t{project:F2}\n");
        }

        MinedDocument mined = Prose.Budget("表1 支出情况\n单位：万元\n项目\t合计\t基本支出\t项目支出\n" + string.Concat(Enumerable.Range(1, 90).Select(Row)) + "合计\t10.00\t6.00\t4.00\n").Mined;
        List<Ruling> broken = [.. mined.Ledger.Where(ruling => ruling.IsBroken && ruling.Obligation.Outcome is null)];

        var search = new RepairSearch(CauseGraph.Of(mined.Ledger, broken, Conventions.Learn(mined.Facts), _ => false));
        search.Find();

        broken.Count.ShouldBeGreaterThan(25);
        search.Steps.ShouldBeLessThan(20_000);
    }

    [Theory]
    [InlineData("2024年支出总计100.90万元，比上年减少（增加）5.16万元，减少3.00万元，增长（下降）%。")]
    [InlineData("2024年支出总计100.90万元，上年增加（减少）80.00万元，减少3.00万元，增长（下降）3.00%，增长XX%。")]
    public void Places_left_open_beside_a_wrong_total_are_causes_too(string text)
    {
        Prose prose = Prose.Budget("收支总表\n单位：万元\n收入\t预算数\t支出\t预算数\n财政拨款\t100.00\t教育支出\t100.00\n收入总计\t100.00\t支出总计\t100.00\n\n" + text);

        Assert.Equal(MiningStatus.Mined, prose.Mined.Status);
        Assert.NotEmpty(prose.Reported);
    }

    [Fact]
    public void Two_cells_in_each_others_place_are_one_cause_that_names_both()
    {
        Discrepancy only = Assert.Single(Prose.Budget(Table.Replace("\t25.00\t5.00", "\t5.00\t25.00", StringComparison.Ordinal)).Reported);

        Assert.Equal("columns-swapped", only.Hypotheses[0].Code);
        Assert.Equal(2, only.Caused.Length);
        Assert.Contains("5.00", only.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("25.00", only.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_total_with_a_wrong_item_are_two_causes_each_with_its_value()
    {
        IReadOnlyList<Discrepancy> reported = Prose.Budget(Table
            .Replace("教育支出\t60.00", "教育支出\t66.60", StringComparison.Ordinal)
            .Replace("合计\t100.00", "合计\t102.00", StringComparison.Ordinal)).Reported;

        Assert.Equal([("66.60", 600_000m), ("102.00", 1_000_000m)], reported.Select(found => (found.Culprit!.Text, found.Repair!.Value)));
    }

    [Fact]
    public void A_wrong_number_repeated_in_another_table_is_one_cause()
    {
        string wrong = Table.Replace("\t25.00\t5.00", "\t52.00\t5.00", StringComparison.Ordinal);

        Assert.Equal(4, Assert.Single(Prose.Budget(wrong + "\n" + wrong.Replace("表1 支出情况", "表2 支出明细", StringComparison.Ordinal)).Reported).Caused.Length);
    }

    [Fact]
    public void A_rate_copied_from_the_item_above_is_told_as_that()
    {
        Discrepancy only = Assert.Single(Prose.Budget(
            "教育支出2023年执行数为100.00万元，2024年预算安排117.66万元，比2023年执行数增加17.66%。\n"
            + "卫生健康支出2023年执行数为77.99万元，2024年预算安排91.97万元，比2023年执行数增加17.66%。").Reported);

        Assert.Equal("rate-of-neighbour", only.Hypotheses[0].Code);
    }

    [Theory]
    [InlineData("2106", "2160", "digits-swapped")]
    [InlineData("43269.3", "3269.3", "digit-extra")]
    [InlineData("11.442", "11.42", "digit-extra")]
    [InlineData("326", "3269", "digit-missing")]
    [InlineData("138.2", "138.42", "digit-missing")]
    [InlineData("7799", "7719", "digit-wrong")]
    [InlineData("1500", "150", "decimal-moved")]
    [InlineData("8.452", "84.52", "decimal-moved")]
    [InlineData("25", "250000", "unit-slip")]
    [InlineData("5.27", "-5.27", "sign")]
    [InlineData("1234", "5678", null)]
    public void Typing_mistakes_are_told_by_their_digits(string wrong, string right, string? code)
    {
        var printed = new Printed(Value(wrong), wrong.Contains('.', StringComparison.Ordinal) ? wrong.Split('.')[1].Length : 0, Unit.None);

        Assert.Equal(code, Slips.Between(printed, Value(right)));
    }

    [Theory]
    [InlineData("43269.3", "3269.4", "5", "3269.3")]
    [InlineData("8013", "8103", "3", "8103")]
    [InlineData("326.71", "326.72", "0.02", null)]
    [InlineData("17.62", "-91.11", "0.02", null)]
    public void A_slip_of_the_hand_leads_near_the_wanted_value(string printed, string wanted, string slack, string? meant)
    {
        string[] parts = printed.Split('.');
        var number = new Printed(Value(printed), parts.Length > 1 ? parts[1].Length : 0, Unit.None);

        Assert.Equal(meant is null ? null : Value(meant), Slips.Near(number, Value(wanted), Value(slack)));
    }

    [Fact]
    public void Of_numbers_equally_to_blame_the_one_that_a_slip_explains_is_named()
    {
        Discrepancy only = Assert.Single(Prose.Budget("教育支出2023年执行数为43269.3万元，2024年预算安排3845.49万元，比2023年执行数增加17.62%。").Reported);

        Assert.Equal("43269.3万元", only.Culprit!.Text);
        Assert.Contains("3269.3万元", only.Message.Zh, StringComparison.Ordinal);
    }

    private static decimal Value(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
