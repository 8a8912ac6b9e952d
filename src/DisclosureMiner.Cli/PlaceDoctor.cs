namespace DisclosureMiner.Cli;

/// <summary>Looks at the folder in which everything lies.</summary>
internal static class PlaceDoctor
{
    // Under the former a server says that it is not ready.
    private const long Least = 1L << 30;
    private const long Few = 5L << 30;

    /// <param name="folder">The folder of the database or the data.</param>
    /// <param name="data">The data folder of a server; null when none was named.</param>
    /// <param name="texts">The texts.</param>
    public static IEnumerable<Diagnosis> Look(string folder, string? data, Texts texts)
    {
        string full = OutputFolder.FullPath(folder), there = full;
        while (!Directory.Exists(there) && !File.Exists(there) && Path.GetDirectoryName(there) is { } above)
        {
            there = above;
        }

        yield return File.Exists(there) ? Diagnosis.Wrong("data", texts.DataIsFile(there))
            : !IsWritable(there) ? Diagnosis.Wrong("data", texts.DataUnwritable(there))
            : there == full ? Diagnosis.Ok("data", texts.DataWritable(full))
            : Diagnosis.Ok("data", texts.DataToBeMade(full));

        long free = new DriveInfo(there).AvailableFreeSpace;
        yield return free < Least ? Diagnosis.Wrong("disk", texts.Free(free, isFew: true))
            : free < Few ? Diagnosis.Warn("disk", texts.Free(free, isFew: true))
            : Diagnosis.Ok("disk", texts.Free(free, isFew: false));

        if (data is not null)
        {
            string inbox = Path.Combine(data, "inbox");
            yield return Directory.Exists(inbox) ? Diagnosis.Ok("inbox", texts.InboxThere(inbox)) : Diagnosis.Warn("inbox", texts.NoInbox(inbox));
        }
    }

    private static bool IsWritable(string folder)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(folder, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
