using System.Data.Common;
using System.Text.Json.Nodes;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;
using DisclosureMiner.Store.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DisclosureMiner.Server.Tests.Work;

/// <summary>The API on PostgreSQL answers as it does on SQLite, and goes by indexes.</summary>
public sealed class PostgresListTests
{
    private const int Documents = 12, Reported = 19;

    [PostgresFact]
    public async Task Both_engines_answer_alike()
    {
        using var database = new PostgresDatabase();
        Dictionary<string, string> sqlite = await Answers(null), postgres = await Answers(database.Address);

        foreach ((string path, string answer) in sqlite)
        {
            postgres[path].ShouldBe(answer, path);
        }

        JsonNode.Parse(sqlite["/api/v1/documents?limit=5"])!["items"]!.AsArray().Count.ShouldBe(5);
        JsonNode.Parse(sqlite["/api/v1/discrepancies?severity=error"])!["items"]!.AsArray().Count.ShouldBeGreaterThan(0);
        JsonNode.Parse(sqlite["/api/v1/facts?year=2023&limit=3"])!["items"]!.AsArray().Count.ShouldBe(3);
    }

    [PostgresFact]
    public void Lists_can_be_read_from_indexes()
    {
        using var database = new PostgresDatabase();
        DisclosureStore.Open(database.Address).Dispose();
        var engine = StoreEngine.For(database.Address, create: false);
        using DbConnection connection = engine.Connect();
        connection.Open();

        // Tables with nothing in them would be walked through whatever indexes they have.
        Lines(engine, connection, new ListQuery("SET enable_seqscan = off", []));
        var after = new ListPosition("00112233aabbccdd", 7);
        ListQuery[] queries =
        [
            ListSql.Documents(new(), after.Document, 100),
            ListSql.Documents(new(MiningStatus.Failed), "", 100),
            ListSql.Documents(new(FiscalYear: 2025, Genre: "report"), "", 100),
            ListSql.Discrepancies(new(Severity.Error), after, 100),
            ListSql.Discrepancies(new(Rule: "N-04", FiscalYear: 2025), after, 100),
            ListSql.Discrepancies(new(Id: "00112233aabbccdd"), after, 100),
            ListSql.Facts(new(Subject: "20101"), after, 100),
            ListSql.Facts(new("00112233aabbccdd"), after, 100),
        ];
        foreach (ListQuery query in queries)
        {
            string plan = string.Join('\n', Lines(engine, connection, query with { Sql = "EXPLAIN " + query.Sql }));
            plan.ShouldContain("Index");
            plan.ShouldNotContain("Seq Scan");
        }
    }

    private static List<string> Lines(StoreEngine engine, DbConnection connection, ListQuery query)
    {
        using DbCommand command = engine.Command(connection, query.Sql, query.Values);
        using DbDataReader reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private static async Task<Dictionary<string, string>> Answers(string? postgres)
    {
        using var folder = new TempFolder();
        foreach ((string name, string text) in ManyDocuments.All(Documents))
        {
            folder.Write("inbox/" + name, text);
        }

        using var log = new LogEvents();
        await using RunningServer server = await RunningServer.Start(
            folder.Path,
            services => services.AddSingleton<ILoggerProvider>(log),
            ["--Logging:LogLevel:Default=Information", "--Logging:LogLevel:Microsoft=None", "--DisclosureMiner:PollMilliseconds=50", .. postgres is null ? (string[])[] : ["--postgres", postgres]]);
        await log.Next(Reported, $"of {Documents} documents");
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in (string[])
            [
                "/api/v1/documents?limit=5", "/api/v1/documents?organisation=第2", "/api/v1/documents?year=2023", "/api/v1/documents?text=2024.txt",
                "/api/v1/documents.csv", "/api/v1/discrepancies?severity=error", "/api/v1/discrepancies?rule=N-&year=2023", "/api/v1/discrepancies?state=open",
                "/api/v1/discrepancies.csv", "/api/v1/facts?year=2023&limit=3", "/api/v1/facts?organisation=第3&limit=9", "/api/v1/register/2023?asOf=2024-01-01",
            ])
        {
            answers[path] = await server.Client.GetStringAsync(path);
        }

        return answers;
    }
}
