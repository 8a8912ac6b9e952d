namespace DisclosureMiner.Tests;

public sealed class TestPathsTests
{
    [Fact]
    public void The_repository_root_holds_the_solution_and_this_project()
    {
        File.Exists(Path.Combine(TestPaths.RepositoryRoot, "DisclosureMiner.sln")).ShouldBeTrue();
        File.Exists(Path.Combine(TestPaths.TestProject, "DisclosureMiner.Tests.csproj")).ShouldBeTrue();
    }

    [Fact]
    public void Outside_the_repository_the_search_says_what_it_looked_for()
    {
        var outside = Directory.CreateTempSubdirectory("disclosureminer-").FullName;
        try
        {
            var error = Should.Throw<DirectoryNotFoundException>(() => TestPaths.FindRepositoryRoot(outside));
            error.Message.ShouldContain("DisclosureMiner.sln");
            TestPaths.FindSharedCorpus(outside).ShouldBeNull();
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void A_test_over_the_shared_corpus_is_skipped_exactly_where_it_is_absent()
    {
        var absent = TestPaths.SharedCorpus is null;
        (new SharedCorpusFactAttribute().Skip is not null).ShouldBe(absent);
        (new SharedCorpusTheoryAttribute().Skip is not null).ShouldBe(absent);
    }

    [Fact]
    public void The_pipelines_lie_beside_the_built_library()
    {
        var source = Directory.GetFiles(TestPaths.Pipelines, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestPaths.Pipelines, file));
        var built = Path.Combine(AppContext.BaseDirectory, "pipelines");

        source.ShouldNotBeEmpty();
        source.Where(file => !File.Exists(Path.Combine(built, file))).ShouldBeEmpty();
    }
}
