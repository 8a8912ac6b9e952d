using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>What came of the work that was owed.</summary>
/// <param name="Mined">Documents that were mined.</param>
/// <param name="Kept">Documents that were mined already.</param>
/// <param name="Failed">Documents that could not be read, or were given up.</param>
/// <param name="Postponed">Documents that are tried again later.</param>
/// <param name="Compared">Documents that were compared anew with others.</param>
internal sealed record OwedMined(int Mined, int Kept, int Failed, int Postponed, int Compared);

/// <summary>Does what is owed until nothing is due: by lease, so that servers and other runs may work on the same store.</summary>
internal sealed class OwedMining(Screen screen, DisclosureStore store, ContentStore content, Pipeline pipeline, Register? register, int jobs)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly DocumentWork _documents = new(store, content, pipeline);
    private readonly Lock _gate = new();
    private int _mined;
    private int _kept;
    private int _failed;
    private int _postponed;
    private int _compared;

    /// <summary>Works until nothing is due; a stop lets what is under way end.</summary>
    public OwedMined Run(CancellationToken stop)
    {
        store.AskForOthersThan(Mining.VersionOf(pipeline));
        using var owed = new OwedWork(store, Lease, lost: _ => { }, failed: _ => { });
        Parallel.For(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = jobs }, _ =>
        {
            while (!stop.IsCancellationRequested && owed.DoNext(item => Note(_documents.Do(item)), WorkKind.Mine))
            {
            }
        });
        while (!stop.IsCancellationRequested && owed.DoNext(item => _compared += owed.Compare(item, pipeline, register, jobs, stop) ?? 0, WorkKind.Compare))
        {
        }

        return new OwedMined(_mined, _kept, _failed, _postponed, _compared);
    }

    private void Note(DocumentOutcome outcome)
    {
        lock (_gate)
        {
            switch (outcome.Outcome)
            {
                case WorkOutcome.Done when outcome.Mined is { Status: MiningStatus.Failed } failed:
                    _failed++;
                    screen.Error.WriteLine($"{outcome.Path}: {screen.Say(failed.Error!.Message)}");
                    break;
                case WorkOutcome.Done:
                    _mined++;
                    screen.Error.WriteLine($"[{_mined}] {outcome.Path}");
                    break;
                case WorkOutcome.Kept:
                    _kept++;
                    break;
                case WorkOutcome.Postponed:
                    _postponed++;
                    screen.Error.WriteLine(screen.Texts.PostponedWork(outcome.Path, outcome.Reason!));
                    break;
                case WorkOutcome.Failed:
                    _failed++;
                    screen.Error.WriteLine($"{outcome.Path}: {outcome.Reason}");
                    break;
            }
        }
    }
}
