using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Tests.Sources.Crawling;

public sealed class CrawlScheduleTests
{
    [Theory]
    [InlineData("15 2 * * *", "2024-02-20T18:14:59Z", "2024-02-20T18:15:00Z")]
    [InlineData("15 2 * * *", "2024-02-20T18:15:00Z", "2024-02-21T18:15:00Z")]
    [InlineData("0 0 1 * *", "2024-02-20T00:00:00Z", "2024-02-29T16:00:00Z")]
    [InlineData("40 3 * * 1-5", "2024-02-23T20:00:00Z", "2024-02-25T19:40:00Z")]
    public void The_next_crawl_is_told_by_the_clock_of_the_publisher(string cron, string after, string expected)
        => CrawlSchedule.Of(cron).Next(DateTimeOffset.Parse(after)).ShouldBe(DateTimeOffset.Parse(expected));

    [Fact]
    public void A_month_of_the_season_begins_when_it_does_there()
    {
        var schedule = CrawlSchedule.Of("15 2 * * *", season: [3]);

        schedule.IsInSeason(DateTimeOffset.Parse("2024-02-29T15:59:59Z")).ShouldBeFalse();
        schedule.IsInSeason(DateTimeOffset.Parse("2024-02-29T16:00:00Z")).ShouldBeTrue();
        CrawlSchedule.Of("15 2 * * *").IsInSeason(DateTimeOffset.UnixEpoch).ShouldBeTrue();
    }

    [Fact]
    public void What_is_no_cron_or_no_zone_is_told()
    {
        Should.Throw<FormatException>(() => CrawlSchedule.Of("15 2 * *"));
        Should.Throw<TimeZoneNotFoundException>(() => CrawlSchedule.Of("15 2 * * *", "Asia/Nowhere"));
    }
}
