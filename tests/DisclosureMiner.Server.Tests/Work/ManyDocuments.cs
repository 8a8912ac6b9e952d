using System.Globalization;
using System.Text;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Tests.Work;

/// <summary>Small budgets of bodies that do not exist, some of them with a wrong number, year after year.</summary>
internal static class ManyDocuments
{
    private const int FirstYear = 2021;
    private const int Years = 5;

    /// <summary>The documents by their names, always the same.</summary>
    public static IEnumerable<(string Name, string Text)> All(int count) =>
        Enumerable.Range(0, count).Select(number => ($"{Body(number)}{Year(number)}.txt", TextOf(number)));

    /// <summary>Takes all of them in.</summary>
    public static async Task TakeIn(string store, string content, int count)
    {
        using DisclosureStore opened = DisclosureStore.Open(store);
        var intake = new Intake(opened, new ContentStore(content), TimeProvider.System);
        foreach ((string name, string text) in All(count))
        {
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
            (await intake.ReceiveAsync(bytes, name, "folder")).IsNew.ShouldBeTrue(name);
        }
    }

    private static int Year(int number) => FirstYear + (number % Years);

    private static string Body(int number) => $"白石县第{(number / Years) + 1}林场";

    private static string TextOf(int number)
    {
        int year = Year(number);
        decimal prior = Total(number - 1), current = Total(number), basic = current - Project(number);
        bool isFirst = year == FirstYear;
        decimal growth = decimal.Round(100m * (current - prior) / prior, 2, MidpointRounding.AwayFromZero);

        // Every seventh copies a rate that is not its own; every eleventh takes last year's amount from elsewhere.
        string rate = Plain(number % 7 == 0 ? growth + 1.13m : growth);
        string before = Plain(number % 11 == 0 ? prior + 10m : prior);
        return $"""
            {Body(number)}{year}年单位预算

            第一部分 单位概况

            {Body(number)}负责造林、管护和森林防火。编制{20 + (number % 9)}人，在职{20 + (number % 9)}人。

            第二部分 {year}年单位预算说明

            一、收支总体情况

            {year}年支出预算{Plain(current)}万元，{(isFirst ? "为首次编制。" : $"{year - 1}年为{before}万元，增加{Plain(current - prior)}万元，增长{rate}%。")}

            {year}年支出预算中，基本支出{Plain(basic)}万元，项目支出{Plain(current - basic)}万元。

            第三部分 {year}年单位预算表

            表1 收支总表

            单位：万元

            项目	预算数	项目	预算数
            一、一般公共预算拨款收入	{Plain(current)}	一、农林水支出	{Plain(current - 12.5m)}
            二、事业收入		二、住房保障支出	12.50
            本年收入合计	{Plain(current)}	本年支出合计	{Plain(current)}
            收入总计	{Plain(current)}	支出总计	{Plain(current)}

            """;
    }

    private static decimal Total(int number) => 300m + (number * 7.31m % 211m) + (number % Years * 31.07m);

    private static decimal Project(int number) => 40m + (number * 3.17m % 19m);

    private static string Plain(decimal value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
