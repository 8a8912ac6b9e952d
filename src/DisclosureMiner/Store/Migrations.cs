using System.Data.Common;
using System.Globalization;
using System.Reflection;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Store;

/// <summary>
/// Brings a database to the shape that this version expects. The steps are the numbered files of <c>Store/Migrations</c>; they
/// only go forward, and one that was released is never changed.
/// </summary>
internal static class Migrations
{
    private const string Prefix = "Store.Migrations.";

    /// <summary>The number of the last step.</summary>
    public static int Latest => Steps().Last().Number;

    /// <summary>The last step that was taken on the database; 0 for an empty one.</summary>
    public static int LevelOf(StoreEngine engine, DbConnection connection, DbTransaction? transaction = null)
    {
        long Count(string sql, params ReadOnlySpan<object?> values)
        {
            using DbCommand command = engine.Command(connection, sql, values);
            command.Transaction = transaction;
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }

        return Count(engine.CountTables, "migrations") == 0 ? 0 : (int)Count("SELECT COALESCE(MAX(number), 0) FROM migrations");
    }

    /// <summary>Takes the steps that are still to be taken, all or none. Of several programs that start at once, one takes them.</summary>
    public static void Apply(StoreEngine engine, DbConnection connection)
    {
        using DbTransaction transaction = connection.BeginTransaction();
        engine.LockShape(transaction);
        int level = LevelOf(engine, connection, transaction);
        void Run(string sql, params ReadOnlySpan<object?> values)
        {
            using DbCommand command = engine.Command(connection, sql, values);
            command.Transaction = transaction;
            command.ExecuteNonQuery();
        }

        if (level == 0)
        {
            Run("CREATE TABLE migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)");
        }

        foreach ((int number, string name) in Steps().Where(step => step.Number > level))
        {
            Run(Read(name));
            Run("INSERT INTO migrations (number, name) VALUES ($0, $1)", number, name);
        }

        transaction.Commit();
    }

    /// <summary>All steps in order: their numbers and the names of their files.</summary>
    internal static IEnumerable<(int Number, string Name)> Steps() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(resource => resource[Prefix.Length..])
            .Order(StringComparer.Ordinal)
            .Select(name => (int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name));

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
