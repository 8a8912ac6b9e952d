using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Scoring;
using DisclosureMiner.Tests.Scoring;

namespace DisclosureMiner.Tests.Documents;

/// <summary>Documents with a truth that people wrote: every cell, head, title and unit has to be right.</summary>
public sealed class GroundTruthTests
{
    private const string Tianmen = "tianmen-hrss-info-centre-2024-budget.txt";

    public static TheoryData<string> OwnDocuments =>
        [.. Directory.GetFiles(TestPaths.Corpus, "*" + TruthReader.Suffix).Select(file => Path.GetFileName(file)[..^TruthReader.Suffix.Length]).Order(StringComparer.Ordinal)];

    /// <summary>Real documents and their copies in other formats, each with the one that its truth is named after.</summary>
    public static TheoryData<string, string> RealDocuments
    {
        get
        {
            var documents = new TheoryData<string, string>();
            foreach (GroundTruth truth in Directory.GetFiles(Path.GetDirectoryName(TianmenTruth)!).Order(StringComparer.Ordinal).Select(Read).Where(truth => truth.Tables is not null))
            {
                foreach (string file in truth.Copies.Prepend(truth.Document))
                {
                    documents.Add(file, truth.Document);
                }
            }

            return documents;
        }
    }

    [Theory]
    [MemberData(nameof(OwnDocuments))]
    public void A_document_of_the_corpus_is_read_as_its_truth_says(string file)
    {
        string path = Path.Combine(TestPaths.Corpus, file);

        Check(Reading.OfFile(path), path + TruthReader.Suffix);
    }

    [SharedCorpusTheory]
    [MemberData(nameof(RealDocuments))]
    public void A_published_document_is_read_as_its_truth_says(string file, string truth) =>
        Check(Reading.OfFile(Path.Combine(TestPaths.SharedCorpus!, "real", file)), TruthOf(truth));

    [SharedCorpusTheory]
    [InlineData("| ", " | ", " |")]
    [InlineData("|", "|", "|")]
    public void Its_tables_are_the_same_when_bars_part_their_cells(string open, string between, string close)
        => Check(Reading.Of(Rewritten(line => open + line.Replace("\t", between) + close)), TianmenTruth);

    [SharedCorpusFact]
    public void Its_tables_are_the_same_in_Windows_lines() => Check(Reading.Of(TianmenText().Replace("\n", "\r\n")), TianmenTruth);

    private static string TianmenTruth => TruthOf(Tianmen);

    private static string TruthOf(string document) => Path.Combine(TestPaths.TestProject, "GroundTruth", document + TruthReader.Suffix);

    private static GroundTruth Read(string truthFile) => TruthReader.ReadYaml(File.ReadAllText(truthFile), truthFile);

    private static string TianmenText() => Reading.Decoded(Path.Combine(TestPaths.SharedCorpus!, "real", Tianmen));

    private static string Rewritten(Func<string, string> row) =>
        string.Join('\n', TianmenText().Split('\n').Select(line => line.Contains('\t') ? row(line) : line));

    private static void Check(Document document, string truthFile)
    {
        GroundTruth truth = Read(truthFile);

        Scorer.Compare(Truths.Nothing with { Tables = truth.Tables }, Truths.Mined([.. document.Tables]), null).Tables!.Misses.ShouldBe(ImmutableArray<Miss>.Empty);
        (document.Organisation, document.FiscalYear, document.Genre).ShouldBe((truth.Organisation, truth.FiscalYear, truth.Genre));
    }
}
