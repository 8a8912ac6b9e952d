using DisclosureMiner.Findings;

namespace DisclosureMiner.Cli;

/// <summary>Says which files were not mined and why: all that failed, and the first few of a kind that is not read.</summary>
internal static class MineLog
{
    private const int MostUnsupported = 20;

    public static void Write(Screen screen, IEnumerable<(string Path, MiningStatus Status, MiningError? Error)> notMined)
    {
        int unsupported = 0;
        foreach ((string path, MiningStatus status, MiningError? problem) in notMined.OrderBy(one => one.Path, StringComparer.Ordinal))
        {
            if (status == MiningStatus.Unsupported && ++unsupported > MostUnsupported)
            {
                continue;
            }

            string message = problem is { } error ? screen.Say(error.Message) : "";
            screen.Error.WriteLine($"{path}: {screen.Say(Wording.Of(status))}: {message}");
        }

        if (unsupported > MostUnsupported)
        {
            screen.Error.WriteLine(screen.Texts.MoreUnsupported(unsupported - MostUnsupported));
        }
    }
}
