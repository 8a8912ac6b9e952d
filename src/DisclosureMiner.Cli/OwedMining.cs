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

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}";
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
        using (var alone = new ReaderWriterLockSlim())
        {
            Thread[] threads = [.. Enumerable.Range(0, jobs).Select(_ => new Thread(() => Work(alone, stop)))];
            foreach (Thread thread in threads)
            {
                thread.Start();
            }

            foreach (Thread thread in threads)
            {
                thread.Join();
            }
        }

        Compare(stop);
        return new OwedMined(_mined, _kept, _failed, _postponed, _compared);
    }

    private void Work(ReaderWriterLockSlim alone, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && store.Take(_owner, Lease, WorkKind.Mine) is { } item)
        {
            using Timer renewal = Renewing(item);

            // What was begun before and never ended may have ended the program: it is done while nothing else is.
            bool isSuspect = item.Tries > 1;
            if (isSuspect)
            {
                alone.EnterWriteLock();
            }
            else
            {
                alone.EnterReadLock();
            }

            try
            {
                Note(_documents.Do(item));
            }
            finally
            {
                if (isSuspect)
                {
                    alone.ExitWriteLock();
                }
                else
                {
                    alone.ExitReadLock();
                }
            }
        }
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

    private void Compare(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && store.Take(_owner, Lease, WorkKind.Compare) is { } item)
        {
            using Timer renewal = Renewing(item);
            _compared += new AcrossPass(store, pipeline, register).Run(jobs, stop);
            if (stop.IsCancellationRequested)
            {
                store.HandBack(item);
            }
            else if (store.Complete(item))
            {
                // A server that shares the store writes its reports anew.
                store.Ask(WorkKind.Report, WorkItem.All);
            }
        }
    }

    private Timer Renewing(WorkItem item) => new(
        _ =>
        {
            try
            {
                store.Renew(item, Lease);
            }
            catch (StoreException)
            {
                // Two more renewals may come before the lease ends; who has lost it does not commit.
            }
        },
        null,
        Lease / 3,
        Lease / 3);
}
