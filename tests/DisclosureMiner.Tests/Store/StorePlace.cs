using DisclosureMiner.Store;
using Npgsql;

namespace DisclosureMiner.Tests.Store;

/// <summary>An engine to test on.</summary>
public enum TestEngine
{
    Sqlite,
    Postgres,
}

/// <summary>Room for an empty store on one of the engines; it is gone after the test.</summary>
internal sealed class StorePlace : IDisposable
{
    /// <summary>The environment variable that names a PostgreSQL database to test on: a connection string of a role that may create schemas.</summary>
    public const string Variable = "DISCLOSUREMINER_TEST_POSTGRES";

    private readonly TempFolder _folder = new();
    private readonly string? _schema;

    public StorePlace(TestEngine engine)
    {
        if (engine == TestEngine.Sqlite)
        {
            Address = _folder["store.db"];
            return;
        }

        _schema = "test_" + Guid.NewGuid().ToString("N");
        Administer($"CREATE SCHEMA {_schema}");
        Address = new NpgsqlConnectionStringBuilder(Postgres) { SearchPath = _schema, Pooling = false }.ConnectionString;
    }

    /// <summary>The database to test on; null when there is none.</summary>
    public static string? Postgres => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Where the store is.</summary>
    public string Address { get; }

    /// <summary>A file beside the store.</summary>
    public string this[string name] => _folder[name];

    public DisclosureStore Open() => DisclosureStore.Open(Address);

    public void Dispose()
    {
        _folder.Dispose();
        if (_schema is not null)
        {
            Administer($"DROP SCHEMA {_schema} CASCADE");
        }
    }

    private static void Administer(string sql)
    {
        using var connection = new NpgsqlConnection(Postgres);
        connection.Open();
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>Runs a test on each engine that is at hand; <see cref="PostgresFactAttribute"/> tells when one is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachEngineAttribute : Xunit.Sdk.DataAttribute
{
    /// <summary>The engines that are at hand.</summary>
    public static TestEngine[] Engines => StorePlace.Postgres is null ? [TestEngine.Sqlite] : [TestEngine.Sqlite, TestEngine.Postgres];

    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) => Engines.Select(engine => (object[])[engine]);
}

/// <summary>A test that needs PostgreSQL; skipped, and says so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (StorePlace.Postgres is null)
        {
            Skip = $"needs PostgreSQL: set {StorePlace.Variable} to a connection string";
        }
    }
}
