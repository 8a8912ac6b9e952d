using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Documents;

/// <summary>Whatever is read can be pointed at: the recorded span of the source holds the recorded text.</summary>
public sealed class PlacesTests
{
    public static TheoryData<string> Documents =>
        [.. Files().Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_paragraph_and_every_cell_stands_where_it_says(string file)
    {
        string source = Reading.Decoded(Files().First(path => Path.GetFileName(path) == file));
        Document document = Reading.Of(source);

        foreach (Paragraph paragraph in document.Paragraphs)
        {
            Bare(WithoutPageNumbers(At(source, paragraph.Content.Place))).ShouldBe(Bare(paragraph.Content.Text));
        }

        foreach (Cell cell in document.Tables.SelectMany(table => table.Grid).SelectMany(row => row).OfType<Cell>())
        {
            At(source, cell.Place).ShouldBe(cell.Text);
        }
    }

    [Fact]
    public void Characters_behind_a_joined_line_break_keep_their_own_places()
    {
        const string Source = "某市预算公开\n\n（一）收入。2018 年全市收入\n315.2 亿元，减税降\n费是主要原因。\n";
        PlacedText content = Reading.Of(Source).Paragraphs.Last().Content;
        int at = content.Text.IndexOf("315.2 亿元", StringComparison.Ordinal);

        content.PlaceOf(at, at + 5).Span.ShouldBe(new TextSpan(Source.IndexOf("315.2", StringComparison.Ordinal), Source.IndexOf("315.2", StringComparison.Ordinal) + 5));
    }

    private static IEnumerable<string> Files()
    {
        IEnumerable<string> files = Directory.GetFiles(TestPaths.Corpus, "*.txt");
        return TestPaths.SharedCorpus is { } shared
            ? files.Concat(Directory.GetFiles(Path.Combine(shared, "narrative"), "*.txt")).Concat(Directory.GetFiles(Path.Combine(shared, "real"), "*.txt"))
            : files;
    }

    private static string At(string source, Place place) => source[place.Span!.Value.Start..place.Span.Value.End];

    // A paragraph reaches over the number of a page that stands in it.
    private static string WithoutPageNumbers(string text) =>
        string.Concat(text.Split('\n').Where(line => !DisclosureMiner.Documents.PlainText.LineMarks.IsPageNumber(line)));

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [Fact]
    public void Places_on_pages_that_differ_read_differently_and_know_whether_they_touch()
    {
        Place line = Place.On([new Region(3, new Box(10, 10, 200, 20))]), word = Place.On([new Region(3, new Box(50, 11, 80, 19))]);
        Place below = Place.On([new Region(3, new Box(10, 30, 200, 40))]), elsewhere = Place.On([new Region(4, new Box(50, 11, 80, 19))]);

        new[] { line, word, below, elsewhere }.Select(place => place.ToString()).ShouldBeUnique();
        line.Touches(word).ShouldBeTrue();
        line.Touches(below).ShouldBeFalse();
        line.Touches(elsewhere).ShouldBeFalse();
    }
}
