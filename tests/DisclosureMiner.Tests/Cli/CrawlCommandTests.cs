using System.Text.Json;
using DisclosureMiner.Cli;
using DisclosureMiner.Store;

namespace DisclosureMiner.Tests.Cli;

public sealed class CrawlCommandTests : IDisposable
{
    private readonly CrawledSite _site = new();

    private string Archives => $"crawl/test-city/{_site.Host}/a/archives.txt";

    private string Veterans => $"crawl/test-city/{_site.Host}/b/veterans.txt";

    public void Dispose() => _site.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_dry_run_says_what_it_would_fetch_and_makes_nothing()
    {
        CommandRun run = await _site.Crawl("--dry-run");

        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Out.Split('\n')[1..3].ShouldBe(
        [
            $"test-city\tfetch\t2025-02-01\t县档案馆2025年部门预算\t{_site.Root}/a/archives.txt",
            $"test-city\tfetch\t2025-02-03\t县退役军人事务局2025年部门预算\t{_site.Root}/b/veterans.txt",
        ]);
        Directory.Exists(_site.Folder["data"]).ShouldBeFalse();
    }

    [Fact(Timeout = 240_000)]
    public async Task What_is_new_is_kept_and_mined_and_what_is_replaced_is_a_revision()
    {
        CommandRun first = await _site.Crawl();
        first.ExitCode.ShouldBe(ExitCodes.Ok, first.Error);
        first.Out.ShouldContain("\t1 list, 2 publications, new 2, changed 0, disappeared 0, failed 0, refused 0\n");
        first.Out.ShouldContain($"test-city\tnew\t2025-02-01\t县档案馆2025年部门预算\t{_site.Root}/a/archives.txt\n");
        first.Error.ShouldContain("Mined 2, had before 0, failed 0, to be tried again 0");
        (await CommandRun.Of("findings", "--db", _site.Db)).Out.ShouldContain($"\t{Veterans}\t");

        string before = _site.Files["/a/archives.txt"];
        _site.Files["/a/archives.txt"] = before + "\n本部门无其他说明。\n";
        CommandRun second = await _site.Crawl();
        second.Out.ShouldContain($"test-city\tchanged\t2025-02-01\t县档案馆2025年部门预算\t{_site.Root}/a/archives.txt\n");
        second.Error.ShouldContain("Mined 1, had before 0");
        using (var store = DisclosureStore.OpenExisting(_site.Db))
        {
            store.Revisions(Archives).Length.ShouldBe(2);
            store.Revisions(Veterans).ShouldHaveSingleItem().Origin.ShouldBe("crawl");
            store.Located().Select(located => located.Path).ShouldBe([Archives, Veterans]);
        }

        CommandRun third = await _site.Crawl("--format", "jsonl");
        third.Error.ShouldContain("Mined 0, had before 0");
        JsonElement line = JsonDocument.Parse(third.Out).RootElement;
        line.GetProperty("source").GetString().ShouldBe("test-city");
        line.GetProperty("outcome").GetString().ShouldBe("completed");
        line.GetProperty("notModified").GetInt32().ShouldBe(3);
        line.GetProperty("new").GetArrayLength().ShouldBe(0);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_was_only_fetched_is_mined_by_the_next_crawl()
    {
        CommandRun run = await _site.Crawl("--no-mine");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        using (var store = DisclosureStore.OpenExisting(_site.Db))
        {
            store.SummarizeWork(WorkKind.Mine).Waiting.ShouldBe(2);
            store.Located().ShouldBeEmpty();
        }

        (await _site.Crawl()).Error.ShouldContain("Mined 2, had before 0");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_night_that_wants_a_look_ends_with_its_own_code()
    {
        await _site.Crawl("--no-mine");

        _site.List = _site.List!.Replace("<li><a href=/b/veterans.txt>县退役军人事务局2025年部门预算</a> 2025-02-03</li>", "");
        CommandRun few = await _site.Crawl("--no-mine");
        few.ExitCode.ShouldBe(ExitCodes.Found);
        few.Out.ShouldContain("test-city\terror\t1 publication, fewer than expected (at least 2).\n");
        few.Out.ShouldContain($"test-city\tunlisted\t{_site.Root}/b/veterans.txt\t");
        (await _site.Crawl("--no-mine", "--fail-on", "never")).ExitCode.ShouldBe(ExitCodes.Ok);

        _site.List = null;
        CommandRun failed = await _site.Crawl("--no-mine", "--fail-on", "never");
        failed.ExitCode.ShouldBe(ExitCodes.Failed);
        failed.Out.ShouldContain($"test-city\tfailed\tserver-error\t{_site.Root}/list.html");
        failed.Out.ShouldContain("A list could not be read; what was found before stays.");
    }

    [Fact(Timeout = 120_000)]
    public async Task The_report_tells_of_the_last_crawls_without_a_request()
    {
        await _site.Crawl("--no-mine");
        _site.List = "<html><body><a href=/new>新版网站</a></body></html>";
        await _site.Crawl("--no-mine");

        string[] words = ["crawl", "report", "--sources", _site.Sources, "--db", _site.Db];
        CommandRun last = await CommandRun.Of(words);
        last.ExitCode.ShouldBe(ExitCodes.Ok, last.Error);
        last.Out.ShouldStartWith("test-city\tfailed-crawl\t示例市财政局\t");
        last.Out.ShouldContain($"test-city\tfailed\tlayout-changed\t{_site.Root}/list.html");
        last.Out.ShouldContain("test-city\terror\tThe layout has changed");
        last.Out.ShouldNotContain("\tnew\t");

        (await CommandRun.Of([.. words, "--last", "2"])).Out.ShouldContain($"test-city\tnew\t2025-02-01\t县档案馆2025年部门预算\t{_site.Root}/a/archives.txt\n");
        CommandRun lines = await CommandRun.Of([.. words, "--last", "2", "--format", "jsonl"]);
        lines.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("layoutChanged").GetBoolean())
            .ShouldBe([true, false]);
        CommandRun later = await CommandRun.At(DateTimeOffset.UtcNow.AddDays(3), words);
        later.Out.ShouldContain("test-city\terror\tIt was due at ");
    }

    [Fact]
    public async Task What_cannot_be_meant_is_bad_usage()
    {
        (await _site.Crawl("other-city")).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCodes.Usage),
            run => run.Error.ShouldContain("There is no source other-city. There are: test-city."));
        (await CommandRun.Of("crawl", "--out", _site.Folder["out"])).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCodes.Usage),
            run => run.Error.ShouldContain("No source is enabled."));
        (await CommandRun.Of("crawl", "--sources", _site.Sources, "--db", "Host=localhost;Database=none")).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCodes.Usage),
            run => run.Error.ShouldContain("--content"));
        (await CommandRun.Of("crawl", "--sources", _site.Folder["nowhere"])).ExitCode.ShouldBe(ExitCodes.Usage);
    }
}
