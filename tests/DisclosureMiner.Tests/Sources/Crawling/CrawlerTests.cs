using System.Text;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Tests.Sources.Crawling;

/// <summary>Two nights at a site that has all that real ones have. The site's own log says what was asked of it.</summary>
public sealed class CrawlerTests : IDisposable
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private const string Changed = "Thu, 01 Feb 2024 08:00:00 GMT";

    private readonly LeapingClock _clock = new(new DateTimeOffset(2024, 2, 20, 18, 15, 0, TimeSpan.Zero));
    private readonly TempFolder _folder = new();
    private readonly TestSite _inside = new(_ => SiteReply.File("%PDF-1.7 secrets"));
    private readonly TestSite _files;
    private readonly TestSite _site;
    private readonly PoliteFetcher _fetcher;
    private readonly CrawlShelf _shelf = new();
    private int _night = 1;
    private Func<SiteRequest, SiteReply?> _override = _ => null;

    public CrawlerTests()
    {
        _files = new TestSite(request => request.Target switch
        {
            "/store/1.pdf" => SiteReply.File("%PDF-1.7 attachment behind a redirect") with { Changed = Changed },
            _ => SiteReply.Error(404),
        });
        _site = new TestSite(request => _override(request) ?? Answer(request));
        _fetcher = new PoliteFetcher(_clock, _clock.Pause, () => 0.5);
        foreach (string words in new[] { "crawling.yaml", "pages.yaml" })
        {
            _folder.Write("pipelines/vocabulary/" + words, File.ReadAllText(Path.Combine(TestPaths.Pipelines, "vocabulary", words)));
        }
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _site.Dispose();
        _files.Dispose();
        _inside.Dispose();
        _folder.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task All_that_should_be_fetched_is_fetched_once_and_nothing_else()
    {
        CrawlReport report = await Crawl(new CrawlNotes());

        _site.Log.ShouldBe(
        [
            "/robots.txt 200",
            "/zwgk/index.html 200",
            "/zwgk/2023.html 200",
            "/calendar/1.html 200",
            "/gk/list.asp?lanmu=%D4%A4%BE%F6%CB%E3&page=2 200",
            "/calendar/2.html 200",
            "/calendar/3.html 200",
            "/pub/education.html 200",
            "/pub/att/%E8%A1%A81.xls 200",
            "/dl?id=1 302",
            "/pub/plain.html 200",
            "/busy.pdf 429",
            "/busy.pdf 200",
            "/flaky.pdf 500",
            "/flaky.pdf 200",
            "/broken.pdf 500",
            "/broken.pdf 500",
            "/broken.pdf 500",
            "/slow.pdf 200",
            "/slow.pdf 200",
            "/slow.pdf 200",
            "/pub/challenge.html 200",
            "/pub/missing.html 200",
            "/huge.pdf 200",
            "/endless.pdf 200",
            "/film.pdf 200",
            "/inside.pdf 302",
            "/loop.pdf 302",
            "/loop.pdf?1 302",
            "/loop.pdf?2 302",
            "/replaced.pdf 200",
            "/pub/2023.html 200",
            "/gk/down.asp?name=%B9%AB%B0%B2%BE%D6 302",
            "/gk/gongan.pdf 200",
        ]);
        _files.Log.ShouldBe(["/robots.txt 404", "/store/1.pdf 200"]);
        _inside.Log.ShouldBeEmpty();
        _site.MostAtOnce.ShouldBe(1);
        report.Outcome.ShouldBe(CrawlOutcome.Completed);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_report_tells_what_came_and_why_the_rest_did_not()
    {
        CrawlReport report = await Crawl(new CrawlNotes());

        report.New.Select(news => Short(news.Address)).ShouldBe(
        [
            "/pub/education.html", "/pub/plain.html", "/busy.pdf", "/flaky.pdf", "/replaced.pdf", "/pub/2023.html", "/gk/down.asp?name=%B9%AB%B0%B2%BE%D6",
        ]);
        report.Failures.Select(note => $"{Short(note.Address)} {note.Reason}").ShouldBe(
        [
            "/broken.pdf server-error", "/slow.pdf timeout", "/pub/challenge.html challenge", "/pub/missing.html error-page", "/loop.pdf redirects",
        ]);
        report.Refusals.Select(note => $"{Short(note.Address)} {note.Reason}").ShouldBe(
        [
            "/secret/budget.pdf robots", "/huge.pdf too-large", "/endless.pdf too-large", "/film.pdf type", "/inside.pdf private-address",
            "http://elsewhere.example.gov.cn/budget.pdf out-of-scope",
        ]);
        report.LimitsReached.ShouldBe(["pages of rule 2 of follow"]);
        report.Found.ShouldBe(18);
        report.Expectation.ShouldBe(CrawlExpectation.Below);
        report.Disappeared.ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_page_and_its_attachments_are_one_publication()
    {
        await Crawl(new CrawlNotes());

        CrawledPublication education = _shelf.Published[0];
        education.Text.ShouldBe("示例市教育局2024年部门预算公开");
        education.Listed.ShouldBe(new DateOnly(2024, 2, 1));
        Short(education.FoundOn).ShouldBe("/zwgk/index.html");
        education.Files.Select(file => $"{file.Role} {file.Name} {file.MediaType}").ShouldBe(
        [
            "Page education.html text/html", "Attachment 表1.xls application/x-ole-storage", "Attachment 1.pdf application/pdf",
        ]);
        CrawledPublication police = _shelf.Published[^1];
        police.Text.ShouldBe("公安局2024年预算");
        police.Listed.ShouldBe(new DateOnly(2024, 1, 31));
        police.Files.ShouldHaveSingleItem().Role.ShouldBe(LinkRole.File);
        Encoding.UTF8.GetString(_shelf.Bytes[police.Files[0].Sha256]).ShouldBe("%PDF-1.7 police");
    }

    [Fact(Timeout = 60_000)]
    public async Task The_second_night_fetches_only_what_changed()
    {
        var notes = new CrawlNotes();
        await Crawl(notes);
        NextNight();
        CrawlReport report = await Crawl(notes);

        _site.Log.Where(line => !line.EndsWith(" 304", StringComparison.Ordinal)).ShouldBe(
        [
            "/robots.txt 200",
            // Sends no validators: it comes again, is the same and goes nowhere.
            "/pub/att/%E8%A1%A81.xls 200",
            "/dl?id=1 302",
            "/busy.pdf 429",
            "/busy.pdf 200",
            "/flaky.pdf 500",
            "/flaky.pdf 200",
            // What could not be had before is tried again.
            "/broken.pdf 500",
            "/broken.pdf 500",
            "/broken.pdf 500",
            "/slow.pdf 200",
            "/slow.pdf 200",
            "/slow.pdf 200",
            "/pub/challenge.html 200",
            "/pub/missing.html 200",
            "/huge.pdf 200",
            "/endless.pdf 200",
            "/film.pdf 200",
            "/inside.pdf 302",
            "/loop.pdf 302",
            "/loop.pdf?1 302",
            "/loop.pdf?2 302",
            "/replaced.pdf 200",
            "/gk/down.asp?name=%B9%AB%B0%B2%BE%D6 302",
        ]);
        _site.Log.Count(line => line.EndsWith(" 304", StringComparison.Ordinal)).ShouldBe(10);
        _files.Log.ShouldBe(["/robots.txt 404", "/store/1.pdf 304"]);
        report.New.ShouldBeEmpty();
        report.Changed.ShouldHaveSingleItem().Files.Select(Short).ShouldBe(["/replaced.pdf"]);
        report.NotModified.ShouldBe(11);
        report.Unchanged.ShouldBe(3);
        _shelf.Published.Count.ShouldBe(8);
        _shelf.Bytes.Values.Select(bytes => Encoding.UTF8.GetString(bytes)).ShouldContain("%PDF-1.7 first issue");
        _shelf.Bytes.Values.Select(bytes => Encoding.UTF8.GetString(bytes)).ShouldContain("%PDF-1.7 second issue");
        notes.Captures.Count(capture => Short(capture.Address) == "/replaced.pdf").ShouldBe(2);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_store_remembers_what_the_second_night_needs()
    {
        using var store = DisclosureStore.Open(_folder["crawls.db"]);
        CrawlReport first = await Crawl(store.CrawlMemory);
        NextNight();
        CrawlReport second = await Crawl(store.CrawlMemory);

        _site.Log.Count(line => line.EndsWith(" 304", StringComparison.Ordinal)).ShouldBe(10);
        second.NotModified.ShouldBe(11);
        second.New.ShouldBeEmpty();
        second.Changed.ShouldHaveSingleItem().Files.Select(Short).ShouldBe(["/replaced.pdf"]);
        store.Publications("test-site", null, 100).Length.ShouldBe(7);
        store.CrawlReports("test-site", 10).Select(report => report.Run).ShouldBe([second.Run, first.Run]);
        CrawlCapture capture = store.Captures("test-site", _site.Root + "/gk/down.asp?name=%B9%AB%B0%B2%BE%D6").ShouldHaveSingleItem();
        capture.FinalAddress.ShouldBe(_site.Root + "/gk/gongan.pdf");
        capture.Headers["last-modified"].ShouldBe(Changed);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_host_is_given_pauses_and_the_waits_it_asks_for()
    {
        // To run out of patience, too, the clock leaps.
        _override = request => request.Target == "/slow.pdf" ? SiteReply.Error(404) : null;
        await Crawl(new CrawlNotes());

        // Crawl-delay of 7 seconds, more than the source's 2, and half of the jitter of 1.
        TimeSpan usual = TimeSpan.FromSeconds(7.5);
        _clock.Pauses.Count(pause => pause == usual).ShouldBeGreaterThan(20);
        _clock.Pauses.ShouldContain(TimeSpan.FromSeconds(90));
        _clock.Pauses.ShouldContain(TimeSpan.FromSeconds(20));

        // The host of the files asks for nothing; while it was asked, part of the pause at the site went by.
        _clock.Pauses.Where(pause => pause < usual).ShouldBe([TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(5)]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_look_fetches_lists_only_and_saves_nothing()
    {
        CrawlReport report = await Crawler().Look(Source());

        _site.Log.Count.ShouldBe(7);
        _site.Log.ShouldAllBe(line => line.Contains("/zwgk/") || line.Contains("/calendar/") || line.Contains("/gk/list") || line.Contains("/robots"));
        report.IsDryRun.ShouldBeTrue();
        report.Plan.Length.ShouldBe(18);
        report.Plan[0].Link.Text.ShouldBe("示例市教育局2024年部门预算公开");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_stopped_crawl_is_gone_on_with()
    {
        var notes = new CrawlNotes();
        using var stop = new CancellationTokenSource();
        _override = request =>
        {
            if (request.Target == "/pub/plain.html")
            {
                stop.Cancel();
            }

            return null;
        };
        CrawlReport first = await Crawler().Crawl(Source(), notes, _shelf, stop.Token);
        _override = _ => null;
        _site.ClearLog();
        CrawlReport second = await Crawl(notes);

        first.Outcome.ShouldBe(CrawlOutcome.Stopped);
        first.New.Length.ShouldBe(1);
        _site.Log[0].ShouldBe("/pub/plain.html 200");
        second.Resumed.ShouldBe(9);
        second.New.Length.ShouldBe(6);
        _shelf.Published.Count.ShouldBe(7);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_night_of_failures_hides_nothing()
    {
        var notes = new CrawlNotes();
        await Crawl(notes);
        NextNight();
        _override = request => request.Target == "/robots.txt" ? null : SiteReply.Page("<html><title>访问验证</title><script>location.reload()</script></html>");
        CrawlReport report = await Crawl(notes);

        report.Outcome.ShouldBe(CrawlOutcome.Failed);
        report.Failures.ShouldHaveSingleItem().Reason.ShouldBe(CrawlReason.Challenge);
        report.Disappeared.ShouldBeEmpty();
        report.Expectation.ShouldBe(CrawlExpectation.Below);
        notes.Present("test-site").Length.ShouldBe(7);

        _override = _ => null;
        NextNight();
        (await Crawl(notes)).New.ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_list_in_which_no_rule_finds_a_link_any_more_has_changed_its_layout()
    {
        var notes = new CrawlNotes();
        await Crawl(notes);
        NextNight();
        _override = request => request.Target == "/zwgk/index.html" ? SiteReply.Page("<html><body><div id=app><a href=/new>新版网站</a></div></body></html>") : null;
        CrawlReport report = await Crawl(notes);

        report.Outcome.ShouldBe(CrawlOutcome.Failed);
        report.Failures.ShouldHaveSingleItem().Reason.ShouldBe(CrawlReason.LayoutChanged);
        notes.Find("test-site", _site.Root + "/zwgk/index.html")!.Links.ShouldNotBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_gone_or_no_longer_listed_is_told_once_and_its_copy_kept()
    {
        var notes = new CrawlNotes();
        string list = "<ul class=list><li><a href=/a.pdf>甲局预算</a><li><a href=/b.pdf>乙局预算</a><li><a href=/c.pdf>丙局预算</a></ul>";
        var gone = new HashSet<string>();
        _override = request => request.Target switch
        {
            "/zwgk/index.html" => SiteReply.Page(list),
            "/robots.txt" => SiteReply.Error(404),
            var target => gone.Contains(target) ? SiteReply.Error(404) : SiteReply.File("%PDF-1.7 " + target),
        };
        await Crawl(notes);
        NextNight();
        gone.Add("/a.pdf");
        list = list.Replace("<li><a href=/b.pdf>乙局预算</a>", "");
        CrawlReport second = await Crawl(notes);
        NextNight();
        CrawlReport third = await Crawl(notes);

        second.Disappeared.Select(note => $"{Short(note.Address)} {note.Reason}").ShouldBe(["/a.pdf gone", "/b.pdf unlisted"]);
        third.Disappeared.ShouldBeEmpty();
        _site.Log.ShouldNotContain(line => line.StartsWith("/b.pdf"));
        _shelf.Bytes.Count.ShouldBe(3);
        notes.FindPublication("test-site", _site.Root + "/a.pdf").ShouldNotBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_asks_for_hours_is_left_alone_for_the_night()
    {
        _override = request => request.Target == "/robots.txt" ? null : SiteReply.Error(503, ("Retry-After", "7200"));
        CrawlReport report = await Crawl(new CrawlNotes());

        _site.Log.ShouldBe(["/robots.txt 200", "/zwgk/index.html 503"]);
        report.Failures.ShouldHaveSingleItem().Reason.ShouldBe(CrawlReason.AskedToWait);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_a_robots_file_that_can_be_had_nothing_is_fetched()
    {
        _override = _ => SiteReply.Error(500);
        CrawlReport report = await Crawl(new CrawlNotes());

        _site.Log.ShouldBe(["/robots.txt 500", "/robots.txt 500", "/robots.txt 500"]);
        report.Refusals.ShouldHaveSingleItem().Reason.ShouldBe(CrawlReason.Robots);
        report.Outcome.ShouldBe(CrawlOutcome.Failed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Silent_nights_in_season_are_counted_and_told()
    {
        var notes = new CrawlNotes();
        _override = request => request.Target switch
        {
            "/zwgk/index.html" => SiteReply.Page("<ul class=list><li><a href=/a.pdf>甲局预算</a></ul>"),
            "/a.pdf" => SiteReply.File("%PDF-1.7 a"),
            _ => SiteReply.Error(404),
        };
        var silent = new List<(int, bool)>();
        for (int i = 0; i < 4; i++)
        {
            CrawlReport report = await Crawl(notes);
            silent.Add((report.SilentNights, report.IsTooSilent));
            NextNight();
        }

        silent.ShouldBe([(0, false), (1, false), (2, false), (3, true)]);
    }

    private Task<CrawlReport> Crawl(ICrawlMemory memory) => Crawler().Crawl(Source(), memory, _shelf);

    private Crawler Crawler() => new(_fetcher, CrawlSources.Load(_folder["pipelines"]).Words, _clock);

    private void NextNight()
    {
        _night++;
        _clock.Leap(TimeSpan.FromDays(1));
        _site.ClearLog();
        _files.ClearLog();
    }

    private string Short(string address) => address.Replace(_site.Root, "");

    private CrawlSource Source()
    {
        _folder.Write(
            "pipelines/sources/test-site.yaml",
            $$"""
            id: test-site
            publisher: 示例市财政局
            start: [{{_site.Root}}/zwgk/index.html]
            allow-private: ['{{_site.Authority}}', '{{_files.Authority}}']
            follow:
              - {text: '^20\d\d年$', within: .years}
              - {url: /calendar/, pages: 3}
            pagination: [{text: ^下一页$, pages: 5}]
            deny: [{url: /login/}]
            keep:
              pages: [{url: '/pub/.*\.html$', text: 预算|决算, within: .list}]
              files: [{url: '\.pdf$|down\.asp', text: 预算|决算, within: .list}]
            schedule: {cron: '15 2 * * *', months: [2, 3], silent-nights: 3}
            politeness: {contact: crawl@example.org, delay: 2s, jitter: 1s, timeout: 30s, tries: 3, maximum: 100KB, redirects: 2}
            limits: {depth: 9}
            expect: {least: 19}
            """);
        return CrawlSources.Load(_folder["pipelines"]).Find("test-site")!;
    }

    private SiteReply Answer(SiteRequest request) => request.Target switch
    {
        "/robots.txt" => new SiteReply(200, Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /secret/\nCrawl-delay: 7\n"), ("Content-Type", "text/plain")),
        "/zwgk/index.html" => SiteReply.Page(
            $"""
            <!doctype html><html><head><title>预决算公开</title></head><body>
            <div class=menu><a href="/login/预算">登录</a> <a href="javascript:history.back()">返回</a> <a href="mailto:a@example.gov.cn">预算信箱</a></div>
            <div class="years"><a href="2023.html">2023年</a> <a href="/calendar/1.html">日历</a></div>
            <ul class="list">
            <li><a href="../pub/education.html" title="示例市教育局2024年部门预算公开">示例市教育局2024年部门...</a><span>2024-02-01</span></li>
            <li><a href="../pub/plain.html#top">财政局预算</a> (2024年2月2日)</li>
            <li><a href="../pub/./plain.html">财政局预算（一）</a></li>
            <li><a href="/secret/budget.pdf">保密局预算</a></li>
            <li><a href="/busy.pdf">繁忙局预算</a></li>
            <li><a href="/flaky.pdf">时好时坏局预算</a></li>
            <li><a href="/broken.pdf">坏了局预算</a></li>
            <li><a href="/slow.pdf">缓慢局预算</a></li>
            <li><a href="/pub/challenge.html">验证局预算</a></li>
            <li><a href="/pub/missing.html">没有局预算</a></li>
            <li><a href="/huge.pdf">巨大局预算</a></li>
            <li><a href="/endless.pdf">无尽局预算</a></li>
            <li><a href="/film.pdf">电影局预算</a></li>
            <li><a href="/inside.pdf">内部局预算</a></li>
            <li><a href="http://elsewhere.example.gov.cn/budget.pdf">外地预算</a></li>
            <li><a href="/loop.pdf">循环局预算</a></li>
            <li><a href="/replaced.pdf">换文局预算</a></li>
            <li><a href="/news/1.html">一条新闻</a></li>
            </ul>
            <div class="page"><a href="/gk/list.asp?lanmu=%D4%A4%BE%F6%CB%E3&amp;page=2">下一页</a></div></body></html>
            """),
        "/zwgk/2023.html" => SiteReply.Page("<html><body><ul class=list><li><a href='/pub/2023.html'>2023年决算</a></li></ul></body></html>"),
        "/gk/list.asp?lanmu=%D4%A4%BE%F6%CB%E3&page=2" => SiteReply.Page(
            "<html><head><meta charset=gb2312><base href='/gk/'></head><body><ul class=list><li>2024-1-31 <a href='down.asp?name=公安局'>公安局2024年预算</a></li></ul>这里还有一些中文</body></html>",
            Gbk),
        "/gk/down.asp?name=%B9%AB%B0%B2%BE%D6" => SiteReply.Redirect("gongan.pdf"),
        "/gk/gongan.pdf" => SiteReply.File("%PDF-1.7 police") with { Changed = Changed },
        var target when target.StartsWith("/calendar/", StringComparison.Ordinal) => SiteReply.Page($"<html><body><a href='{int.Parse(target[10..^5]) + 1}.html'>下个月</a></body></html>"),
        "/pub/education.html" => SiteReply.Page(
            """
            <html><body><h1>示例市教育局2024年部门预算公开</h1><p>现将示例市教育局2024年部门预算公开如下，欢迎社会各界监督。</p>
            <a href="att/表1.xls">附件1</a> <a href="/dl?id=1">附件2：说明.pdf</a> <a href="/about.html">关于我们</a></body></html>
            """),
        "/pub/att/%E8%A1%A81.xls" => new SiteReply(200, [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], ("Content-Type", "application/vnd.ms-excel")),
        "/dl?id=1" => SiteReply.Redirect(_files.Root + "/store/1.pdf"),
        "/pub/plain.html" => SiteReply.Page("<html><body><p>财政局2024年预算总额为一百万元，比上年增加两万元，没有附件。</p></body></html>"),
        "/pub/2023.html" => SiteReply.Page("<html><body><p>2023年决算总额为一百万元，比上年增加两万元，没有附件。</p></body></html>"),
        "/busy.pdf" => request.Count == 1 ? SiteReply.Error(429, ("Retry-After", "90")) : SiteReply.File("%PDF-1.7 busy"),
        "/flaky.pdf" => request.Count == 1 ? SiteReply.Error(500) : SiteReply.File("%PDF-1.7 flaky"),
        "/broken.pdf" => SiteReply.Error(500),
        "/slow.pdf" => new SiteReply(200, []) { Length = 1000, Write = FallSilent, IsEndless = true },
        "/pub/challenge.html" => SiteReply.Page("<html><head><script>document.cookie='a=1';location.reload()</script></head><body></body></html>"),
        "/pub/missing.html" => SiteReply.Page("<html><head><title>404 页面不存在</title></head><body>您访问的页面不存在</body></html>"),
        "/huge.pdf" => new SiteReply(200, []) { Length = 2_000_000_000, Write = Flood, IsEndless = true },
        "/endless.pdf" => new SiteReply(200, []) { Length = null, Write = Flood, IsEndless = true },
        "/film.pdf" => SiteReply.File("film", "video/mp4"),
        "/inside.pdf" => SiteReply.Redirect(_inside.Root + "/secrets.pdf"),
        var target when target.StartsWith("/loop.pdf", StringComparison.Ordinal) => SiteReply.Redirect("/loop.pdf?" + (target.Length == 9 ? 1 : target[10] - '0' + 1)),
        "/replaced.pdf" => SiteReply.File(_night == 1 ? "%PDF-1.7 first issue" : "%PDF-1.7 second issue") with { HasMark = true },
        _ => SiteReply.Error(404),
    };

    // Says nothing while its visitor's patience runs out.
    private async Task FallSilent(Stream stream)
    {
        await stream.FlushAsync();
        Task<int> left = stream.ReadAsync(new byte[1]).AsTask();
        while (!left.IsCompleted)
        {
            _clock.Leap(TimeSpan.FromSeconds(31));
            await Task.WhenAny(left, Task.Delay(5));
        }
    }

    private static async Task Flood(Stream stream)
    {
        byte[] block = new byte[64 * 1024];
        while (true)
        {
            await stream.WriteAsync(block);
        }
    }
}
