using System.Text;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Html;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Documents.Html;

/// <summary>Reads pages with the words of the repository's pipelines, and writes down what was read.</summary>
internal static class Pages
{
    private static readonly ReadingKnowledge Knowledge = Pipeline.LoadDefault().Reading;

    public static string[] Samples => ["site.html", "word.html", "layout.html", "pages.html", "sheet.html"];

    public static SourceFile File(string name) => SourceFile.Read(Path.Combine(TestPaths.TestProject, "Documents", "Html", "data", name));

    public static Document Sample(string name) => Of(File(name));

    public static Document Of(string page) => Of(SourceFile.From("page.html", Encoding.UTF8.GetBytes(page)));

    public static Document Of(SourceFile file)
    {
        file.MediaType.ShouldBe(MediaTypes.Html);
        return HtmlReader.Read(file, Knowledge).Document!;
    }

    /// <summary>The blocks, one a text: paragraphs with a sign for their kind, tables by their rows.</summary>
    public static string[] Text(Document document) => [.. document.Blocks.SelectMany(block => block switch
    {
        Paragraph paragraph => [Sign(paragraph.Kind) + paragraph.Content.Text],
        Table table => Rows(table),
        _ => [],
    })];

    /// <summary>The rows of a table; <c>^</c> stands for what a span covers.</summary>
    public static string[] Rows(Table table) => [.. table.Grid.Select(row => string.Join(" | ", row.Select(cell => cell?.Text ?? "^")))];

    /// <summary>The rows of the only table of a page.</summary>
    public static string[] Rows(string page) => Rows(Of(page).Tables.Single());

    private static string Sign(ParagraphKind kind) => kind switch
    {
        ParagraphKind.Heading => "# ",
        ParagraphKind.TableCaption => "> ",
        ParagraphKind.TableNote => "* ",
        ParagraphKind.ContentsEntry => "- ",
        _ => "",
    };
}
