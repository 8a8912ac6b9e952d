using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class LabelledFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labelled").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Truths_are_found_beside_their_documents_and_in_lists()
    {
        Write("a/x.txt", "文");
        Write("a/x.txt.truth.yaml", "{document: x.txt, status: mined}");
        Write("b/y.txt", "文");
        Write("b/expected.jsonl", """{"file": "y.txt", "errors": [], "rounding": [], "truncated": [], "doubtful": [], "clean_relations": 0}""");
        Write("b/unlabelled.txt", "文");

        LabelledFolder.Find(_folder, _folder).Select(document => (document.Truth.Document, document.Path)).ShouldBe(
            [("a/x.txt", PathOf("a/x.txt")), ("b/y.txt", PathOf("b/y.txt"))]);
    }

    [Fact]
    public void Truths_may_stand_elsewhere_and_flat()
    {
        Write("documents/deep/x.txt", "文");
        Write("truths/x.txt.truth.yaml", "{document: x.txt, status: mined}");
        Write("truths/gone.txt.truth.yaml", "{document: gone.txt, status: mined}");

        LabelledFolder.Find(PathOf("documents"), PathOf("truths")).Select(document => (document.Truth.Document, document.Path)).ShouldBe(
            [("gone.txt", null), ("deep/x.txt", PathOf("documents/deep/x.txt"))]);
    }

    [Fact]
    public void One_truth_speaks_of_a_document_in_all_its_formats()
    {
        Write("documents/x.txt", "文");
        Write("documents/x.html", "<p>文");
        Write("truths/x.truth.yaml", "{document: x.txt, copies: [x.html, x.pdf], status: mined}");

        LabelledFolder.Find(PathOf("documents"), PathOf("truths")).Select(document => (document.Truth.Document, document.Path)).ShouldBe(
            [("x.txt", PathOf("documents/x.txt")), ("x.html", PathOf("documents/x.html")), ("x.pdf", null)]);
    }

    [Fact]
    public void A_truth_in_another_encoding_is_refused_and_a_byte_order_mark_is_none_of_it()
    {
        Write("x.txt", "文");
        File.WriteAllBytes(PathOf("x.txt.truth.yaml"), [0xEF, 0xBB, 0xBF, .. "{document: x.txt, status: mined}"u8]);
        LabelledFolder.Find(_folder, _folder).ShouldHaveSingleItem().Truth.Document.ShouldBe("x.txt");

        File.WriteAllBytes(PathOf("x.txt.truth.yaml"), [.. "{document: x.txt, status: mined, organisation: "u8, 0xC7, 0xE0, .. "}"u8]);
        Should.Throw<TruthFormatException>(() => LabelledFolder.Find(_folder, _folder)).Message.ShouldEndWith(
            "x.txt.truth.yaml:1: This is not UTF-8, as a truth has to be, whatever the encoding of its document. Save it as UTF-8.");
    }

    [Fact]
    public void A_labelled_document_is_mined_and_scored()
    {
        Write("x.txt", "青萝县档案馆2024年部门预算\n\n一、总体情况\n\n2024年收入预算87.84万元。\n");
        Write("x.txt.truth.yaml",
            """
            document: x.txt
            status: mined
            fiscalYear: 2024
            figures:
              - {context: 收入预算87.84万元, figure: 87.84万元, role: amount, verdict: unchecked, heldBy: []}
            """);

        DocumentScore score = LabelledFolder.Find(_folder, _folder).ShouldHaveSingleItem().Score(Pipeline.Load(TestPaths.Pipelines));

        score.Identity.ShouldBe(new Tally(2, 2));
        score.Figures!.Role.ShouldBe(new Tally(1, 1));
        score.TruthDoubts.ShouldBeEmpty();
    }

    private string PathOf(string name) => Path.Combine([_folder, .. name.Split('/')]);

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
    }
}
