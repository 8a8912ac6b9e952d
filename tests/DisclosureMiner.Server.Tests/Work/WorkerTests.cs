using System.Text;
using System.Text.Json.Nodes;
using DisclosureMiner.Checks;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DisclosureMiner.Server.Tests.Work;

/// <summary>A server with all its roles, as it starts with no configuration.</summary>
public sealed class WorkerTests : IDisposable
{
    private const int Opened = 10, Mined = 11, Compared = 18, Reported = 19;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_dropped_into_the_inbox_shows_its_discrepancies()
    {
        using var log = new LogEvents();
        await using RunningServer server = await Start(log);
        _folder.Write("inbox/2025/qiyun.pdf", File.ReadAllBytes(Path.Combine(TestPaths.Corpus, "qiyun-emergency-2025-budget.pdf")));

        (await log.Next(Mined)).ShouldContain("inbox/2025/qiyun.pdf");
        await log.Next(Reported);

        JsonNode document = (await server.Json("/api/v1/documents"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        document["path"]!.GetValue<string>().ShouldBe("inbox/2025/qiyun.pdf");
        document["status"]!.GetValue<string>().ShouldBe("mined");
        JsonArray found = (await server.Json("/api/v1/discrepancies?severity=error"))["items"]!.AsArray();
        found.Count.ShouldBeGreaterThan(0);
        (await server.Client.GetStringAsync("/reports/")).ShouldContain(found[0]!["id"]!.GetValue<string>());
        File.Exists(_folder["inbox/2025/qiyun.pdf"]).ShouldBeTrue("what somebody put there is theirs");
    }

    [Fact]
    public async Task What_cannot_be_read_ends_as_failed_and_stops_nothing()
    {
        _folder.Write("inbox/a-broken.pdf", "%PDF-1.7\nthis is no document");
        _folder.Write("inbox/b.txt", ManyDocuments.All(2).Last().Text);
        using var log = new LogEvents();
        await using RunningServer server = await Start(log);

        await log.Next(Reported, "of 2 documents");

        (await server.Json("/api/v1/documents?status=failed"))["items"]!.AsArray().ShouldHaveSingleItem()!["error"]!["code"]!.GetValue<string>().ShouldBe("damaged");
        (await server.Json("/api/v1/documents?status=mined"))["items"]!.AsArray().ShouldHaveSingleItem()!["path"]!.GetValue<string>().ShouldBe("inbox/b.txt");
        JsonObject work = await server.Json("/api/v1/work");
        (work["waiting"]!.GetValue<int>(), work["done"]!.GetValue<int>()).ShouldBe((0, 2));
    }

    [Fact]
    public async Task What_is_uploaded_is_mined_and_its_progress_told()
    {
        using var log = new LogEvents();
        await using RunningServer server = await Start(log);
        using var body = new StringContent(ManyDocuments.All(1).Single().Text, Encoding.UTF8);

        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/documents?name=a.txt", body);
        JsonNode taken = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]![0]!;
        await log.Next(Mined);

        (await server.Json(taken["document"]!.GetValue<string>()))["path"]!.GetValue<string>().ShouldBe($"upload/{taken["id"]}/a.txt");
        (await server.Json(taken["work"]!.GetValue<string>()))["state"]!.GetValue<string>().ShouldBe("done");
    }

    [Fact]
    public async Task A_file_that_is_replaced_is_held_against_its_former_version()
    {
        string text = ManyDocuments.All(3).Last().Text;
        _folder.Write("inbox/a.txt", text);
        using var log = new LogEvents();
        await using RunningServer server = await Start(log);
        await log.Next(Reported);
        string former = (await server.Json("/api/v1/documents"))["items"]![0]!["id"]!.GetValue<string>();

        _folder.Write("inbox/a.txt", text.Replace("12.50", "13.50", StringComparison.Ordinal));
        await log.Next(Reported);

        JsonNode now = (await server.Json("/api/v1/documents"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        now["id"]!.GetValue<string>().ShouldNotBe(former);
        (await server.Json($"/api/v1/documents/{now["id"]}/checks"))["items"]!.AsArray()
            .Where(check => check!["rule"]!.GetValue<string>() == "X-06").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task It_does_not_matter_in_which_order_documents_come_and_a_restart_asks_for_nothing()
    {
        (string Name, string Text)[] years = [.. ManyDocuments.All(10).Skip(5)];
        SortedDictionary<string, string> forward = await MineOneByOne("forward", years);
        SortedDictionary<string, string> backward = await MineOneByOne("backward", years.Reverse());

        forward.Keys.ShouldBe(backward.Keys);
        foreach ((string name, string bytes) in forward)
        {
            (backward[name] == bytes).ShouldBeTrue(name);
        }

        using var log = new LogEvents();
        await using RunningServer again = await Start(log, "backward");
        (await log.Next(Opened)).ShouldContain("released 0, asked again for 0");
    }

    [Fact]
    public async Task A_server_that_is_stopped_leaves_nothing_half_done_and_the_next_one_goes_on()
    {
        const int Documents = 60;
        await ManyDocuments.TakeIn(_folder["disclosures.db"], _folder["blobs"], Documents);
        using (var log = new LogEvents())
        {
            await using RunningServer server = await Start(log);
            await log.Next(Mined);
        }

        using (DisclosureStore store = DisclosureStore.OpenExisting(_folder["disclosures.db"]))
        {
            store.WorkIn(WorkState.Running, Documents).ShouldBeEmpty();
            store.WorkIn(WorkState.Queued, Documents).ShouldAllBe(work => work.Tries == 0);
        }

        using var later = new LogEvents();
        await using RunningServer next = await Start(later);
        await later.Next(Reported, $"of {Documents} documents");
        (await next.Json("/api/v1/work"))["done"]!.GetValue<int>().ShouldBe(Documents);
    }

    [Fact]
    public async Task The_SQLite_file_stays_open_for_readers_beside_a_writer()
    {
        using var log = new LogEvents();
        await using RunningServer server = await Start(log);
        await log.Next(Opened);

        File.Exists(_folder["disclosures.db-wal"]).ShouldBeTrue("it is there as long as somebody has the file open so");
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused()
    {
        using var log = new LogEvents();
        await using RunningServer server = await Start(log);

        ServerOptionsException refused = await Should.ThrowAsync<ServerOptionsException>(() => RunningServer.Start(_folder.Path));

        refused.Message.ShouldContain("Another server works on");
    }

    /// <summary>Lets documents come one after the other, each when all before it are compared; gives what is exported.</summary>
    private async Task<SortedDictionary<string, string>> MineOneByOne(string name, IEnumerable<(string Name, string Text)> documents)
    {
        using (var log = new LogEvents())
        {
            await using RunningServer server = await Start(log, name);
            foreach ((string file, string text) in documents)
            {
                _folder.Write($"{name}/inbox/{file}", text);
                await log.Next(Compared);
            }
        }

        string output = Directory.CreateDirectory(_folder[name + "-out"]).FullName;
        using DisclosureStore store = DisclosureStore.OpenExisting(_folder[name + "/disclosures.db"]);
        ContractFiles.Write(
            output, store, [.. store.Located().Select(document => new LocatedDocument(document.Id, [document.Path]))], new ContractOptions(Language.Zh));
        return _folder.Files(name + "-out");
    }

    private Task<RunningServer> Start(LogEvents log, string data = "") => RunningServer.Start(
        _folder[data],
        services => services.AddSingleton<ILoggerProvider>(log),
        "--Logging:LogLevel:Default=Information",
        "--Logging:LogLevel:Microsoft=None",
        "--DisclosureMiner:PollMilliseconds=50");
}
