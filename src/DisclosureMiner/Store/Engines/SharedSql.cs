namespace DisclosureMiner.Store.Engines;

/// <summary>What stands in statements for what not every engine has.</summary>
internal static class SharedSql
{
    /// <summary>After a SELECT: takes its rows for this transaction and passes over those that another one has taken.</summary>
    public const string SkipLocked = "FOR UPDATE SKIP LOCKED";

    /// <summary>After a SELECT: keeps others from changing its rows until the transaction ends.</summary>
    public const string Share = "FOR SHARE";

    /// <summary>A function: where in the first text the second begins, from 1; 0 for nowhere.</summary>
    public const string Find = "instr";

    /// <summary>
    /// After a table: the index to go by, where an engine that knows nothing of its rows would take one that leads to every wide row. Others
    /// decide for themselves.
    /// </summary>
    public static string By(string index) => $"{IndexedBy}{index}";

    /// <summary>How <see cref="By"/> begins.</summary>
    public const string IndexedBy = "INDEXED BY ";
}
