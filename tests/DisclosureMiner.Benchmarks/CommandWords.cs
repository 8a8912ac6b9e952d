using System.Globalization;

namespace DisclosureMiner.Benchmarks;

/// <summary>The words behind a command: options with numbers, and a database.</summary>
internal static class CommandWords
{
    /// <summary>Reads them into the numbers, which hold what counts where nothing is said.</summary>
    /// <param name="words">As given.</param>
    /// <param name="numbers">The options that take a number above 0.</param>
    /// <param name="postgres">What <c>--postgres</c> said; null when it was left out.</param>
    /// <returns>False when they cannot be understood.</returns>
    public static bool TryRead(string[] words, Dictionary<string, int> numbers, out string? postgres)
    {
        postgres = null;
        for (int i = 0; i + 1 < words.Length; i += 2)
        {
            if (words[i] == "--postgres")
            {
                postgres = words[i + 1];
            }
            else if (numbers.ContainsKey(words[i]) && int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
            {
                numbers[words[i]] = number;
            }
            else
            {
                return false;
            }
        }

        return words.Length % 2 == 0;
    }
}
