using System.Runtime.ExceptionServices;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// Work on one document that is waited for so long and no longer. Limits while reading stop what is known to be endless; this is for
/// what nobody foresaw, so that one file cannot hold up the others. A thread that is given up cannot be ended from outside: it goes on
/// to no purpose until the program ends, and may slow the others down, for which they are waited for the longer.
/// </summary>
internal static class Patience
{
    // Documents nest: markup in markup, page trees in page trees. What would end the whole program on an ordinary stack (a fault that
    // nothing can catch) fits on this one. Only what is used of it takes memory.
    private const int StackBytes = 256 * 1024 * 1024;

    // Some thirty times what the slowest ordinary documents take for their size on a slow machine.
    private const int LeastSeconds = 120, BytesASecond = 20_000;

    private static int _givenUp;

    /// <summary>How long a document of so many bytes is waited for while it is read, and again while it is checked.</summary>
    public static TimeSpan For(long bytes) =>
        TimeSpan.FromSeconds((LeastSeconds + (bytes / BytesASecond)) * (1 + (Volatile.Read(ref _givenUp) / Environment.ProcessorCount)));

    /// <summary>What the work gives, or what it throws.</summary>
    /// <exception cref="TooSlowException">It took longer.</exception>
    public static T Wait<T>(TimeSpan patience, Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception problem)
            {
                failure = ExceptionDispatchInfo.Capture(problem);
            }
        }, StackBytes)
        { IsBackground = true };
        thread.Start();
        if (!thread.Join(patience))
        {
            Interlocked.Increment(ref _givenUp);
            throw new TooSlowException();
        }

        failure?.Throw();
        return result;
    }
}

/// <summary>Work took longer than it was waited for.</summary>
internal sealed class TooSlowException : Exception;
