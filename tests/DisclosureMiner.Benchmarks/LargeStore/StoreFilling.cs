using System.Data.Common;
using System.Globalization;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Store;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Benchmarks.LargeStore;

/// <summary>Puts made-up documents into a store, in bulk.</summary>
internal static class StoreFilling
{
    private const int Batch = 2_000;

    /// <summary>Fills an empty store; says how many rows it has then.</summary>
    public static string Fill(string address, SyntheticDocuments documents)
    {
        DisclosureStore.Open(address).Dispose();
        StoreEngine engine = StoreEngine.For(address, create: true);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        using DbConnection connection = engine.Connect();
        connection.Open();
        engine.Prepare(connection);
        bool isPostgres = StoreAddress.IsPostgres(address);
        if (!isPostgres)
        {
            // Indexes are written to in no order; nobody needs this file after a power cut.
            Run(engine, connection, "PRAGMA cache_size = -400000");
            Run(engine, connection, "PRAGMA synchronous = OFF");
        }

        void Add(IEnumerable<(string Table, string Columns, IEnumerable<object?[]> Rows)> tables)
        {
            using DbTransaction transaction = connection.BeginTransaction();
            foreach ((string table, string columns, IEnumerable<object?[]> rows) in tables)
            {
                object?[][] all = [.. rows];
                engine.Insert(transaction, table, columns.Split(','), all);
                counts[table] = counts.GetValueOrDefault(table) + all.Length;
            }

            transaction.Commit();
        }

        var synthetic = new SyntheticRows(documents);
        long now = engine.Now(connection);
        foreach (SyntheticDocument[] batch in documents.All().Chunk(Batch))
        {
            Add(synthetic.Of(batch, now));
            Add(CrawlRows.Of(batch));
        }

        // As the server does by itself after a while.
        if (isPostgres)
        {
            Run(engine, connection, "VACUUM ANALYZE");
        }

        Add([("across", "document,signature,archive", Signatures(address, documents))]);
        engine.Leave(connection);
        return string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value:#,0} {count.Key}")));
    }

    /// <summary>Runs a statement.</summary>
    public static void Run(StoreEngine engine, DbConnection connection, string sql)
    {
        using DbCommand command = engine.Command(connection, sql);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    /// <summary>With these, each document counts as compared with what it is to be compared with.</summary>
    private static IEnumerable<object?[]> Signatures(string address, SyntheticDocuments documents)
    {
        using DisclosureStore store = DisclosureStore.OpenExisting(address);
        var profiled = store.Profiled(documents.Version);
        var plans = new AcrossPlans(profiled, store.SharedNumberRows(), store.PublicationParts(documents.Version), documents.Pipeline.Words);
        return [.. profiled.Select(document => (object?[])[document.Id, plans.Of(document).Signature, null]).Where(row => row[1] is not "")];
    }
}
