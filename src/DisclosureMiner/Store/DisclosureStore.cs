using System.Data;
using System.Data.Common;
using DisclosureMiner.Findings;
using DisclosureMiner.Store.Archives;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Store;

/// <summary>
/// Mined documents in a SQLite file or a PostgreSQL database. A document is stored whole or not at all, so a run that is cut off
/// leaves every document before it usable. Any number of threads may call; they take turns.
/// </summary>
public sealed partial class DisclosureStore : IDisposable
{
    private static readonly string[] Tables = ["tables", "figures", "checks", "facts", "discrepancies"];

    // What comparing a document with others may change.
    private static readonly string[] Compared = ["figures", "checks", "facts", "discrepancies"];

    private readonly Lock _gate = new();
    private readonly StoreEngine _engine;
    private readonly DbConnection _connection;

    // Milliseconds since 1970; null for the clock of the engine.
    private readonly Func<long>? _clock;

    private DisclosureStore(StoreEngine engine, Func<long>? clock)
    {
        _engine = engine;
        _clock = clock;
        _connection = engine.Connect();
    }

    /// <summary>Opens the store for reading and writing; a SQLite file, and its folder, is created when it is not there.</summary>
    /// <param name="address">The path of a SQLite file, or a connection string of PostgreSQL (<see cref="StoreAddress"/>).</param>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static DisclosureStore Open(string address) => Open(StoreEngine.For(address, create: true));

    /// <summary>Opens a store that an earlier run has written.</summary>
    /// <param name="address">The path of a SQLite file, or a connection string of PostgreSQL (<see cref="StoreAddress"/>).</param>
    /// <exception cref="StoreException">It is not there or cannot be used.</exception>
    public static DisclosureStore OpenExisting(string address) => Open(StoreEngine.For(address, create: false));

    /// <summary>Stores the result with all that belongs to it, in place of what was stored under its id.</summary>
    /// <param name="mined">The result; what was read for it is stored already.</param>
    /// <param name="version">The version that mined it.</param>
    /// <param name="isSettled">Whether another run of that version would only repeat it.</param>
    /// <param name="item">The piece of work that is done by this, if it was one: then it is stored under the paths by which the document came in.</param>
    /// <returns>False when the lease of that work was lost; then nothing is changed.</returns>
    /// <exception cref="StoreException">It could not be stored; what was stored before is untouched.</exception>
    public bool Save(MinedDocument mined, MiningVersion version, bool isSettled = true, WorkItem? item = null)
    {
        // All is made ready before the turn begins, so that others need not wait for it.
        StoredDocument stored = Recording.Of(mined);
        byte[] archive = ResultArchive.Pack(mined);
        DocumentRecord document = stored.Document;
        string json = RecordJson.Of(document);
        List<object?[]> tables = Rows(stored.Tables, RecordJson.Of, table => [table.Id, table.Kind]);
        Action<DbTransaction> rewrite = Rewriting(stored);
        return Use(() =>
        {
            using DbTransaction transaction = _connection.BeginTransaction();
            Execute(transaction, "DELETE FROM tables WHERE document = $0", document.Id);
            Execute(
                transaction,
                """
                INSERT INTO documents
                  (id, sha256, extension, media_type, status, organisation, fiscal_year, genre, reading_version, checks_version, settled, json, archive)
                VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                ON CONFLICT (id) DO UPDATE SET
                  sha256 = excluded.sha256, extension = excluded.extension, media_type = excluded.media_type, status = excluded.status,
                  organisation = excluded.organisation, fiscal_year = excluded.fiscal_year, genre = excluded.genre,
                  reading_version = excluded.reading_version, checks_version = excluded.checks_version, settled = excluded.settled,
                  json = excluded.json, archive = excluded.archive
                """,
                document.Id,
                document.Sha256,
                ExtensionOf(stored.Path),
                document.MediaType,
                Words.Of(document.Status),
                document.Organisation,
                document.FiscalYear,
                document.Genre,
                version.Reading,
                version.Checks,
                isSettled ? 1 : 0,
                json,
                archive);
            Insert(transaction, "tables", "id, kind, json", document.Id, tables);
            rewrite(transaction);
            SaveProfile(transaction, mined);
            Locate(transaction, document.Id, item is null ? stored.Paths : CurrentPaths(transaction, item.Subject));
            Execute(transaction, "DELETE FROM attempts WHERE sha256 = $0", document.Sha256);
            return CommitIf(transaction, item is null || CompleteDocument(transaction, item));
        });
    }

