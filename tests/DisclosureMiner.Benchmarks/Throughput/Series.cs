using System.Globalization;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>One way to go over documents, run once a round.</summary>
/// <param name="What">What runs over what.</param>
/// <param name="Jobs">How many documents it takes at a time.</param>
/// <param name="Amount">How much it goes over.</param>
/// <param name="Unit">What is counted: pages, files.</param>
/// <param name="Run">Runs it.</param>
internal sealed record Series(string What, int Jobs, int Amount, string Unit, Func<Clocked> Run)
{
    public const string Head =
        "                                         jobs   seconds (least-most)   processor s      per second   peak MB";

    private readonly List<Clocked> _rounds = [];

    /// <summary>Runs it once more.</summary>
    public void Measure() => _rounds.Add(Run());

    /// <summary>
    /// How many times as much it takes as another, compared within each round: whatever else the machine does at the time slows both.
    /// </summary>
    public Spread Against(Series other, Func<Clocked, double> measure) =>
        Spread.Of(_rounds.Zip(other._rounds, (mine, its) => measure(mine) / measure(its)));

    /// <summary>A row below <see cref="Head"/>.</summary>
    public override string ToString()
    {
        Spread seconds = Spread.Of(_rounds.Select(round => round.Seconds)), processor = Spread.Of(_rounds.Select(round => round.Processor));
        string spread = string.Create(CultureInfo.InvariantCulture, $"({seconds.Least:0.00}-{seconds.Most:0.00})");
        string pace = string.Create(CultureInfo.InvariantCulture, $"{Amount / seconds.Median:0.0} {Unit}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{What,-41}{Jobs,4}{seconds.Median,10:0.00} {spread,-15}{processor.Median,11:0.00}{pace,16}{_rounds.Max(round => round.Megabytes),10:0}");
    }
}
