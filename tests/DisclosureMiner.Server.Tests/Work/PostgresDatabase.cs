using Npgsql;

namespace DisclosureMiner.Server.Tests.Work;

/// <summary>A database of PostgreSQL that is there for one test.</summary>
internal sealed class PostgresDatabase : IDisposable
{
    /// <summary>The environment variable that names a PostgreSQL database to test on: a connection string of a role that may create databases.</summary>
    public const string Variable = "DISCLOSUREMINER_TEST_POSTGRES";

    private readonly string _name = "test_" + Guid.NewGuid().ToString("N");

    public PostgresDatabase()
    {
        Administer($"CREATE DATABASE {_name}");
        Address = new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString;
    }

    /// <summary>Where to administer databases; null when there is no PostgreSQL.</summary>
    public static string? Server => Environment.GetEnvironmentVariable(Variable);

    public string Address { get; }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Administer($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static void Administer(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>A test that needs PostgreSQL; skipped, and says so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresDatabase.Server is null)
        {
            Skip = $"needs PostgreSQL: set {PostgresDatabase.Variable} to a connection string";
        }
    }
}
