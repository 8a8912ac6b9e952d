using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Scoring.Faults;

namespace DisclosureMiner.Scoring;

/// <summary>What a score report has to reach over all its documents. <see cref="None"/> asks for nothing.</summary>
/// <param name="Least">The least share of a measure, 0 to 1.</param>
/// <param name="MostFalseAlarms">The most false alarms for each document in which nothing is wrong; null for any number.</param>
public sealed record ScoreThresholds(ImmutableArray<(ScoreMeasure Measure, decimal Share)> Least, decimal? MostFalseAlarms)
{
    /// <summary>Nothing is asked for.</summary>
    public static ScoreThresholds None { get; } = new([], null);

    /// <summary>Every measure that falls short or that nothing was looked at for, in the order of the report.</summary>
    public ImmutableArray<Shortfall> Of(ScoreTotals totals)
    {
        List<Shortfall> shortfalls = [.. Short(measure => measure.Parts.Select(part => (part.Name, part.Of(totals))))];
        if (MostFalseAlarms is { } most && (totals.FalseAlarmsPerCleanDocument is not { } alarms || alarms > most))
        {
            string counts = string.Create(CultureInfo.InvariantCulture, $"{totals.CleanAlarms}/{totals.Clean}");
            shortfalls.Add(new Shortfall("false alarms per clean document", totals.FalseAlarmsPerCleanDocument, counts, most, IsLeast: false));
        }

        return [.. shortfalls];
    }

    /// <summary>Every measure of planted faults that falls short; measures that faults do not have are passed over.</summary>
    public ImmutableArray<Shortfall> Of(FaultTally faults) =>
        [.. Short(measure => measure.OfFaults is { } of ? [(measure.Id, of(faults))] : [])];

    private IEnumerable<Shortfall> Short(Func<ScoreMeasure, IEnumerable<(string Name, Tally Tally)>> parts) =>
        from pair in Least.OrderBy(pair => ScoreMeasure.All.IndexOf(pair.Measure))
        from part in parts(pair.Measure)
        where part.Tally.Share is not { } share || share < pair.Share
        select new Shortfall(part.Name, part.Tally.Share, part.Tally.ToString(), pair.Share, IsLeast: true);
}

/// <summary>A measure that is not as good as was asked, or that could not be tested.</summary>
/// <param name="Name">The measure's name.</param>
/// <param name="Value">What it came to; null when nothing was looked at, which is no failure.</param>
/// <param name="Counts">The counts behind it: <c>14/15</c>.</param>
/// <param name="Asked">What was asked.</param>
/// <param name="IsLeast">Whether <paramref name="Asked"/> is the least, else it is the most.</param>
public sealed record Shortfall(string Name, decimal? Value, string Counts, decimal Asked, bool IsLeast)
{
    /// <summary>Whether it fails the run.</summary>
    public bool IsFailure => Value is not null;
}
