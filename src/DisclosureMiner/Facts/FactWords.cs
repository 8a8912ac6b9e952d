namespace DisclosureMiner.Facts;

/// <summary>The words for phases and measures in pipelines and outputs.</summary>
internal static class FactWords
{
    /// <summary>Words for phases.</summary>
    public static IReadOnlyDictionary<string, Phase> Phases { get; } = new Dictionary<string, Phase>(StringComparer.Ordinal)
    {
        ["budget"] = Phase.Budget,
        ["opening-budget"] = Phase.OpeningBudget,
        ["adjusted-budget"] = Phase.AdjustedBudget,
        ["estimated-outturn"] = Phase.EstimatedOutturn,
        ["final"] = Phase.Final,
    };

    /// <summary>Words for measures.</summary>
    public static IReadOnlyDictionary<string, Measure> Measures { get; } = new Dictionary<string, Measure>(StringComparer.Ordinal)
    {
        ["amount"] = Measure.Amount,
        ["change"] = Measure.Change,
        ["rate"] = Measure.Rate,
        ["share"] = Measure.Share,
        ["completion"] = Measure.Completion,
        ["count"] = Measure.Count,
    };
}
