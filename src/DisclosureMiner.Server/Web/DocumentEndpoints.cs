using DisclosureMiner.Checks;
using DisclosureMiner.Reports;
using DisclosureMiner.Server.Ingestion;
using DisclosureMiner.Store;
using WorkState = DisclosureMiner.Server.Ingestion.WorkState;

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
    public static IResult Missing(string id, IWorkStatus work) => !Asked.IsId(id)
        ? Problems.NotFound("An id of a document has 16 hex digits.")
        : work.Find(id) is { State: WorkState.Waiting or WorkState.Working or WorkState.Delayed }
            ? Problems.NotFound($"Document {id} is not mined yet; /api/v1/work/{id} tells how far it is.")
            : Problems.NotFound($"There is no document {id}.");

    private static IResult List(HttpRequest request, StoreFactory stores, [AsParameters] DocumentQuery query)
    {
        DocumentFilter filter = query.Filter(request);
        string after = Asked.AfterDocument(query.After);
        Language language = Asked.Language(query.Lang);
        using DisclosureStore store = stores.Open();
        (IReadOnlyList<ListedDocument> page, bool hasMore) = Paging.One(limit => store.ListDocuments(filter, after, limit), Asked.Limit(query.Limit));
        return Answers.Page(page.Select(document => Line(store, RecordReading.Document(document.Json), language)), hasMore ? page[^1].Id : null);
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
                yield return Sheet.Lines(DocumentColumns.All, page.Select(document => RowOf(store, document)), isFirst);
                isFirst = false;
            }
        }
    }

    private static IResult One(HttpRequest request, StoreFactory stores, IWorkStatus work, string id, string? lang)
    {
        Asked.Only(request, "lang");
        using DisclosureStore store = stores.Open();
        return store.FindDocument(id) is { } document ? Answers.Json(Line(store, document, Asked.Language(lang))) : Missing(id, work);
    }

    private static string Line(DisclosureStore store, DocumentRecord document, Language language) =>
        ContractLines.Of(DocumentLine.Of(document, store.PathsTo(document.Id), language));

    private static DocumentRow RowOf(DisclosureStore store, ListedDocument document) =>
        new(store.PathsTo(document.Id), RecordReading.Document(document.Json), store.SeveritiesOf(document.Id));
}
