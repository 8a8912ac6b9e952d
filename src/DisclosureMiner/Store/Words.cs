using System.Runtime.CompilerServices;
using System.Text.Json;

namespace DisclosureMiner.Store;

/// <summary>The words that stand for enumerations in outputs and in the database, the same in both.</summary>
public static class Words
{
    /// <summary><c>DecisionConflict</c> becomes <c>decision-conflict</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Known<T>.Words[Index(value)];

    /// <summary>The value that the word stands for.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static T Read<T>(string word)
        where T : struct, Enum
    {
        int index = Array.IndexOf(Known<T>.Words, word);
        return index >= 0 ? Value<T>(index) : throw new FormatException($"'{word}' is no {typeof(T).Name}.");
    }

    /// <summary>All words, in the order of their values.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Known<T>.Words;

    // The enumerations count from 0 without gaps.
    internal static int Index<T>(T value)
        where T : struct, Enum => Unsafe.As<T, int>(ref value);

    internal static T Value<T>(int index)
        where T : struct, Enum => Unsafe.As<int, T>(ref index);

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly string[] Words = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
    }
}
