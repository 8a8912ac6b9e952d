using System.Collections.Immutable;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>What became of planted faults, by type and in all.</summary>
public sealed class FaultReport
{
    /// <summary>Adds up outcomes; they are shown in the given order.</summary>
    public FaultReport(IEnumerable<FaultOutcome> outcomes)
    {
        Outcomes = [.. outcomes];
        All = FaultTally.Of(Outcomes);
    }

    /// <summary>The outcomes.</summary>
    public ImmutableArray<FaultOutcome> Outcomes { get; }

    /// <summary>All types together.</summary>
    public FaultTally All { get; }

    /// <summary>Each type that was planted.</summary>
    public IEnumerable<(FaultType Type, FaultTally Tally)> ByType =>
        Outcomes.GroupBy(outcome => outcome.Type).OrderBy(group => group.Key).Select(group => (group.Key, FaultTally.Of(group)));

    /// <summary>Each kind of file.</summary>
    public IEnumerable<(string MediaType, FaultTally Tally)> ByMediaType =>
        Outcomes.GroupBy(outcome => outcome.MediaType, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, FaultTally.Of(group)));

    /// <summary>Why faults cannot be found, with how many.</summary>
    public IEnumerable<(string Reason, int Count)> Reasons =>
        Outcomes.Where(outcome => !outcome.IsDetectable).CountBy(outcome => outcome.Reason).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));

    /// <summary>A table by type and a list of what was missed, for a terminal.</summary>
    public string ToText() => FaultText.Write(this);

    /// <summary>The same as one JSON object, camelCase, shares from 0 to 1 (null where nothing was looked at).</summary>
    public string ToJson() => FaultJson.Write(this);
}

/// <summary>How planted faults were found.</summary>
/// <param name="Planted">How many.</param>
/// <param name="Found">Of those that can be found, those that were reported: the recall.</param>
/// <param name="Located">Of those found, those whose place is among the evidence.</param>
/// <param name="Culprit">Of those found, those that were named as the cause.</param>
/// <param name="Explained">Of those found whose type has an explanation, those where it is the first hypothesis.</param>
/// <param name="Once">Of those found, those that were reported as one discrepancy.</param>
/// <param name="Beyond">Of those that nothing in the ground truth contradicts, those that were reported all the same.</param>
public sealed record FaultTally(int Planted, Tally Found, Tally Located, Tally Culprit, Tally Explained, Tally Once, Tally Beyond)
{
    /// <summary>The share of faults that can be found.</summary>
    public Tally Detectable => new(Found.Total, Planted);

    internal static FaultTally Of(IEnumerable<FaultOutcome> outcomes)
    {
        var tally = new FaultTally(0, default, default, default, default, default, default);
        foreach (FaultOutcome outcome in outcomes)
        {
            tally = tally with { Planted = tally.Planted + 1 };
            if (!outcome.IsDetectable)
            {
                tally = tally with { Beyond = tally.Beyond.And(outcome.IsFound) };
                continue;
            }

            tally = tally with { Found = tally.Found.And(outcome.IsFound) };
            if (outcome.IsFound)
            {
                tally = tally with
                {
                    Located = tally.Located.And(outcome.IsLocated),
                    Culprit = tally.Culprit.And(outcome.IsCulprit),
                    Explained = outcome.IsExplained is { } explained ? tally.Explained.And(explained) : tally.Explained,
                    Once = tally.Once.And(outcome.Reports.Length == 1),
                };
            }
        }

        return tally;
    }
}
