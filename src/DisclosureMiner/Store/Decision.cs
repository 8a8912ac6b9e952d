using System.Globalization;

namespace DisclosureMiner.Store;

/// <summary>What a reviewer makes of a discrepancy.</summary>
public enum DecisionState
{
    /// <summary>The document is wrong.</summary>
    Confirmed,

    /// <summary>Nothing is wrong: it was misread, or a rule does not apply.</summary>
    FalseAlarm,

    /// <summary>The numbers do differ, and rightly so.</summary>
    Explained,
}

/// <summary>What somebody decided about a discrepancy. It is never changed; another decision may follow.</summary>
/// <param name="Discrepancy">The discrepancy's id.</param>
/// <param name="ValuesHash">Its values at the time; of others it says nothing.</param>
/// <param name="State">What was decided.</param>
/// <param name="By">Who decided.</param>
/// <param name="When">When, UTC, to the second.</param>
/// <param name="Because">Why.</param>
public sealed record Decision(string Discrepancy, string ValuesHash, DecisionState State, string By, DateTime When, string Because)
{
    /// <summary>The day and hour as they are written: <c>2026-11-25T21:18:00Z</c>.</summary>
    public string WhenText => When.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
