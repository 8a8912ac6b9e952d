using System.Diagnostics;
using System.Globalization;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>What one run of a program took, from its start to its end, with all programs that it started.</summary>
/// <param name="Seconds">By the clock on the wall.</param>
/// <param name="Processor">Seconds of processor time, in the program and in the system for it.</param>
/// <param name="Megabytes">The most memory that it held at a time (resident, 10^6 bytes).</param>
internal sealed record Clocked(double Seconds, double Processor, double Megabytes)
{
    // Of a process that has ended, .NET tells neither processor time nor memory; GNU time does.
    private const string Time = "time";

    /// <summary>Whether GNU time is there. Others of that name do not know its options.</summary>
    public static bool IsPossible => CanStart(Time, "-f", "%e", "true");

    /// <summary>Whether a program is there and ends well with these words.</summary>
    public static bool CanStart(string program, params string[] words)
    {
        try
        {
            return Start(program, words).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="words">Its arguments.</param>
    /// <param name="isWell">Whether it did its work, by its exit code.</param>
    /// <exception cref="InvalidOperationException">It did not.</exception>
    public static Clocked Run(string program, IEnumerable<string> words, Func<int, bool> isWell)
    {
        string figures = Path.GetTempFileName();
        try
        {
            long start = Stopwatch.GetTimestamp();
            (int exitCode, string error) = Start(Time, ["-q", "-f", "%U %S %M", "-o", figures, program, .. words]);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (!isWell(exitCode))
            {
                throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {exitCode}.\n{error}");
            }

            double[] told = [.. File.ReadAllText(figures).Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
            return new Clocked(seconds, told[0] + told[1], told[2] * 1024 / 1e6);
        }
        finally
        {
            File.Delete(figures);
        }
    }

    private static (int ExitCode, string Error) Start(string program, string[] words)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();

        // What it prints is read, so that it need not wait, and is not looked at.
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        output.GetAwaiter().GetResult();
        return (process.ExitCode, error.GetAwaiter().GetResult());
    }
}
