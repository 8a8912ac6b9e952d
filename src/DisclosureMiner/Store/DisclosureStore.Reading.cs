using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Store.Archives;

namespace DisclosureMiner.Store;

/// <content>What is read back.</content>
public sealed partial class DisclosureStore
{
    // CROSS JOIN: the documents first, from an index that has their versions.
    internal const string LocatedSql =
        "SELECT p.path, p.document FROM documents d CROSS JOIN paths p WHERE p.document = d.id AND d.reading_version = $0 AND d.checks_version = $1";

    /// <summary>The document of that id without what belongs to it, or null.</summary>
    public DocumentRecord? FindDocument(string id) =>
        Read("SELECT json FROM documents WHERE id = $0", RecordReading.Document, id).FirstOrDefault();

    /// <summary>Everything stored of the document of that id, or null.</summary>
    public StoredDocument? Find(string id)
    {
        if (FindDocument(id) is not { } document)
        {
            return null;
        }

        ImmutableArray<string> paths = PathsOf(id);
        return new StoredDocument(
            paths.FirstOrDefault(""),
            paths,
            document,
            Belonging("tables", id, RecordReading.Table),
            Belonging("figures", id, RecordReading.Figure),
            Belonging("checks", id, RecordReading.Check),
            Belonging("facts", id, RecordReading.Fact),
            Belonging("discrepancies", id, RecordReading.Discrepancy));
    }

    /// <summary>The whole result, as it was when this build of the program stored it.</summary>
    /// <param name="located">The document, with the paths to give it.</param>
    /// <param name="version">The version that stored it.</param>
    /// <returns>Null when the document is not there or another version stored it.</returns>
    public MinedDocument? Reopen(LocatedDocument located, MiningVersion version) =>
        Unpack(located.Id, version, "COALESCE(a.archive, d.archive)") is { } mined
            ? mined with { Path = located.Path, Paths = located.Paths }
            : null;

    private MinedDocument? Unpack(string id, MiningVersion version, string archive)
    {
        (byte[] Result, byte[]? Reading)? archives = Use<(byte[], byte[]?)?>(() =>
        {
            using DbCommand command = Command(
                $"""
                SELECT {archive}, r.archive FROM documents d
                LEFT JOIN across a ON a.document = d.id
                LEFT JOIN readings r ON r.sha256 = d.sha256 AND r.extension = d.extension AND r.version = d.reading_version
                WHERE d.id = $0 AND d.reading_version = $1 AND d.checks_version = $2
                """,
                id,
                version.Reading,
                version.Checks);
            using DbDataReader reader = command.ExecuteReader();
            return reader.Read() ? ((byte[])reader[0], reader[1] as byte[]) : null;
        });
        return archives is var (result, reading) ? ResultArchive.Unpack(result, reading) : null;
    }

    /// <summary>Whether the tables and figures stored of a document are those of this result; null when nothing is stored of it.</summary>
    public bool? Holds(MinedDocument mined)
    {
        if (FindDocument(mined.Id) is null)
        {
            return null;
        }

        StoredDocument recorded = Recording.Of(mined);
        return Json("tables", mined.Id).SequenceEqual(recorded.Tables.Select(RecordJson.Of))
            && Json("figures", mined.Id).SequenceEqual(recorded.Figures.Select(RecordJson.Of));
    }

