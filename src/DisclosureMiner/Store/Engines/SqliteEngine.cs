using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace DisclosureMiner.Store.Engines;

/// <summary>A SQLite file: needs no set-up, and is one file that can be copied.</summary>
internal sealed class SqliteEngine(string file, bool create) : StoreEngine
{
    // Waits this long for another program to end its transaction, which takes a moment for each document.
    private const int SecondsToWait = 10;

    public override string Name => file;

    public override string CountTables => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $0";

    public override string Kind => "SQLite";

    public override string TellVersion => "SELECT sqlite_version()";

    public override string TellEncoding => "PRAGMA encoding";

    public override string FindDamage => "PRAGMA quick_check(1)";

    public override string CopyInto => "VACUUM INTO $0";

    public override void MakeRoom()
    {
        if (!create)
        {
            if (!File.Exists(file))
            {
                throw new StoreException(StoreProblem.Missing, file);
            }

            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.Unwritable, file, problem);
        }
    }

    // Without a pool, closing really closes: the write-ahead log is folded back and no side files are left lying.
    public override DbConnection Connect() => new SqliteConnection(new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
        Pooling = false,
        ForeignKeys = true,
        DefaultTimeout = SecondsToWait,
    }.ToString());

    public override void Prepare(DbConnection connection)
    {
        if (create)
        {
            // Readers go on while a document is written, and a commit needs no wait for the disk: what a power cut may undo
            // are whole documents, which the next run mines again.
            Run(connection, "PRAGMA journal_mode = WAL", SecondsToWait);
            Run(connection, "PRAGMA synchronous = NORMAL", SecondsToWait);
        }
    }

    public override void Leave(DbConnection connection)
    {
        if (!create || connection.State != ConnectionState.Open)
        {
            return;
        }

        try
        {
            // Left as one plain file, it can be read where nothing may be written: on a share, by another account.
            Run(connection, "PRAGMA journal_mode = DELETE", 1);
        }
        catch (SqliteException)
        {
            // Another program has it open too; the last to close will do it.
        }
    }

    protected override string Dialect(string sql) => sql.Replace(SharedSql.SkipLocked, "", StringComparison.Ordinal).Replace(SharedSql.Share, "", StringComparison.Ordinal);

    protected override string Parameter(int number) => "$" + number;

    protected override object Value(object? value) => value ?? DBNull.Value;

    // A transaction of SQLite keeps all others from writing as soon as it begins.
    public override void LockShape(DbTransaction transaction)
    {
    }

    public override void LockRows(DbTransaction transaction, string table)
    {
    }

    public override long Now(DbConnection connection) => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public override void Insert(DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var command = (SqliteCommand)transaction.Connection!.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        SqliteParameter[] values = [.. columns.Select((_, i) => command.Parameters.AddWithValue("$" + i, DBNull.Value))];
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values.Select(value => value.ParameterName))})";
        foreach (object?[] row in rows)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i].Value = row[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    // Result codes: https://www.sqlite.org/rescode.html
    public override StoreProblem ProblemOf(DbException problem) => problem is not SqliteException sqlite
        ? StoreProblem.Failed
        : sqlite.SqliteErrorCode switch
        {
            5 or 6 => StoreProblem.Locked,
            8 or 10 => StoreProblem.Unwritable,
            14 => StoreProblem.CannotOpen,
            13 => StoreProblem.Full,
            11 or 26 => StoreProblem.NotAStore,
            1 when problem.Message.Contains("already exists", StringComparison.Ordinal) => StoreProblem.NotAStore,
            _ => StoreProblem.Failed,
        };

    private static void Run(DbConnection connection, string sql, int seconds)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = seconds;
        command.ExecuteNonQuery();
    }
}
