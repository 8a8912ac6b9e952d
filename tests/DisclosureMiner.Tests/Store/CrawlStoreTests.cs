using System.Collections.Immutable;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Tests.Store;

public sealed class CrawlStoreTests : IDisposable
{
    private static readonly DateTimeOffset Night = new(2024, 2, 20, 18, 15, 0, TimeSpan.Zero);

    private StorePlace? _place;
    private DisclosureStore _store = null!;

    private ICrawlMemory Memory => _store.CrawlMemory;

    public void Dispose()
    {
        _store.Dispose();
        _place!.Dispose();
    }

    [Theory, EachEngine]
    public void What_is_known_of_an_address_comes_back_as_it_was(TestEngine engine)
    {
        Start(engine);
        var known = new KnownAddress("s", "http://www.example.gov.cn/a", LinkRole.Page)
        {
            Rules = "v1",
            Validators = new Validators("\"mark\"", null, "http://www.example.gov.cn/b"),
            Sha256 = "ab",
            MediaType = "text/html",
            Name = "预算.html",
            Fingerprint = "f",
            Checked = Night,
            Failures = 2,
            Links = [new CrawlLink("http://www.example.gov.cn/c.pdf", "附件", new DateOnly(2024, 2, 1), LinkRole.Attachment, 0)],
        };
        Memory.Remember(known with { Failures = 1 });
        Memory.Remember(known);

        KnownAddress found = Memory.Find("s", known.Address)!;
        (found with { Links = [] }).ShouldBe(known with { Links = [] });
        found.Links.ShouldBe(known.Links);
        Memory.Find("other", known.Address).ShouldBeNull();
        Memory.Present("s").ShouldHaveSingleItem().Address.ShouldBe(known.Address);
        Memory.Remember(known with { State = AddressState.Gone });
        Memory.Present("s").ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public void A_crawl_that_never_said_how_it_ended_was_stopped(TestEngine engine)
    {
        Start(engine);
        Memory.LastCrawl("s").ShouldBeNull();
        Memory.Begin("r1", "s", Night);
        Memory.LastCrawl("s").ShouldBe(new EarlierCrawl("r1", Night, true, 0));
        var report = new CrawlReport("r1", "s", Night)
        {
            Outcome = CrawlOutcome.Failed,
            SilentNights = 4,
            Failures = [new CrawlNote("http://www.example.gov.cn/", CrawlReason.Challenge, "它说'访问验证'")],
            New = [new CrawlNews("a", "b", new DateOnly(2024, 2, 1), ["c"])],
        };
        Memory.End(report);
        Memory.Begin("r2", "other", Night.AddDays(1));

        Memory.LastCrawl("s").ShouldBe(new EarlierCrawl("r1", Night, false, 4));
        CrawlReport read = _store.CrawlReports("s", 10).ShouldHaveSingleItem();
        read.Outcome.ShouldBe(CrawlOutcome.Failed);
        read.Failures.ShouldBe(report.Failures);
        read.New[0].Files.ShouldBe(["c"]);
        _store.CrawlReports("other", 10).ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public void Publications_are_listed_page_by_page_the_latest_first(TestEngine engine)
    {
        Start(engine);
        for (int i = 0; i < 5; i++)
        {
            Memory.Save(Publication("s", $"p{i}", $"h{i}"), "r1", Night.AddMinutes(i / 2));
        }

        Memory.Save(Publication("other", "p9", "h1"), "r1", Night);
        ImmutableArray<StoredPublication> first = _store.Publications("s", null, 2);
        ImmutableArray<StoredPublication> second = _store.Publications("s", first[^1].Place, 2);
        ImmutableArray<StoredPublication> third = _store.Publications("s", second[^1].Place, 2);

        first.Concat(second).Concat(third).Select(stored => stored.Publication.Address).ShouldBe(["p4", "p3", "p2", "p1", "p0"]);
        _store.PublicationsOf("h1").Select(publication => publication.Source).ShouldBe(["other", "s"]);
    }

    [Theory, EachEngine]
    public void A_file_that_is_removed_from_a_publication_is_still_known(TestEngine engine)
    {
        Start(engine);
        CrawledPublication publication = Publication("s", "p", "h1", "h2");
        Memory.Save(publication, "r1", Night);
        Memory.Save(publication with { Files = [publication.Files[0]] }, "r2", Night.AddDays(1));

        StoredPublication stored = _store.FindPublication("s", "p")!;
        stored.Publication.Files.Select(file => file.Sha256).ShouldBe(["h1"]);
        stored.Removed.Select(file => file.Sha256).ShouldBe(["h2"]);
        stored.Found.ShouldBe(Night);
        stored.Changed.ShouldBe(Night.AddDays(1));
        stored.Run.ShouldBe("r2");
        _store.PublicationsOf("h2").ShouldHaveSingleItem();
        _store.Publications("s", null, 10).ShouldHaveSingleItem().Removed.Select(file => file.Sha256).ShouldBe(["h2"]);
    }

    [Theory, EachEngine]
    public void Clearing_leaves_the_last_capture_of_every_address_and_all_that_publications_name(TestEngine engine)
    {
        Start(engine);
        Memory.Save(Capture("list", "r1", "l1", 0));
        Memory.Save(Capture("list", "r2", "l2", 1));
        Memory.Save(Capture("list", "r3", "l3", 2));
        Memory.Save(Capture("gone", "r1", "g1", 0));
        Memory.Save(Capture("file", "r1", "h1", 0));
        Memory.Save(Capture("file", "r2", "h2", 1));
        Memory.Save(Publication("s", "p", "h1"), "r1", Night);

        _store.ClearCaptures(Night.AddDays(1)).ShouldBe(["l1"]);
        _store.Captures("s", "list").Select(capture => capture.Sha256).ShouldBe(["l3", "l2"]);
        _store.Captures("s", "gone").ShouldHaveSingleItem().Headers["etag"].ShouldBe("\"x\"");
        _store.Captures("s", "file").Length.ShouldBe(2);
    }

    private void Start(TestEngine engine)
    {
        _place = new StorePlace(engine);
        _store = _place.Open();
    }

    private static CrawledPublication Publication(string source, string address, params string[] hashes) => new(
        source,
        address,
        "预算",
        new DateOnly(2024, 2, 1),
        "list",
        [.. hashes.Select((hash, i) => new PublicationFile($"{address}/{i}", i == 0 ? LinkRole.Page : LinkRole.Attachment, hash, "text/html", "a.html", "预算"))]);

    private static CrawlCapture Capture(string address, string run, string hash, int day) => new(
        run, "s", address, address, LinkRole.File, Night.AddDays(day), 200, ImmutableSortedDictionary<string, string>.Empty.Add("etag", "\"x\""), hash, 3_000_000_000, "text/html", "a", "b", null, null);
}
