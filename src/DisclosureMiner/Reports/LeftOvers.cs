namespace DisclosureMiner.Reports;

/// <summary>Files that an earlier run has written and that no longer say anything true.</summary>
internal static class LeftOvers
{
    /// <summary>
    /// Removes them from a folder, and the folder too when nothing else is in it. It may be one that a person keeps other things
    /// in: only what the program can have written is removed.
    /// </summary>
    public static void Remove(string folder, Func<string, bool> isLeftOver)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(folder).Where(file => isLeftOver(Path.GetFileName(file))).ToList())
        {
            File.Delete(file);
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
