using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>Kinds of disclosures.</summary>
internal static class Genre
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static ImmutableArray<string> All { get; } = ["department-budget", "unit-budget", "final-accounts", "three-public", "report", "other"];
}
