using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DisclosureMiner.Benchmarks.Throughput;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Benchmarks.Workers;

/// <summary>
/// <c>workers</c>: queues documents and mines them with more and more workers, each a process of the published command that mines one document at a time;
/// in the same run with more and more threads of one process on SQLite. The clock runs while the middle eight tenths are mined, so that neither the start
/// of processes nor the last document of the slowest counts.
/// </summary>
internal static class WorkersCommand
{
    private const double Left = 0.1;

    private const string Usage = """
        workers [--documents N] [--rounds N] [--postgres CONNECTION]

          --documents N          how many documents are queued, copies of those in the repository's corpus; 200 when it is left out
          --rounds N             how often each way is timed, 3 when it is left out
          --postgres CONNECTION  measures several processes on PostgreSQL too, in databases of their own; the role must be allowed to create them
        """;

    /// <summary>Runs it.</summary>
    public static async Task<int> Run(string[] words, TextWriter output, TextWriter error)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { ["--documents"] = 200, ["--rounds"] = 3 };
        if (!CommandWords.TryRead(words, numbers, out string? postgres))
        {
            await error.WriteLineAsync(Usage);
            return 2;
        }

        string work = Directory.CreateTempSubdirectory("disclosureminer-").FullName;
        try
        {
            await Measure(PublishedCommand.In(work), numbers["--documents"], numbers["--rounds"], postgres, output);
            return 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task Measure(string command, int documents, int rounds, string? postgres, TextWriter output)
    {
        (string Name, string? Postgres, int Processes, int Jobs)[] ways =
        [
            .. postgres is null ? [] : new[] { 1, 2, 3 }.Select(count => ($"PostgreSQL, processes: {count}", (string?)postgres, count, 1)),
            .. new[] { 1, 2 }.Select(jobs => ($"SQLite, one process, at a time: {jobs}", (string?)null, 1, jobs)),
        ];
        var rates = ways.ToDictionary(way => way.Name, _ => new List<double>());
        for (int round = 0; round < rounds; round++)
        {
            foreach ((string name, string? server, int processes, int jobs) in ways)
            {
                rates[name].Add(await Mine(command, documents, server, processes, jobs));
                output.WriteLine(FormattableString.Invariant($"round {round + 1}  {name}: {rates[name][^1]:F2} documents a second"));
            }
        }

        output.WriteLine("| store and workers | documents a second | against one |");
        output.WriteLine("|---|---|---|");
        double Median(string name) => rates[name].Order().ElementAt(rounds / 2);
        foreach ((string name, string? server, _, _) in ways)
        {
            double one = Median(ways.First(way => way.Postgres == server).Name);
            output.WriteLine(FormattableString.Invariant($"| {name} | {Median(name):F1} | {Median(name) / one:F2} |"));
        }
    }

    private static async Task<double> Mine(string command, int documents, string? server, int processes, int jobs)
    {
        using var room = new StoreRoom(server);
        var workers = new List<Process>();
        try
        {
            await TakeIn(documents, room);
            var times = new BlockingCollection<long>();
            for (int i = 0; i < processes; i++)
            {
                workers.Add(Start(command, room, jobs, times));
            }

            long[] mined = [.. Enumerable.Range(0, documents).Select(_ => times.Take())];
            int first = (int)(documents * Left), last = documents - first - 1;
            return (last - first) / Stopwatch.GetElapsedTime(mined[first], mined[last]).TotalSeconds;
        }
        finally
        {
            foreach (Process worker in workers)
            {
                worker.Kill();
                await worker.WaitForExitAsync();
                worker.Dispose();
            }
        }
    }

    private static async Task TakeIn(int documents, StoreRoom room)
    {
        using DisclosureStore store = DisclosureStore.Open(room.Address);
        var intake = new Intake(store, new ContentStore(Path.Combine(room.Folder, "blobs")), TimeProvider.System);
        string[] files = [.. MinerInput.Find(["corpus"], Repository.Root, []).Files.Select(file => file.FullPath)];
        for (int i = 0; i < documents; i++)
        {
            var file = SourceFile.Read(files[i % files.Length]);
            using var bytes = new MemoryStream([.. file.Bytes.Span, .. UniqueCopies.Mark(file, (i / files.Length) + 1)]);
            await intake.ReceiveAsync(bytes, $"{i:D5}/{Path.GetFileName(file.Path)}", "folder");
        }
    }

    private static Process Start(string command, StoreRoom room, int jobs, BlockingCollection<long> times)
    {
        var start = new ProcessStartInfo(command) { RedirectStandardOutput = true };
        foreach (string arg in (string[])["serve", .. room.Args, "--roles", "worker", "--jobs", jobs.ToString(CultureInfo.InvariantCulture), "--Logging:Json=true"])
        {
            start.ArgumentList.Add(arg);
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException("The server does not start.");
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("\"EventId\":11,", StringComparison.Ordinal) == true)
            {
                times.Add(Stopwatch.GetTimestamp());
            }
        };
        process.BeginOutputReadLine();
        return process;
    }
}
