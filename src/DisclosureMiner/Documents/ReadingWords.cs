using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>The pipeline's words as the readers ask for them: over labels, that is folded, in lower case and without white space.</summary>
internal sealed class ReadingWords(ReadingKnowledge knowledge)
{
    private readonly Dictionary<string, (ImmutableArray<string> Words, HashSet<string> Set)> _lists = [];

    /// <summary>The units and table kinds.</summary>
    public ReadingKnowledge Knowledge { get; } = knowledge;

    /// <summary>Units by symbol.</summary>
    public Dictionary<string, Unit> Units { get; } = UnitsOf(knowledge);

    /// <summary>The words of a list, squeezed like labels.</summary>
    public ImmutableArray<string> Of(string list) => Get(list).Words;

    /// <summary>Whether the label is a word of the list.</summary>
    public bool Is(string list, string label) => Get(list).Set.Contains(label);

    /// <summary>Whether a word of the list stands anywhere in the label.</summary>
    public bool In(string list, string label) => Of(list).Any(word => label.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether the label ends with a word of the list.</summary>
    public bool Ends(string list, string label) => Of(list).Any(word => label.EndsWith(word, StringComparison.Ordinal));

    /// <summary>The longest word of the list that the label starts with, or null.</summary>
    public string? Start(string list, string label) =>
        Of(list).Where(word => label.StartsWith(word, StringComparison.Ordinal)).MaxBy(word => word.Length);

    /// <summary>The index of the first word of the list within the label, at the earliest place; -1 when there is none.</summary>
    public int IndexIn(string list, string label) =>
        Of(list).Select(word => label.IndexOf(word, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();

    private (ImmutableArray<string> Words, HashSet<string> Set) Get(string list)
    {
        if (!_lists.TryGetValue(list, out (ImmutableArray<string> Words, HashSet<string> Set) entry))
        {
            ImmutableArray<string> words = [.. Knowledge.Words[list].Select(word => Folding.Label(word).ToLowerInvariant())];
            entry = (words, words.ToHashSet(StringComparer.Ordinal));
            _lists.Add(list, entry);
        }

        return entry;
    }

    private static Dictionary<string, Unit> UnitsOf(ReadingKnowledge knowledge)
    {
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (Unit unit in knowledge.Units)
        {
            units.TryAdd(Folding.Label(unit.Symbol).ToLowerInvariant(), unit);
        }

        return units;
    }
}
