using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

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
    public static int LevelOf(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'migrations'";
        if ((long)command.ExecuteScalar()! == 0)
        {
            return 0;
        }

        command.CommandText = "SELECT COALESCE(MAX(number), 0) FROM migrations";
        return (int)(long)command.ExecuteScalar()!;
    }

    /// <summary>Takes the steps that are still to be taken, all or none.</summary>
    public static void Apply(SqliteConnection connection)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        int level = LevelOf(connection, transaction);
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        if (level == 0)
        {
            command.CommandText = "CREATE TABLE migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)";
            command.ExecuteNonQuery();
        }

        foreach ((int number, string name) in Steps().Where(step => step.Number > level))
        {
            command.CommandText = Read(name);
            command.ExecuteNonQuery();
            command.CommandText = "INSERT INTO migrations (number, name) VALUES ($number, $name)";
            command.Parameters.AddWithValue("$number", number);
            command.Parameters.AddWithValue("$name", name);
            command.ExecuteNonQuery();
            command.Parameters.Clear();
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
