using DisclosureMiner.Checks;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>How things stand with a discrepancy.</summary>
public enum ReviewState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>It was decided about other values; those have changed since.</summary>
    Reopened,

    /// <summary>Decided: the document is wrong.</summary>
    Confirmed,

    /// <summary>Decided: nothing is wrong.</summary>
    FalseAlarm,

    /// <summary>Decided: the numbers differ rightly.</summary>
    Explained,
}

/// <summary>How things stand with a discrepancy, and the last decision about it.</summary>
/// <param name="State">How things stand.</param>
/// <param name="Last">The decision that counts; where it is reopened, the last one about other values; null when there is none.</param>
public sealed record Review(ReviewState State, Decision? Last)
{
    /// <summary>Nobody has decided.</summary>
    public static Review Open { get; } = new(ReviewState.Open, null);

    /// <summary>Whether somebody has decided about these values.</summary>
    public bool IsDecided => State is not (ReviewState.Open or ReviewState.Reopened);

    /// <summary>Whether it was decided that there is nothing to put right.</summary>
    public bool IsDismissed => State is ReviewState.FalseAlarm or ReviewState.Explained;
}

/// <summary>Decisions in words.</summary>
public static class ReviewWording
{
    /// <summary>How things stand.</summary>
    public static Bilingual InWords(this ReviewState state) => Wording.Text("reviews/" + Words.Of(state));

    /// <summary>What was decided.</summary>
    public static Bilingual InWords(this DecisionState state) => Wording.Text("reviews/" + Words.Of(state));
}
