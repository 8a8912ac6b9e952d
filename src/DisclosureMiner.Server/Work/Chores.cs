using DisclosureMiner.Sources;
using DisclosureMiner.Store;
using Hangfire;

namespace DisclosureMiner.Server.Work;

/// <summary>
/// Nightly: forgets finished work and captures that are older than they are kept, and bytes that nothing names any more. Documents, their
/// bytes and the captures of what was published stay.
/// </summary>
internal sealed class Chores(StoreFactory stores, ContentStore content, ServerOptions options, TimeProvider clock, ILogger<Chores> log)
{
    /// <summary>The name of the schedule.</summary>
    public const string Schedule = "chores";

    /// <summary>In the middle of the night in China.</summary>
    public const string Cron = "30 4 * * *";

    // What is being fetched or uploaded is finished, and noted, in that time.
    private static readonly TimeSpan Unfinished = TimeSpan.FromDays(1);

    [Queue(JobEngine.WorkQueue)]
    [AutomaticRetry(Attempts = 3)]
    public void Run()
    {
        DateTimeOffset now = clock.GetUtcNow(), before = now - options.Retention;
        DateTime finished = (now - Unfinished).UtcDateTime;
        using DisclosureStore store = stores.Open();
        int work = store.ForgetWork(before), bytes = 0;
        foreach (string sha256 in store.ClearCaptures(before))
        {
            if (store.ArrivalsOf(sha256).IsEmpty && content.Delete(sha256, finished))
            {
                bytes++;
            }
        }

        content.Tidy(finished);
        log.Tidied(work, bytes);
    }
}
