using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using DisclosureMiner.Checks;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;
using Xunit.Abstractions;

namespace DisclosureMiner.Server.Tests.Work;

/// <summary>Workers that are killed again and again at random moments lose nothing, double nothing and change nothing.</summary>
public sealed class KilledWorkersTests(ITestOutputHelper output, KilledWorkersTests.Undisturbed undisturbed) : IClassFixture<KilledWorkersTests.Undisturbed>
{
    private const int Documents = 1_000;

    // Lines of the log between two kills of one worker, of which most are documents that were mined.
    private const int LeastLines = 15;
    private const int MostLines = 130;

    [PostgresFact]
    public async Task Three_workers_on_PostgreSQL()
    {
        using var folder = new TempFolder();
        using var database = new PostgresDatabase();

        int kills = await Mine(database.Address, folder.Path, workers: 3, ["--postgres", database.Address], seed: 7);

        output.WriteLine($"{kills} kills of three workers on PostgreSQL");
        kills.ShouldBeGreaterThan(10);
        Verify(database.Address);
    }

    [Fact]
    public async Task One_worker_on_SQLite()
    {
        using var folder = new TempFolder();

        int kills = await Mine(folder["disclosures.db"], folder.Path, workers: 1, [], seed: 8);

        output.WriteLine($"{kills} kills of one worker on SQLite");
        kills.ShouldBeGreaterThan(5);
        Verify(folder["disclosures.db"]);
    }

    private void Verify(string store)
    {
        using DisclosureStore opened = DisclosureStore.OpenExisting(store);
        opened.CountWork().Where(count => count.Kind == WorkKind.Mine).ShouldBe([(WorkKind.Mine, WorkState.Done, Documents)]);
        opened.Located().Length.ShouldBe(Documents);
        opened.Located().Select(document => document.Id).Distinct().Count().ShouldBe(Documents);
        SortedDictionary<string, string> exported = Export(store);
        exported.Keys.ShouldBe(undisturbed.Exported.Keys);
        foreach ((string name, string bytes) in undisturbed.Exported)
        {
            (exported[name] == bytes).ShouldBeTrue(name);
        }
    }

    /// <summary>Mines all documents with workers that are killed; says how many were.</summary>
    private static async Task<int> Mine(string store, string folder, int workers, string[] args, int? seed)
    {
        await ManyDocuments.TakeIn(store, Path.Combine(folder, "blobs"), Documents);
        string[] line =
        [
            "--data", folder, "--roles", "worker", "--jobs", "1", "--urls", "http://127.0.0.1:0", "--Logging:Json=true",
            "--DisclosureMiner:LeaseSeconds=3", "--DisclosureMiner:PollMilliseconds=200", "--DisclosureMiner:MaxReported=0", .. args,
        ];
        Channel<(WorkerProcess Worker, string? Line)> log = Channel.CreateUnbounded<(WorkerProcess, string?)>();
        var random = new Random(seed ?? 0);
        int Next() => seed is null ? int.MaxValue : random.Next(LeastLines, MostLines);
        Dictionary<WorkerProcess, int> left = Enumerable.Range(0, workers).ToDictionary(_ => WorkerProcess.Start(log.Writer, line), _ => Next());
        var mined = new HashSet<string>(StringComparer.Ordinal);
        int kills = 0;
        try
        {
            await foreach ((WorkerProcess worker, string? entry) in log.Reader.ReadAllAsync())
            {
                if (!left.TryGetValue(worker, out int lines))
                {
                    continue;
                }

                entry.ShouldNotBeNull($"A worker ended by itself: {worker.Complaints}");
                (int number, JsonNode? state) = Read(entry);
                if (number == 11)
                {
                    mined.Add(state!["Document"]!.GetValue<string>()).ShouldBeTrue($"committed twice: {entry}");
                }

                if (number == 19 && IsDone(store))
                {
                    return kills;
                }

                left[worker] = lines - 1;
                if (left[worker] == 0)
                {
                    // Somewhere within the next document, and not always just after a commit.
                    await Task.Delay(random.Next(40));
                    left.Remove(worker);
                    worker.Kill();
                    worker.Dispose();
                    kills++;
                    left[WorkerProcess.Start(log.Writer, line)] = Next();
                }
            }
        }
        finally
        {
            foreach (WorkerProcess worker in left.Keys)
            {
                worker.Dispose();
            }
        }

        throw new InvalidOperationException("The log ended.");
    }

    private static bool IsDone(string store)
    {
        using DisclosureStore opened = DisclosureStore.OpenExisting(store);
        return opened.CountWork().All(count => count.State == WorkState.Done);
    }

    private static (int Number, JsonNode? State) Read(string entry) =>
        JsonNode.Parse(entry) is JsonObject line ? (line["EventId"]!.GetValue<int>(), line["State"]) : (0, null);

    private static SortedDictionary<string, string> Export(string store)
    {
        using var folder = new TempFolder();
        using DisclosureStore opened = DisclosureStore.OpenExisting(store);
        ImmutableArray<LocatedDocument> documents = [.. opened.Located().Select(document => new LocatedDocument(document.Id, [document.Path]))];
        ContractFiles.Write(folder.Path, opened, documents, new ContractOptions(Language.Zh));
        return folder.Files();
    }

    /// <summary>What comes of the same documents when nobody is killed.</summary>
    public sealed class Undisturbed : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();

        /// <summary>The exported files by their names.</summary>
        public SortedDictionary<string, string> Exported { get; private set; } = [];

        public async Task InitializeAsync()
        {
            await Mine(_folder["disclosures.db"], _folder.Path, workers: 1, [], seed: null);
            Exported = Export(_folder["disclosures.db"]);
        }

        public Task DisposeAsync()
        {
            _folder.Dispose();
            return Task.CompletedTask;
        }
    }
}
