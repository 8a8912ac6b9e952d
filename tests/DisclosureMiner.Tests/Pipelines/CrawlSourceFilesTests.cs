using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>A mistake in a source is told with its place; each test spoils one line of an example.</summary>
public sealed class CrawlSourceFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public CrawlSourceFilesTests()
    {
        foreach (string file in new[] { "vocabulary/crawling.yaml", "vocabulary/pages.yaml", "sources/example-city.yaml" })
        {
            _folder.Write("pipelines/" + file, File.ReadAllText(Path.Combine(TestPaths.Pipelines, file)));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_examples_are_read_and_not_enabled()
    {
        CrawlSources sources = CrawlSources.Load();

        sources.Sources.Select(source => source.Id).ShouldBe(["example-city", "example-county"]);
        sources.Sources.ShouldAllBe(source => !source.IsEnabled && source.Version.Length == 16);
        sources.Words.Extensions.ShouldContain("pdf");
    }

    [Fact]
    public void A_source_is_read_with_all_that_it_says()
    {
        CrawlSource source = CrawlSources.Load().Find("example-city")!;

        source.Publisher.ShouldBe("示例市财政局");
        source.Hosts.ShouldBe(["download.example.gov.cn"]);
        source.Follow[0].Within.ShouldBe(".years");
        source.Follow[0].Limit.ShouldBe(10);
        source.Limits.ShouldBe(new CrawlLimits(2, 100, 2000, 40));
        source.Schedule!.Season.ShouldBe([1, 2, 3, 8, 9, 10]);
        source.Politeness.UserAgent.ShouldBe("DisclosureMiner/1.0 (+https://www.example.org/crawl)");
        source.Politeness.MaximumBytes.ShouldBe(60 * 1024 * 1024);
        source.Politeness.Jitter.ShouldBe(TimeSpan.FromSeconds(3));
        source.AllowPrivate.ShouldBeEmpty();
        (source.Least, source.Most).ShouldBe((80, 400));
    }

    [Fact]
    public void A_start_page_is_asked_for_in_the_encoding_of_the_site()
        => CrawlSources.Load().Find("example-county")!.Start[0].Query.ShouldBe("?lanmu=%D4%A4%BE%F6%CB%E3%B9%AB%BF%AA");

    [Theory]
    [InlineData("enabled: false", "enable: false", ": expected one of the keys allow-private, ")]
    [InlineData("start: [https://czj", "start: [ftp://czj", "sources/example-city.yaml:7:9: expected an address that begins with http:// or https://, found 'ftp://czj")]
    [InlineData("cron: '15 2 * * *'", "cron: '15 2 * *'", ": expected five fields of cron such as '15 2 * * *'")]
    [InlineData("zone: Asia/Shanghai", "zone: Asia/Nowhere", ": expected a time zone such as Asia/Shanghai, found 'Asia/Nowhere'")]
    [InlineData("months: [1, 2", "months: [0, 2", ": expected a number from 1 to 12, found '0'")]
    [InlineData("delay: 5s", "delay: 5", ": expected a time such as 500ms, 5s, 10m or 1h, and no more than a day, found '5'")]
    [InlineData("maximum: 60MB", "maximum: 60", ": expected a size such as 500KB or 100MB, and no more than 1GB, found '60'")]
    [InlineData("contact: 'https://www.example.org/crawl', ", "", ": expected the key 'contact'")]
    [InlineData("'https://www.example.org/crawl'", "nobody", ": expected an address of mail or of a page in ASCII, where publishers reach whoever runs the crawl, found 'nobody'")]
    [InlineData("text: (预算|决算)", "text: (预算|决算", ": expected a regular expression: ")]
    [InlineData("text: (预算|决算)", "text: (?!决算)预算", ": expected a regular expression without looking ahead or behind and without back-references; use 'deny'")]
    [InlineData("within: .list", "within: '..list['", ": expected a CSS selector, found '..list['")]
    [InlineData("- {text: (预算|决算), within: .list}", "- {}", ": expected one of the keys text, url, within: a rule without any would fit every link")]
    [InlineData("least: 80, most: 400", "least: 80, most: 40", ": expected a number from 80 to 10000000, found '40'")]
    [InlineData("genres: [department-budget", "genres: [budget", ": expected one of department-budget, ")]
    [InlineData("  pages:\n    - {text: (预算|决算), within: .list}", "  pages: []", ": expected a rule under 'pages' or 'files', or nothing is ever kept")]
    [InlineData("id: example-city", "id: Example City", ":4:5: expected small letters, digits and hyphens, found 'Example City'")]
    [InlineData("hosts: [download", "hosts: ['http://download", ": expected the name of a host, such as www.example.gov.cn or *.example.gov.cn, found ")]
    public void A_mistake_is_told_with_its_place(string text, string spoilt, string message)
    {
        string path = _folder["pipelines/sources/example-city.yaml"], content = File.ReadAllText(path);
        content.ShouldContain(text);
        if (spoilt.StartsWith("hosts: ['", StringComparison.Ordinal))
        {
            spoilt += ".example.gov.cn', www";
        }

        File.WriteAllText(path, content.Replace(text, spoilt));

        string said = Should.Throw<PipelineException>(() => CrawlSources.Load(_folder["pipelines"])).Message;
        said.ShouldStartWith("pipelines/sources/example-city.yaml:");
        said.ShouldContain(message);
    }

    [Fact]
    public void Two_sources_of_one_id_are_one_too_many()
    {
        File.Copy(_folder["pipelines/sources/example-city.yaml"], _folder["pipelines/sources/other.yaml"]);

        Should.Throw<PipelineException>(() => CrawlSources.Load(_folder["pipelines"])).Message
            .ShouldBe("pipelines/sources/other.yaml:4:5: expected an id of its own, found 'example-city' a second time");
    }
}
