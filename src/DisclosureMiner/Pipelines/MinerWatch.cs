using System.Collections.Immutable;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>Is told how a run goes. Called from several threads.</summary>
public interface IMinerWatch
{
    /// <summary>Another file was looked at, to tell which files are one document.</summary>
    void Looked(int files, int total);

    /// <summary>It is known what there is to do; told once.</summary>
    void Planned(MinerPlan plan);

    /// <summary>Work on a document begins; perhaps for the second time, when it could not be read at first.</summary>
    void Started(MinerTask task);

    /// <summary>Work on a document has ended.</summary>
    void Ended(MinerTask task, MiningStatus status, MiningError? error);
}

/// <summary>What there is to do.</summary>
/// <param name="Files">How many files; the same bytes at several paths are one document.</param>
/// <param name="TakenOver">How many documents an earlier run has left nothing to do on.</param>
/// <param name="Tasks">The others.</param>
public sealed record MinerPlan(int Files, int TakenOver, ImmutableArray<MinerTask> Tasks)
{
    /// <summary>How many documents are read.</summary>
    public int ToRead => Tasks.Count(task => task.IsRead);

    /// <summary>How many documents that were read before are checked.</summary>
    public int ToCheck => Tasks.Length - ToRead;
}

/// <summary>A document that there is something to do on.</summary>
/// <param name="Path">Its first path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="IsRead">Whether it is read and checked; else it was read before and is only checked.</param>
public sealed record MinerTask(string Path, long Bytes, bool IsRead);

/// <summary>What a run covered.</summary>
/// <param name="Documents">Those that are done, in order of their paths.</param>
/// <param name="Files">How many files were given.</param>
/// <param name="TakenOver">How many documents are as an earlier run left them.</param>
/// <param name="Checked">How many were read before and checked now.</param>
/// <param name="Read">How many were read and checked now.</param>
/// <param name="Left">How many were not come to, because the run was stopped.</param>
public sealed record MinerRun(ImmutableArray<LocatedDocument> Documents, int Files, int TakenOver, int Checked, int Read, int Left);
