using Hangfire;

namespace DisclosureMiner.Server.Work;

/// <summary>
/// The job by which the job engine wakes a worker. It says nothing of what is to be done: that stands in the store, and leases decide who
/// does it, so a job that is lost, doubled or late does no harm.
/// </summary>
internal sealed class WorkJob(Workshop workshop)
{
    /// <summary>Works until nothing is due.</summary>
    [Queue(JobEngine.WorkQueue)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public void Run(CancellationToken stop) => workshop.Work(stop);
}
