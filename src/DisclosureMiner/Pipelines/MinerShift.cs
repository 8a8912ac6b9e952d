using System.Collections.Concurrent;
using System.Collections.Immutable;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>One run of a <see cref="Miner"/>.</summary>
internal sealed class MinerShift(
    DisclosureStore store,
    MiningVersion version,
    DocumentMining mining,
    IMinerWatch watch,
    CancellationToken stop)
{
    // A document at which the program ended once may have been the neighbour of the one that ended it; it is tried again, alone.
    private const int MostAttempts = 2;

    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _located = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _begun = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<InputFile> _again = [];
    private int _takenOver;
    private int _checked;
    private int _read;

    /// <summary>
    /// Looks at all bytes before anything is mined, so that the same bytes at two paths are mined once and by the first path,
    /// whichever job would have come to them first.
    /// </summary>
    public ImmutableArray<Candidate> Identify(IReadOnlyList<InputFile> files, int jobs)
    {
        var seen = new Candidate[files.Count];
        int looked = 0;
        Crew.Work([.. Enumerable.Range(0, files.Count)], jobs, i =>
        {
            seen[i] = Candidate.Identify(files[i]);
            watch.Looked(Interlocked.Increment(ref looked), files.Count);
        }, stop);
        return stop.IsCancellationRequested ? [] : Candidate.Merge(seen);
    }

    /// <summary>Takes over what needs no work, and gives back the rest.</summary>
    public ImmutableArray<Candidate> TakeOver(ImmutableArray<Candidate> candidates)
    {
        ILookup<bool, Candidate> isDone = candidates.ToLookup(candidate =>
            candidate.Refusal is null && store.KeptOf(candidate.Sha256, candidate.Path, version) == Kept.Result);
        store.Locate(isDone[true].Select(candidate => new LocatedDocument(candidate.Id, Locate(candidate.Id, candidate.Inputs))));
        _takenOver += isDone[true].Count();
        return [.. isDone[false]];
    }

    public MinerTask TaskOf(Candidate candidate) => new(
        candidate.Path,
        candidate.Bytes,
        candidate.Refusal is not null || store.KeptOf(candidate.Sha256, candidate.Path, version) == Kept.Nothing);

    /// <summary>Does the work: first what is as it should be, several at a time, then the doubtful cases, one at a time.</summary>
    public void Work(ImmutableArray<Candidate> candidates, int jobs)
    {
        // Whoever stops a run may lose patience and end the program: that is no fault of the documents under work.
        using CancellationTokenRegistration _ = stop.Register(() => store.Drop(_begun.Keys));
        ILookup<bool, Candidate> isSuspect = candidates.ToLookup(candidate => Attempts(candidate) > 0);
        Crew.Work([.. isSuspect[false]], jobs, candidate => Do(candidate, isLast: false), stop);
        Crew.Work([.. isSuspect[true]], 1, candidate => Do(candidate, isLast: false), stop);

        // What was locked or half written a moment ago may be whole now.
        ImmutableArray<Candidate> again = Identify([.. _again.OrderBy(file => file.Path, StringComparer.Ordinal)], 1);
        Crew.Work(TakeOver([.. again.Where(candidate => !IsKnown(candidate))]), 1, candidate => Do(candidate, isLast: true), stop);
    }

    public MinerRun End(int files, int documents) => new(
        [.. _located.Select(pair => new LocatedDocument(pair.Key, pair.Value)).OrderBy(document => document.Path, StringComparer.Ordinal)],
        files,
        _takenOver,
        _checked,
        _read,
        stop.IsCancellationRequested ? Math.Max(0, documents - _located.Count) : 0);

    private void Do(Candidate candidate, bool isLast)
    {
        MinerTask task = TaskOf(candidate);
        watch.Started(task);
        MinedDocument mined = candidate.Refusal ?? Mine(candidate);
        if (!isLast && Refusals.MayPass(mined.Error))
        {
            foreach (InputFile input in candidate.Inputs)
            {
                _again.Add(input);
            }

            return;
        }

        store.Save(mined with { Paths = Locate(mined.Id, candidate.Inputs) }, version, Refusals.IsSettled(mined.Error));
        Interlocked.Increment(ref task.IsRead ? ref _read : ref _checked);
        watch.Ended(task, mined.Status, mined.Error);
    }

    private MinedDocument Mine(Candidate candidate)
    {
        if (Attempts(candidate) >= MostAttempts)
        {
            return Refusals.Fatal(candidate.File);
        }

        _begun[candidate.Sha256] = true;
        store.Begin(candidate.Sha256, version);
        try
        {
            return mining.Mine(candidate);
        }
        finally
        {
            _begun.TryRemove(candidate.Sha256, out _);
        }
    }

    private int Attempts(Candidate candidate) => candidate.Refusal is null ? store.Attempts(candidate.Sha256, version) : 0;

    /// <summary>Whether it is a document that is done already; then it is noted that it lies here too.</summary>
    private bool IsKnown(Candidate candidate)
    {
        bool isKnown = candidate.Refusal is null && _located.TryGetValue(candidate.Id, out _);
        if (isKnown)
        {
            store.Locate([new LocatedDocument(candidate.Id, Locate(candidate.Id, candidate.Inputs))]);
        }

        return isKnown;
    }

    private ImmutableArray<string> Locate(string id, ImmutableArray<InputFile> inputs) => _located.AddOrUpdate(
        id,
        _ => [.. inputs.Select(input => input.Path)],
        (_, known) => [.. known.Concat(inputs.Select(input => input.Path)).Order(StringComparer.Ordinal)]);
}
