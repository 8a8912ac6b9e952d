using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Store;

/// <summary>
/// The statements behind lists. The inner one finds the page's rows in an index that has their order, the outer one fetches them:
/// a row is kilobytes of json, and walking past many to leave them out would read them all.
/// </summary>
internal sealed class ListSql
{
    private readonly StringBuilder _conditions = new();
    private readonly List<object?> _values = [];
    private bool _areDocumentsFirst;

    /// <summary>A page of documents by id: id and record.</summary>
    public static ListQuery Documents(DocumentFilter filter, string after, int limit)
    {
        var sql = new ListSql();
        sql.Where("d.id > ?", after);
        sql.Where("d.status = ?", filter.Status is { } status ? Words.Of(status) : null);
        sql.Where("d.fiscal_year = ?", filter.FiscalYear);
        sql.Where("d.genre = ?", filter.Genre);
        sql.Where(Holds("d.organisation"), Known(filter.Organisation));
        sql.Where(
            $"( {Holds("COALESCE(d.organisation, '')")} OR EXISTS (SELECT 1 FROM paths n WHERE n.document = d.id AND {Holds("n.path")}))",
            Known(filter.Text));
        return sql.Query(
            $"""
            SELECT x.id, x.json FROM (
              SELECT d.id FROM documents d
              WHERE EXISTS (SELECT 1 FROM paths p WHERE p.document = d.id){sql._conditions}
              ORDER BY d.id LIMIT
            """,
            limit,
            "JOIN documents x ON x.id = page.id");
    }

    /// <summary>A page of discrepancies by document and position: these two and the record.</summary>
    public static ListQuery Discrepancies(FindingFilter filter, ListPosition after, int limit)
    {
        var sql = new ListSql();
        string from = sql.From("discrepancies", filter.Organisation, filter.FiscalYear, filter.Document is not null || filter.Id is not null);
        sql.After(after, filter.Document);
        sql.Where("r.id = ?", filter.Id);
        bool isFamily = filter.Rule is { } rule && rule.EndsWith('-');
        sql.Where("substr(r.rule, 1, length(?)) = ?", isFamily ? filter.Rule : null);
        sql.Where("r.rule = ?", isFamily ? null : filter.Rule);
        sql.Where("r.verdict = ?", filter.Verdict is { } verdict ? Words.Of(verdict) : null);
        sql.Where("r.severity = ?", filter.Least == Severity.Error ? Words.Of(Severity.Error) : null);
        sql.Where("r.severity <> ?", filter.Least == Severity.Warning ? Words.Of(Severity.Note) : null);
        if (filter.IsDecided is { } isDecided)
        {
            string not = isDecided ? "" : "NOT ";
            sql._conditions.Append(
                $" AND {not}EXISTS (SELECT 1 FROM decisions c WHERE c.discrepancy = r.id AND c.values_hash = r.values_hash)");
        }

        return sql.Rows("discrepancies", from, filter.Document is not null, limit);
    }

    /// <summary>A page of facts by document and position: these two and the record.</summary>
    public static ListQuery Facts(FactFilter filter, ListPosition after, int limit)
    {
        var sql = new ListSql();
        string from = sql.From("facts", filter.Organisation, null, filter.Document is not null);
        sql.After(after, filter.Document);
        sql.Where("r.subject = ?", filter.Subject);
        sql.Where("r.fiscal_year = ?", filter.FiscalYear);
        return sql.Rows("facts", from, filter.Document is not null, limit);
    }

    /// <summary>
    /// What the rows are taken from: they alone; or the documents first, where only these narrow the list. CROSS JOIN keeps that order
    /// where the engine would guess.
    /// </summary>
    private string From(string table, string? organisation, int? year, bool isNarrow)
    {
        bool hasDocuments = Known(organisation) is not null || year is not null;
        _areDocumentsFirst = hasDocuments && !isNarrow;
        Where(Holds("o.organisation"), Known(organisation));
        Where("o.fiscal_year = ?", year);

        // Not the index of the ids alone, though it has the order: each document's name would be read from a row as wide as its archive.
        string documents = "documents o " + SharedSql.By(_areDocumentsFirst && year is not null ? "documents_by_fiscal_year" : "documents_listed");
        return !hasDocuments ? $"{table} r WHERE 1 = 1"
            : isNarrow ? $"{table} r CROSS JOIN {documents} WHERE o.id = r.document"
            : $"{documents} CROSS JOIN {table} r WHERE r.document = o.id";
    }

    private void After(ListPosition after, string? document)
    {
        if (document is not null)
        {
            int order = string.CompareOrdinal(after.Document, document);
            Where("r.document = ?", document);
            Where("r.position > ?", order < 0 ? -1 : order == 0 ? after.Position : int.MaxValue);
            return;
        }

        int first = _values.Count;
        _values.Add(after.Document);
        _values.Add(after.Position);
        string id = "$" + first, position = "$" + (first + 1);

        // A condition on both columns of the rows would be taken for a range of them, where the row of each document is wanted.
        _conditions.Append(_areDocumentsFirst
            ? $" AND o.id >= {id} AND (o.id > {id} OR r.position > {position})"
            : $" AND (r.document, r.position) > ({id}, {position})");
    }

    private ListQuery Rows(string table, string from, bool isOfOneDocument, int limit)
    {
        // Where documents come first, the order is theirs.
        string document = _areDocumentsFirst ? "o.id" : "r.document";

        // A document that is asked for by its id is meant wherever it lies.
        string located = isOfOneDocument ? "" : " AND EXISTS (SELECT 1 FROM paths p WHERE p.document = r.document)";
        return Query(
            $"""
            SELECT x.document, x.position, x.json FROM (
              SELECT {document} AS document, r.position FROM {from}{located}{_conditions}
              ORDER BY {document}, r.position LIMIT
            """,
            limit,
            $"JOIN {table} x ON x.document = page.document AND x.position = page.position");
    }

    private ListQuery Query(string inner, int limit, string join) => new($"{inner} ${_values.Count}) page {join}", [.. _values, limit]);

    private void Where(string condition, object? value)
    {
        if (value is not null)
        {
            _conditions.Append(" AND ").Append(condition.Replace("?", "$" + _values.Count, StringComparison.Ordinal));
            _values.Add(value);
        }
    }

    // Knows no wildcards.
    private static string Holds(string column) => $"{SharedSql.Find}(lower({column}), lower(?)) > 0";

    private static string? Known(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
