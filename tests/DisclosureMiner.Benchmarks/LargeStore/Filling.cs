using System.Data.Common;
using System.Globalization;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Benchmarks.LargeStore;

/// <summary>Rows of documents that do not exist, as many as wanted, with the widths and the spread of real ones.</summary>
internal static class Filling
{
    /// <summary>Rows of each kind for a document.</summary>
    public const int Facts = 12, Figures = 6, Checks = 8, Tables = 2, Discrepancies = 3, NumberRows = 2;

    private const int Chunk = 2_000;
    private const int Bodies = 5_000;

    private static readonly string[] Genres = ["department-budget", "unit-budget", "final-accounts", "three-public", "report"];
    private static readonly string[] Rules = ["N-01", "N-06", "N-27", "BX-03", "T-01", "D-07"];
    private static readonly string[] Verdicts = ["conflict", "decision-conflict", "unlikely-rounding"];
    private static readonly string[] Severities = ["error", "error", "warning", "note"];
    private static readonly string Json = new('x', 600);
    private static readonly byte[] Archive = new byte[2_000];

    /// <summary>The id of a document: the ids of real ones are spread evenly too.</summary>
    public static string Id(int number) => unchecked((uint)number * 2_654_435_761u).ToString("x8", CultureInfo.InvariantCulture) + number.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The SHA-256 of a document.</summary>
    public static string Sha256(int number) => Id(number) + new string('0', 48);

    /// <summary>The name of a body.</summary>
    public static string Body(int number) => $"白石市第{number % Bodies}林场";

    /// <summary>Fills an empty store.</summary>
    public static void Fill(StoreEngine engine, int documents)
    {
        using DbConnection connection = engine.Connect();
        connection.Open();
        engine.Prepare(connection);
        for (int first = 0; first < documents; first += Chunk)
        {
            int[] numbers = [.. Enumerable.Range(first, Math.Min(Chunk, documents - first))];
            using DbTransaction transaction = connection.BeginTransaction();
            void Add(string table, string columns, IEnumerable<object?[]> rows) => engine.Insert(transaction, table, columns.Split(", "), rows);
            void AddParts(string table, string columns, int count, Func<int, int, object?[]> row) => Add(
                table, "document, position, " + columns, numbers.SelectMany(number => Enumerable.Range(0, count).Select(i => (object?[])[Id(number), i, .. row(number, i)])));

            Add(
                "documents",
                "id, sha256, extension, media_type, status, organisation, fiscal_year, genre, reading_version, checks_version, settled, json, archive",
                numbers.Select(number => (object?[])
                [
                    Id(number), Sha256(number), ".pdf", "application/pdf", number % 500 == 0 ? "failed" : "mined", Body(number), 2015 + (number / Bodies % 12),
                    Genres[number % Genres.Length], "reading", "checks", 1, Json, Archive,
                ]));
            Add("paths", "path, document", numbers.Select(number => (object?[])[PathOf(number), Id(number)]));
            Add(
                "arrivals",
                "path, sha256, is_current, bytes, origin, arrived",
                numbers.Select(number => (object?[])[PathOf(number), Sha256(number), 1, 100_000L, "crawl", "2026-01-01T00:00:00Z"]));
            Add(
                "work",
                "kind, subject, state, wanted, tries, due, since, ended",
                numbers.Select(number => (object?[])["mine", Sha256(number), "done", 1, 0, null, 1L, 1L]));
            Add(
                "profiles",
                "document, body, family, unit, fiscal_year, units",
                numbers.Select(number => (object?[])[Id(number), Body(number), number % 5 == 2 ? "final-accounts" : "budget", number % 5 == 1 ? 1 : 0, 2015 + (number / Bodies % 12), ""]));
            Add(
                "number_rows",
                "document, name",
                numbers.SelectMany(number => Enumerable.Range(0, NumberRows).Select(i => (object?[])[Id(number), $"row {number} {i}"])));
            AddParts("tables", "id, kind, json", Tables, (_, i) => [$"t{i}", "other", Json]);
            AddParts("figures", "id, role, verdict, json", Figures, (_, i) => [$"f{i}", "amount", "verified", Json]);
            AddParts("checks", "id, rule, verdict, json", Checks, (_, i) => [$"o{i}", Rules[i % Rules.Length], "exact", Json]);
            AddParts("facts", "id, subject, fiscal_year, json", Facts, (number, i) => [$"c{i}", $"{20100 + (number % 900) + i}", 2014 + (number / Bodies % 12), Json]);
            AddParts(
                "discrepancies",
                "id, values_hash, rule, verdict, severity, json",
                Discrepancies,
                (number, i) =>
                [
                    Id(number)[..14] + i.ToString("x2", CultureInfo.InvariantCulture), "v", Rules[(number + i) % Rules.Length], Verdicts[number % Verdicts.Length],
                    Severities[(number + i) % Severities.Length], Json,
                ]);
            transaction.Commit();
        }

        if (engine is PostgresEngine)
        {
            // The server does so by itself within minutes; a SQLite file has no statistics.
            using DbCommand analyze = engine.Command(connection, "ANALYZE");
            analyze.ExecuteNonQuery();
        }
    }

    private static string PathOf(int number) => $"crawl/source-{number % 40}/www.example.gov.cn/{number / 100}/{number}.pdf";
}
