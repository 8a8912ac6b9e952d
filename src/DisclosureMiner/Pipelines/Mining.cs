using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.DocumentRules;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Pipelines;

/// <summary>Carries one document through all rooms: bytes to blocks to facts to obligations to discrepancies.</summary>
public static class Mining
{
    /// <summary>Mines one file. Content never makes it throw: what cannot be read ends with a status and an error.</summary>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="file">The file's bytes.</param>
    /// <param name="path">The path to report, relative, with forward slashes.</param>
    public static MinedDocument Mine(Pipeline pipeline, SourceFile file, string path)
    {
        if (Refusals.Of(file, path) is { } refused)
        {
            return refused;
        }

        Reading reading = DocumentReader.Read(file, pipeline.Reading);
        if (reading.Document is not { } document)
        {
            return Refusals.Unread(file, path, reading);
        }

        if (BlankForm.Is(document, pipeline.Words))
        {
            // Said once, not for each of its two hundred blanks.
            return Refusals.BlankForm(file, path) with { Document = document };
        }

        return Check(pipeline, file, path, document);
    }

    private static MinedDocument Check(Pipeline pipeline, SourceFile file, string path, Document document)
    {
        CheckedDocument checks = CheckedDocument.Check(document, pipeline.Reading, pipeline.Subjects, pipeline.Rules);
        ImmutableArray<Cause> causes = RootCauses.Find(checks.Ledger, checks.Facts);
        var context = new MinedContext(document.Organisation, document.Genre, document.FiscalYear, document);
        return new MinedDocument(
            file.Id, path, [path], file.Sha256, file.MediaType, MiningStatus.Mined, null,
            document, checks.Figures, checks.Facts, checks.Ledger, DiscrepancyWriter.Write(causes, context))
        {
            Standings = Standings.Of(checks.Facts, checks.Figures, checks.Ledger, causes),
        };
    }
}
