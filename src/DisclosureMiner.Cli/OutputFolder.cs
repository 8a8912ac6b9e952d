namespace DisclosureMiner.Cli;

/// <summary>The folder that <c>mine</c> or <c>tables</c> writes to.</summary>
internal static class OutputFolder
{
    // errno on Unix, HRESULT of ERROR_DISK_FULL on Windows.
    private const int NoSpace = 28;
    private const int DiskFull = unchecked((int)0x80070070);

    /// <summary>The folder as folders are compared.</summary>
    public static string FullPath(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>Makes the folder and tries whether it can be written to.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public static void Prepare(string folder, Texts texts)
    {
        if (File.Exists(folder))
        {
            throw new UsageException(texts.OutIsFile(folder));
        }

        Writing(folder, texts, () =>
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, $".{Guid.NewGuid():N}");
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        });
    }

    /// <summary>Writes, and says what the matter is when that cannot be.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public static void Writing(string folder, Texts texts, Action write)
    {
        try
        {
            write();
        }
        catch (IOException problem) when (problem.HResult is NoSpace or DiskFull)
        {
            throw new UsageException(texts.DiskFull(folder));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(texts.CannotWrite(folder));
        }
    }
}
