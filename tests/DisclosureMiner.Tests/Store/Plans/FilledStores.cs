using System.Data.Common;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Tests.Store.Plans;

/// <summary>
/// A store on each engine, to be asked how it would go about things. SQLite decides by its indexes alone, so its store is empty;
/// PostgreSQL decides by what it knows of the rows, so there are some.
/// </summary>
public sealed class FilledStores : IDisposable
{
    public const string Name = "filled stores";

    private readonly Dictionary<TestEngine, FilledStore> _stores = [];

    internal FilledStore Of(TestEngine engine)
    {
        if (!_stores.TryGetValue(engine, out FilledStore? store))
        {
            _stores[engine] = store = new FilledStore(engine);
        }

        return store;
    }

    public void Dispose()
    {
        foreach (FilledStore store in _stores.Values)
        {
            store.Dispose();
        }
    }
}

/// <summary>The tests that share these stores.</summary>
[CollectionDefinition(FilledStores.Name)]
public sealed class FilledStoresTests : ICollectionFixture<FilledStores>;

/// <summary>A store of one engine.</summary>
internal sealed class FilledStore : IDisposable
{
    // Rows as wide as real ones: going through all of a table must cost what it costs there.
    private const string Rows =
        """
        INSERT INTO documents (id, sha256, extension, media_type, status, organisation, fiscal_year, genre, reading_version, checks_version, settled, json, archive)
        SELECT substr(md5(i::text), 1, 16), md5(i::text) || md5(i::text), '.pdf', 'application/pdf', CASE i % 50 WHEN 0 THEN 'failed' ELSE 'mined' END,
               '青禾县第' || i / 10 || '林场', 2016 + i % 10, CASE i % 20 WHEN 0 THEN 'report' ELSE 'unit-budget' END,
               'reading', 'checks', 1, repeat(md5(i::text), 40), decode(repeat(md5(i::text), 20), 'hex')
        FROM generate_series(1, 8000) i;
        INSERT INTO paths (path, document) SELECT organisation || '/' || id || '.pdf', id FROM documents;
        INSERT INTO discrepancies (document, position, id, values_hash, rule, verdict, severity, json)
        SELECT d.id, n, substr(md5(d.id || n), 1, 16), substr(md5(d.id || n), 17), CASE n WHEN 1 THEN 'N-04' ELSE 'T-0' || n END,
               CASE n WHEN 2 THEN 'cut-or-plug' ELSE 'conflict' END, CASE n WHEN 1 THEN 'error' WHEN 2 THEN 'note' ELSE 'warning' END, repeat(md5(d.id), 40)
        FROM documents d, generate_series(0, 2) n;
        INSERT INTO decisions (number, discrepancy, values_hash, state, person, decided, because)
        SELECT row_number() OVER (), id, values_hash, 'confirmed', 'li', '2026-01-02T03:04:05.0000000Z', '' FROM discrepancies WHERE id < '1';
        INSERT INTO facts (document, position, id, subject, fiscal_year, json)
        SELECT id, n, 'f' || n, '2010' || n, fiscal_year - n % 2, repeat(md5(id), 15) FROM documents, generate_series(0, 7) n;
        INSERT INTO profiles (document, body, family, unit, fiscal_year, units) SELECT id, organisation, 'budget', 1, fiscal_year, '' FROM documents;
        INSERT INTO across (document, signature) SELECT id, 'signature' FROM documents;
        INSERT INTO number_rows (document, name) SELECT id, substr(md5(id || n), 1, 16) FROM documents, generate_series(0, 4) n;
        INSERT INTO readings (sha256, extension, version, media_type, archive) SELECT sha256, extension, reading_version, media_type, archive FROM documents;
        INSERT INTO arrivals (path, sha256, is_current, bytes, origin, arrived)
        SELECT organisation || '/' || id || '.pdf', sha256, 1, 100000, 'crawl', '2026-01-02T03:04:05Z' FROM documents;
        INSERT INTO work (kind, subject, state, wanted, tries, due, since)
        SELECT 'mine', sha256, CASE WHEN id < '08' THEN 'queued' ELSE 'done' END, 1, 0, CASE WHEN id < '08' THEN 1000 + fiscal_year END, 0 FROM documents;
        INSERT INTO crawl_runs (id, source, started, json) SELECT 'r' || i, 's' || i % 20, '2026-01-02T03:04:' || i, '{}' FROM generate_series(1, 3000) i;
        INSERT INTO crawl_addresses (source, address, role, state, sha256, json)
        SELECT 's' || fiscal_year, id, 'page', CASE WHEN id < '8' THEN 'present' ELSE 'gone' END, sha256, repeat(id, 20) FROM documents;
        INSERT INTO captures (source, address, run, taken, sha256, size, json) SELECT 's' || fiscal_year, id, 'r1', '2026-01-02', sha256, 1, repeat(id, 20) FROM documents;
        INSERT INTO publications (source, address, place, found, changed, run, json) SELECT 's' || fiscal_year, id, '2026 ' || id, '2026', '2026', 'r1', repeat(id, 20) FROM documents;
        INSERT INTO publication_files (source, publication, address, position, sha256, removed, json) SELECT 's' || fiscal_year, id, id, 0, sha256, 0, repeat(id, 20) FROM documents;
        """;

    private readonly StorePlace _place;
    private readonly StoreEngine _engine;
    private readonly DbConnection _connection;
    private readonly bool _isPostgres;

    public FilledStore(TestEngine engine)
    {
        _isPostgres = engine == TestEngine.Postgres;
        _place = new StorePlace(engine);
        _place.Open().Dispose();
        _engine = StoreEngine.For(_place.Address, create: false);
        _connection = _engine.Connect();
        _connection.Open();
        if (_isPostgres)
        {
            Run(Rows);
            Run("VACUUM ANALYZE");
        }
    }

    /// <summary>How the engine goes about a statement.</summary>
    public Plan PlanOf(string sql, params ReadOnlySpan<object?> values)
    {
        using DbCommand command = _engine.Command(_connection, (_isPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + sql, values);
        using DbDataReader reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(_isPostgres ? 0 : 3));
        }

        return new Plan(steps);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _place.Dispose();
    }

    private void Run(string sql)
    {
        using DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
