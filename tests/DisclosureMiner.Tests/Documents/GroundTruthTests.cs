using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring;
using DisclosureMiner.Tests.Scoring;

namespace DisclosureMiner.Tests.Documents;

/// <summary>Documents with a truth that people wrote: every cell, head, title and unit has to be right.</summary>
public sealed class GroundTruthTests
{
    private const string Tianmen = "tianmen-hrss-info-centre-2024-budget.txt";

    public static TheoryData<string> OwnDocuments =>
        [.. Directory.GetFiles(TestPaths.Corpus, "*" + TruthReader.Suffix).Select(file => Path.GetFileName(file)[..^TruthReader.Suffix.Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(OwnDocuments))]
    public void A_document_of_the_corpus_is_read_as_its_truth_says(string file)
    {
        string path = Path.Combine(TestPaths.Corpus, file);

        Check(Reading.OfFile(path), path + TruthReader.Suffix);
    }

    [SharedCorpusFact]
    public void The_Tianmen_budget_is_read_as_its_truth_says() => Check(Reading.Of(TianmenText()), TianmenTruth);

    [SharedCorpusFact]
    public void So_is_its_copy_in_pages() =>
        Check(PdfReader.Read(File.ReadAllBytes(Path.ChangeExtension(Path.Combine(TestPaths.SharedCorpus!, "real", Tianmen), ".pdf")), Pipeline.LoadDefault().Reading).Document!, TianmenTruth);

    [SharedCorpusTheory]
    [InlineData("| ", " | ", " |")]
    [InlineData("|", "|", "|")]
    public void Its_tables_are_the_same_when_bars_part_their_cells(string open, string between, string close)
        => Check(Reading.Of(Rewritten(line => open + line.Replace("\t", between) + close)), TianmenTruth);

    [SharedCorpusFact]
    public void Its_tables_are_the_same_in_Windows_lines() => Check(Reading.Of(TianmenText().Replace("\n", "\r\n")), TianmenTruth);

    private static string TianmenTruth => Path.Combine(TestPaths.TestProject, "GroundTruth", Tianmen + TruthReader.Suffix);

    private static string TianmenText() => Reading.Decoded(Path.Combine(TestPaths.SharedCorpus!, "real", Tianmen));

    private static string Rewritten(Func<string, string> row) =>
        string.Join('\n', TianmenText().Split('\n').Select(line => line.Contains('\t') ? row(line) : line));

    private static void Check(Document document, string truthFile)
    {
        GroundTruth truth = TruthReader.ReadYaml(File.ReadAllText(truthFile), truthFile);

        Scorer.Compare(Truths.Nothing with { Tables = truth.Tables }, Truths.Mined([.. document.Tables]), null).Tables!.Misses.ShouldBe(ImmutableArray<Miss>.Empty);
        (document.Organisation, document.FiscalYear, document.Genre).ShouldBe((truth.Organisation, truth.FiscalYear, truth.Genre));
    }
}
