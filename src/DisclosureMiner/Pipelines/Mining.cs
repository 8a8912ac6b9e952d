using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Pipelines;

/// <summary>Carries one document through all rooms: bytes to blocks to facts to obligations to discrepancies.</summary>
public static class Mining
{
    private const string PlainText = "text/plain";

    /// <summary>Mines one file. Content never makes it throw: what cannot be read ends with a status and an error.</summary>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="file">The file's bytes.</param>
    /// <param name="path">The path to report, relative, with forward slashes.</param>
    public static MinedDocument Mine(Pipeline pipeline, SourceFile file, string path)
    {
        MinedDocument Without(MiningStatus status, string code, string zh, string en) => new(
            file.Id, path, [path], file.Sha256, file.MediaType, status, new MiningError(code, new Bilingual(zh, en)), null, [], [], [], []);

        if (file.Bytes.IsEmpty)
        {
            return Without(MiningStatus.Failed, "empty-file", "文件为空。", "The file is empty.");
        }

        if (file.MediaType != PlainText)
        {
            return Without(
                MiningStatus.Unsupported,
                "unsupported-type",
                $"暂不支持 {file.MediaType}，请提供纯文本（.txt）。",
                $"Files of type {file.MediaType} are not read yet; give the document as plain text (.txt).");
        }

        DecodedText decoded = TextDecoding.Decode(file.Bytes.Span);
        if (!decoded.IsText)
        {
            return Without(
                MiningStatus.Failed,
                "not-text",
                "无法识别文字编码（可读 UTF-8、UTF-16、GB18030、Big5）。",
                "The character encoding was not recognised (UTF-8, UTF-16, GB18030 and Big5 are read).");
        }

        Document document = Documents.TextReader.Read(decoded.Text, pipeline.Reading);
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
