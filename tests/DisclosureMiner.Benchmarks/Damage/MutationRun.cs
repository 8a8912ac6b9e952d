using System.Diagnostics;
using System.Globalization;

namespace DisclosureMiner.Benchmarks.Damage;

/// <summary>
/// Has workers mine damaged files in processes of their own: one that ends at a file, or has to be ended, is followed by another that
/// begins behind that file.
/// </summary>
internal sealed class MutationRun
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly SortedDictionary<string, int> _ends = new(StringComparer.Ordinal);
    private readonly List<(double Seconds, int Seed)> _slow = [];
    private readonly List<(int Seed, string How)> _bad = [];
    private int _megabytes;

    /// <summary>Mines them all and writes what became of them.</summary>
    /// <returns>Whether each came to a proper end.</returns>
    public static bool Of(string folder, int first, int behind, TextWriter output)
    {
        var run = new MutationRun();
        for (int next = first; next < behind;)
        {
            next = run.Work(folder, next, behind);
        }

        run.Write(MutationWorker.FilesIn(folder), output);
        return run._bad.Count == 0;
    }

    // Gives the seed behind the last one that was begun.
    private int Work(string folder, int first, int behind)
    {
        string[] words =
        [
            Path.ChangeExtension(typeof(MutationRun).Assembly.Location, ".dll"), "mutate", folder, MutationWorker.Option,
            "--seed", first.ToString(CultureInfo.InvariantCulture), "--count", (behind - first).ToString(CultureInfo.InvariantCulture),
        ];
        using Process worker = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        worker.ErrorDataReceived += (_, _) => { };
        worker.BeginErrorReadLine();
        int begun = first - 1, ended = first - 1;
        while (Line(worker) is { } line)
        {
            string[] told = line.Split(' ');
            begun = int.Parse(told[1], CultureInfo.InvariantCulture);
            if (told[0] == "end")
            {
                ended = begun;
                Note(begun, told[2], double.Parse(told[3], CultureInfo.InvariantCulture), int.Parse(told[4], CultureInfo.InvariantCulture));
            }
        }

        if (begun < first)
        {
            throw new InvalidOperationException("The worker did not begin.");
        }

        if (begun > ended)
        {
            worker.WaitForExit();
            _bad.Add((begun, string.Create(CultureInfo.InvariantCulture, $"ended the program with {worker.ExitCode}")));
        }

        return begun + 1;
    }

    // The next line; null at the end, which a worker that takes too long is brought to.
    private static string? Line(Process worker)
    {
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            return worker.StandardOutput.ReadLineAsync(patience.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            worker.Kill();
            return null;
        }
    }

    private void Note(int seed, string end, double seconds, int megabytes)
    {
        _ends[end] = _ends.GetValueOrDefault(end) + 1;
        _slow.Add((seconds, seed));
        _megabytes = Math.Max(_megabytes, megabytes);
        if (end.EndsWith("Exception", StringComparison.Ordinal))
        {
            _bad.Add((seed, end));
        }
    }

    private void Write(string[] files, TextWriter output)
    {
        foreach ((string end, int count) in _ends)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,7}  {end}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_megabytes,7}  MB at most"));
        foreach ((double seconds, int seed) in _slow.OrderByDescending(slow => slow.Seconds).Take(5))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds,7:0.0}  s: {Name(files, seed)}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_bad.Count,7}  crashes and mistakes"));
        foreach ((int seed, string how) in _bad)
        {
            output.WriteLine($"         {Name(files, seed)}: {how}");
        }
    }

    private static string Name(string[] files, int seed)
    {
        string path = MutationWorker.Damaged(files, seed, out string kind).Path;
        return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, seed {seed}, {kind}");
    }
}
