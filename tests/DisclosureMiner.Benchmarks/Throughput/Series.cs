using System.Globalization;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>One way to go over documents, run once a round.</summary>
/// <param name="What">What runs over what.</param>
/// <param name="Jobs">How many documents it takes at a time.</param>
/// <param name="Pages">How many pages it goes over.</param>
/// <param name="Run">Runs it.</param>
internal sealed record Series(string What, int Jobs, int Pages, Func<Clocked> Run)
{
    public const string Head =
        "                                                  jobs  seconds (least-most)    processor s  pages/s  peak MB";

    private readonly List<Clocked> _rounds = [];

    /// <summary>What each round took.</summary>
    public IReadOnlyList<Clocked> Rounds => _rounds;

    /// <summary>Runs it once more.</summary>
    public void Measure() => _rounds.Add(Run());

    /// <summary>
    /// How many times as much it takes as another, compared within each round: whatever else the machine does at the time slows both.
    /// </summary>
    public Spread Against(Series other, Func<Clocked, double> measure) =>
        Spread.Of(_rounds.Zip(other._rounds, (mine, its) => measure(mine) / measure(its)));

    /// <summary>The median of a measure.</summary>
    public double Median(Func<Clocked, double> measure) => Spread.Of(_rounds.Select(measure)).Median;

    /// <summary>A row below <see cref="Head"/>.</summary>
    public override string ToString()
    {
        Spread seconds = Spread.Of(_rounds.Select(round => round.Seconds));
        string spread = string.Create(CultureInfo.InvariantCulture, $"({seconds.Least:0.00}-{seconds.Most:0.00})");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{What,-50}{Jobs,4}{seconds.Median,9:0.00} {spread,-16}{Median(round => round.Processor),11:0.00}{Pages / seconds.Median,9:0}{_rounds.Max(round => round.Megabytes),9:0}");
    }
}
