using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Store;

/// <content>What keeps a store in health: a look at it, and copies of it.</content>
public sealed partial class DisclosureStore
{
    /// <summary>Looks at a store that an earlier run has written; nothing is changed, not even its shape.</summary>
    /// <param name="address">The path of a SQLite file, or a connection string of PostgreSQL (<see cref="StoreAddress"/>).</param>
    /// <param name="isThorough">Whether to read through a SQLite file for damage; of a large one that takes a while.</param>
    /// <exception cref="StoreException">It is not there, cannot be reached or is no store.</exception>
    public static StoreCondition Look(string address, bool isThorough = false)
    {
        var engine = StoreEngine.For(address, create: false);
        engine.MakeRoom();
        try
        {
            using DbConnection connection = engine.Connect();
            connection.Open();
            string Say(string sql) => Convert.ToString(Ask(engine, connection, sql), CultureInfo.InvariantCulture) ?? "";
            string damage = isThorough && engine.FindDamage is { } sql ? Say(sql) : "ok";
            return new StoreCondition(
                engine.Kind,
                VersionOf(Say(engine.TellVersion)),
                Say(engine.TellEncoding),
                Migrations.LevelOf(engine, connection),
                Migrations.Latest,
                DateTimeOffset.FromUnixTimeMilliseconds(engine.Now(connection)),
                damage == "ok" ? null : damage);
        }
        catch (DbException problem)
        {
            throw new StoreException(engine.ProblemOf(problem), engine.Name, problem);
        }
    }

    /// <summary>Some of what came in last under each path: those whose hashes follow on one, and then from the beginning.</summary>
    /// <param name="from">Where to begin, hex; another beginning is another sample.</param>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<Arrival> SampleArrivals(string from, int most)
    {
        ImmutableArray<Arrival> after = Arrivals(WorkSql.CurrentFrom, from, most);
        return after.Length >= most
            ? after
            : [.. after, .. Arrivals(WorkSql.CurrentBefore, from, most - after.Length)];
    }

    /// <summary>
    /// Writes a copy of a SQLite store to a file: as it is at one moment, whoever else reads or writes it, and without what it
    /// holds no more.
    /// </summary>
    /// <param name="file">The file, which is not there yet.</param>
    /// <exception cref="NotSupportedException">The store is no SQLite file; its server has tools for that.</exception>
    /// <exception cref="StoreException">The copy cannot be written.</exception>
    public void CopyTo(string file) => Use(() =>
    {
        if (_engine.CopyInto is not { } sql)
        {
            throw new NotSupportedException($"{_engine.Kind} is copied by its own tools.");
        }

        using DbCommand command = Command(sql, file);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
        return true;
    });

    private static object? Ask(StoreEngine engine, DbConnection connection, string sql)
    {
        using DbCommand command = engine.Command(connection, sql);
        command.CommandTimeout = 0;
        return command.ExecuteScalar();
    }

    // "15.6 (Debian 15.6-1)" of some builds, and "17beta2".
    private static Version VersionOf(string text)
    {
        string digits = string.Concat(text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.')).TrimEnd('.');
        return Version.TryParse(digits.Contains('.', StringComparison.Ordinal) ? digits : digits + ".0", out Version? version) ? version : new Version(0, 0);
    }
}
