using DisclosureMiner.Checks;
using DisclosureMiner.Reports;
using DisclosureMiner.Server.Work;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>Documents: the list, and one.</summary>
internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapList("/documents", "Documents, as lines of documents.jsonl.", List, Csv);
        api.MapJson("/documents/{id}", "A document, as a line of documents.jsonl.", One);
    }

    /// <summary>What to say of a document that is not there: it may be on its way.</summary>
    public static IResult Missing(string id, WorkStatus work) => !Asked.IsId(id)
        ? Problems.NotFound("An id of a document has 16 hex digits.")
        : work.Find(id) is { State: Standing.Waiting or Standing.Working or Standing.Delayed }
            ? Problems.NotFound($"Document {id} is not mined yet; /api/v1/work/{id} tells how far it is.")
            : Problems.NotFound($"There is no document {id}.");

    private static IResult List(HttpRequest request, StoreFactory stores, [AsParameters] DocumentQuery query)
    {
        DocumentFilter filter = query.Filter(request);
        string after = Asked.AfterDocument(query.After);
        Language language = Asked.Language(query.Lang);
        using DisclosureStore store = stores.Open();
        (IReadOnlyList<ListedDocument> page, bool hasMore) = Paging.One(limit => store.ListDocuments(filter, after, limit), Asked.Limit(query.Limit));
        ILookup<string, string> paths = store.PathsTo(page.Select(document => document.Id));
        return Answers.Page(
            page.Select(document => ContractLines.Of(DocumentLine.Of(RecordReading.Document(document.Json), [.. paths[document.Id]], language))),
            hasMore ? page[^1].Id : null);
    }

    private static IResult Csv(HttpRequest request, StoreFactory stores, [AsParameters] DocumentQuery query)
    {
        DocumentFilter filter = query.Filter(request);
        string after = Asked.AfterDocument(query.After);
        _ = Asked.Limit(query.Limit);
        return Answers.Csv("documents.csv", Pages());

        IEnumerable<string> Pages()
        {
            using DisclosureStore store = stores.Open();
            bool isFirst = true;
            foreach (IReadOnlyList<ListedDocument> page in Paging.All<ListedDocument, string>(
                (cursor, limit) => store.ListDocuments(filter, cursor, limit), document => document.Id, after, query.Limit))
            {
                yield return Sheet.Lines(DocumentColumns.All, RowsOf(store, page), isFirst);
                isFirst = false;
            }
        }
    }

    private static IResult One(HttpRequest request, StoreFactory stores, WorkStatus work, string id, string? lang)
    {
        Asked.Only(request, "lang");
        using DisclosureStore store = stores.Open();
        return store.FindDocument(id) is { } document
            ? Answers.Json(ContractLines.Of(DocumentLine.Of(document, [.. store.PathsTo([id])[id]], Asked.Language(lang))))
            : Missing(id, work);
    }

    private static IEnumerable<DocumentRow> RowsOf(DisclosureStore store, IReadOnlyList<ListedDocument> page)
    {
        string[] ids = [.. page.Select(document => document.Id)];
        ILookup<string, string> paths = store.PathsTo(ids);
        Dictionary<string, Counts<Severity>> severities = store.SeveritiesOf(ids);
        return page.Select(document => new DocumentRow(
            [.. paths[document.Id]], RecordReading.Document(document.Json), severities.GetValueOrDefault(document.Id, Counts<Severity>.None)));
    }
}
