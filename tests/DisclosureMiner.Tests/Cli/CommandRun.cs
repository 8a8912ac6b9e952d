using DisclosureMiner.Cli;

namespace DisclosureMiner.Tests.Cli;

/// <summary>What a run of the command wrote and ended with.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the command with these words, in English.</summary>
    public static Task<CommandRun> Of(params string[] args) => Of(TimeProvider.System, args);

    /// <summary>The same at an hour.</summary>
    public static Task<CommandRun> At(DateTimeOffset hour, params string[] args) => Of(new Stopped(hour), args);

    private static async Task<CommandRun> Of(TimeProvider clock, string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        string[] words = args.Contains("--lang") ? args : [.. args, "--lang", "en"];
        int exitCode = await DisclosureMinerCommand.RunAsync(words, output, error, clock: clock);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    private sealed class Stopped(DateTimeOffset hour) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => hour.ToUniversalTime();
    }
}
