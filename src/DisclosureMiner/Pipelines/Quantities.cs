using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>Numbers, times and sizes in mappings.</summary>
internal static partial class Quantities
{
    /// <summary>A whole number that must be there.</summary>
    public static int Number(this Entry entry, string key, int least, int most) => NumberOf(entry.File, entry.Need(key), least, most);

    /// <summary>A whole number, or the usual one when the key is missing.</summary>
    public static int NumberOr(this Entry entry, string key, int least, int most, int usual) =>
        entry.Find(key) is { } node ? NumberOf(entry.File, node, least, most) : usual;

    /// <summary>A list of whole numbers; empty when the key is missing.</summary>
    public static ImmutableArray<int> Numbers(this Entry entry, string key, int least, int most) =>
        entry.Find(key) is { } list ? [.. entry.File.ElementsOf(list).Select(node => NumberOf(entry.File, node, least, most))] : [];

    /// <summary>A time such as 500ms, 5s, 10m or 1h, up to a day.</summary>
    public static TimeSpan TimeOr(this Entry entry, string key, TimeSpan usual)
    {
        if (entry.Find(key) is not { } node)
        {
            return usual;
        }

        Match match = Time().Match(entry.File.TextOf(node));
        long unit = match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" => TimeSpan.TicksPerMinute,
            _ => TimeSpan.TicksPerHour,
        };
        return match.Success && TimeSpan.FromTicks(unit * long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)) is var time && time <= TimeSpan.FromDays(1)
            ? time
            : throw entry.File.Expected(node, "a time such as 500ms, 5s, 10m or 1h, and no more than a day");
    }

    /// <summary>A size in bytes, such as 500KB or 100MB; no body is held that is longer than 1 GB.</summary>
    public static long SizeOr(this Entry entry, string key, long usual)
    {
        if (entry.Find(key) is not { } node)
        {
            return usual;
        }

        Match match = Size().Match(entry.File.TextOf(node));
        long unit = match.Groups["unit"].Value switch
        {
            "KB" => 1024,
            "MB" => 1024 * 1024,
            _ => 1024 * 1024 * 1024,
        };
        return match.Success && unit * long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) is var size && size is > 0 and <= 1024 * 1024 * 1024
            ? size
            : throw entry.File.Expected(node, "a size such as 500KB or 100MB, and no more than 1GB");
    }

    private static int NumberOf(PipelineFile file, YamlNode node, int least, int most) =>
        int.TryParse(file.TextOf(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw file.Expected(node, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));

    [GeneratedRegex(@"^(?<number>\d{1,6})\s*(?<unit>ms|s|m|h)$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?<number>\d{1,7})\s*(?<unit>KB|MB|GB)$")]
    private static partial Regex Size();
}
