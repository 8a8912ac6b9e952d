using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Store;

/// <content>Lists, page by page.</content>
public sealed partial class DisclosureStore
{
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

    /// <summary>All paths of a document, in ordinal order; none for one whose file is gone or holds something else now.</summary>
    internal ImmutableArray<string> PathsTo(string document) => PathsOf(document);

    /// <summary>How many discrepancies a document has of each severity.</summary>
    internal Counts<Severity> SeveritiesOf(string document) => Use(() =>
    {
        using var command = Command("SELECT severity, COUNT(*) FROM discrepancies WHERE document = $0 GROUP BY severity", document);
        using var reader = command.ExecuteReader();
        Counts<Severity> counts = Counts<Severity>.None;
        while (reader.Read())
        {
            counts = counts.Plus(Words.Read<Severity>(reader.GetString(0)), reader.GetInt32(1));
        }

        return counts;
    });

    /// <summary>The decisions about some discrepancies, for a page of them.</summary>
    internal Decisions DecisionsAbout(IEnumerable<string> discrepancies) => new(Use(() =>
    {
        var decisions = new List<Decision>();
        foreach (string discrepancy in discrepancies.Distinct(StringComparer.Ordinal))
        {
            using var command = Command(
                "SELECT values_hash, state, person, decided, because FROM decisions WHERE discrepancy = $0 ORDER BY number", discrepancy);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                decisions.Add(new Decision(
                    discrepancy,
                    reader.GetString(0),
                    Words.Read<DecisionState>(reader.GetString(1)),
                    reader.GetString(2),
                    DateTime.Parse(reader.GetString(3), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                    reader.GetString(4)));
            }
        }

        return decisions;
    }));

    /// <summary>How SQLite goes about a list: a line for each step. Tests read it; no other engine understands the question.</summary>
    internal ImmutableArray<string> PlanOf(ListQuery query) => Use(() =>
    {
        using var command = Command("EXPLAIN QUERY PLAN " + query.Sql, query.Values);
        using var reader = command.ExecuteReader();
        var steps = ImmutableArray.CreateBuilder<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps.ToImmutable();
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
