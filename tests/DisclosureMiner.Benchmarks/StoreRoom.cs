using Npgsql;

namespace DisclosureMiner.Benchmarks;

/// <summary>Room for a store: a folder, and for PostgreSQL a database of its own. Both are gone afterwards.</summary>
internal sealed class StoreRoom : IDisposable
{
    private readonly string? _server;
    private readonly string _database = "benchmark_" + Guid.NewGuid().ToString("N");

    /// <param name="server">A connection string of a role that may create databases; null for SQLite.</param>
    public StoreRoom(string? server)
    {
        _server = server;
        Folder = Directory.CreateTempSubdirectory("disclosureminer-").FullName;
        Address = Path.Combine(Folder, "disclosures.db");
        if (server is not null)
        {
            Administer($"CREATE DATABASE {_database}");
            Address = new NpgsqlConnectionStringBuilder(server) { Database = _database }.ConnectionString;
        }
    }

    /// <summary>The data folder of a server.</summary>
    public string Folder { get; }

    /// <summary>Where the store is.</summary>
    public string Address { get; }

    /// <summary>The engine.</summary>
    public string Engine => _server is null ? "SQLite" : "PostgreSQL";

    /// <summary>What a server has to be told to use it.</summary>
    public string[] Args => ["--data", Folder, "--urls", "http://127.0.0.1:0", .. _server is null ? (string[])[] : ["--postgres", Address]];

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            Administer($"DROP DATABASE {_database} WITH (FORCE)");
        }
    }

    private void Administer(string sql)
    {
        using var connection = new NpgsqlConnection(_server);
        connection.Open();
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
