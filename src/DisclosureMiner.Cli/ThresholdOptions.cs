using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Cli;

/// <summary>The options by which a run of <c>score</c> fails when a measure is not as good as was asked: <c>--min-precision 0.95</c> ...</summary>
internal sealed class ThresholdOptions
{
    private readonly Screen _screen;
    private readonly ImmutableArray<(ScoreMeasure Measure, Option<string?> Option)> _least;
    private readonly Option<string?> _mostFalseAlarms;

    public ThresholdOptions(Command command, Screen screen)
    {
        _screen = screen;
        _least = [.. ScoreMeasure.All.Select(measure =>
            (measure, new Option<string?>("--min-" + measure.Id) { Description = screen.Texts.Least(measure.Id), HelpName = "0..1" }))];
        _mostFalseAlarms = new Option<string?>("--max-false-alarms") { Description = screen.Texts.MostFalseAlarms, HelpName = "N" };
        foreach ((_, Option<string?> option) in _least)
        {
            command.Add(option);
        }

        command.Add(_mostFalseAlarms);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">A value is no share, or no number.</exception>
    public ScoreThresholds Of(ParseResult parsed)
    {
        var least = ImmutableArray.CreateBuilder<(ScoreMeasure, decimal)>();
        foreach ((ScoreMeasure measure, Option<string?> option) in _least)
        {
            if (parsed.GetValue(option) is { } text)
            {
                least.Add((measure, Number(text) is { } share and <= 1 ? share : throw new UsageException(_screen.Texts.BadShare(option.Name, text))));
            }
        }

        decimal? most = parsed.GetValue(_mostFalseAlarms) is not { } number
            ? null
            : Number(number) ?? throw new UsageException(_screen.Texts.BadNumber(_mostFalseAlarms.Name, number));
        return new ScoreThresholds(least.ToImmutable(), most);
    }

    /// <summary>Refuses what nobody can measure on planted faults.</summary>
    /// <exception cref="UsageException">A measure was asked for that faults do not have.</exception>
    public void RefuseBesideFaults(ScoreThresholds thresholds)
    {
        IEnumerable<string> refused = thresholds.Least.Where(pair => pair.Measure.OfFaults is null).Select(pair => "--min-" + pair.Measure.Id)
            .Concat(thresholds.MostFalseAlarms is null ? [] : [_mostFalseAlarms.Name]);
        if (refused.FirstOrDefault() is { } option)
        {
            throw new UsageException(_screen.Texts.NotOfFaults(option));
        }
    }

    /// <summary>Refuses what can be measured on planted faults only.</summary>
    /// <exception cref="UsageException">Such a measure was asked for.</exception>
    public void RefuseWithoutFaults(ScoreThresholds thresholds)
    {
        if (thresholds.Least.FirstOrDefault(pair => pair.Measure.Parts.IsEmpty).Measure is { } measure)
        {
            throw new UsageException(_screen.Texts.OnlyOfFaults("--min-" + measure.Id));
        }
    }

    /// <summary>Says on standard error what falls short; whether anything does.</summary>
    public bool Fail(ImmutableArray<Shortfall> shortfalls)
    {
        foreach (Shortfall shortfall in shortfalls)
        {
            _screen.Error.WriteLine(shortfall.Value is { } value
                ? _screen.Texts.FallsShort(shortfall.Name, Short(value, shortfall), shortfall.Counts, Digits(shortfall.Asked), shortfall.IsLeast)
                : _screen.Texts.NothingLookedAt(shortfall.Name));
        }

        return shortfalls.Any(shortfall => shortfall.IsFailure);
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    // Rounded away from what was asked, so that 0.94996 is not told to be below 0.95 as 0.9500.
    private static string Short(decimal value, Shortfall shortfall)
    {
        decimal scaled = value * 10_000m;
        return Digits((shortfall.IsLeast ? Math.Floor(scaled) : Math.Ceiling(scaled)) / 10_000m);
    }

    private static string Digits(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
