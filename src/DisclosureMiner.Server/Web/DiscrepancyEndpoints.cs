using System.Collections.Immutable;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>Discrepancies of all documents: the list, and one.</summary>
internal static class DiscrepancyEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapList("/discrepancies", "Discrepancies with what was decided, as lines of discrepancies.jsonl.", List, Csv);
        api.MapJson("/discrepancies/{id}", "A discrepancy, as a line of discrepancies.jsonl.", One);
    }

    /// <summary>Stored discrepancies as lines of discrepancies.jsonl.</summary>
    public static IEnumerable<string> Contract(DisclosureStore store, IReadOnlyList<string> json)
    {
        ImmutableArray<DiscrepancyRecord> found = [.. json.Select(RecordReading.Discrepancy)];
        Decisions decisions = store.DecisionsAbout(found.Select(discrepancy => discrepancy.Id));
        return json.Zip(found, (record, discrepancy) => ContractLines.Of(record, decisions.Of(discrepancy.Id, discrepancy.ValuesHash)));
    }

    /// <summary>Stored discrepancies as lines of discrepancies.csv.</summary>
    public static string Lines(DisclosureStore store, IReadOnlyList<string> json, bool hasHead)
    {
        ImmutableArray<DiscrepancyRecord> found = [.. json.Select(RecordReading.Discrepancy)];
        Decisions decisions = store.DecisionsAbout(found.Select(discrepancy => discrepancy.Id));
        string[] ids = [.. found.Select(discrepancy => discrepancy.Document).Distinct()];
        ILookup<string, string> paths = store.PathsTo(ids);
        Dictionary<string, DocumentRecord> documents = store.FindDocuments(ids);
        return Sheet.Lines(
            DiscrepancyColumns.All,
            found.Select(discrepancy => new DiscrepancyRow(
                paths[discrepancy.Document].FirstOrDefault(""),
                documents[discrepancy.Document],
                discrepancy,
                decisions.Of(discrepancy.Id, discrepancy.ValuesHash))),
            hasHead);
    }

    private static IResult List(HttpRequest request, StoreFactory stores, [AsParameters] DiscrepancyQuery query)
    {
        FindingFilter filter = query.Filter(request);
        ListPosition after = Asked.AfterRow(query.After);
        int size = Asked.Limit(query.Limit);
        using DisclosureStore store = stores.Open();
        (IReadOnlyList<ListedRow> page, bool hasMore) = Paging.One(limit => store.ListDiscrepancies(filter, after, limit), size);
        return Answers.Page(Contract(store, [.. page.Select(row => row.Json)]), hasMore ? Asked.Cursor(page[^1].Position) : null);
    }

    private static IResult Csv(HttpRequest request, StoreFactory stores, [AsParameters] DiscrepancyQuery query)
    {
        FindingFilter filter = query.Filter(request);
        ListPosition after = Asked.AfterRow(query.After);
        _ = Asked.Limit(query.Limit);
        return Answers.Csv("discrepancies.csv", Pages());

        IEnumerable<string> Pages()
        {
            using DisclosureStore store = stores.Open();
            bool isFirst = true;
            foreach (IReadOnlyList<ListedRow> page in Paging.All<ListedRow, ListPosition>(
                (cursor, limit) => store.ListDiscrepancies(filter, cursor, limit), row => row.Position, after, query.Limit))
            {
                yield return Lines(store, [.. page.Select(row => row.Json)], isFirst);
                isFirst = false;
            }
        }
    }

    private static IResult One(HttpRequest request, StoreFactory stores, string id)
    {
        Asked.Only(request);
        if (!Asked.IsId(id))
        {
            return Problems.NotFound("An id of a discrepancy has 16 hex digits.");
        }

        // The same defect may stand in a document and in its re-issue; the lists of these documents have both.
        using DisclosureStore store = stores.Open();
        ImmutableArray<ListedRow> found = store.ListDiscrepancies(new FindingFilter(Id: id), ListPosition.Start, 1);
        return found.IsEmpty ? Problems.NotFound($"There is no discrepancy {id}.") : Answers.Json(Contract(store, [found[0].Json]).Single());
    }
}
