using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Pipelines;

/// <summary>A file whose tables could not be taken.</summary>
/// <param name="File">The file.</param>
/// <param name="Status">Whether something went wrong, or the file is of a kind that is not read.</param>
/// <param name="Error">What the matter is and what to do.</param>
public sealed record RefusedFile(InputFile File, MiningStatus Status, MiningError Error);

/// <summary>Takes the tables from files, several at a time; a bad file never stops the others.</summary>
/// <param name="knowledge">What readers need to know.</param>
/// <param name="hasAlternatives">Whether each table of a PDF also says how it reads in other ways.</param>
public sealed class TableExtractor(ReadingKnowledge knowledge, bool hasAlternatives = false)
{
    /// <summary>Reads the files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="jobs">How many at a time.</param>
    /// <param name="write">Takes the tables of a file; called from several threads, in any order.</param>
    /// <param name="stop">Stops between two files.</param>
    /// <returns>The files that could not be read, in the order given.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ImmutableArray<RefusedFile> Run(IReadOnlyList<InputFile> files, int jobs, Action<InputFile, ExtractedTables> write, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(write);
        var refused = new RefusedFile?[files.Count];
        Crew.Work([.. Enumerable.Range(0, files.Count)], jobs, i => refused[i] = Extract(files[i], write), stop);
        stop.ThrowIfCancellationRequested();
        return [.. refused.OfType<RefusedFile>()];
    }

    private RefusedFile? Extract(InputFile input, Action<InputFile, ExtractedTables> write)
    {
        Candidate candidate = Candidate.Identify(input);
        ExtractedTables? tables = null;
        MinedDocument? refusal = candidate.Refusal;
        try
        {
            if (refusal is null)
            {
                SourceFile file = candidate.Read();
                tables = Patience.Wait(Patience.For(candidate.Bytes), () => TableExtraction.Read(file, knowledge, hasAlternatives));
                refusal = tables.Problem is { } problem ? Refusals.Of(file.As(input.Path), Reading.Failed(problem)) : null;
            }
        }
        catch (UnreadException problem)
        {
            refusal = Unreadable.Of(input.Path, problem.InnerException!);
        }
        catch (Exception problem)
        {
            refusal = Refusals.Broken(candidate.File, problem);
        }

        if (refusal?.Error is { } error)
        {
            return new RefusedFile(input, refusal.Status, error);
        }

        write(input, tables!);
        return null;
    }
}
