using System.Data.Common;
using System.Text.Json;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Server;
using DisclosureMiner.Store;
using DisclosureMiner.Store.Engines;
using Microsoft.AspNetCore.Builder;

namespace DisclosureMiner.Benchmarks.LargeStore;

/// <summary>Asks a store all that a server asks it, over HTTP where people ask.</summary>
internal static class Questions
{
    private static readonly SyntheticDocument Some = SyntheticDocuments.Of(0);

    // Lists: the first page, one from the middle, each filter with something that is there and with something that is not.
    private static readonly string[] Lists =
    [
        "documents", "documents?limit=1000", "documents?after=8000000000000000", "documents?status=failed", "documents?year=2023", "documents?year=1999",
        "documents?genre=final-accounts", "documents?genre=other", $"documents?organisation={Some.Body}", $"documents?organisation={SyntheticDocuments.Field}",
        "documents?organisation=没有", $"documents?text={Some.Body}", "documents?text=没有", $"documents?year=2023&status=mined&genre=final-accounts&organisation={SyntheticDocuments.Field}",
        "documents?year=2023&organisation=没有", $"documents/{Some.Id}", $"documents/{Some.Id}/facts",
        "discrepancies", "discrepancies?limit=1000", "discrepancies?after=8000000000000000.0", "discrepancies?severity=error", "discrepancies?severity=warning",
        "discrepancies?rule=N-04", "discrepancies?rule=N-", "discrepancies?rule=X-99", "discrepancies?rule=X-", "discrepancies?verdict=conflict", "discrepancies?verdict=exact",
        $"discrepancies?document={Some.Id}", "discrepancies?year=2023", "discrepancies?year=1999", "discrepancies?state=open", "discrepancies?state=decided",
        $"discrepancies?organisation={Some.Body}", $"discrepancies?organisation={SyntheticDocuments.Field}", "discrepancies?organisation=没有",
        $"discrepancies?organisation={Some.Body}&severity=error&state=open", "discrepancies?severity=error&organisation=没有", "discrepancies?state=decided&severity=error&rule=N-04&year=2023",
        "discrepancies?rule=X-99&state=decided&year=2023&severity=error",
        "facts", "facts?limit=1000", "facts?after=8000000000000000.0", $"facts?document={Some.Id}", "facts?subject=total-1", "facts?subject=20007", "facts?subject=none", "facts?year=2023", "facts?year=1999",
        $"facts?organisation={Some.Body}", $"facts?organisation={SyntheticDocuments.Field}", "facts?organisation=没有", $"facts?subject=total-1&organisation={Some.Body}", "facts?subject=total-1&organisation=没有",
        "facts?year=2023&organisation=没有", "work", $"work/{Some.Id}",
    ];

    /// <summary>Asks all.</summary>
    public static async Task<List<Answered>> Ask(StoreRoom room, SyntheticDocuments documents)
    {
        var answers = new List<Answered>();
        await OfStore(room, documents, answers);
        await OverHttp(room, answers);
        await OfQueue(room, answers);
        return answers;
    }

    private static async Task OverHttp(StoreRoom room, List<Answered> answers)
    {
        answers.Add(await Answered.Of("start and stop a web server", async () =>
        {
            await using WebApplication started = await Start(room);
            return 1;
        }, times: 3));
        await using WebApplication server = await Start(room);
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        foreach (string question in Lists.Select(list => "/api/v1/" + list).Append("/ready"))
        {
            answers.Add(await Answered.Of(question.Replace("/api/v1", "", StringComparison.Ordinal), async () =>
            {
                using HttpResponseMessage answer = await client.GetAsync(question);
                byte[] body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                using JsonDocument json = JsonDocument.Parse(body);
                return json.RootElement.TryGetProperty("items", out JsonElement items) ? items.GetArrayLength() : 1;
            }));
        }
    }

    private static async Task<WebApplication> Start(StoreRoom room)
    {
        WebApplication server = ServerHost.Build([.. room.Args, "--roles", "web", "--Logging:LogLevel:Default=Warning"]);
        await server.StartAsync();
        return server;
    }

