using System.Text.Json;
using DisclosureMiner.Cli;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Tests.Cli;

public sealed class PlantedFaultsCommandTests : IDisposable
{
    private const string Archives = "qingluo-archives-2024-budget.txt";

    private readonly TempFolder _folder = new();

    public PlantedFaultsCommandTests()
    {
        foreach (string name in new[] { Archives, Archives + TruthReader.Suffix })
        {
            _folder.Write(name, File.ReadAllBytes(Path.Combine(TestPaths.Corpus, name)));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task So_many_faults_are_planted_and_told_type_by_type()
    {
        CommandRun run = await CommandRun.Of("score", _folder.Path, "--inject", "19", "--seed", "3", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Ok);
        JsonElement report = JsonDocument.Parse(run.Out).RootElement;
        report.GetProperty("all").GetProperty("planted").GetInt32().ShouldBe(19);
        report.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("document").GetString()).Distinct().ShouldBe([Archives]);
        report.GetProperty("byType").GetProperty("rate-copied").GetProperty("planted").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_recall_below_what_was_asked_ends_with_1()
    {
        CommandRun run = await CommandRun.Of("score", _folder.Path, "--inject", "60", "--min-recall", "1");

        run.ExitCode.ShouldBe(ExitCodes.Found);
        run.Error.ShouldStartWith("Falls short: recall is 0.");
    }

    [Theory]
    [InlineData("--inject must be a whole number above 0.", "--inject", "0")]
    [InlineData("--min-once goes with --inject only.", "--min-once", "0.9")]
    [InlineData("--min-cells does not go with --inject", "--inject", "5", "--min-cells", "0.9")]
    public async Task What_cannot_be_measured_is_refused(string message, params string[] options)
    {
        CommandRun run = await CommandRun.Of(["score", _folder.Path, .. options]);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain(message);
    }
}
