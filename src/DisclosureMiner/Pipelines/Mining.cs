using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Checks.DocumentRules;
using DisclosureMiner.Checks.Forms;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// Carries one document through all rooms in two stages: bytes to blocks, which depends on the readers and what they know, and blocks
/// to facts to obligations to discrepancies, which depends on the rules too.
/// </summary>
public static class Mining
{
    // This build of the library: what another build made is not trusted. Two builds of the same sources have the same.
    private static readonly string Build = typeof(Mining).Module.ModuleVersionId.ToString("N");

    /// <summary>What the results of this build with a pipeline depend on.</summary>
    public static MiningVersion VersionOf(Pipeline pipeline) => new($"{Build}-{pipeline.ReadingVersion}", $"{Build}-{pipeline.Version}");

    /// <summary>Both stages. Content never makes it throw: what cannot be read ends with a status and an error.</summary>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="file">The file's bytes.</param>
    /// <param name="path">The path to report, relative, with forward slashes.</param>
    public static MinedDocument Mine(Pipeline pipeline, SourceFile file, string path) =>
        Check(pipeline, file.As(path), Read(pipeline, file), (reading, tables) => ReadAgain(pipeline, file, reading, tables));

    /// <summary>The first stage.</summary>
    public static Reading Read(Pipeline pipeline, SourceFile file) =>
        file.IsEmpty ? Reading.Failed(ReadingProblem.Empty) : DocumentReader.Read(file, pipeline.Reading);

    /// <summary>The first stage once more, for tables that contradict the document: the reading with how they read in other ways.</summary>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="file">The file's bytes.</param>
    /// <param name="reading">What the first stage made of it.</param>
    /// <param name="tables">Numbers of the tables.</param>
    public static Reading ReadAgain(Pipeline pipeline, SourceFile file, Reading reading, IReadOnlyCollection<int> tables) =>
        DocumentReader.ReadAgain(file, pipeline.Reading, reading, tables);

    /// <summary>The second stage.</summary>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="file">What names the file.</param>
    /// <param name="reading">What the first stage made of it, now or in an earlier run.</param>
    /// <param name="again">Reads tables in other ways, of which it is asked only where they contradict the document and the reading does not say.</param>
    public static MinedDocument Check(Pipeline pipeline, FileIdentity file, Reading reading, SecondLook again)
    {
        ArgumentNullException.ThrowIfNull(again);
        if (reading.Document is not { } document)
        {
            return Refusals.Of(file, reading);
        }

        // Said once, not for each of its two hundred blanks.
        return BlankForm.Is(document, pipeline.Words) ? Refusals.BlankForm(file, document) : Check(pipeline, file, SecondReading.Settle(pipeline, reading, again));
    }

    private static MinedDocument Check(Pipeline pipeline, FileIdentity file, SettledDocument settled)
    {
        (Document document, FormChoice form, CheckedDocument checks) = (settled.Document, settled.Form, settled.Checks);
        ImmutableArray<Cause> causes = RootCauses.Find(checks.Ledger, checks.Facts);
        var context = new MinedContext(document.Organisation, document.Genre, document.FiscalYear, document);
        return new MinedDocument(
            file.Id, file.Path, [file.Path], file.Sha256, file.MediaType, MiningStatus.Mined, null,
            document, checks.Figures, checks.Facts, checks.Ledger, DiscrepancyWriter.Write(causes, context))
        {
            FirstReading = settled.First,
            Form = new FormOfDocument(form.Form.Id, form.Form.Name, form.Reason, form.Form.Core),
            Standings = Standings.Of(checks.Facts, checks.Figures, checks.Ledger, causes, checks.NotApplicable),
            Profile = DocumentProfile.Of(document, pipeline.Words),
        };
    }
}
