using System.Data.Common;

namespace DisclosureMiner.Store.Engines;

/// <summary>
/// The database that holds a store. All statements are written once, in the SQL that both engines share; what differs is here.
/// </summary>
internal abstract class StoreEngine
{
    /// <summary>What messages call the store; never with a password.</summary>
    public abstract string Name { get; }

    /// <summary>The engine for a database file or for a connection string of PostgreSQL.</summary>
    /// <param name="address">As given.</param>
    /// <param name="create">Whether a database file that is not there is made.</param>
    /// <exception cref="StoreException">The connection string is none.</exception>
    public static StoreEngine For(string address, bool create) =>
        StoreAddress.IsPostgres(address) ? new PostgresEngine(address) : new SqliteEngine(address, create);

    /// <summary>Makes what the database needs to lie in; throws <see cref="StoreException"/> when that cannot be.</summary>
    public abstract void MakeRoom();

    /// <summary>A connection that is not yet open.</summary>
    public abstract DbConnection Connect();

    /// <summary>Makes a connection that was just opened ready to be written to.</summary>
    public abstract void Prepare(DbConnection connection);

    /// <summary>Lets the connection go as readers like it best.</summary>
    public abstract void Leave(DbConnection connection);

    /// <summary>A statement of the shared SQL, with values for its parameters <c>$0</c>, <c>$1</c> ...</summary>
    public DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = Dialect(sql);
        for (int i = 0; i < values.Length; i++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = Parameter(i);
            parameter.Value = Value(values[i]);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Keeps others from changing the shape of the database until the transaction ends.</summary>
    public abstract void LockShape(DbTransaction transaction);

    /// <summary>Keeps others from adding rows to a table until the transaction ends.</summary>
    public abstract void LockRows(DbTransaction transaction, string table);

    /// <summary>A statement that counts tables of that name: <c>$0</c>.</summary>
    public abstract string CountTables { get; }

    /// <summary>What the engine is called.</summary>
    public abstract string Kind { get; }

    /// <summary>A statement that tells the engine's version.</summary>
    public abstract string TellVersion { get; }

    /// <summary>A statement that tells how the database encodes texts.</summary>
    public abstract string TellEncoding { get; }

    /// <summary>A statement that tells the first thing that is wrong inside the database, or <c>ok</c>; null where a server sees to that.</summary>
    public abstract string? FindDamage { get; }

    /// <summary>A statement that writes a copy to the file <c>$0</c>; null where a server has tools of its own.</summary>
    public abstract string? CopyInto { get; }

    /// <summary>Milliseconds since 1970 by the clock that all who share the store go by.</summary>
    public abstract long Now(DbConnection connection);

    /// <summary>Adds many rows to a table, fast.</summary>
    /// <param name="transaction">Of which they are part.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, in the order of the values.</param>
    /// <param name="rows">The values of each row.</param>
    public abstract void Insert(DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows);

    /// <summary>What the matter is.</summary>
    public abstract StoreProblem ProblemOf(DbException problem);

    /// <summary>A statement of the shared SQL as this engine writes it.</summary>
    protected abstract string Dialect(string sql);

    /// <summary>What a parameter <c>$n</c> of the shared SQL is called.</summary>
    protected abstract string Parameter(int number);

    /// <summary>A value as this engine takes it.</summary>
    protected abstract object Value(object? value);
}
