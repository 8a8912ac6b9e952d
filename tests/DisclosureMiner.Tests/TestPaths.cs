namespace DisclosureMiner.Tests;

/// <summary>
/// Where the tests find files of the repository. Built paths cannot tell: a build in continuous integration maps
/// every source path to <c>/_/</c>, so the way up starts at the test assembly.
/// </summary>
internal static class TestPaths
{
    /// <summary>The folder that holds <c>DisclosureMiner.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests run outside the repository.</exception>
    public static string RepositoryRoot { get; } = FindRepositoryRoot(AppContext.BaseDirectory);

    /// <summary>The folder of this test project's sources.</summary>
    public static string TestProject { get; } = Path.Combine(RepositoryRoot, "tests", "DisclosureMiner.Tests");

    /// <summary>The documents that are part of the repository.</summary>
    public static string Corpus { get; } = Path.Combine(RepositoryRoot, "corpus");

    /// <summary>The rules and vocabulary that are part of the repository.</summary>
    public static string Pipelines { get; } = Path.Combine(RepositoryRoot, "pipelines");

    /// <summary>
    /// The larger collection of documents that may lie beside the repository, or null where it does not. Tests that
    /// need it carry <see cref="SharedCorpusFactAttribute"/> or <see cref="SharedCorpusTheoryAttribute"/>.
    /// </summary>
    public static string? SharedCorpus { get; } = FindSharedCorpus(RepositoryRoot);

    internal static string FindRepositoryRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DisclosureMiner.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{start}' holds DisclosureMiner.sln.");
    }

    internal static string? FindSharedCorpus(string repositoryRoot)
    {
        var folder = Path.GetFullPath(Path.Combine(repositoryRoot, "..", "shared", "corpus"));
        return Directory.Exists(folder) ? folder : null;
    }
}
