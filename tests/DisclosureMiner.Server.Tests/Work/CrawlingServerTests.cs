using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Sources.Crawling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DisclosureMiner.Server.Tests.Work;

/// <summary>From a site to discrepancies, night after night.</summary>
public sealed class CrawlingServerTests : IDisposable
{
    private const int Crawled = 23, Mined = 11, Waits = 28;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_site_publishes_is_mined_once_and_what_changes_is_mined_again()
    {
        string text = ManyDocuments.All(3).Last().Text, changed = text.Replace("12.50", "13.50", StringComparison.Ordinal);
        string now = text;
        using var site = new TestSite(request => request.Target switch
        {
            "/list.html" => SiteReply.Page("<ul><li><a href='files/2023.txt'>白石县第1林场2023年单位预算</a> <span>2023-02-10</span></li></ul>"),
            "/files/2023.txt" => SiteReply.File(now, "text/plain"),
            _ => SiteReply.Error(404),
        });
        WritePipelines(site);
        using var log = new LogEvents();
        await using RunningServer server = await RunningServer.Start(
            _folder["data"],
            services => services.AddSingleton<ILoggerProvider>(log),
            "--pipelines", _folder["pipelines"], "--Logging:LogLevel:Default=Information", "--Logging:LogLevel:Microsoft=None", "--DisclosureMiner:PollMilliseconds=50");

        await Crawl(server);
        (await log.Next(Crawled)).ShouldContain("new: 1, changed: 0");
        await log.Next(Mined);
        JsonNode first = (await server.Json("/api/v1/documents"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        first["path"]!.GetValue<string>().ShouldBe($"crawl/test/127.0.0.1_{site.Port}/files/2023.txt");

        await Crawl(server);
        (await log.Next(Crawled)).ShouldContain("new: 0, changed: 0");

        now = changed;
        await Crawl(server);
        (await log.Next(Crawled)).ShouldContain("new: 0, changed: 1");
        await log.Next(Mined);
        JsonNode second = (await server.Json("/api/v1/documents"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        second["id"]!.GetValue<string>().ShouldNotBe(first["id"]!.GetValue<string>());
        JsonNode status = (await server.Json("/api/v1/crawls"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        status["last"]!["changed"]!.GetValue<int>().ShouldBe(1);

        JsonArray coverage = (await server.Json("/api/v1/register/2023?asOf=2023-03-01"))["items"]!.AsArray();
        coverage.Select(line => (line!["state"]!.GetValue<string>(), line["bodyCode"]!.GetValue<string>(), line["timeliness"]!.GetValue<string>())).ShouldBe(
            [("missing", "002", "not-checked"), ("received", "001", "on-time")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_source_that_is_not_there_cannot_be_crawled()
    {
        await using RunningServer server = await RunningServer.Start(_folder["data"]);

        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/crawls/nowhere", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_another_process_crawls_the_same_host_a_source_waits()
    {
        using var site = new TestSite(_ => SiteReply.Error(404));
        WritePipelines(site);
        _folder.Write("pipelines/sources/other.yaml", SourceOf(site, "other"));
        Directory.CreateDirectory(_folder["data"]);
        using DisclosureStore store = DisclosureStore.Open(_folder["data/disclosures.db"]);
        store.Ask(WorkKind.Crawl, "other");
        WorkItem taken = store.Take("another machine", TimeSpan.FromMinutes(5), WorkKind.Crawl)!;
        using var log = new LogEvents();
        await using RunningServer server = await RunningServer.Start(
            _folder["data"],
            services => services.AddSingleton<ILoggerProvider>(log),
            "--roles=crawler,web", "--pipelines", _folder["pipelines"], "--Logging:LogLevel:Default=Information", "--DisclosureMiner:PollMilliseconds=50");

        await Crawl(server);

        (await log.Next(Waits)).ShouldBe("test waits: another process crawls its hosts for other.");
        site.Log.ShouldBeEmpty();
        store.Complete(taken).ShouldBeTrue();
    }

    private static async Task Crawl(RunningServer server)
    {
        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/crawls/test", null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    private void WritePipelines(TestSite site)
    {
        foreach (string name in (string[])["crawling.yaml", "pages.yaml"])
        {
            _folder.Write("pipelines/vocabulary/" + name, File.ReadAllBytes(Path.Combine(TestPaths.Pipelines, "vocabulary", name)));
        }

        _folder.Write("pipelines/sources/test.yaml", SourceOf(site, "test"));
        _folder.Write("data/register.csv", Encoding.UTF8.GetBytes(
            """
            code,name,kind,budget_due
            001,白石县第1林场,unit,02-28
            002,白石县第2林场,unit,02-28

            """));
    }

    private static string SourceOf(TestSite site, string id) =>
        $$"""
        id: {{id}}
        publisher: 白石县人民政府
        enabled: true
        start: ["{{site.Root}}/list.html"]
        allow-private: ["{{site.Authority}}"]
        keep:
          files:
            - url: /files/
        politeness:
          delay: 0s
          jitter: 0s
          contact: someone@example.gov.cn
        """;
}
