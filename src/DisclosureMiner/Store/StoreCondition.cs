namespace DisclosureMiner.Store;

/// <summary>What a look at the database of a store tells, before anything is changed in it.</summary>
/// <param name="Engine">SQLite or PostgreSQL.</param>
/// <param name="Version">The version of the engine: 13.4.</param>
/// <param name="Encoding">How it encodes texts: UTF8, UTF-8.</param>
/// <param name="Level">The last step that was taken on its shape; 0 when it holds no store yet.</param>
/// <param name="Latest">The last step that this version knows.</param>
/// <param name="Now">The time by the clock that all who share the store go by.</param>
/// <param name="Damage">What is wrong inside the file; null when nothing is, or when the server sees to that.</param>
public sealed record StoreCondition(string Engine, Version Version, string Encoding, int Level, int Latest, DateTimeOffset Now, string? Damage)
{
    /// <summary>Whether the database is of the shape that this version expects.</summary>
    public bool IsCurrent => Level == Latest;
}
