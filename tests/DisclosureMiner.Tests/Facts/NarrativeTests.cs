using DisclosureMiner.Facts;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Facts;

public sealed class NarrativeTests
{
    [Theory]
    [InlineData("2024年预算收入总额87.84万元。", "87.84万元", FigureRole.Amount)]
    [InlineData("公务接待费0.1万元，较上年减少0.02万元。", "0.02万元", FigureRole.Change)]
    [InlineData("公务接待费0.1万元，下降16.67%。", "16.67%", FigureRole.Rate)]
    [InlineData("基本支出72.84万元，占82.92%。", "82.92%", FigureRole.Share)]
    [InlineData("基本支出决算72.84万元，完成年初预算的98.50%。", "98.50%", FigureRole.Completion)]
    [InlineData("本单位公务用车3辆。", "3辆", FigureRole.Count)]
    [InlineData("公用经费6.17万元，比上年减少1.15万元，增长（下降）%。", "增长（下降）%", FigureRole.Placeholder)]
    [InlineData("增速回落11.6个百分点。", "11.6个百分点", FigureRole.Other)]
    [InlineData("依据〔2017〕74号文件执行。", "74", FigureRole.Other)]
    [InlineData("咨询电话12333受理来电。", "12333", FigureRole.Other)]
    [InlineData("第3季度执行完毕。", "3", FigureRole.Other)]
    public void A_number_is_typed_by_its_words(string sentence, string text, FigureRole role)
        => Assert.Equal(role, Prose.Budget(sentence).Figure(text).Role);

    [Theory]
    [InlineData("全年支出１２３．４０万元。", "１２３．４０万元", "123.40")]
    [InlineData("全年支出1,234,567元。", "1,234,567元", "1234567")]
    [InlineData("增速依次为6.7%、-4.5%。", "-4.5%", "-4.5")]
    [InlineData("預算八十萬元，其中公務接待費12.5萬元。", "12.5萬元", "12.5")]
    public void Digits_are_read_as_printed(string sentence, string text, string value)
        => Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Prose.Budget(sentence).Figure(text).Printed!.Value);

    [Theory]
    [InlineData("收入87.84万元，比上年预算增加14.12万元。", "14.12万元", "2023 budget")]
    [InlineData("收入87.84万元，比2022年执行数增加14.12万元。", "14.12万元", "2022 estimatedoutturn")]
    [InlineData("收入87.84万元，同比减少14.12万元。", "14.12万元", "2023 budget")]
    public void A_change_knows_what_it_compares_with(string sentence, string text, string period)
        => Assert.Equal(period, Prose.Budget(sentence).Figure(text).Period);

    [Fact]
    public void A_name_keeps_what_belongs_to_it_and_loses_the_rest()
    {
        Prose prose = Prose.Budget("2024年本部门社会保障和就业支出79.1万元，因公出国（境）费0万元，上年结转结余3万元。");

        Assert.Equal(["社会保障和就业支出", "因公出国(境)费", "上年结转结余"], new[] { "79.1万元", "0万元", "3万元" }.Select(text => prose.Figure(text).Subject));
        Assert.Equal("2024 budget", prose.Figure("3万元").Period);
    }

    [Fact]
    public void The_year_of_one_amount_is_not_that_of_the_next()
    {
        Prose prose = Prose.Budget("收入总计20万元，2023年为15万元，多出5万元；上年结转3万元，2023年为4万元，少了1万元，下降25.00%。项目支出8万元。");

        Assert.Equal(["2023 budget", "2024 budget", "2023 budget", "2024 budget"], new[] { "15万元", "3万元", "4万元", "8万元" }.Select(text => prose.Figure(text).Period));
        Assert.Equal(DisclosureMiner.Checks.Verdict.Exact, prose.Verdict("3万元 - 4万元 = -1万元"));
        Assert.Empty(prose.Reported);
    }

    [Fact]
    public void An_earlier_amount_goes_to_what_was_spoken_of_under_another_name()
        => Assert.Equal(DisclosureMiner.Checks.Verdict.Exact, Prose.Budget("政府采购预算78万元。上年采购预算为71万元，本年增加7万元。").Verdict("78万元 - 71万元 = 7万元"));

    [Fact]
    public void Respective_numbers_go_to_their_names()
    {
        Prose prose = Prose.Budget("货物、工程分别为12万元和8万元，占比分别为60%和40%，合计20万元。");

        Assert.Equal("货物", prose.Figure("12万元").Subject);
        Assert.Equal("工程", prose.Figure("8万元").Subject);
        Assert.Equal("工程", prose.Figure("40%").Subject);
    }

    [Fact]
    public void Every_figure_stands_where_its_place_says()
    {
        const string Text = "某县档案馆2024年部门预算公开\n\n全年收入 87.84 万元，其中财政拨款\n收入80.00万元。";
        foreach (Figure figure in Prose.Of(Text).Mined.Figures)
        {
            var span = figure.Place.Span!.Value;
            Assert.Equal(figure.Text, Text[span.Start..span.End]);
            Assert.Equal(figure.Text, figure.Sentence[figure.Start..figure.End]);
        }
    }
}
