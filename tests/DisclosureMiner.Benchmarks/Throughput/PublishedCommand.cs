namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>The command as users install it: compiled ahead of time.</summary>
internal static class PublishedCommand
{
    /// <summary>Publishes it.</summary>
    /// <param name="work">An existing folder.</param>
    /// <returns>The program.</returns>
    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static string In(string work)
    {
        string folder = Path.Combine(work, "command"), project = Path.Combine(Repository.Root, "src", "DisclosureMiner.Cli");
        Clocked.Run("dotnet", ["publish", project, "-c", "Release", "-o", folder, "-nodeReuse:false"], code => code == 0);
        return Path.Combine(folder, "disclosureminer");
    }
}
