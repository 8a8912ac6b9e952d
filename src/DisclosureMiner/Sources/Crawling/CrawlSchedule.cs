using System.Collections.Immutable;
using Cronos;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>When a source is crawled.</summary>
public sealed class CrawlSchedule
{
    private readonly CronExpression _cron;
    private readonly TimeZoneInfo _zone;

    private CrawlSchedule(string cron, string zone, CronExpression parsed, TimeZoneInfo found, ImmutableArray<int> season, int silentNights)
    {
        Cron = cron;
        Zone = zone;
        Season = season;
        SilentNights = silentNights;
        _cron = parsed;
        _zone = found;
    }

    /// <summary>The time zone of a schedule that states none.</summary>
    public const string UsualZone = "Asia/Shanghai";

    /// <summary>The time of <see cref="UsualZone"/>.</summary>
    public static TimeZoneInfo ChinaTime => ZoneOf(UsualZone);

    /// <summary>Minute, hour, day, month, weekday: <c>15 2 * * *</c>.</summary>
    public string Cron { get; }

    /// <summary>The time zone in which <see cref="Cron"/> and <see cref="Season"/> are meant.</summary>
    public string Zone { get; }

    /// <summary>The same, as the system knows it.</summary>
    public TimeZoneInfo TimeZone => _zone;

    /// <summary>Months, 1 to 12, in which something new is expected; empty for all.</summary>
    public ImmutableArray<int> Season { get; }

    /// <summary>After so many crawls in season without anything new, somebody should look; 0 for never.</summary>
    public int SilentNights { get; }

    /// <summary>A schedule.</summary>
    /// <exception cref="FormatException"><paramref name="cron"/> has not the five fields of cron.</exception>
    /// <exception cref="TimeZoneNotFoundException">There is no such time zone.</exception>
    public static CrawlSchedule Of(string cron, string zone = UsualZone, ImmutableArray<int> season = default, int silentNights = 0)
    {
        try
        {
            return new CrawlSchedule(cron, zone, CronExpression.Parse(cron), ZoneOf(zone), season.IsDefault ? [] : season, silentNights);
        }
        catch (CronFormatException problem)
        {
            throw new FormatException(problem.Message, problem);
        }
    }

    /// <summary>The first moment of the schedule after another; null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) => _cron.GetNextOccurrence(after, _zone);

    /// <summary>Whether something new is expected at the time.</summary>
    public bool IsInSeason(DateTimeOffset time) => Season.IsEmpty || Season.Contains(TimeZoneInfo.ConvertTime(time, _zone).Month);

    private static TimeZoneInfo ZoneOf(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (TimeZoneNotFoundException) when (name == UsualZone)
        {
            // Small containers come without the data of time zones; China has had one offset and no summer time since 1991.
            return TimeZoneInfo.CreateCustomTimeZone(UsualZone, TimeSpan.FromHours(8), UsualZone, UsualZone);
        }
    }
}
