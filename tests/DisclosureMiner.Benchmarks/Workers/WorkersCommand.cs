using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DisclosureMiner.Benchmarks.Throughput;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;
using Npgsql;

namespace DisclosureMiner.Benchmarks.Workers;

/// <summary>
/// <c>workers</c>: queues documents and mines them with more and more workers, each a process that mines one document at a time; in the
/// same run with more and more threads of one process on SQLite. The clock runs while the middle eight tenths are mined, so that neither the start of
/// processes nor the last document of the slowest counts.
/// </summary>
internal static class WorkersCommand
{
    private const int Rounds = 2;
    private const double Left = 0.1;

    private static readonly string Server = Path.Combine(Repository.Root, "src", "DisclosureMiner.Server", "bin", "Release", "net10.0", "DisclosureMiner.Server.dll");

    /// <param name="args"><c>--documents N</c> (200), <c>--postgres CONNECTION</c> of a role that may create databases, <c>--folder DIR</c> (corpus).</param>
    /// <param name="output">Where the table goes.</param>
    public static async Task<int> Run(string[] args, TextWriter output)
    {
        string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
        int documents = int.Parse(Value("--documents") ?? "200", CultureInfo.InvariantCulture);
        string folder = Value("--folder") ?? Path.Combine(Repository.Root, "corpus");
        (string Name, string? Postgres, int Processes, int Jobs)[] ways =
        [
            .. Value("--postgres") is { } postgres ? new[] { 1, 2, 3 }.Select(count => ($"PostgreSQL, {count} process(es)", (string?)postgres, count, 1)) : [],
            .. new[] { 1, 2 }.Select(jobs => ($"SQLite, 1 process, {jobs} at a time", (string?)null, 1, jobs)),
        ];
        var rates = ways.ToDictionary(way => way.Name, _ => new List<double>());
        for (int round = 0; round < Rounds; round++)
        {
            foreach ((string name, string? server, int processes, int jobs) in ways)
            {
                rates[name].Add(await Mine(folder, documents, server, processes, jobs));
            }
        }

        output.WriteLine("| store and workers | documents a second | against one |");
        output.WriteLine("|---|---|---|");
        double Median(string name) => rates[name].Order().ElementAt(Rounds / 2);
        foreach ((string name, string? server, _, _) in ways)
        {
            double one = Median(ways.First(way => way.Postgres == server).Name);
            output.WriteLine(FormattableString.Invariant($"| {name} | {Median(name):F1} | {Median(name) / one:F2} |"));
        }

        return 0;
    }

    private static async Task<double> Mine(string folder, int documents, string? server, int processes, int jobs)
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("disclosureminer-workers-");
        string database = "workers_" + Guid.NewGuid().ToString("N");
        string store = Path.Combine(data.FullName, "disclosures.db");
        if (server is not null)
        {
            Administer(server, $"CREATE DATABASE {database}");
            store = new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
        }

        var workers = new List<Process>();
        try
        {
            await TakeIn(folder, documents, store, Path.Combine(data.FullName, "blobs"));
            var times = new BlockingCollection<long>();
            for (int i = 0; i < processes; i++)
            {
                workers.Add(Start(data.FullName, server is null ? null : store, jobs, times));
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

            data.Delete(recursive: true);
            if (server is not null)
            {
                NpgsqlConnection.ClearAllPools();
                Administer(server, $"DROP DATABASE {database} WITH (FORCE)");
            }
        }
    }

    private static async Task TakeIn(string folder, int documents, string address, string content)
    {
        using DisclosureStore store = DisclosureStore.Open(address);
        var intake = new Intake(store, new ContentStore(content), TimeProvider.System);
        string[] files = [.. MinerInput.Find([Path.GetFileName(folder)], Path.GetDirectoryName(folder)!, []).Files.Select(file => file.FullPath)];
        for (int i = 0; i < documents; i++)
        {
            var file = SourceFile.Read(files[i % files.Length]);
            using var bytes = new MemoryStream([.. file.Bytes.Span, .. UniqueCopies.Mark(file, (i / files.Length) + 1)]);
            await intake.ReceiveAsync(bytes, $"{i:D5}/{Path.GetFileName(file.Path)}", "folder");
        }
    }

    private static Process Start(string data, string? postgres, int jobs, BlockingCollection<long> times)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (string arg in (string[])
            [Server, "--data", data, "--roles", "worker", "--jobs", jobs.ToString(CultureInfo.InvariantCulture), "--urls", "http://127.0.0.1:0", "--Logging:Json=true"])
        {
            start.ArgumentList.Add(arg);
        }

        if (postgres is not null)
        {
            start.ArgumentList.Add("--postgres");
            start.ArgumentList.Add(postgres);
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

    private static void Administer(string server, string sql)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