    private static async Task OfStore(StoreRoom room, SyntheticDocuments documents, List<Answered> answers)
    {
        async Task Add(string question, Func<int> ask, int times = 7) => answers.Add(await Answered.Of(question, () => Task.FromResult(ask()), times));
        await Add("open the store", () =>
        {
            DisclosureStore.Open(room.Address).Dispose();
            return 1;
        });
        using DisclosureStore store = DisclosureStore.Open(room.Address);
        MiningVersion version = documents.Version;
        string source = CrawlRows.SourceOf(Some), address = CrawlRows.AddressOf(Some);
        await Add("KeptOf", () => (int)store.KeptOf(Some.Sha256, Some.Paths[0], version));
        await Add("ArrivalsOf", () => store.ArrivalsOf(Some.Sha256).Length);
        await Add("FindArrival", () => store.FindArrival(Some.Paths[0]) is null ? 0 : 1);
        await Add("Arrive, known", () => store.Arrive(store.FindArrival(Some.Paths[0])!) ? 1 : 0);
        await Add("FindWork", () => store.FindWork(WorkKind.Mine, Some.Id) is null ? 0 : 1);
        await Add("CountWork", () => store.CountWork().Sum(count => count.Count));
        await Add("SummarizeWork", () => (int)store.SummarizeWork(WorkKind.Mine).Waiting);
        await Add("IsOwed", () => store.IsOwed(WorkKind.Mine) ? 1 : 0);
        await Add("IsOwed, nothing", () => store.IsOwed(WorkKind.Report) ? 1 : 0);
        await Add("CountDue, 2 at most", () => store.CountDue(2, WorkKind.Mine, WorkKind.Compare, WorkKind.Report));
        await Add("CountDue, all", () => store.CountDue(int.MaxValue, WorkKind.Mine));
        await Add("WorkIn failed", () => store.WorkIn(WorkState.Failed, 100).Length);
        await Add("FindPublication", () => store.FindPublication(source, address) is null ? 0 : 1);
        await Add("PublicationsOf", () => store.PublicationsOf(Some.Sha256).Length);
        await Add("Publications, a page", () => store.Publications(source, null, 100).Length);
        await Add("Captures", () => store.CrawlMemory.Find(source, address) is null ? 0 : 1);
        await Add("Present, a source", () => store.CrawlMemory.Present(source).Length, times: 3);
        await Add("AskForOthersThan, nothing to ask", () => store.AskForOthersThan(version), times: 3);
        await Add("Located, a version", () => store.Located(version).Length, times: 3);
        await Add("Located", () => store.Located().Length, times: 3);
        await Add("Held, a year", () => store.Held(2023).Length, times: 3);
        await Add("Profiled", () => store.Profiled(version).Length, times: 3);
        await Add("SharedNumberRows", () => store.SharedNumberRows().Length, times: 3);
        await Add("compare all, nothing due", () => new AcrossPass(store, documents.Pipeline).Run(1, CancellationToken.None), times: 3);
    }

    private static async Task OfQueue(StoreRoom room, List<Answered> answers)
    {
        using DisclosureStore store = DisclosureStore.Open(room.Address);
        TimeSpan lease = TimeSpan.FromMinutes(10);
        WorkKind[] kinds = [WorkKind.Mine, WorkKind.Compare, WorkKind.Report];
        answers.Add(await Answered.Of("Take and Complete", () =>
        {
            WorkItem item = store.Take("somebody", lease, kinds)!;
            return Task.FromResult(store.Complete(item) ? 1 : 0);
        }, times: 200));
        answers.Add(await Answered.Of("Take and HandBack", () =>
        {
            WorkItem item = store.Take("somebody", lease, kinds)!;
            return Task.FromResult(store.HandBack(item) ? 1 : 0);
        }, times: 200));
        Change(room, "UPDATE work SET due = due + 1000000000 WHERE state = 'queued'");
        answers.Add(await Answered.Of("Take, all are delayed", () => Task.FromResult(store.Take("somebody", lease, kinds) is null ? 0 : 1), times: 50));
        answers.Add(await Answered.Of("CountDue, all are delayed", () => Task.FromResult(store.CountDue(2, kinds)), times: 50));
    }

    private static void Change(StoreRoom room, string sql)
    {
        StoreEngine engine = StoreEngine.For(room.Address, create: true);
        using DbConnection connection = engine.Connect();
        connection.Open();
        StoreFilling.Run(engine, connection, sql);
    }
}
