using DisclosureMiner.Cli;

namespace DisclosureMiner.Tests.Cli;

public sealed class RegisterCommandTests : IDisposable
{
    private const string Budget = "qingluo-archives-2025-budget.txt";

    private readonly TempFolder _folder = new();

    public RegisterCommandTests()
    {
        _folder.Write("in/" + Budget, File.ReadAllBytes(Path.Combine(TestPaths.Corpus, Budget)));
        _folder.Write("in/register.csv", "代码,名称,类别,地区,预算公开期限\n302,青萝县档案馆,部门,青萝县,02-20\n303,青萝县图书馆,部门,青萝县,02-20\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_register_in_the_folder_is_used_and_is_no_document()
    {
        CommandRun run = await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);

        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        File.ReadAllLines(_folder["out/documents.jsonl"]).Length.ShouldBe(1);
        (await File.ReadAllTextAsync(_folder["out/facts.jsonl"])).ShouldContain("\"bodyCode\":\"302\",\"parent\":null,\"region\":\"青萝县\"");
    }

    [Fact]
    public async Task The_lists_are_printed_as_text_and_as_lines()
    {
        await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);

        CommandRun text = await CommandRun.Of("register", _folder["in/register.csv"], "--year", "2025", "--as-of", "2025-02-21", "--out", _folder["out"]);
        text.ExitCode.ShouldBe(ExitCodes.Ok, text.Error);
        text.Out.ShouldBe(
            "missing\t303\t青萝县图书馆\tbudget\t2025-02-20\t\tnot checked\t\t\n"
            + $"received\t302\t青萝县档案馆\tbudget\t2025-02-20\t\tnot checked\t\tin/{Budget}\n");
        text.Error.ShouldBe("Fiscal year 2025 as of 2025-02-21: missing 1, received 1.\n");

        CommandRun lines = await CommandRun.At(
            new DateTimeOffset(2025, 2, 20, 12, 0, 0, TimeSpan.Zero), "register", _folder["in/register.csv"], "--year", "2025", "--format", "jsonl", "--out", _folder["out"], "--lang", "zh");
        lines.Out.Split('\n')[0].ShouldContain("\"state\":\"not-yet-due\",\"reason\":null,\"bodyCode\":\"303\"");
        lines.Error.ShouldBe("2025年度，截至 2025-02-20：未到期 1，已公开 1。\n");
    }

    [Fact]
    public async Task A_bad_register_ends_both_commands()
    {
        string bad = _folder.Write("bad.csv", "code,name,kind,budget_due\n1,甲县财政局,unit,2.20\n2,,unit,\n");

        foreach (CommandRun run in (CommandRun[])
        [
            await CommandRun.Of("mine", _folder["in"], "--register", bad, "--out", _folder["out"]),
            await CommandRun.Of("register", bad, "--year", "2025", "--out", _folder["out"]),
        ])
        {
            run.ExitCode.ShouldBe(ExitCodes.Usage);
            run.Error.ShouldContain($"{bad}:2: budget_due: '2.20' should be MM-DD");
            run.Error.ShouldContain($"{bad}:3: name: must not be empty");
        }
    }

    [Theory]
    [InlineData("--year", "25")]
    [InlineData("--year", "2025", "--as-of", "yesterday")]
    [InlineData("nowhere.csv", "--year", "2025")]
    [InlineData]
    public async Task What_cannot_be_meant_is_bad_usage(params string[] args)
        => (await CommandRun.Of(["register", .. args])).ExitCode.ShouldBe(ExitCodes.Usage);
}
