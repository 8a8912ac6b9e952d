using System.Text.Json.Nodes;
using DisclosureMiner.Cli;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Tests.Cli;

public sealed class ScoreCommandTests : IDisposable
{
    private const string Transport = "langxi-transport-2023-final.txt";

    private readonly TempFolder _folder = new();

    public ScoreCommandTests()
    {
        foreach (string name in new[] { Transport, Transport + TruthReader.Suffix })
        {
            _folder.Write(name, File.ReadAllBytes(Path.Combine(TestPaths.Corpus, name)));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_runs_differ_in_the_time_only()
    {
        CommandRun[] text = [await CommandRun.Of("score", _folder.Path), await CommandRun.Of("score", _folder.Path)];
        CommandRun[] json = [await CommandRun.Of("score", _folder.Path, "--json"), await CommandRun.Of("score", _folder.Path, "--json")];

        text[0].ExitCode.ShouldBe(ExitCodes.Ok);
        text[0].Error.ShouldBeEmpty();
        text[0].Out.ShouldContain("final-accounts: 1, of which 0 clean");
        text[0].Out.Split('\n')[^2].ShouldStartWith("time           ");
        WithoutTime(text[1].Out).ShouldBe(WithoutTime(text[0].Out));
        Untimed(json[1].Out).ShouldBe(Untimed(json[0].Out));

        static string[] WithoutTime(string text) => [.. text.Split('\n').Where(line => !line.StartsWith("time  ", StringComparison.Ordinal))];
        static string Untimed(string text)
        {
            JsonObject json = JsonNode.Parse(text)!.AsObject();
            json.Remove("time").ShouldBeTrue();
            return json.ToJsonString();
        }
    }

    [Fact]
    public async Task A_measure_below_what_was_asked_ends_with_1_and_is_named_with_its_counts()
    {
        CommandRun run = await CommandRun.Of("score", _folder.Path, "--min-recall", "1", "--min-cells", "1.0", "--min-identity", "0", "--min-decided", "1.0");

        run.ExitCode.ShouldBe(ExitCodes.Found);
        run.Error.ShouldBe("Falls short: decided is 0.9497 (170/179), asked for at least 1.\n");
    }

    [Fact]
    public async Task A_measure_for_which_nothing_was_looked_at_is_told_and_fails_nothing()
    {
        CommandRun run = await CommandRun.Of("score", _folder.Path, "--max-false-alarms", "0");

        run.ExitCode.ShouldBe(ExitCodes.Ok);
        run.Error.ShouldBe("false alarms per clean document: nothing was looked at, so it was not tested.\n");
    }

    [Theory]
    [InlineData("--min-recall", "95", "Error: --min-recall must be a number from 0 to 1, such as 0.95, not 95.\n")]
    [InlineData("--min-coverage", "-0.5", "Error: --min-coverage must be a number from 0 to 1, such as 0.95, not -0.5.\n")]
    [InlineData("--min-roles", "90%", "Error: --min-roles must be a number from 0 to 1, such as 0.95, not 90%.\n")]
    [InlineData("--max-false-alarms", "few", "Error: --max-false-alarms must be a number of 0 or more, not few.\n")]
    public async Task A_value_that_is_no_share_ends_with_2(string option, string value, string message)
    {
        CommandRun run = await CommandRun.Of("score", _folder.Path, option, value);

        (run.ExitCode, run.Error, run.Out).ShouldBe((ExitCodes.Usage, message, ""));
    }

    [Fact]
    public async Task A_truth_without_its_document_is_told_and_ends_with_3_whatever_else_falls_short()
    {
        _folder.Write("gone.txt.truth.yaml", "{document: gone.txt, status: mined}");

        CommandRun run = await CommandRun.Of("score", _folder.Path, "--min-decided", "1");

        run.ExitCode.ShouldBe(ExitCodes.Failed);
        run.Error.ShouldStartWith($"gone.txt: there is no such file in the folder '{_folder.Path}'.");
        run.Error.ShouldContain("Falls short: decided");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_or_holds_no_truth_ends_with_2()
    {
        Directory.CreateDirectory(_folder["empty"]);

        (await CommandRun.Of("score", _folder["nowhere"])).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCodes.Usage), run => run.Error.ShouldStartWith("Error: There is no such folder: "));
        (await CommandRun.Of("score", _folder["empty"])).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCodes.Usage), run => run.Error.ShouldStartWith("Error: There is no *.truth.yaml or expected.jsonl in "));
        (await CommandRun.Of("score", _folder["empty"], "--truth", _folder.Path)).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCodes.Usage), run => run.Error.ShouldContain("None of the documents that the truths speak of is in the folder"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Every_measure_has_an_option_that_says_in_words_what_it_is(string language)
    {
        string help = (await CommandRun.Of("score", "--help", "--lang", language)).Out;

        foreach (ScoreMeasure measure in ScoreMeasure.All)
        {
            help.ShouldContain($"--min-{measure.Id} <0..1>");
            help.ShouldNotContain(language == "en" ? $"Least share of {measure.Id};" : $" {measure.Id}所占比例");
        }
    }
}
