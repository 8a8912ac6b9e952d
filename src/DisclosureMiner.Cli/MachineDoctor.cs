using System.Runtime.InteropServices;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Cli;

/// <summary>Looks at the machine.</summary>
internal static class MachineDoctor
{
    public static IEnumerable<Diagnosis> Look(Texts texts)
    {
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20;
        yield return Diagnosis.Ok("runtime", texts.Runtime(
            RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, RuntimeInformation.ProcessArchitecture.ToString(), Environment.ProcessorCount, memory));

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(CrawlSchedule.UsualZone, out TimeZoneInfo? zone))
        {
            yield return Diagnosis.Warn("time-zone", texts.NoTimeZones);
        }
        else
        {
            yield return zone.BaseUtcOffset == TimeSpan.FromHours(8)
                ? Diagnosis.Ok("time-zone", texts.TimeZoneThere(CrawlSchedule.UsualZone))
                : Diagnosis.Wrong("time-zone", texts.TimeZoneWrong(CrawlSchedule.UsualZone, zone.BaseUtcOffset));
        }
    }
}
