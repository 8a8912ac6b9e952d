namespace DisclosureMiner.Store.Engines;

/// <summary>What stands in statements for what not every engine has.</summary>
internal static class SharedSql
{
    /// <summary>After a SELECT: takes its rows for this transaction and passes over those that another one has taken.</summary>
    public const string SkipLocked = "FOR UPDATE SKIP LOCKED";

    /// <summary>After a SELECT: keeps others from changing its rows until the transaction ends.</summary>
    public const string Share = "FOR SHARE";
}
