using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// Mines one document: takes over what an earlier run has read of it, reads it otherwise, and checks it. Whatever goes wrong becomes
/// its result, but for a store that fails.
/// </summary>
/// <param name="store">Where readings are kept.</param>
/// <param name="version">What results depend on besides the bytes.</param>
/// <param name="read">Reads a file.</param>
/// <param name="readAgain">Reads tables of a file in other ways.</param>
/// <param name="check">Checks what was read.</param>
/// <param name="patience">How long a document of so many bytes is waited for.</param>
internal sealed class DocumentMining(
    DisclosureStore store,
    MiningVersion version,
    Func<SourceFile, Reading> read,
    Func<SourceFile, Reading, IReadOnlyCollection<int>, Reading> readAgain,
    Func<FileIdentity, Reading, SecondLook, MinedDocument> check,
    Func<long, TimeSpan> patience)
{
    /// <summary>Mines with what a pipeline knows.</summary>
    public DocumentMining(DisclosureStore store, Pipeline pipeline)
        : this(
            store,
            Mining.VersionOf(pipeline),
            file => Mining.Read(pipeline, file),
            (file, reading, tables) => Mining.ReadAgain(pipeline, file, reading, tables),
            (file, reading, again) => Mining.Check(pipeline, file, reading, again),
            Patience.For)
    {
    }

    /// <summary>The result for a document that is to be looked into.</summary>
    /// <exception cref="StoreException">What was read could not be stored.</exception>
    public MinedDocument Mine(Candidate candidate)
    {
        try
        {
            (FileIdentity file, Reading reading) = Read(candidate);
            return Patience.Wait(patience(candidate.Bytes), () => check(file, reading, (known, tables) => ReadAgain(candidate, file, known, tables)));
        }
        catch (UnreadException problem)
        {
            return Unreadable.Of(candidate.Path, problem.InnerException!);
        }
        catch (Exception problem) when (problem is not StoreException)
        {
            return Refusals.Broken(candidate.File, problem);
        }
    }

    private (FileIdentity File, Reading Reading) Read(Candidate candidate)
    {
        if (store.FindReading(candidate.Sha256, candidate.Path, version) is { } kept)
        {
            return kept;
        }

        SourceFile source = candidate.Read();
        FileIdentity file = source.As(candidate.Path);
        Reading reading = Patience.Wait(patience(candidate.Bytes), () => read(source));
        store.SaveReading(file, reading, version);
        return (file, reading);
    }

    // What was read in other ways is kept with the reading: with other rules, too, it is needed once only.
    private Reading ReadAgain(Candidate candidate, FileIdentity file, Reading known, IReadOnlyCollection<int> tables)
    {
        Reading reading = readAgain(candidate.Read(), known, tables);
        store.SaveReading(file, reading, version);
        return reading;
    }
}
