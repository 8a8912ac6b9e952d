using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests;

/// <summary>Nobody looks on.</summary>
internal sealed class Unwatched : IMinerWatch
{
    public void Looked(int files, int total)
    {
    }

    public void Planned(MinerPlan plan)
    {
    }

    public void Started(MinerTask task)
    {
    }

    public void Ended(MinerTask task, MiningStatus status, MiningError? error)
    {
    }
}
