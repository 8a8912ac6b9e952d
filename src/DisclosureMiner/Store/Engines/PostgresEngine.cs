using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;

namespace DisclosureMiner.Store.Engines;

/// <summary>A PostgreSQL database (13 or later), which any number of machines may share.</summary>
internal sealed partial class PostgresEngine : StoreEngine
{
    // Any number will do, as long as all versions of the program agree on it.
    private const long ShapeLock = 7_120_501;

    // SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static readonly Dictionary<string, StoreProblem> Problems = new(StringComparer.Ordinal)
    {
        ["28P01"] = StoreProblem.CannotOpen,
        ["28000"] = StoreProblem.CannotOpen,
        ["3D000"] = StoreProblem.Missing,
        ["42501"] = StoreProblem.Unwritable,
        ["25006"] = StoreProblem.Unwritable,
        ["53100"] = StoreProblem.Full,
        ["40001"] = StoreProblem.Locked,
        ["40P01"] = StoreProblem.Locked,
        ["55P03"] = StoreProblem.Locked,
        ["53300"] = StoreProblem.Unreachable,
        ["57P01"] = StoreProblem.Unreachable,
        ["57P02"] = StoreProblem.Unreachable,
        ["57P03"] = StoreProblem.Unreachable,
        ["42P07"] = StoreProblem.NotAStore,
    };

    private readonly ConcurrentDictionary<string, string> _dialect = new(StringComparer.Ordinal);
    private readonly NpgsqlConnectionStringBuilder _connection;

    public PostgresEngine(string address) => _connection = StoreAddress.Postgres(address);

    public override string Name => $"{_connection.Host}:{_connection.Port}/{_connection.Database}";

    public override string CountTables => "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ANY (current_schemas(false)) AND table_name = $0";

    public override string Kind => "PostgreSQL";

    public override string TellVersion => "SHOW server_version";

    public override string TellEncoding => "SHOW server_encoding";

    public override string? FindDamage => null;

    public override string? CopyInto => null;

    // A database is made by whoever administers the server.
    public override void MakeRoom()
    {
    }

    public override DbConnection Connect() => new NpgsqlConnection(_connection.ConnectionString);

    public override void Prepare(DbConnection connection)
    {
    }

    public override void Leave(DbConnection connection)
    {
    }

    protected override string Dialect(string sql) => _dialect.GetOrAdd(sql, text => Parameters().Replace(
        Indexes().Replace(text, "")
            .Replace(" BLOB", " BYTEA", StringComparison.Ordinal)
            .Replace(" TEXT", " TEXT COLLATE \"C\"", StringComparison.Ordinal)
            .Replace($" {SharedSql.Find}(", " strpos(", StringComparison.Ordinal),
        "@p$1"));

    protected override string Parameter(int number) => "@p" + number;

    // PostgreSQL has no character 0 in texts.
    protected override object Value(object? value) => value switch
    {
        null => DBNull.Value,
        string text => text.Replace("\0", "", StringComparison.Ordinal),
        _ => value,
    };

    public override void LockShape(DbTransaction transaction) => Run(transaction, FormattableString.Invariant($"SELECT pg_advisory_xact_lock({ShapeLock})"));

    public override void LockRows(DbTransaction transaction, string table) => Run(transaction, $"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE");

    // The server's clock, for those of several machines differ.
    public override long Now(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";
        return (long)command.ExecuteScalar()!;
    }

    public override void Insert(DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var connection = (NpgsqlConnection)transaction.Connection!;
        using NpgsqlBinaryImporter writer = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (object?[] row in rows)
        {
            writer.StartRow();
            foreach (object? value in row)
            {
                Write(writer, value);
            }
        }

        writer.Complete();
    }

    public override StoreProblem ProblemOf(DbException problem) => problem switch
    {
        PostgresException { SqlState: var state } => Problems.GetValueOrDefault(state, StoreProblem.Failed),
        NpgsqlException => StoreProblem.Unreachable,
        _ => StoreProblem.Failed,
    };

    private void Write(NpgsqlBinaryImporter writer, object? value)
    {
        switch (Value(value))
        {
            case DBNull:
                writer.WriteNull();
                break;
            case string text:
                writer.Write(text);
                break;
            case int number:
                writer.Write(number);
                break;
            case long number:
                writer.Write(number);
                break;
            case byte[] bytes:
                writer.Write(bytes);
                break;
            case var other:
                throw new ArgumentException($"A column cannot be filled with {other.GetType()}.", nameof(value));
        }
    }

    private static void Run(DbTransaction transaction, string sql)
    {
        using DbCommand command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [GeneratedRegex(SharedSql.IndexedBy + "[a-z_]+")]
    private static partial Regex Indexes();

    [GeneratedRegex(@"\$([0-9]+)")]
    private static partial Regex Parameters();
}
