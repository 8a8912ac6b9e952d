using DisclosureMiner.Checks;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Tests;

/// <summary>A server over a few documents of the corpus, with the files that a run writes for them in its report folder.</summary>
public sealed class MinedServer : IAsyncLifetime
{
    /// <summary>A path that an office program would run.</summary>
    public const string Formula = "=HYPERLINK(\"x\").txt";

    private static readonly string[] Names =
    [
        "biyan-culture-centre-2025-unit-budget.html", "biyan-township-2024-three-public.txt", "fengyuan-forestry-2025-budget.txt",
        "langxi-transport-2023-final.txt", "xiqiao-statistics-2024-final.pdf",
    ];

    private readonly TempFolder _folder = new();
    private readonly string? _postgres;

    public MinedServer()
    {
    }

    /// <param name="postgres">A database that has no store yet.</param>
    internal MinedServer(string postgres) => _postgres = postgres;

    internal RunningServer Server { get; private set; } = null!;

    internal DisclosureStore Store { get; private set; } = null!;

    internal MinerRun Run { get; private set; } = null!;

    /// <summary>The one discrepancy that somebody has decided about.</summary>
    internal DiscrepancyRecord Decided { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var pipeline = Pipeline.Load(TestPaths.Pipelines);
        Store = DisclosureStore.Open(_postgres ?? _folder["disclosures.db"]);
        string odd = _folder.Write("in/odd.txt", "某某局2025年预算。2025年预算收入总额87.84万元。");
        InputFile[] files = [.. Names.Select(name => new InputFile(Path.Combine(TestPaths.Corpus, name), "in/" + name)), new InputFile(odd, Formula)];
        Run = new Miner(Store, pipeline).Run([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], 2, new Unwatched());
        Decided = Store.Findings(new FindingFilter(Severity.Error))[0].Discrepancy;
        Store.Decide(new Decision(
            Decided.Id, Decided.ValuesHash, DecisionState.Confirmed, "li", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "=再看"));

        string reports = Directory.CreateDirectory(_folder["reports"]).FullName;
        ContractFiles.Write(reports, Store, Run.Documents, new ContractOptions(Language.Zh));
        ReportFile.Write(reports, Store, Run.Documents, new ReportOptions(Mining.VersionOf(pipeline), Language.Zh, pipeline.Rules));
        Server = await RunningServer.Start(_folder.Path, null, ["--roles", "web", .. _postgres is null ? (string[])[] : ["--postgres", _postgres]]);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Store.Dispose();
        _folder.Dispose();
    }

    /// <summary>The id of a document of the corpus, by the beginning of its name.</summary>
    internal string Id(string beginning) => Run.Documents.Single(document => document.Path.StartsWith("in/" + beginning, StringComparison.Ordinal)).Id;

    /// <summary>The lines of a file that a run has written, without its byte order mark.</summary>
    internal string[] Lines(string name) => File.ReadAllLines(Path.Combine(_folder["reports"], name));

    /// <summary>The lines of a JSON Lines file that are about a document.</summary>
    internal string[] Lines(string name, string document, string member = "document") =>
        [.. Lines(name).Where(line => line.Contains($"\"{member}\":\"{document}\"", StringComparison.Ordinal))];

    internal string Report(string name) => File.ReadAllText(Path.Combine(_folder["reports"], name));
}

/// <summary>The tests that share a server, because mining takes seconds.</summary>
[CollectionDefinition(Name)]
public sealed class MinedServerTests : ICollectionFixture<MinedServer>
{
    public const string Name = "mined server";
}
