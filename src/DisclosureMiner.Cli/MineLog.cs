using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Cli;

/// <summary>Says which files were not mined and why: all that failed, and the first few of a kind that is not read.</summary>
internal static class MineLog
{
    private const int MostUnsupported = 20;

    public static void Write(Screen screen, IReadOnlyList<MinerProgress> notMined)
    {
        int unsupported = 0;
        foreach (MinerProgress progress in notMined)
        {
            if (progress.Status == MiningStatus.Unsupported && ++unsupported > MostUnsupported)
            {
                continue;
            }

            string message = progress.Error is { } error ? screen.Say(error.Message) : "";
            screen.Error.WriteLine($"{progress.Path}: {screen.Say(Wording.Of(progress.Status))}: {message}");
        }

        if (unsupported > MostUnsupported)
        {
            screen.Error.WriteLine(screen.Texts.MoreUnsupported(unsupported - MostUnsupported));
        }
    }
}
