using System.Data.Common;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Server.Tests.Work;

/// <summary>Lists on PostgreSQL go by indexes.</summary>
public sealed class PostgresListTests
{
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
}
