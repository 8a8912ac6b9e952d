using System.Runtime.ExceptionServices;

namespace DisclosureMiner.Pipelines;

/// <summary>Threads that share out a list of work.</summary>
internal static class Crew
{
    /// <summary>
    /// Does the work on all items, begun one at a time from the front, so that a run that is stopped has done the first ones. What is
    /// begun is finished. The first exception stops it too, and is thrown when all threads have come to their end.
    /// </summary>
    public static void Work<T>(IReadOnlyList<T> items, int jobs, Action<T> work, CancellationToken stop)
    {
        int next = -1;
        ExceptionDispatchInfo? failure = null;
        void Run()
        {
            while (failure is null && !stop.IsCancellationRequested && Interlocked.Increment(ref next) is var i && i < items.Count)
            {
                try
                {
                    work(items[i]);
                }
                catch (Exception problem)
                {
                    Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(problem), null);
                }
            }
        }

        Thread[] crew = [.. Enumerable.Range(0, Math.Min(jobs, items.Count)).Select(_ => new Thread(Run) { IsBackground = true })];
        foreach (Thread thread in crew)
        {
            thread.Start();
        }

        foreach (Thread thread in crew)
        {
            thread.Join();
        }

        failure?.Throw();
    }
}
