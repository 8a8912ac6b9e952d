using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents;

/// <summary>The regular expressions of the pipelines, made when they are first needed and then kept.</summary>
internal static class Patterns
{
    private static readonly ConcurrentDictionary<string, Regex> Made = new(StringComparer.Ordinal);

    /// <summary>Whether any of the patterns is found in the text.</summary>
    public static bool Any(IEnumerable<string> patterns, string text) => patterns.Any(pattern => Of(pattern).IsMatch(text));

    /// <summary>The expression of that pattern.</summary>
    public static Regex Of(string pattern) =>
        Made.GetOrAdd(pattern, static text => new Regex(text, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));
}
