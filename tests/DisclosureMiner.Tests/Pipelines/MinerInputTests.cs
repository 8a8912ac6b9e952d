using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class MinerInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public MinerInputTests()
    {
        _folder.Write("work/in/a.txt", "a");
        _folder.Write("work/in/sub/b.txt", "b");
        _folder.Write("far/in/c.txt", "c");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("in", "in/a.txt in/sub/b.txt")]
    [InlineData("./in/", "in/a.txt in/sub/b.txt")]
    [InlineData(".", "in/a.txt in/sub/b.txt")]
    [InlineData("in/sub/../a.txt", "in/a.txt")]
    [InlineData("in in/a.txt", "in/a.txt in/sub/b.txt")]
    [InlineData("../far", "../far/in/c.txt")]
    [InlineData("/work/in", "in/a.txt in/sub/b.txt")]
    [InlineData("/far/in", "in/c.txt")]
    [InlineData("/far/in/c.txt", "c.txt")]
    [InlineData("/far/in in/a.txt", "in/a.txt in/c.txt")]
    public void Files_are_named_the_same_wherever_the_folder_lies(string given, string expected)
    {
        string[] paths = [.. given.Split(' ').Select(path => path.StartsWith('/') ? _folder[path[1..]] : path)];

        MinerInput input = MinerInput.Find(paths, _folder["work"], []);

        input.Missing.ShouldBeEmpty();
        input.Files.Select(file => file.Path).ShouldBe(expected.Split(' '));
    }

    [Fact]
    public void What_documents_were_made_from_and_what_is_known_of_them_is_no_document()
    {
        foreach (string name in new[] { "d.pdf", "d.source.fodt", "d.pdf.truth.yaml", "source.txt", "README.md", ".hidden" })
        {
            _folder.Write($"work/made/{name}", name);
        }

        MinerInput.Find(["made"], _folder["work"], []).Files.Select(file => file.Path).ShouldBe(["made/d.pdf", "made/source.txt"]);
        MinerInput.Find(["made/d.source.fodt"], _folder["work"], []).Files.Length.ShouldBe(1);
    }

    [Fact]
    public void Links_to_folders_are_not_followed()
    {
        Directory.CreateSymbolicLink(_folder["work/in/loop"], _folder["work"]);

        MinerInput.Find(["in"], _folder["work"], []).Files.Length.ShouldBe(2);
    }

    [Fact]
    public void What_is_not_there_is_told_as_given()
        => MinerInput.Find(["in", "no/where"], _folder["work"], []).Missing.ShouldBe(["no/where"]);
}
