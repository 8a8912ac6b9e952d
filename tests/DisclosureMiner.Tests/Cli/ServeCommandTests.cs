using DisclosureMiner.Cli;

namespace DisclosureMiner.Tests.Cli;

public sealed class ServeCommandTests
{
    [Fact]
    public void All_that_stands_behind_the_command_goes_to_the_server_but_the_language()
        => ServeCommand.RestOf(["--lang", "zh", "serve", "--data", "here", "--Logging:Json=true", "--lang=en", "--watch", "a", "--watch", "b"])
            .ShouldBe(["--data", "here", "--Logging:Json=true", "--watch", "a", "--watch", "b"]);

    [Fact]
    public async Task Its_options_are_explained()
    {
        CommandRun run = await CommandRun.Of("serve", "--help");

        run.ExitCode.ShouldBe(ExitCodes.Ok);
        foreach (string option in new[] { "data", "postgres", "roles", "jobs", "watch", "pipelines", "urls", "api-key", "api-key-file", "max-upload-mb", "max-backlog" })
        {
            run.Out.ShouldContain($"  --{option} <");
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_server_runs_until_it_is_told_to_end()
    {
        using var folder = new TempFolder();
        using var server = new CommandProcess("serve", "--data", folder["data"], "--urls", "http://127.0.0.1:0", "--roles", "worker");
        while (!Directory.Exists(folder["data/inbox"]))
        {
            await Task.Delay(50);
        }

        server.Signal("TERM");
        server.ExitCode().ShouldBe(0, server.Error);
        File.Exists(folder["data/disclosures.db"]).ShouldBeTrue();
    }

    [Fact]
    public void An_option_that_does_not_exist_is_bad_usage()
    {
        using var server = new CommandProcess("serve", "--dato", "x");

        server.ExitCode().ShouldBe(ExitCodes.Usage);
        server.Error.ShouldContain("There is no option --dato.");
    }
}
