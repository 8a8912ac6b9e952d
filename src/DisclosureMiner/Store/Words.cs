using System.Text.Json;

namespace DisclosureMiner.Store;

/// <summary>The words that stand for enumerations in outputs and in the database, the same in both.</summary>
public static class Words
{
    /// <summary><c>DecisionConflict</c> becomes <c>decision-conflict</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Known<T>.Words[Array.IndexOf(Known<T>.Values, value)];

    /// <summary>The value that the word stands for.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static T Read<T>(string word)
        where T : struct, Enum
    {
        int index = Array.IndexOf(Known<T>.Words, word);
        return index >= 0 ? Known<T>.Values[index] : throw new FormatException($"'{word}' is no {typeof(T).Name}.");
    }

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly string[] Words = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
    }
}
