using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>Facts of all documents.</summary>
internal static class FactEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapList("/facts", "Facts, as lines of facts.jsonl.", List, Csv);

    /// <summary>Stored facts as lines of facts.csv.</summary>
    public static string Lines(IEnumerable<string> json, bool hasHead)
    {
        using var text = new StringWriter();
        using var csv = new FactsCsv(text, hasHead);
        foreach (string fact in json)
        {
            csv.Add(RecordReading.Fact(fact));
        }

        csv.Commit();
        return text.ToString();
    }

    private static IResult List(HttpRequest request, StoreFactory stores, [AsParameters] FactQuery query)
    {
        FactFilter filter = query.Filter(request);
        ListPosition after = Asked.AfterRow(query.After);
        int size = Asked.Limit(query.Limit);
        using DisclosureStore store = stores.Open();
        (IReadOnlyList<ListedRow> page, bool hasMore) = Paging.One(limit => store.ListFacts(filter, after, limit), size);
        return Answers.Page(page.Select(row => ContractLines.Of(row.Json)), hasMore ? Asked.Cursor(page[^1].Position) : null);
    }

    private static IResult Csv(HttpRequest request, StoreFactory stores, [AsParameters] FactQuery query)
    {
        FactFilter filter = query.Filter(request);
        ListPosition after = Asked.AfterRow(query.After);
        _ = Asked.Limit(query.Limit);
        return Answers.Csv("facts.csv", Pages());

        IEnumerable<string> Pages()
        {
            using DisclosureStore store = stores.Open();
            bool isFirst = true;
            foreach (IReadOnlyList<ListedRow> page in Paging.All<ListedRow, ListPosition>(
                (cursor, limit) => store.ListFacts(filter, cursor, limit), row => row.Position, after, query.Limit))
            {
                yield return Lines(page.Select(row => row.Json), isFirst);
                isFirst = false;
            }
        }
    }
}
