using System.Text.Json;
using DisclosureMiner.Cli;

namespace DisclosureMiner.Tests.Cli;

public sealed class ReviewCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private string _id = "";

    public async Task InitializeAsync()
    {
        await CommandRun.Of("mine", Path.Combine(TestPaths.Corpus, "langxi-transport-2023-final.txt"), "--out", _folder["out"]);
        _id = (await Findings())[0].Split('\t')[3];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_decision_is_recorded_with_the_hour_and_shown_everywhere()
    {
        int open = (await Findings("--open")).Length;
        CommandRun decided = await Review(_id[..8], "--as", "false-alarm", "--because", "the bureau has explained it", "--by", "Ann");
        decided.ExitCode.ShouldBe(ExitCodes.Ok);

        (await CommandRun.Of("show", "langxi-transport-2023-final.txt", "--out", _folder["out"])).Out.ShouldContain("status: false alarm\n");
        (await Review(_id)).Out.ShouldContain("1. 2026-11-25T09:30:00Z  false alarm  Ann: the bureau has explained it\n");
        (await Findings("--decided")).ShouldHaveSingleItem().ShouldEndWith("\tfalse-alarm");
        (await Findings("--open")).Length.ShouldBe(open - 1);

        CommandRun mined = await CommandRun.Of("mine", Path.Combine(TestPaths.Corpus, "langxi-transport-2023-final.txt"), "--out", _folder["out"]);
        mined.Out.ShouldContain("false alarm 1");
        JsonElement line = (await File.ReadAllLinesAsync(_folder["out/discrepancies.jsonl"]))
            .Select(text => JsonDocument.Parse(text).RootElement).Single(element => element.GetProperty("id").GetString() == _id);
        line.GetProperty("decision").ToString().ShouldBe(
            """{"state":"false-alarm","by":"Ann","when":"2026-11-25T09:30:00Z","because":"the bureau has explained it"}""");
        (await File.ReadAllTextAsync(_folder["out/discrepancies.csv"])).ShouldContain("false-alarm");
        string report = await File.ReadAllTextAsync(_folder["out/report.html"]);
        report.IndexOf("class=\"reviewed\"", StringComparison.Ordinal).ShouldBeInRange(1, report.IndexOf($"-x{_id}\"", StringComparison.Ordinal));
        report.ShouldContain("<q>the bureau has explained it</q>");
    }

    [Fact]
    public async Task What_is_dismissed_no_longer_fails_a_run_and_what_is_confirmed_does()
    {
        string[] errors = [.. (await Findings("--severity", "error")).Select(line => line.Split('\t')[3])];
        foreach (string id in errors)
        {
            await Review(id, "--as", "confirmed", "--because", "sent to the bureau");
        }

        (await Mine("error")).ShouldBe(ExitCodes.Found);
        foreach (string id in errors)
        {
            await Review(id, "--as", "explained", "--because", "corrected in another notice");
        }

        (await Mine("error")).ShouldBe(ExitCodes.Ok);
    }

    [Theory]
    [InlineData("There is no discrepancy whose id begins with 'zz'", "zz")]
    [InlineData("There is no discrepancy whose id begins with ''", "")]
    [InlineData("Say why with --because.", "ID", "--as", "confirmed")]
    [InlineData("Say why with --because.", "ID", "--as", "confirmed", "--because", "  ")]
    [InlineData("Say who you are with --by.", "ID", "--as", "confirmed", "--because", "x", "--by", " ")]
    [InlineData("--because and --by go with --as.", "ID", "--because", "x")]
    [InlineData("Must be one of: 'confirmed' 'false-alarm' 'explained'", "ID", "--as", "wrong", "--because", "x")]
    public async Task What_is_not_understood_is_told_and_nothing_is_recorded(string message, params string[] words)
    {
        CommandRun run = await Review([.. words.Select(word => word == "ID" ? _id : word)]);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain(message);
        (await Findings("--decided")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_beginning_that_several_have_is_not_enough()
    {
        // More discrepancies than there are hex digits.
        string[] files = ["yunpu-veterans-2025-budget.txt", "qingluo-archives-2025-budget.txt"];
        await CommandRun.Of(["mine", .. files.Select(file => Path.Combine(TestPaths.Corpus, file)), "--out", _folder["out"]]);
        string[] ids = [.. (await Findings("--severity", "note")).Select(line => line.Split('\t')[3])];
        string first = ids.GroupBy(id => id[..1]).First(group => group.Count() > 1).Key;

        CommandRun run = await Review(first, "--as", "confirmed", "--because", "x");

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain($"discrepancies begin with '{first}'; write more of the id:\n  {ids.Where(id => id.StartsWith(first)).Order(StringComparer.Ordinal).First()}");
    }

    [Fact]
    public async Task Open_and_decided_exclude_each_other()
        => (await CommandRun.Of("findings", "--open", "--decided", "--out", _folder["out"])).ExitCode.ShouldBe(ExitCodes.Usage);

    private async Task<string[]> Findings(params string[] words) =>
        (await CommandRun.Of(["findings", .. words, "--out", _folder["out"]])).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<int> Mine(string failOn) => (await CommandRun.Of(
        "mine", Path.Combine(TestPaths.Corpus, "langxi-transport-2023-final.txt"), "--out", _folder["out"], "--fail-on", failOn)).ExitCode;

    private Task<CommandRun> Review(params string[] words) => CommandRun.At(
        new DateTimeOffset(2026, 11, 25, 10, 30, 0, TimeSpan.FromHours(1)), ["review", .. words, "--out", _folder["out"]]);
}
