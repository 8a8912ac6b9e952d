using DisclosureMiner.Cli;

namespace DisclosureMiner.Tests.Cli;

/// <summary>What a run of the command wrote and ended with.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the command with these words, in English.</summary>
    public static async Task<CommandRun> Of(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        string[] words = args.Contains("--lang") ? args : [.. args, "--lang", "en"];
        int exitCode = await DisclosureMinerCommand.RunAsync(words, output, error);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
