using System.Globalization;
using DisclosureMiner.Pipelines;
using Spectre.Console;

namespace DisclosureMiner.Cli;

/// <summary>Shows how far <c>mine</c> has come: a bar on a terminal, now and then a line elsewhere.</summary>
internal static class MineProgress
{
    // Of fewer documents, the end comes soon enough.
    private const int FewestForLines = 50;

    /// <summary>Runs the work and shows what it tells.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="files">How many files there are.</param>
    /// <param name="work">The work; it may tell from one thread at a time.</param>
    public static T Show<T>(Screen screen, int files, Func<Action<MinerProgress>, T> work)
    {
        if (!screen.IsBar || files == 1)
        {
            return work(progress => WriteLine(screen, progress));
        }

        T? result = default;
        screen.Progress.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(screen.Texts.Mining, maxValue: files);
                result = work(progress =>
                {
                    task.MaxValue = progress.Total;
                    task.Value = progress.Done;
                });
            });
        return result!;
    }

    private static void WriteLine(Screen screen, MinerProgress progress)
    {
        if (progress.Total >= FewestForLines && (progress.Done % (progress.Total / 10) == 0 || progress.Done == progress.Total))
        {
            screen.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{screen.Texts.Mining} {progress.Done}/{progress.Total}"));
        }
    }
}
