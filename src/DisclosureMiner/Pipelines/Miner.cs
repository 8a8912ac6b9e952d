using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>What has just become of a document.</summary>
/// <param name="Done">Documents done so far, with this one.</param>
/// <param name="Total">Documents in all.</param>
/// <param name="Path">Its first path.</param>
/// <param name="Status">How it ended; for one that was skipped, how it ended when it was mined.</param>
/// <param name="Error">Why, when it did not end well.</param>
/// <param name="IsSkipped">Whether an earlier run had mined it already.</param>
public sealed record MinerProgress(int Done, int Total, string Path, MiningStatus Status, MiningError? Error, bool IsSkipped);

/// <summary>What a run covered.</summary>
/// <param name="Documents">In order of their paths.</param>
/// <param name="Files">How many files; the same bytes at several paths are one document.</param>
/// <param name="Skipped">How many documents an earlier run had mined already.</param>
public sealed record MinerRun(ImmutableArray<LocatedDocument> Documents, int Files, int Skipped);

/// <summary>
/// Carries many files through, several at a time, and stores what comes of each. Nothing that one file does stops the others, and
/// what is stored does not depend on the number of jobs or on who comes first.
/// </summary>
/// <param name="store">Where results go, and where earlier ones are found.</param>
/// <param name="version">What the results depend on besides the bytes.</param>
/// <param name="mine">Carries one document through, given its file and its path in outputs; called from several threads.</param>
public sealed class Miner(DisclosureStore store, MiningVersion version, Func<SourceFile, string, MinedDocument> mine)
{
    // Published disclosures are below 200 MB; a film that lies in the folder must not be read into memory.
    private const long LargestFile = 512L * 1024 * 1024;

    /// <summary>
    /// Stands for this build of the library: results of another build are not trusted. Two builds of the same sources have the same.
    /// </summary>
    public static string ReaderVersion { get; } = typeof(Miner).Module.ModuleVersionId.ToString("N");

    /// <summary>Mines all files that are not yet mined.</summary>
    /// <param name="files">In order of their paths.</param>
    /// <param name="jobs">How many documents at a time, at least 1.</param>
    /// <param name="progress">Told of each document; called from several threads.</param>
    /// <param name="cancellation">Stops before the next document; all that are done stay stored.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="StoreException">A result could not be stored.</exception>
    public MinerRun Run(IReadOnlyList<InputFile> files, int jobs, Action<MinerProgress>? progress = null, CancellationToken cancellation = default)
    {
        List<Candidate> candidates = Identify(files, jobs, cancellation);
        var located = new ConcurrentBag<LocatedDocument>();
        int done = 0;
        int skipped = 0;
        void Tell(string path, MiningStatus status, MiningError? error, bool isSkipped) =>
            progress?.Invoke(new MinerProgress(Interlocked.Increment(ref done), candidates.Count, path, status, error, isSkipped));

        ForEach(candidates, jobs, candidate =>
        {
            if (candidate.Refusal is null && store.Has(candidate.Sha256, candidate.Path, version))
            {
                Interlocked.Increment(ref skipped);
                store.Locate(candidate.Id, candidate.Paths);
                located.Add(new LocatedDocument(candidate.Id, candidate.Paths));
                DocumentRecord document = store.FindDocument(candidate.Id)!;
                Tell(candidate.Path, document.Status, document.Error, true);
            }
            else
            {
                MinedDocument mined = MineOne(candidate) with { Path = candidate.Path, Paths = candidate.Paths };
                store.Save(mined, version);
                located.Add(new LocatedDocument(mined.Id, mined.Paths));
                Tell(mined.Path, mined.Status, mined.Error, false);
            }
        }, cancellation);

        return new MinerRun([.. located.OrderBy(document => document.Path, StringComparer.Ordinal)], files.Count, skipped);
    }

    /// <summary>Carries one document through; a mistake of this program is told as a result and not thrown.</summary>
    public static MinedDocument MineFile(SourceFile file, string path, Func<SourceFile, string, MinedDocument> mine)
    {
        try
        {
            return mine(file, path);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return Refusals.Broken(file, path, problem);
        }
    }

    private MinedDocument MineOne(Candidate candidate)
    {
        if (candidate.Refusal is { } known)
        {
            return known;
        }

        SourceFile file;
        try
        {
            file = Read(candidate.FullPath);
        }
        catch (Exception problem) when (IsOfTheDisk(problem))
        {
            return Refusals.Unreadable(candidate.Path, problem);
        }

        return MineFile(file, candidate.Path, mine);
    }

    /// <summary>
    /// Looks at all bytes before anything is mined, so that the same bytes at two paths are mined once and by the first path,
    /// whichever job would have come to them first.
    /// </summary>
    private static List<Candidate> Identify(IReadOnlyList<InputFile> files, int jobs, CancellationToken cancellation)
    {
        var seen = new Candidate[files.Count];
        ForEach(Enumerable.Range(0, files.Count), jobs, i => seen[i] = Identify(files[i]), cancellation);
        return
        [
            .. seen
                .GroupBy(candidate => candidate.Id, StringComparer.Ordinal)
                .Select(same => same.First() with { Paths = [.. same.Select(candidate => candidate.Path)] }),
        ];
    }

    private static Candidate Identify(InputFile input)
    {
        try
        {
            if (input.Problem is not null)
            {
                return Candidate.Refused(input, Refusals.Unreadable(input.Path, input.Problem));
            }

            var info = new FileInfo(input.FullPath);
            if (info.Length > LargestFile)
            {
                using FileStream stream = info.OpenRead();
                string sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
                return Candidate.Refused(input, Refusals.TooLarge(input.Path, sha256, info.Length));
            }

            SourceFile file = Read(input.FullPath);
            return new Candidate(file.Id, file.Sha256, input.FullPath, [input.Path], null);
        }
        catch (Exception problem) when (IsOfTheDisk(problem))
        {
            return Candidate.Refused(input, Refusals.Unreadable(input.Path, problem));
        }
    }

    // What has no length is not opened: it is empty, or it is a pipe that would never end.
    private static SourceFile Read(string fullPath) =>
        new FileInfo(fullPath).Length == 0 ? SourceFile.From(fullPath, default) : SourceFile.Read(fullPath);

    private static void ForEach<T>(IEnumerable<T> items, int jobs, Action<T> work, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        try
        {
            // One at a time from the front, so that a run that is stopped has done the first documents.
            Parallel.ForEach(Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering), options, work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private static bool IsOfTheDisk(Exception problem) => problem is IOException or UnauthorizedAccessException;

    /// <summary>A document to be, known by its bytes.</summary>
    private sealed record Candidate(
        string Id,
        string Sha256,
        string FullPath,
        ImmutableArray<string> Paths,
        MinedDocument? Refusal)
    {
        public string Path => Paths[0];

        public static Candidate Refused(InputFile input, MinedDocument refusal) =>
            new(refusal.Id, refusal.Sha256, input.FullPath, [input.Path], refusal);
    }
}