    /// <summary>
    /// The documents that a person may mean: of that id or the beginning of one (four digits or more), at that path, else at paths
    /// that end in it, else with it somewhere in their names.
    /// </summary>
    /// <returns>Path and id of each, in order of paths.</returns>
    public ImmutableArray<(string Path, string Id)> Resolve(string reference)
    {
        string path = reference.Replace('\\', '/');
        string asPath = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        ImmutableArray<(string Path, string Id)> all = Located();
        bool Ends((string Path, string Id) item) => item.Path.EndsWith("/" + asPath, StringComparison.Ordinal);
        bool Begins((string Path, string Id) item) =>
            reference.Length >= 4 && item.Id.StartsWith(reference, StringComparison.OrdinalIgnoreCase);
        bool Named((string Path, string Id) item) =>
            item.Path[(item.Path.LastIndexOf('/') + 1)..].Contains(reference, StringComparison.OrdinalIgnoreCase);

        foreach (Func<(string Path, string Id), bool> means in (Func<(string Path, string Id), bool>[])[item => item.Path == asPath, Begins, Ends, Named])
        {
            ImmutableArray<(string Path, string Id)> found = [.. all.Where(means).DistinctBy(item => item.Id)];
            if (!found.IsEmpty)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>All documents that lie at some path: paths in ordinal order, each with the document's id.</summary>
    public ImmutableArray<(string Path, string Id)> Located() => Use(() =>
    {
        using DbCommand command = Command("SELECT path, document FROM paths");
        using DbDataReader reader = command.ExecuteReader();
        var located = new List<(string Path, string Id)>();
        while (reader.Read())
        {
            located.Add((reader.GetString(0), reader.GetString(1)));
        }

        return located.OrderBy(item => item.Path, StringComparer.Ordinal).ToImmutableArray();
    });

    /// <summary>All documents that lie at some path and that this version has mined, with all their paths, by the first of them.</summary>
    public ImmutableArray<LocatedDocument> Located(MiningVersion version) => Use(() =>
    {
        using DbCommand command = Command(
            LocatedSql,
            version.Reading,
            version.Checks);
        using DbDataReader reader = command.ExecuteReader();
        var located = new List<(string Path, string Id)>();
        while (reader.Read())
        {
            located.Add((reader.GetString(0), reader.GetString(1)));
        }

        return located.GroupBy(item => item.Id, StringComparer.Ordinal)
            .Select(document => new LocatedDocument(document.Key, [.. document.Select(item => item.Path).Order(StringComparer.Ordinal)]))
            .OrderBy(document => document.Path, StringComparer.Ordinal)
            .ToImmutableArray();
    });

    /// <summary>The discrepancies asked for, of documents that lie at some path: by path, worst first within a document.</summary>
    /// <param name="filter">Which are asked for.</param>
    /// <param name="decisions">The decisions to go by; null for those that are stored now.</param>
    public ImmutableArray<Finding> Findings(FindingFilter filter, Decisions? decisions = null)
    {
        var sql = new StringBuilder(
            """
            SELECT (SELECT MIN(path) FROM paths WHERE paths.document = d.document), o.organisation, o.fiscal_year, d.json
            FROM discrepancies d JOIN documents o ON o.id = d.document
            WHERE EXISTS (SELECT 1 FROM paths WHERE paths.document = d.document)
            """);
        var values = new List<object?>();
        void Where(string condition, object? value)
        {
            if (value is not null)
            {
                sql.Append(" AND ").Append(condition.Replace("?", "$" + values.Count, StringComparison.Ordinal));
                values.Add(value);
            }
        }

        Where("d.document = ?", filter.Document);
        Where("substr(d.id, 1, length(?)) = ?", filter.Id);
        Where("substr(d.rule, 1, length(?)) = ?", filter.Rule);
        Where("d.verdict = ?", filter.Verdict is { } verdict ? Words.Of(verdict) : null);
        Where("d.severity <> ?", filter.Least > Severity.Note ? Words.Of(Severity.Note) : null);
        Where("d.severity <> ?", filter.Least > Severity.Warning ? Words.Of(Severity.Warning) : null);
        Where("replace(o.organisation, ?, '') <> o.organisation", Known(filter.Organisation));
        Where("o.fiscal_year = ?", filter.FiscalYear);

        sql.Append(" ORDER BY d.document, d.position");
        decisions ??= Decisions();
        return Use(() =>
        {
            using DbCommand command = Command(sql.ToString(), [.. values]);
            using DbDataReader reader = command.ExecuteReader();
            var found = new List<Finding>();
            while (reader.Read())
            {
                DiscrepancyRecord discrepancy = RecordReading.Discrepancy(reader.GetString(3));
                found.Add(new Finding(
                    reader.GetString(0),
                    reader.IsDBNull(1) ? null : reader.GetString(1),
                    reader.IsDBNull(2) ? null : reader.GetInt32(2),
                    discrepancy,
                    decisions.Of(discrepancy.Id, discrepancy.ValuesHash)));
            }

            return found
                .Where(finding => filter.IsDecided is null || filter.IsDecided == finding.Review.IsDecided)
                .OrderBy(finding => finding.Path, StringComparer.Ordinal)
                .ToImmutableArray();
        });
    }

    /// <summary>How many figures of a document came to each verdict; numbers that state no quantity (years, dates, codes) are left out.</summary>
    public Counts<FactVerdict> FigureVerdicts(string document) => Use(() =>
    {
        using DbCommand command = Command(
            "SELECT verdict, COUNT(*) FROM figures WHERE document = $0 AND role <> $1 GROUP BY verdict",
            document,
            Words.Of(FigureRole.Other));
        using DbDataReader reader = command.ExecuteReader();
        Counts<FactVerdict> counts = Counts<FactVerdict>.None;
        while (reader.Read())
        {
            counts = counts.Plus(Words.Read<FactVerdict>(reader.GetString(0)), reader.GetInt32(1));
        }

        return counts;
    });

    /// <summary>The stored JSON of what belongs to a document, in order.</summary>
    /// <param name="part">tables, figures, checks, facts or discrepancies.</param>
    /// <param name="document">The document's id.</param>
    internal ImmutableArray<string> Json(string part, string document) => Use(() =>
    {
        using DbCommand command = Command(BelongingSql(part), document);
        using DbDataReader reader = command.ExecuteReader();
        var json = ImmutableArray.CreateBuilder<string>();
        while (reader.Read())
        {
            json.Add(reader.GetString(0));
        }

        return json.ToImmutable();
    });

    private ImmutableArray<string> PathsOf(string document) => Use(() =>
    {
        using DbCommand command = Command("SELECT path FROM paths WHERE document = $0", document);
        using DbDataReader reader = command.ExecuteReader();
        var paths = new List<string>();
        while (reader.Read())
        {
            paths.Add(reader.GetString(0));
        }

        return paths.Order(StringComparer.Ordinal).ToImmutableArray();
    });

    private ImmutableArray<T> Belonging<T>(string part, string document, Func<string, T> read) =>
        [.. Read(BelongingSql(part), read, document)];

    private List<T> Read<T>(string sql, Func<string, T> read, params object?[] values) => Use(() =>
    {
        using DbCommand command = Command(sql, values);
        using DbDataReader reader = command.ExecuteReader();
        var records = new List<T>();
        while (reader.Read())
        {
            records.Add(read(reader.GetString(0)));
        }

        return records;
    });

    private static string? Known(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string BelongingSql(string part) => Tables.Contains(part)
        ? $"SELECT json FROM {part} WHERE document = $0 ORDER BY position"
        : throw new ArgumentOutOfRangeException(nameof(part), part, "Not a part of a document.");

    /// <summary>A statement of the shared SQL, with its parameters <c>$0</c>, <c>$1</c> ...</summary>
    private DbCommand Command(string sql, params ReadOnlySpan<object?> values) => _engine.Command(_connection, sql, values);
}
