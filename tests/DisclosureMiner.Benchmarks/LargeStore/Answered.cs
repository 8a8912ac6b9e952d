using System.Diagnostics;
using System.Globalization;
using DisclosureMiner.Benchmarks.Throughput;

namespace DisclosureMiner.Benchmarks.LargeStore;

/// <summary>How long a question took.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Rows">How many rows came, or how much was counted.</param>
/// <param name="Milliseconds">By the clock on the wall.</param>
internal sealed record Answered(string Question, int Rows, Spread Milliseconds)
{
    private const int Times = 7;

    /// <summary>The times as they are shown.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds.Median:0.0} ({Milliseconds.Least:0.0}-{Milliseconds.Most:0.0})");

    /// <summary>Asks several times, after once to warm up.</summary>
    /// <param name="question">What it is called.</param>
    /// <param name="ask">Asks, and says how many rows came.</param>
    /// <param name="times">How often, if not as usual.</param>
    public static async Task<Answered> Of(string question, Func<Task<int>> ask, int times = Times)
    {
        int rows = await ask();
        var milliseconds = new List<double>();
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            rows = await ask();
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new Answered(question, rows, Spread.Of(milliseconds));
    }
}
