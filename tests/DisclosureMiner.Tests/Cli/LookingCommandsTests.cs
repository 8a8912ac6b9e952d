using DisclosureMiner.Checks;
using DisclosureMiner.Cli;

namespace DisclosureMiner.Tests.Cli;

public sealed class LookingCommandsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Findings_are_listed_shown_and_explained_from_what_was_mined()
    {
        string budget = Path.Combine(TestPaths.Corpus, "yunpu-veterans-2025-budget.txt");
        await CommandRun.Of("mine", budget, "--out", _folder["out"]);

        CommandRun listed = await CommandRun.Of("findings", "--out", _folder["out"], "--severity", "error");
        string[] first = listed.Out.Split('\n')[0].Split('\t');
        first[0].ShouldBe("error");
        first[2].ShouldBe("yunpu-veterans-2025-budget.txt");

        CommandRun lines = await CommandRun.Of("findings", "--db", _folder["out/disclosures.db"], "--severity", "note", "--format", "jsonl");
        lines.Out.ShouldBe(await File.ReadAllTextAsync(_folder["out/discrepancies.jsonl"]));

        CommandRun shown = await CommandRun.Of("show", "yunpu-veterans-2025-budget.txt", "--out", _folder["out"]);
        shown.ExitCode.ShouldBe(ExitCodes.Ok);
        shown.Out.ShouldContain(first[3]);
        shown.Out.ShouldContain("budget-summary");

        CommandRun explained = await CommandRun.Of("explain", first[3][..8], "--out", _folder["out"]);
        explained.ExitCode.ShouldBe(ExitCodes.Ok);
        explained.Out.ShouldContain(first[3]);
        explained.Out.ShouldContain("Checks that it breaks");
    }

    [Fact]
    public async Task A_rule_is_explained_before_anything_is_mined()
    {
        CommandRun run = await CommandRun.Of("explain", "n-06", "--out", _folder["out"]);

        run.ExitCode.ShouldBe(ExitCodes.Ok);
        run.Out.ShouldStartWith("N-06  ");
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        (await CommandRun.Of("explain", "Q-99", "--out", _folder["out"])).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCodes.Usage),
            run => run.Error.ShouldContain("no discrepancy or rule Q-99"));
        (await CommandRun.Of("findings", "--out", _folder["out"])).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCodes.Usage),
            run => run.Error.ShouldContain("Run disclosureminer mine first"));
    }

    [Fact]
    public async Task The_catalogue_is_listed_and_checked()
    {
        (await CommandRun.Of("rules")).Out.ShouldContain("\nN-06\t");
        (await CommandRun.Of("rules", "--check")).Out.ShouldStartWith("The pipeline is sound");
    }

    [Theory]
    [InlineData("--lang en", "zh_CN.UTF-8", Language.En)]
    [InlineData("--lang=zh", "C", Language.Zh)]
    [InlineData("", "zh_CN.UTF-8", Language.Zh)]
    [InlineData("", "C.UTF-8", Language.En)]
    public void Messages_are_in_the_language_asked_for_else_in_that_of_the_environment(string words, string environment, Language expected)
        => DisclosureMinerCommand.LanguageOf(words.Split(' '), name => name == "LANG" ? environment : null).ShouldBe(expected);

    [Fact]
    public async Task Messages_can_be_chinese()
        => (await CommandRun.Of("mine", _folder["nowhere"], "--lang", "zh")).Error.ShouldStartWith("错误：路径不存在：");

    [Theory]
    [InlineData("命令 mine 缺少参数：path", "mine")]
    [InlineData("选项 --rule 缺少参数。", "findings --rule")]
    [InlineData("选项 --out 只能给出一个值，现有 2 个。", "mine a --out a --out b")]
    [InlineData("“some”不是可用的值，可用：error、warning、never。", "mine a --fail-on some")]
    [InlineData("选项 --jobs 的值不正确：x", "mine a --jobs x")]
    [InlineData("无法识别的命令或参数：fetch", "fetch")]
    [InlineData("没有给出命令。", "")]
    [InlineData("--version 不能与其他参数同时使用。", "--version mine a")]
    public async Task Mistakes_in_the_words_given_are_told_in_chinese_too(string message, string words)
    {
        CommandRun run = await CommandRun.Of(["--lang", "zh", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        run.Error.ShouldStartWith($"错误：{message}\n用法请见：disclosureminer");
        run.ExitCode.ShouldBe(ExitCodes.Usage);
    }

    [Theory]
    [InlineData("zh", "用法：\n  disclosureminer mine <path>... [选项]\n")]
    [InlineData("en", "Usage:\n  disclosureminer mine <path>... [options]\n")]
    public async Task Help_names_the_command_as_it_is_called(string language, string usage)
        => (await CommandRun.Of("mine", "--help", "--lang", language)).Out.ShouldContain(usage);
}
