using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Store;

/// <content>Lists, page by page.</content>
public sealed partial class DisclosureStore
{
    // What belongs to the rows of a page is asked for together: a server is a journey away.
    private const int MostTogether = 100;

    private static readonly string Together = string.Join(", ", Enumerable.Range(0, MostTogether).Select(number => "$" + number));

    /// <summary>The next documents that lie at some path, by id.</summary>
    /// <param name="filter">Which are asked for.</param>
    /// <param name="after">The id of the last one of the page before; empty for the first page.</param>
    /// <param name="limit">At most so many.</param>
    internal ImmutableArray<ListedDocument> ListDocuments(DocumentFilter filter, string after, int limit) => Use(() =>
    {
        ListQuery query = ListSql.Documents(filter, after, limit);
        using var command = Command(query.Sql, query.Values);
        using var reader = command.ExecuteReader();
        var page = new List<ListedDocument>();
        while (reader.Read())
        {
            page.Add(new ListedDocument(reader.GetString(0), reader.GetString(1)));
        }

        return page.OrderBy(document => document.Id, StringComparer.Ordinal).ToImmutableArray();
    });

    /// <summary>The next discrepancies of documents that lie at some path, by document and position.</summary>
    internal ImmutableArray<ListedRow> ListDiscrepancies(FindingFilter filter, ListPosition after, int limit) =>
        List(ListSql.Discrepancies(filter, after, limit));

    /// <summary>The next facts of documents that lie at some path, by document and position.</summary>
    internal ImmutableArray<ListedRow> ListFacts(FactFilter filter, ListPosition after, int limit) => List(ListSql.Facts(filter, after, limit));

    /// <summary>All paths of some documents, in ordinal order; none for one whose file is gone or holds something else now.</summary>
    internal ILookup<string, string> PathsTo(IEnumerable<string> documents) =>
        ReadAbout($"SELECT document, path FROM paths WHERE document IN ({Together})", documents, row => (Document: row.GetString(0), Path: row.GetString(1)))
            .OrderBy(located => located.Path, StringComparer.Ordinal)
            .ToLookup(located => located.Document, located => located.Path, StringComparer.Ordinal);

    /// <summary>Some documents by their ids, without what belongs to them.</summary>
    internal Dictionary<string, DocumentRecord> FindDocuments(IEnumerable<string> documents) =>
        ReadAbout($"SELECT json FROM documents WHERE id IN ({Together})", documents, row => RecordReading.Document(row.GetString(0)))
            .ToDictionary(document => document.Id, StringComparer.Ordinal);

    /// <summary>How many discrepancies documents have of each severity; those that have none are left out.</summary>
    internal Dictionary<string, Counts<Severity>> SeveritiesOf(IEnumerable<string> documents)
    {
        var counts = new Dictionary<string, Counts<Severity>>(StringComparer.Ordinal);
        foreach ((string document, Severity severity, int count) in ReadAbout(
            $"SELECT document, severity, COUNT(*) FROM discrepancies WHERE document IN ({Together}) GROUP BY document, severity",
            documents,
            row => (row.GetString(0), Words.Read<Severity>(row.GetString(1)), row.GetInt32(2))))
        {
            counts[document] = counts.GetValueOrDefault(document, Counts<Severity>.None).Plus(severity, count);
        }

        return counts;
    }

    /// <summary>The decisions about some discrepancies, for a page of them.</summary>
    internal Decisions DecisionsAbout(IEnumerable<string> discrepancies) => new(ReadAbout(
        $"SELECT discrepancy, values_hash, state, person, decided, because FROM decisions WHERE discrepancy IN ({Together}) ORDER BY number",
        discrepancies,
        row => new Decision(
            row.GetString(0),
            row.GetString(1),
            Words.Read<DecisionState>(row.GetString(2)),
            row.GetString(3),
            DateTime.Parse(row.GetString(4), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            row.GetString(5))));

    /// <summary>Reads what is said of some subjects, many at a time.</summary>
    /// <param name="sql">A statement about <see cref="Together"/>; further values come after these.</param>
    /// <param name="subjects">The subjects.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="further">Further values.</param>
    private List<T> ReadAbout<T>(string sql, IEnumerable<string> subjects, Func<DbDataReader, T> read, params object?[] further) => Use(() =>
    {
        var rows = new List<T>();
        foreach (string[] some in subjects.Distinct(StringComparer.Ordinal).Chunk(MostTogether))
        {
            // Filled up with the last one, so that the statement is always the same.
            using DbCommand command = Command(sql, [.. some, .. Enumerable.Repeat(some[^1], MostTogether - some.Length), .. further]);
            using DbDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }
        }

        return rows;
    });

    private ImmutableArray<ListedRow> List(ListQuery query) => Use(() =>
    {
        using var command = Command(query.Sql, query.Values);
        using var reader = command.ExecuteReader();
        var page = new List<ListedRow>();
        while (reader.Read())
        {
            page.Add(new ListedRow(new ListPosition(reader.GetString(0), reader.GetInt32(1)), reader.GetString(2)));
        }

        return page.OrderBy(row => row.Position.Document, StringComparer.Ordinal).ThenBy(row => row.Position.Position).ToImmutableArray();
    });
}
