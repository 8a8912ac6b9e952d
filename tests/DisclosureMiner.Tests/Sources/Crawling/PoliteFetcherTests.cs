using System.IO.Compression;
using System.Net;
using System.Text;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Tests.Sources.Crawling;

public sealed class PoliteFetcherTests : IDisposable
{
    private readonly LeapingClock _clock = new(new DateTimeOffset(2024, 2, 20, 18, 15, 0, TimeSpan.Zero));
    private readonly TestSite _site;
    private readonly PoliteFetcher _fetcher;
    private Func<SiteRequest, SiteReply> _answer = _ => SiteReply.Error(404);

    public PoliteFetcherTests()
    {
        _site = new TestSite(request => request.Target == "/robots.txt" ? SiteReply.Error(404) : _answer(request));

        // Every name leads inside, as a crafted one would.
        _fetcher = new PoliteFetcher(_clock, _clock.Pause, () => 0, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _site.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_name_that_leads_inside_is_refused_after_it_is_resolved()
    {
        FetchResult result = await Fetch($"http://www.example.gov.cn:{_site.Port}/a", allowed: false);

        result.Outcome.ShouldBe(FetchOutcome.Refused);
        result.Reason.ShouldBe(CrawlReason.PrivateAddress);
        result.Detail.ShouldContain("'www.example.gov.cn' leads to 127.0.0.1");
        _site.Log.ShouldBeEmpty();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("http://127.0.0.1:{0}/a")]
    [InlineData("http://2130706433:{0}/a")]
    [InlineData("http://0x7f.1:{0}/a")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/a")]
    public async Task However_it_is_written_a_private_address_is_refused(string address)
    {
        FetchResult result = await Fetch(string.Format(address, _site.Port), allowed: false);

        result.Reason.ShouldBe(CrawlReason.PrivateAddress);
        _site.Log.ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_one_source_may_reach_another_may_not_by_the_same_connection()
    {
        _answer = _ => SiteReply.File("%PDF-1.7 a");
        string address = $"http://www.example.gov.cn:{_site.Port}/a";

        (await Fetch(address, allowed: true)).Outcome.ShouldBe(FetchOutcome.Fetched);
        (await Fetch(address, allowed: false)).Reason.ShouldBe(CrawlReason.PrivateAddress);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_small_body_that_unpacks_to_a_large_one_is_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[5_000_000]);
        }

        _answer = _ => new SiteReply(200, packed.ToArray(), ("Content-Encoding", "gzip"));
        FetchResult result = await Fetch(At("/a.pdf"), allowed: true);

        packed.Length.ShouldBeLessThan(100_000);
        result.Reason.ShouldBe(CrawlReason.TooLarge);
        result.Bytes.IsEmpty.ShouldBeTrue();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_date_to_come_back_at_is_understood()
    {
        _answer = request => request.Count == 1 ? SiteReply.Error(503, ("Retry-After", "Tue, 20 Feb 2024 18:18:00 GMT")) : SiteReply.File("%PDF-1.7 a");
        FetchResult result = await Fetch(At("/a.pdf"), allowed: true);

        result.Outcome.ShouldBe(FetchOutcome.Fetched);
        _clock.GetUtcNow().ShouldBe(new DateTimeOffset(2024, 2, 20, 18, 18, 0, TimeSpan.Zero));
    }

    [Fact(Timeout = 60_000)]
    public async Task One_request_at_a_time_is_made_however_many_are_wanted()
    {
        _answer = _ => new SiteReply(200, []) { Length = null, Write = Linger };
        FetchResult[] results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Fetch(At($"/{i}.pdf"), allowed: true)));

        results.ShouldAllBe(result => result.Outcome == FetchOutcome.Fetched);
        _site.MostAtOnce.ShouldBe(1);
        _site.Log.Count.ShouldBe(13);
    }

    [Fact(Timeout = 60_000)]
    public async Task Validators_are_not_sent_to_where_a_redirect_leads_now()
    {
        _answer = request => request.Target == "/a" ? SiteReply.Redirect("/new.pdf") : SiteReply.File("%PDF-1.7 a");
        var sent = new List<string?>();
        Func<SiteRequest, SiteReply> answer = _answer;
        _answer = request =>
        {
            sent.Add(request.Header("If-Modified-Since"));
            return answer(request);
        };
        await _fetcher.Fetch(Source(allowed: true), new Uri(At("/a")), new Validators(null, "Thu, 01 Feb 2024 08:00:00 GMT", At("/old.pdf")), default);

        sent.ShouldBe([null, null]);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("预算.pdf", "attachment; filename=\"{0}\"", "预算.pdf")]
    [InlineData("ignored", "attachment; filename=x.pdf; filename*=UTF-8''%E9%A2%84%E7%AE%97.pdf", "预算.pdf")]
    [InlineData("ignored", "inline; filename=%E9%A2%84%E7%AE%97.pdf", "预算.pdf")]
    [InlineData("ignored", "inline; filename=\"..\\..\\etc/passwd.pdf\"", "passwd.pdf")]
    public async Task The_server_names_the_file(string name, string header, string expected)
    {
        string raw = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name));
        _answer = _ => new SiteReply(200, "%PDF-1.7 a"u8.ToArray(), ("Content-Disposition", header.Replace("{0}", raw)));

        FileNames.Of(await Fetch(At("/down.jsp?id=1"), allowed: true), "附件").ShouldBe(expected);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_crawler_says_who_it_is()
    {
        string? agent = null;
        _answer = request =>
        {
            agent = request.Header("User-Agent");
            return SiteReply.File("%PDF-1.7 a");
        };
        await Fetch(At("/a.pdf"), allowed: true);

        agent.ShouldBe("DisclosureMiner/1.0 (+crawl@example.org)");
    }

    // Long enough for a second request to come, if one would.
    private static async Task Linger(Stream stream)
    {
        await Task.Delay(5);
        await stream.WriteAsync("%PDF-1.7 a"u8.ToArray());
    }

    private string At(string path) => _site.Root + path;

    private Task<FetchResult> Fetch(string address, bool allowed) => _fetcher.Fetch(Source(allowed), new Uri(address), null, default);

    private CrawlSource Source(bool allowed) => new("s", "示例", [new Uri("http://www.example.gov.cn/")])
    {
        Hosts = ["127.0.0.1", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"],
        AllowPrivate = allowed ? [_site.Authority, $"www.example.gov.cn:{_site.Port}"] : [],
        Politeness = new Politeness { Contact = "crawl@example.org", MaximumBytes = 100_000, Jitter = TimeSpan.Zero },
    };
}
