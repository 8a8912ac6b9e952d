namespace DisclosureMiner.Benchmarks;

/// <summary>
/// Where the repository lies. BenchmarkDotNet runs a copy of this program from a folder of its own below the build output, so the
/// way up starts there.
/// </summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>DisclosureMiner.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The program lies outside the repository.</exception>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DisclosureMiner.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds DisclosureMiner.sln.");
    }
}
