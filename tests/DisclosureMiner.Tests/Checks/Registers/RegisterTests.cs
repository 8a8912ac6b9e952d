using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Checks.Registers;

public sealed class RegisterTests
{
    internal const string Heads = "code,name,aliases,former_names,kind,parent,region,first_year,last_year,budget_due,final_due\n";

    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);

    internal static Register Of(params string[] rows) => Parse(Heads + string.Join('\n', rows));

    [Fact]
    public void All_columns_are_read()
    {
        Register register = Of(
            "318,云浦县林业局,县林业局；云浦林业局,云浦县林业站@2010-12-31;云浦县农林局@2019-03-01,department,,云浦县,2011,,02-20,09-30",
            "318002,\"云浦县国有林场管理总站\",,,unit,318,,,2026,02-29,");

        RegisterBody bureau = register.Bodies[0], farms = register.Find("318002")!;
        bureau.Aliases.ShouldBe(["县林业局", "云浦林业局"]);
        bureau.FormerNames.ShouldBe([new FormerName("云浦县林业站", new DateOnly(2010, 12, 31)), new FormerName("云浦县农林局", new DateOnly(2019, 3, 1))]);
        (bureau.Kind, bureau.Parent, bureau.Region, bureau.FirstYear, bureau.LastYear).ShouldBe((BodyKind.Department, null, "云浦县", 2011, null));
        (bureau.BudgetDueFor(2025), bureau.FinalDueFor(2025), bureau.BudgetDueFor(2010)).ShouldBe((new DateOnly(2025, 2, 20), new DateOnly(2026, 9, 30), null));
        (farms.Kind, farms.Parent, farms.LastYear, farms.FinalDue).ShouldBe((BodyKind.Unit, "318", 2026, null));
        (farms.BudgetDueFor(2025), farms.BudgetDueFor(2024), farms.BudgetDueFor(2027)).ShouldBe((new DateOnly(2025, 2, 28), new DateOnly(2024, 2, 29), null));
        register.ParentOf(farms).ShouldBe(bureau);
        register.RegionOf(farms).ShouldBe("云浦县");
    }

    [Fact]
    public void Heads_may_be_Chinese_in_any_order_and_a_byte_order_mark_may_stand_before_them()
    {
        RegisterBody body = Parse("\uFEFF名称,类别,代码,曾用名,预算公开期限,备注\n青萝县档案馆,部门,302,青萝县档案局@2024-06-30,02-20,2024年更名\n").Bodies.ShouldHaveSingleItem();

        (body.Code, body.Name, body.Kind, body.BudgetDue).ShouldBe(("302", "青萝县档案馆", BodyKind.Department, new MonthDay(2, 20)));
        body.FormerNames.ShouldHaveSingleItem().Until.ShouldBe(new DateOnly(2024, 6, 30));
    }

    [Theory]
    [InlineData("1,甲县财政局,,,department,9,,,,,", "2: parent: no body has the code 9; add its row or correct the code")]
    [InlineData("1,甲县财政局,,,department,1,,,,,", "2: parent: the parents go in a circle and come back to this body; correct one of the rows")]
    [InlineData("1,甲县财政局,,,office,,,,,,", "2: kind: 'office' should be department or unit")]
    [InlineData("1,,,,unit,,,,,,", "2: name: must not be empty; fill it in")]
    [InlineData("1,甲县财政局,,甲县财税局,unit,,,,,,", "2: former_names: write '甲县财税局' as NAME@2019-03-01, with the last day on which it was used")]
    [InlineData("1,甲县财政局,,,unit,,,,,2-30,", "2: budget_due: '2-30' should be MM-DD, such as 02-20; leave it empty when nothing is expected")]
    [InlineData("1,甲县财政局,,,unit,,,,,,02-30", "2: final_due: '02-30' should be MM-DD, such as 02-20; leave it empty when nothing is expected")]
    [InlineData("1,甲县财政局,,,unit,,,19,,,", "2: first_year: '19' should be a year of four digits, such as 2019")]
    [InlineData("1,甲县财政局,,,unit,,,2020,2019,,", "2: last_year: is before the first year; correct one of them")]
    [InlineData("1,甲县财政局,,,unit,,,,,,,x", "2: there are more fields than columns; put quotes around a field with commas")]
    public void A_bad_row_is_told_with_its_line_its_column_and_what_to_do(string row, string told)
        => Should.Throw<RegisterException>(() => Of(row)).Message.ShouldBe("register.csv:" + told);

    [Fact]
    public void All_bad_rows_are_told_at_once()
    {
        var problem = Should.Throw<RegisterException>(() => Of(
            "1,甲县财政局,财政局,,department,,,,,,",
            "1,甲县教育局,,,department,,,,,,",
            "2,甲县财政局（本级）,,,department,,,,,,",
            "3,甲县会计核算中心,财政局,,department,,,,,,",
            "4,甲县国库支付中心,,,unit,5,,,,,",
            "5,甲县国库,,,unit,4,,,,2月20日,"));

        problem.In(Language.Zh).Split('\n').ShouldBe(
        [
            "register.csv:3: code: 代码 1 已用于第2行，请更正其中一个",
            "register.csv:4: name: “甲县财政局（本级）”也是第2行 1 的名称，请改成各不相同，或写明地区、起止年度",
            "register.csv:5: aliases: “财政局”也是第2行 1 的名称，请改成各不相同，或写明地区、起止年度",
            "register.csv:7: budget_due: “2月20日”应为 月-日，例如 02-20；不要求公开则留空",
        ]);
    }

    [Fact]
    public void Parents_that_go_in_a_circle_are_told_in_each_row_of_it()
        => Should.Throw<RegisterException>(() => Of("1,甲站,,,unit,3,,,,,", "2,乙站,,,unit,1,,,,,", "3,丙站,,,unit,2,,,,,", "4,丁站,,,unit,3,,,,,"))
            .Problems.Select(problem => problem.Line).ShouldBe([2, 3, 4]);

    [Theory]
    [InlineData("", "register.csv: the file is empty; the first line names the columns")]
    [InlineData("code,name\n1,甲县财政局\n", "register.csv:1: kind: this column is missing; add it")]
    [InlineData("code,name,kind,代码\n", "register.csv:1: 代码: is the same column as 'code'; remove one of them")]
    [InlineData("code,name,kind\n1,\"甲县\"财政局,unit\n", "register.csv:2: quotes do not pair; put quotes around a field with quotes or commas, and write a quote in it twice")]
    public void What_is_no_register_is_told(string text, string told) => Should.Throw<RegisterException>(() => Parse(text)).Message.ShouldBe(told);

    [Fact]
    public void A_misspelt_column_is_told()
        => Should.Throw<RegisterException>(() => Parse("code,name,kind,buget_due\n")).Message.ShouldStartWith("register.csv:1: buget_due: there is no such column; use code, 代码");

    [Fact]
    public void A_file_in_another_encoding_is_told()
    {
        using var folder = new TempFolder();
        string path = folder.Write("register.csv", [0xC3, 0xFB, 0xB3, 0xC6]);

        Should.Throw<RegisterException>(() => RegisterFile.Load(path, Default)).Message.ShouldBe(path + ": this is not UTF-8; save it as CSV UTF-8");
    }

    private static Register Parse(string text) => Register.Parse(text, "register.csv", Default.Words);
}
