namespace DisclosureMiner.Store;

/// <summary>What an earlier run has left of a document that is still good.</summary>
public enum Kept
{
    /// <summary>Nothing: it has to be read.</summary>
    Nothing,

    /// <summary>What was read: it has to be checked.</summary>
    Reading,

    /// <summary>Everything.</summary>
    Result,
}
