using System.Collections.Immutable;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// Carries many files through, several at a time, and stores what comes of each. What an earlier run has read is only checked, and
/// what it has checked is taken over. Nothing that one file does stops the others, and what is stored does not depend on the number
/// of jobs or on who comes first.
/// </summary>
/// <param name="store">Where results go, and where earlier ones are found.</param>
/// <param name="version">What they depend on besides the bytes.</param>
/// <param name="read">Reads a file; called from several threads.</param>
/// <param name="readAgain">Reads tables of a file in other ways; called from several threads.</param>
/// <param name="check">Checks what was read; called from several threads.</param>
public sealed class Miner(
    DisclosureStore store,
    MiningVersion version,
    Func<SourceFile, Reading> read,
    Func<SourceFile, Reading, IReadOnlyCollection<int>, Reading> readAgain,
    Func<FileIdentity, Reading, SecondLook, MinedDocument> check)
{
    /// <summary>Mines with what a pipeline knows.</summary>
    /// <param name="store">Where results go, and where earlier ones are found.</param>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="register">Which bodies there are, for comparing documents with each other; null when nobody has written them down.</param>
    public Miner(DisclosureStore store, Pipeline pipeline, Register? register = null)
        : this(
            store,
            Mining.VersionOf(pipeline),
            file => Mining.Read(pipeline, file),
            (file, reading, tables) => Mining.ReadAgain(pipeline, file, reading, tables),
            (file, reading, again) => Mining.Check(pipeline, file, reading, again))
    {
        Across = new AcrossPass(store, pipeline, register);
    }

    /// <summary>Compares the documents with each other when all are mined; null to leave that out.</summary>
    internal AcrossPass? Across { get; init; }

    /// <summary>How long a document of so many bytes is waited for.</summary>
    internal Func<long, TimeSpan> Patience { get; init; } = Pipelines.Patience.For;

    /// <summary>Mines all files that are not yet mined.</summary>
    /// <param name="files">In order of their paths.</param>
    /// <param name="jobs">How many documents at a time, at least 1.</param>
    /// <param name="watch">Is told how it goes.</param>
    /// <param name="stop">Stops before the next document; those begun are finished, and all that are done stay stored.</param>
    /// <exception cref="OperationCanceledException">It was stopped before it was known what there is to do.</exception>
    /// <exception cref="StoreException">A result could not be stored.</exception>
    public MinerRun Run(IReadOnlyList<InputFile> files, int jobs, IMinerWatch watch, CancellationToken stop = default)
    {
        var shift = new MinerShift(store, version, new DocumentMining(store, version, read, readAgain, check, Patience), watch, stop);
        ImmutableArray<Candidate> candidates = shift.Identify(files, jobs);
        stop.ThrowIfCancellationRequested();

        // Those that are done come first: a run that is stopped still covers them.
        ImmutableArray<Candidate> toDo = shift.TakeOver(candidates);
        watch.Planned(new MinerPlan(files.Count, candidates.Length - toDo.Length, [.. toDo.Select(shift.TaskOf)]));
        shift.Work(toDo, jobs);
        Across?.Run(jobs, stop);
        return shift.End(files.Count, candidates.Length);
    }
}
