using System.Collections.Immutable;
using System.Globalization;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>What published pages show, written down from their pictures and from the words of another reader of PDF.</summary>
internal static class ShownOnPages
{
    /// <summary>The amounts inside drawn tables, for each document.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<ShownAmount>> Amounts { get; } = ReadAmounts(Lines("visible-amounts.txt"));

    /// <summary>How many digits each page shows without running heads and page numbers, for each document.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<int>> Digits { get; } = Lines("visible-digits.txt")
        .Select(line => line.Split(": "))
        .ToImmutableSortedDictionary(parts => parts[0], parts => parts[1].Split(' ').Select(Number).ToImmutableArray(), StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, ImmutableArray<ShownAmount>> ReadAmounts(IEnumerable<string> lines)
    {
        var documents = new Dictionary<string, ImmutableArray<ShownAmount>.Builder>(StringComparer.Ordinal);
        ImmutableArray<ShownAmount>.Builder amounts = ImmutableArray.CreateBuilder<ShownAmount>();
        foreach (string line in lines)
        {
            if (line.EndsWith(".pdf", StringComparison.Ordinal))
            {
                documents[line] = amounts = ImmutableArray.CreateBuilder<ShownAmount>();
                continue;
            }

            string[] parts = line.Split(": ");
            int[] place = [.. parts[0].Split(' ').Select(Number)];
            amounts.AddRange(parts[1].Split(' ').Select(amount => amount.Split('@')).Select(amount => new ShownAmount(place[0], Number(amount[1]), place[1], amount[0])));
        }

        return documents.ToImmutableSortedDictionary(document => document.Key, document => document.Value.ToImmutable(), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(TestPaths.TestProject, "Documents", "Pdf", "data", file)).Where(line => !line.StartsWith('#'));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>An amount as printed, and its middle in points from the top left of the page.</summary>
internal readonly record struct ShownAmount(int Page, int X, int Y, string Text);
