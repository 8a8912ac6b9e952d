using DisclosureMiner.Documents;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Documents.Recognition;

/// <summary>Tables of documents of all kinds, found and read without any hint, against their truth.</summary>
public sealed class TableRecognitionTests
{
    [SharedCorpusFact]
    public void Tables_of_public_bodies_in_English_are_read()
    {
        Dictionary<string, AdjacencyScore> documents = Scores("icdar2013", "-str.xml");

        documents.Count.ShouldBe(33);
        AdjacencyScore mean = AdjacencyScore.Mean(documents.Values);
        mean.F1.ShouldBeGreaterThanOrEqualTo(0.945, $"precision {mean.Precision:0.000}, recall {mean.Recall:0.000}");
    }

    [SharedCorpusFact]
    public void Budget_tables_are_read_in_whatever_style_they_are_drawn()
    {
        Dictionary<string, AdjacencyScore> documents = Scores("tables-cn", ".gt.json");

        documents.Count.ShouldBe(13);
        AdjacencyScore.Mean(documents.Values).F1.ShouldBeGreaterThanOrEqualTo(0.985);
        foreach (IGrouping<string, AdjacencyScore> style in documents.GroupBy(document => document.Key.Split('-')[1], document => document.Value))
        {
            AdjacencyScore.Mean([.. style]).F1.ShouldBeGreaterThanOrEqualTo(0.95, style.Key);
        }
    }

    [Fact]
    public void Relations_lead_over_blank_cells_and_from_spans_to_all_neighbours()
    {
        var grid = new TextGrid([new("head", 0, 0, 0, 1), new("a", 1, 0, 1, 0), new("", 1, 1, 1, 1), new("b", 1, 2, 1, 2), new("c", 2, 1, 2, 1)]);

        grid.Relations.Keys.Order().ShouldBe([("a", "b", true), ("head", "a", false), ("head", "c", false)]);
    }

    [Fact]
    public void Tables_that_are_not_paired_count_against_precision_and_recall()
    {
        TextGrid one = new([new("a", 0, 0, 0, 0), new("b", 0, 1, 0, 1)]), two = new([new("c", 0, 0, 0, 0), new("d", 0, 1, 0, 1)]);

        AdjacencyScore score = AdjacencyScore.Of(Pages((1, one), (2, one)), Pages((1, two), (1, one)));

        score.ShouldBe(new AdjacencyScore(0.5, 0.5));
    }

    private static ILookup<int, TextGrid> Pages(params (int Page, TextGrid Grid)[] tables) => tables.ToLookup(table => table.Page, table => table.Grid);

    private static Dictionary<string, AdjacencyScore> Scores(string folder, string ending)
    {
        string place = Path.Combine(TestPaths.SharedCorpus!, folder);
        return Directory.EnumerateFiles(place, "*" + ending).Select(truth => truth[..^ending.Length]).Where(bare => File.Exists(bare + ".pdf"))
            .ToDictionary(bare => Path.GetFileName(bare), bare => AdjacencyScore.Of(TextGrid.Truth(bare + ending), Found(bare + ".pdf")));
    }

    private static ILookup<int, TextGrid> Found(string path) =>
        TableExtraction.Read(SourceFile.Read(path), Reading.Knowledge).Numbered.ToLookup(found => found.Page, found => TextGrid.Of(found.Table));
}
