using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>The bundled documents, mined from their bytes to their discrepancies.</summary>
public sealed class CorpusTests
{
    private const int LargestPdf = 150_000;
    private const int LargestCorpus = 4_000_000;

    private static readonly string[] Sources = [".source.fodt", ".source.fods"];
    private static readonly Pipeline Default = Pipeline.LoadDefault();
    private static readonly LabelledDocument[] Labelled = [.. LabelledFolder.Find(TestPaths.Corpus, TestPaths.Corpus)];

    public static TheoryData<string> Documents => [.. Labelled.Select(document => document.Truth.Document)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_wrong_is_reported_and_nothing_else(string name)
    {
        DocumentScore score = Labelled.Single(document => document.Truth.Document == name).Score(Default);

        score.IdentityMisses.ShouldBeEmpty();
        score.TruthDoubts.ShouldBeEmpty();
        score.Discrepancies.Missed.ShouldBeEmpty();
        score.Discrepancies.FalseAlarms.ShouldBeEmpty();
        score.Discrepancies.Extras.ShouldBeEmpty();
        score.Figures!.Found.Right.ShouldBe(score.Figures.Found.Total);
    }

    [Fact]
    public void Every_document_has_its_truth_and_every_PDF_its_source()
    {
        string[] documents = [.. MinerInput.Find([TestPaths.Corpus], TestPaths.Corpus, []).Files.Select(file => file.Path)];

        documents.Order(StringComparer.Ordinal).ShouldBe(Labelled.Select(document => document.Truth.Document).Order(StringComparer.Ordinal));
        documents.Where(document => document.EndsWith(".pdf", StringComparison.Ordinal))
            .ShouldAllBe(document => Sources.Any(source => File.Exists(Path.Combine(TestPaths.Corpus, Path.ChangeExtension(document, source)))));
    }

    [Fact]
    public void The_documents_stay_small()
    {
        FileInfo[] files = new DirectoryInfo(TestPaths.Corpus).GetFiles();

        files.Sum(file => file.Length).ShouldBeLessThan(LargestCorpus);
        files.Where(file => file.Extension == ".pdf").ShouldAllBe(file => file.Length < LargestPdf);
    }
}
