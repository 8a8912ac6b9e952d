using System.Collections.Immutable;
using DisclosureMiner.Server.Work;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>Whether the server can do its work.</summary>
internal sealed class Health(StoreFactory stores, WorkStatus work, ServerOptions options)
{
    // Less, and a night's crawl or a database that grows may fill the disk.
    private const long LeastFree = 1L << 30;

    /// <summary>Looks at all that it needs.</summary>
    public Readiness Look()
    {
        ImmutableArray<ReadinessCheck> checks = [Store(), Disk(), Backlog()];
        return new Readiness(checks.All(check => check.IsOk), checks);
    }

    private ReadinessCheck Store()
    {
        try
        {
            // Opening it fails when it has not the shape that this version expects.
            using DisclosureStore store = stores.Open();
            store.ListDocuments(new DocumentFilter(), "", 1);
            return new ReadinessCheck("store", true, "reachable and current");
        }
        catch (StoreException problem)
        {
            return new ReadinessCheck("store", false, Words.Of(problem.Problem));
        }
    }

    private ReadinessCheck Disk()
    {
        try
        {
            long free = new DriveInfo(options.DataFolder).AvailableFreeSpace;
            return new ReadinessCheck("disk", free >= LeastFree, $"{free >> 20} MB free");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new ReadinessCheck("disk", false, "the data folder cannot be looked at");
        }
    }

    private ReadinessCheck Backlog()
    {
        try
        {
            long waiting = work.Overview().Waiting;
            return new ReadinessCheck("backlog", waiting < options.MaxBacklog, $"{waiting} documents wait");
        }
        catch (StoreException)
        {
            return new ReadinessCheck("backlog", false, "unknown");
        }
    }
}

/// <summary>Whether the server can do its work.</summary>
/// <param name="IsReady">Whether all is well.</param>
/// <param name="Checks">What was looked at.</param>
internal sealed record Readiness(bool IsReady, ImmutableArray<ReadinessCheck> Checks);

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">store, disk or backlog.</param>
/// <param name="IsOk">Whether it is well.</param>
/// <param name="Detail">In words.</param>
internal sealed record ReadinessCheck(string Name, bool IsOk, string Detail);
