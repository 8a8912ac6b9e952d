using System.Collections.Immutable;
using DisclosureMiner.Reports;
using DisclosureMiner.Server.Work;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>What belongs to a document: its tables, figures, ledger, facts and discrepancies, all at once.</summary>
internal static class PartEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        MapPart(api, "tables", "The tables", (_, _, json) => Sheet.Lines(PartColumns.Tables, json.Select(RecordReading.Table), hasHead: true));
        MapPart(api, "figures", "The figures", (_, _, json) => Sheet.Lines(PartColumns.Figures, json.Select(RecordReading.Figure), hasHead: true));
        MapPart(api, "checks", "The ledger", (_, _, json) => Sheet.Lines(PartColumns.Checks, json.Select(RecordReading.Check), hasHead: true));
        MapPart(api, "facts", "The facts", (_, _, json) => FactEndpoints.Lines(json, hasHead: true));
        MapPart(api, "discrepancies", "The discrepancies", (store, _, json) => DiscrepancyEndpoints.Lines(store, json, hasHead: true));
        api.MapList(
            "/documents/{id}/tables/{table}",
            "A table of a document, as a line of tables.jsonl.",
            (HttpRequest request, StoreFactory stores, WorkStatus work, string id, string table) =>
                Table(request, stores, work, id, table, Answers.Json),
            (HttpRequest request, StoreFactory stores, WorkStatus work, string id, string table) =>
                Table(request, stores, work, id, table, line => CsvOf(id, line)));
    }

    private static void MapPart(
        IEndpointRouteBuilder api, string part, string name, Func<DisclosureStore, string, ImmutableArray<string>, string> lines) => api.MapList(
            $"/documents/{{id}}/{part}",
            $"{name} of a document, as lines of {part}.jsonl.",
            (HttpRequest request, StoreFactory stores, WorkStatus work, string id) => With(request, stores, work, id, store =>
                Answers.Page(LinesOf(store, part, store.Json(part, id)), null)),
            (HttpRequest request, StoreFactory stores, WorkStatus work, string id) => With(request, stores, work, id, store =>
                Answers.Csv($"{id}-{part}.csv", [lines(store, id, store.Json(part, id))])));

    private static IEnumerable<string> LinesOf(DisclosureStore store, string part, ImmutableArray<string> json) => part == "discrepancies"
        ? DiscrepancyEndpoints.Contract(store, json)
        : json.Select(record => ContractLines.Of(record));

    private static IResult Table(
        HttpRequest request, StoreFactory stores, WorkStatus work, string id, string table, Func<string, IResult> answer) =>
        With(request, stores, work, id, store =>
            store.Json("tables", id).FirstOrDefault(json => RecordReading.Table(json).Id == table) is { } found
                ? answer(ContractLines.Of(found))
                : Problems.NotFound($"Document {id} has no table {table}; /api/v1/documents/{id}/tables lists them."));

    private static IResult CsvOf(string id, string line)
    {
        TableRecord table = RecordReading.Table(line);
        return Answers.Csv($"{id}-{table.Id}.csv", [Answers.Lines(csv => TablesCsv.Write(csv, table))]);
    }

    private static IResult With(HttpRequest request, StoreFactory stores, WorkStatus work, string id, Func<DisclosureStore, IResult> answer)
    {
        Asked.Only(request);
        using DisclosureStore store = stores.Open();
        return store.FindDocument(id) is null ? DocumentEndpoints.Missing(id, work) : answer(store);
    }
}