    /// <summary>Notes that these paths hold the documents now, whatever they held before.</summary>
    public void Locate(IEnumerable<LocatedDocument> documents) => Use(() =>
    {
        using DbTransaction transaction = _connection.BeginTransaction();
        foreach (LocatedDocument located in documents)
        {
            Locate(transaction, located.Id, located.Paths);
        }

        transaction.Commit();
        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _engine.Leave(_connection);
        _connection.Dispose();
    }

    /// <summary>Opens the store as <see cref="Open(string)"/> does, with a clock of its own: milliseconds since 1970.</summary>
    internal static DisclosureStore Open(string address, Func<long> clock) => Open(StoreEngine.For(address, create: true), clock);

    private static DisclosureStore Open(StoreEngine engine, Func<long>? clock = null)
    {
        engine.MakeRoom();
        var store = new DisclosureStore(engine, clock);
        try
        {
            store.Use(() => true);
            return store;
        }
        catch
        {
            store._connection.Dispose();
            throw;
        }
    }

    private static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    private void Prepare()
    {
        int level = Migrations.LevelOf(_engine, _connection);
        if (level > Migrations.Latest)
        {
            throw new StoreException(StoreProblem.Newer, _engine.Name);
        }

        _engine.Prepare(_connection);
        if (level < Migrations.Latest)
        {
            Migrations.Apply(_engine, _connection);
        }
    }

    /// <summary>Puts all that comparing may change in place of what is stored; made ready here, done in a transaction.</summary>
    private Action<DbTransaction> Rewriting(StoredDocument stored)
    {
        string document = stored.Document.Id;
        List<object?[]> figures = Rows(stored.Figures, RecordJson.Of, figure =>
            [figure.Id, Words.Of(figure.Role), Words.Of(figure.Verdict)]);
        List<object?[]> checks = Rows(stored.Checks, RecordJson.Of, check =>
            [check.Id, check.Rule, Words.Of(check.Verdict)]);
        List<object?[]> facts = Rows(stored.Facts, RecordJson.Of, fact => [fact.Id, fact.Subject, fact.FiscalYear]);
        List<object?[]> discrepancies = Rows(stored.Discrepancies, RecordJson.Of, found =>
            [found.Id, found.ValuesHash, found.Rule, Words.Of(found.Verdict), Words.Of(found.Severity)]);
        return transaction =>
        {
            foreach (string table in Compared)
            {
                Execute(transaction, $"DELETE FROM {table} WHERE document = $0", document);
            }

            Insert(transaction, "figures", "id, role, verdict, json", document, figures);
            Insert(transaction, "checks", "id, rule, verdict, json", document, checks);
            Insert(transaction, "facts", "id, subject, fiscal_year, json", document, facts);
            Insert(transaction, "discrepancies", "id, values_hash, rule, verdict, severity, json", document, discrepancies);
        };
    }

    private static List<object?[]> Rows<T>(IReadOnlyList<T> records, Func<T, string> json, Func<T, object?[]> columns) =>
        [.. records.Select(record => (object?[])[.. columns(record), json(record)])];

    private void Insert(DbTransaction transaction, string table, string columns, string document, List<object?[]> rows)
    {
        if (rows.Count > 0)
        {
            _engine.Insert(transaction, table, ["document", "position", .. columns.Split(", ")], rows.Select((row, i) => (object?[])[document, i, .. row]));
        }
    }

    private void Locate(DbTransaction transaction, string document, IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            Execute(
                transaction,
                "INSERT INTO paths (path, document) VALUES ($0, $1) ON CONFLICT (path) DO UPDATE SET document = excluded.document",
                path,
                document);
        }
    }

    /// <summary>Runs a statement; says how many rows it changed.</summary>
    private int Execute(DbTransaction? transaction, string sql, params ReadOnlySpan<object?> values)
    {
        using DbCommand command = Command(sql, values);
        command.Transaction = transaction;
        return command.ExecuteNonQuery();
    }

    /// <summary>Takes a turn at the connection, and says in our own words what the database complains of.</summary>
    private T Use<T>(Func<T> work)
    {
        lock (_gate)
        {
            try
            {
                // At first, and when the server has ended the connection: what was under way then has failed, what comes now need not.
                if (_connection.State != ConnectionState.Open)
                {
                    _connection.Close();
                    _connection.Open();
                    Prepare();
                }

                return work();
            }
            catch (DbException problem)
            {
                throw new StoreException(_engine.ProblemOf(problem), _engine.Name, problem);
            }
        }
    }
}
