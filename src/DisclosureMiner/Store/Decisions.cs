namespace DisclosureMiner.Store;

/// <summary>All decisions of a store at one moment.</summary>
public sealed class Decisions
{
    private readonly ILookup<string, Decision> _byDiscrepancy;

    internal Decisions(IEnumerable<Decision> inOrder) => _byDiscrepancy = inOrder.ToLookup(decision => decision.Discrepancy, StringComparer.Ordinal);

    /// <summary>No decisions.</summary>
    public static Decisions None { get; } = new([]);

    /// <summary>The decisions about a discrepancy, the earliest first.</summary>
    public IEnumerable<Decision> About(string discrepancy) => _byDiscrepancy[discrepancy];

    /// <summary>How things stand with a discrepancy that has these values.</summary>
    public Review Of(string discrepancy, string valuesHash)
    {
        if (About(discrepancy).LastOrDefault(decision => decision.ValuesHash == valuesHash) is { } decided)
        {
            return new Review(
                decided.State switch
                {
                    DecisionState.Confirmed => ReviewState.Confirmed,
                    DecisionState.FalseAlarm => ReviewState.FalseAlarm,
                    _ => ReviewState.Explained,
                },
                decided);
        }

        return About(discrepancy).LastOrDefault() is { } other ? new Review(ReviewState.Reopened, other) : Review.Open;
    }
}
