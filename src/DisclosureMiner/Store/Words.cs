using System.Text.Json;

namespace DisclosureMiner.Store;

/// <summary>The words that stand for enumerations in outputs and in the database, the same in both.</summary>
public static class Words
{
    /// <summary><c>DecisionConflict</c> becomes <c>decision-conflict</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
