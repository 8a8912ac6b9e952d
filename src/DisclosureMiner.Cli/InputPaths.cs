using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Cli;

/// <summary>The files that a person names on the command line.</summary>
internal static class InputPaths
{
    /// <summary>Finds them.</summary>
    /// <param name="paths">Files and folders as given.</param>
    /// <param name="own">Absolute paths of what the command itself writes.</param>
    /// <param name="texts">The texts.</param>
    /// <exception cref="UsageException">A path does not exist, or there is no file.</exception>
    public static MinerInput Find(string[] paths, IReadOnlyCollection<string> own, Texts texts)
    {
        MinerInput input = MinerInput.Find(paths, Environment.CurrentDirectory, own);
        if (!input.Missing.IsEmpty)
        {
            throw new UsageException(string.Join('\n', input.Missing.Select(path =>
                path.StartsWith('-') ? texts.NoSuchOption(path) : texts.NoSuchPath(path))));
        }

        return input.Files.IsEmpty ? throw new UsageException(texts.NoFiles) : input;
    }
}
