using System.Data;
using DisclosureMiner.Findings;
using DisclosureMiner.Store.Archives;
using Microsoft.Data.Sqlite;

namespace DisclosureMiner.Store;

/// <summary>
/// Mined documents in a SQLite file. A document is stored whole or not at all, so a run that is cut off leaves every document
/// before it usable. Any number of threads may call; they take turns.
/// </summary>
public sealed partial class DisclosureStore : IDisposable
{
    // Waits this long for another program to end its transaction, which takes a moment for each document.
    private const int SecondsToWait = 10;

    private static readonly string[] Tables = ["tables", "figures", "checks", "facts", "discrepancies"];

    // What comparing a document with others may change.
    private static readonly string[] Compared = ["figures", "checks", "facts", "discrepancies"];

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly string _file;
    private readonly bool _isWriting;

    private DisclosureStore(SqliteConnection connection, string file, bool isWriting)
    {
        _connection = connection;
        _file = file;
        _isWriting = isWriting;
    }

    /// <summary>Opens the store for reading and writing; creates it, and its folder, when it is not there.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static DisclosureStore Open(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.Unwritable, file, problem);
        }

        return Open(file, SqliteOpenMode.ReadWriteCreate);
    }

    /// <summary>Opens a store that an earlier run has written.</summary>
    /// <exception cref="StoreException">It is not there or cannot be used.</exception>
    public static DisclosureStore OpenExisting(string file) => File.Exists(file)
        ? Open(file, SqliteOpenMode.ReadWrite)
        : throw new StoreException(StoreProblem.Missing, file);

    /// <summary>Stores the result with all that belongs to it, in place of what was stored under its id.</summary>
    /// <param name="mined">The result; what was read for it is stored already.</param>
    /// <param name="version">The version that mined it.</param>
    /// <param name="isSettled">Whether another run of that version would only repeat it.</param>
    /// <exception cref="StoreException">It could not be stored; what was stored before is untouched.</exception>
    public void Save(MinedDocument mined, MiningVersion version, bool isSettled = true)
    {
        // All is made ready before the turn begins, so that others need not wait for it.
        StoredDocument stored = Recording.Of(mined);
        byte[] archive = ResultArchive.Pack(mined);
        DocumentRecord document = stored.Document;
        string json = RecordJson.Of(document);
        List<object?[]> tables = Rows(stored.Tables, RecordJson.Of, table => [table.Id, table.Kind]);
        Action<SqliteTransaction> rewrite = Rewriting(stored);
        Use(() =>
        {
            using SqliteTransaction transaction = _connection.BeginTransaction();
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
            Locate(transaction, document.Id, stored.Paths);
            Execute(transaction, "DELETE FROM attempts WHERE sha256 = $0", document.Sha256);
            transaction.Commit();
            return true;
        });
    }

    /// <summary>Notes that these paths hold the documents now, whatever they held before.</summary>
    public void Locate(IEnumerable<LocatedDocument> documents) => Use(() =>
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
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
        if (_isWriting && _connection.State == ConnectionState.Open)
        {
            try
            {
                // Left as one plain file, it can be read where nothing may be written: on a share, by another account.
                using SqliteCommand command = Command("PRAGMA journal_mode = DELETE");
                command.CommandTimeout = 1;
                command.ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                // Another program has it open too; the last to close will do it.
            }
        }

        _connection.Dispose();
    }

    private static DisclosureStore Open(string file, SqliteOpenMode mode)
    {
        // Without a pool, closing really closes: the write-ahead log is folded back and no side files are left lying.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = SecondsToWait,
        }.ToString());
        var store = new DisclosureStore(connection, file, mode == SqliteOpenMode.ReadWriteCreate);
        try
        {
            store.Use(() =>
            {
                connection.Open();
                store.Prepare();
                return true;
            });
            return store;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    private void Prepare()
    {
        int level = Migrations.LevelOf(_connection);
        if (level > Migrations.Latest)
        {
            throw new StoreException(StoreProblem.Newer, _file);
        }

        if (_isWriting)
        {
            // Readers go on while a document is written, and a commit needs no wait for the disk: what a power cut may undo
            // are whole documents, which the next run mines again.
            Execute(null, "PRAGMA journal_mode = WAL");
            Execute(null, "PRAGMA synchronous = NORMAL");
        }

        if (level < Migrations.Latest)
        {
            Migrations.Apply(_connection);
        }
    }

    /// <summary>Puts all that comparing may change in place of what is stored; made ready here, done in a transaction.</summary>
    private Action<SqliteTransaction> Rewriting(StoredDocument stored)
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

    private void Insert(SqliteTransaction transaction, string table, string columns, string document, List<object?[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using SqliteCommand command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$document", document);
        SqliteParameter position = command.Parameters.AddWithValue("$position", 0);
        SqliteParameter[] values = [.. rows[0].Select((_, i) => command.Parameters.AddWithValue("$" + i, DBNull.Value))];
        command.CommandText = $"INSERT INTO {table} (document, position, {columns}) VALUES ($document, $position, {string.Join(", ", values.Select(value => value.ParameterName))})";
        for (int i = 0; i < rows.Count; i++)
        {
            position.Value = i;
            for (int j = 0; j < values.Length; j++)
            {
                values[j].Value = rows[i][j] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    private void Locate(SqliteTransaction transaction, string document, IReadOnlyList<string> paths)
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

    private void Execute(SqliteTransaction? transaction, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = Command(sql, values);
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    /// <summary>Takes a turn at the connection, and says in our own words what the database complains of.</summary>
    private T Use<T>(Func<T> work)
    {
        lock (_gate)
        {
            try
            {
                return work();
            }
            catch (SqliteException problem)
            {
                throw new StoreException(ProblemOf(problem), _file, problem);
            }
        }
    }

    // Result codes: https://www.sqlite.org/rescode.html
    private static StoreProblem ProblemOf(SqliteException problem) => problem.SqliteErrorCode switch
    {
        5 or 6 => StoreProblem.Locked,
        8 or 10 => StoreProblem.Unwritable,
        14 => StoreProblem.CannotOpen,
        13 => StoreProblem.Full,
        11 or 26 => StoreProblem.NotAStore,
        1 when problem.Message.Contains("already exists", StringComparison.Ordinal) => StoreProblem.NotAStore,
        _ => StoreProblem.Failed,
    };
}
