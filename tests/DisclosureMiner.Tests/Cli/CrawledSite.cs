using DisclosureMiner.Tests.Sources.Crawling;

namespace DisclosureMiner.Tests.Cli;

/// <summary>A site on loopback that lists two budgets, a source for it, and room for what a crawl makes.</summary>
internal sealed class CrawledSite : IDisposable
{
    public const string Archives = "qingluo-archives-2025-budget.txt";
    public const string Veterans = "yunpu-veterans-2025-budget.txt";

    private readonly TestSite _site;

    public CrawledSite(int least = 2)
    {
        Files["/a/archives.txt"] = File.ReadAllText(Path.Combine(TestPaths.Corpus, Archives));
        Files["/b/veterans.txt"] = File.ReadAllText(Path.Combine(TestPaths.Corpus, Veterans));
        _site = new TestSite(request => request.Target switch
        {
            "/robots.txt" => SiteReply.Error(404),
            "/list.html" => List is null ? SiteReply.Error(500) : SiteReply.Page(List),
            var target when Files.TryGetValue(target, out string? content) => SiteReply.File(content, "text/plain") with { HasMark = true },
            _ => SiteReply.Error(404),
        });
        Folder.Write(
            "sources/test-city.yaml",
            $$"""
            id: test-city
            publisher: 示例市财政局
            enabled: true
            start: ['{{_site.Root}}/list.html']
            keep: {files: [{url: '\.txt$', text: 预算}]}
            schedule: {cron: '15 2 * * *', months: [2], silent-nights: 3}
            politeness: {contact: 'https://crawl.test/about', delay: 0ms, jitter: 0ms, tries: 1}
            allow-private: ['{{_site.Authority}}']
            expect: {least: {{least}}}

            """);
    }

    public TempFolder Folder { get; } = new();

    /// <summary>What lies at each address.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The list; null for a server that fails.</summary>
    public string? List { get; set; } =
        "<html><body><h1>预算公开</h1><ul><li><a href=/a/archives.txt>县档案馆2025年部门预算</a> 2025-02-01</li>"
        + "<li><a href=/b/veterans.txt>县退役军人事务局2025年部门预算</a> 2025-02-03</li></ul></body></html>";

    public string Host => $"127.0.0.1_{_site.Port}";

    public string Root => _site.Root;

    public string Db => Folder["data/disclosures.db"];

    public string Sources => Folder["sources"];

    /// <summary>Runs <c>crawl</c> with these words.</summary>
    public Task<CommandRun> Crawl(params string[] words) => CommandRun.Of(["crawl", .. words, "--sources", Sources, "--db", Db]);

    public void Dispose()
    {
        _site.Dispose();
        Folder.Dispose();
    }
}
