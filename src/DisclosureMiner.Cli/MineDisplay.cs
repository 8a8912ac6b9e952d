using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Cli;

/// <summary>
/// Shows on standard error how far <c>mine</c> has come. What did not end well is told at once; of kinds of files that are not read,
/// the first few.
/// </summary>
internal abstract class MineDisplay(Screen screen, int jobs) : IMinerWatch
{
    private const int MostUnsupported = 10;

    private readonly Lock _gate = new();
    private int _unsupported;

    protected Screen Screen { get; } = screen;

    protected Texts Texts => Screen.Texts;

    protected MinePace Pace { get; } = new(TimeProvider.System);

    /// <summary>A display that fits what standard error is.</summary>
    public static MineDisplay On(Screen screen, int jobs) =>
        screen.IsBar && screen.Progress.Profile.Capabilities.Ansi ? new MineBar(screen, jobs) : new MineLines(screen, jobs);

    /// <summary>Runs the work and shows how it goes.</summary>
    public abstract T Show<T>(Func<T> work);

    /// <inheritdoc/>
    public void Looked(int files, int total) => Turn(() => Look(files, total));

    /// <inheritdoc/>
    public void Planned(MinerPlan plan) => Turn(() =>
    {
        Pace.Plan(plan, jobs);
        if (plan.Files > 1)
        {
            Say(Texts.Plan(plan.Files, plan.TakenOver, plan.ToCheck, plan.ToRead));
        }
    });

    /// <inheritdoc/>
    public void Started(MinerTask task) => Turn(() => Pace.Start(task));

    /// <inheritdoc/>
    public void Ended(MinerTask task, MiningStatus status, MiningError? error) => Turn(() =>
    {
        Pace.End(task);
        if (error is not null && status == MiningStatus.Unsupported && ++_unsupported > MostUnsupported)
        {
            if (_unsupported == MostUnsupported + 1)
            {
                Say(Texts.MoreUnsupported);
            }
        }
        else if (error is not null)
        {
            Say($"{task.Path}: {Screen.Say(Wording.Of(status))}: {Screen.Say(error.Message)}");
        }

        Went(task, status);
    });

    /// <summary>Says that the run will end after what is under work.</summary>
    public void Stopping() => Turn(() =>
    {
        string[] paths = [.. Pace.AtWork.Select(one => one.Task.Path)];
        Say(paths.Length == 0 ? Texts.Stopping : Texts.StoppingAfter(string.Join(", ", paths)));
    });

    /// <summary>Another document was written to the outputs.</summary>
    public void Wrote(int documents, int total) => Turn(() => Write(documents, total));

    /// <summary>Leaves the terminal as it was found, when the program is about to end at once.</summary>
    public virtual void Leave()
    {
    }

    /// <summary>A line that stays. Called by one thread at a time, as are the next three.</summary>
    protected abstract void Say(string line);

    protected virtual void Look(int files, int total)
    {
    }

    protected virtual void Went(MinerTask task, MiningStatus status)
    {
    }

    protected virtual void Write(int documents, int total)
    {
    }

    protected void Turn(Action action)
    {
        lock (_gate)
        {
            action();
        }
    }
}
