using System.Diagnostics;
using System.Globalization;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Tests.Hostile;

namespace DisclosureMiner.Benchmarks.Damage;

/// <summary>Mines damaged files one after the other, and writes down each before it begins with it and when it is done.</summary>
internal static class MutationWorker
{
    /// <summary>What the command is told to be this.</summary>
    public const string Option = "--worker";

    /// <summary>The files that are damaged in turn.</summary>
    public static string[] FilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".pdf" or ".html" or ".txt").Order(StringComparer.Ordinal),
    ];

    /// <summary>What a seed does to which file.</summary>
    public static SourceFile Damaged(string[] files, int seed, out string kind)
    {
        string path = files[seed % files.Length];
        return SourceFile.From(path, Mutations.Of(File.ReadAllBytes(path), seed, out kind));
    }

    /// <summary>Mines what seeds from the first on do to files of the folder.</summary>
    public static void Run(string folder, int first, int behind, TextWriter output)
    {
        Pipeline pipeline = Pipeline.LoadDefault();
        string[] files = FilesIn(folder);
        for (int seed = first; seed < behind; seed++)
        {
            SourceFile damaged = Damaged(files, seed, out _);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"begin {seed}"));
            output.Flush();
            long start = Stopwatch.GetTimestamp();
            string end = Patience.Wait(Timeout.InfiniteTimeSpan, () => End(pipeline, damaged));
            using var self = Process.GetCurrentProcess();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"end {seed} {end} {seconds:0.00} {self.PeakWorkingSet64 / 1_000_000}"));
            output.Flush();
        }
    }

    private static string End(Pipeline pipeline, SourceFile file)
    {
        try
        {
            MinedDocument mined = Mining.Mine(pipeline, file, Path.GetFileName(file.Path));
            return mined.Error?.Code ?? (mined.Document!.Remarks.IsEmpty ? "mined" : "mined-with-remarks");
        }
        catch (Exception problem)
        {
            return problem.GetType().Name;
        }
    }
}
