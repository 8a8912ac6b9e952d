using Npgsql;

namespace DisclosureMiner.Store;

/// <summary>Where a store is: the path of a SQLite file, or a connection string of PostgreSQL.</summary>
public static class StoreAddress
{
    private const string Scheme = "postgres";

    /// <summary>Whether an address means PostgreSQL: <c>postgres://user@host/database</c> or <c>Host=...;Database=...</c>.</summary>
    public static bool IsPostgres(string address) =>
        address.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || (address.Contains('=', StringComparison.Ordinal)
            && (address.Contains("Host=", StringComparison.OrdinalIgnoreCase) || address.Contains("Server=", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The files, as absolute paths, that a store at that address may consist of; none for PostgreSQL.</summary>
    public static IReadOnlyList<string> FilesOf(string address) => IsPostgres(address)
        ? []
        : [.. new[] { "", "-wal", "-shm", "-journal" }.Select(side => Path.GetFullPath(address) + side)];

    /// <summary>The address as a program may show it: without a password.</summary>
    public static string Shown(string address) => IsPostgres(address) ? Engines.StoreEngine.For(address, create: false).Name : address;

    /// <summary>The connection string that the driver takes.</summary>
    /// <exception cref="StoreException">It is no connection string.</exception>
    public static string Npgsql(string address) => Postgres(address).ConnectionString;

    /// <summary>What the driver needs to connect.</summary>
    /// <exception cref="StoreException">It is no connection string.</exception>
    internal static NpgsqlConnectionStringBuilder Postgres(string address)
    {
        try
        {
            NpgsqlConnectionStringBuilder connection = address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                ? OfUri(new Uri(address))
                : new NpgsqlConnectionStringBuilder(address);

            // Messages of the server are part of ours.
            connection.IncludeErrorDetail = false;
            connection.ApplicationName ??= "disclosureminer";
            return connection;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            // What was given may hold a password, so it is not repeated.
            throw new StoreException(StoreProblem.BadAddress, Scheme, problem);
        }
    }

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        string[] user = uri.UserInfo.Split(':', 2);
        var connection = new NpgsqlConnectionStringBuilder(string.Join(';', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)))
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort || uri.Port < 0 ? NpgsqlConnection.DefaultPort : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        if (user[0].Length > 0)
        {
            connection.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            connection.Password = Uri.UnescapeDataString(user[1]);
        }

        return connection;
    }
}
