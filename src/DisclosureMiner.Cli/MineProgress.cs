using System.Globalization;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Cli;

/// <summary>Says how far <c>mine</c> has come.</summary>
internal sealed class MineProgress(Screen screen) : IMinerWatch
{
    // Of fewer documents, the end comes soon enough.
    private const int FewestForLines = 50;

    private readonly Lock _gate = new();
    private readonly List<(string Path, MiningStatus Status, MiningError? Error)> _notMined = [];
    private int _total;
    private int _done;

    public IReadOnlyList<(string Path, MiningStatus Status, MiningError? Error)> NotMined => _notMined;

    public void Looked(int files, int total)
    {
    }

    public void Planned(MinerPlan plan) => _total = plan.Tasks.Length;

    public void Started(MinerTask task)
    {
    }

    public void Ended(MinerTask task, MiningStatus status, MiningError? error)
    {
        lock (_gate)
        {
            if (status != MiningStatus.Mined)
            {
                _notMined.Add((task.Path, status, error));
            }

            _done++;
            if (_total >= FewestForLines && (_done % (_total / 10) == 0 || _done == _total))
            {
                screen.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{screen.Texts.Mining} {_done}/{_total}"));
            }
        }
    }
}
