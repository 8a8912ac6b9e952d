using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Cli;

/// <summary>Plain lines for a log: one for each document of a small run, one now and then of a large one.</summary>
internal sealed class MineLines(Screen screen, int jobs) : MineDisplay(screen, jobs)
{
    private const int MostInFull = 20;
    private const int Steps = 10;

    public override T Show<T>(Func<T> work) => work();

    protected override void Say(string line) => Screen.Error.WriteLine(line);

    protected override void Went(MinerTask task, MiningStatus status)
    {
        if (Pace.Total is > 1 and <= MostInFull)
        {
            if (status == MiningStatus.Mined)
            {
                Say($"[{Pace.Done}/{Pace.Total}] {task.Path}");
            }
        }
        else if (Pace.Total > MostInFull && Pace.Done * Steps / Pace.Total > (Pace.Done - 1) * Steps / Pace.Total)
        {
            Say(Texts.DoneOf(Pace.Done, Pace.Total, Pace.Done < Pace.Total ? Pace.Left() : null));
        }
    }
}
