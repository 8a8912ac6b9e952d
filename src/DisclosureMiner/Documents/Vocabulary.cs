using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>
/// Named lists of folded words and phrases from the pipeline's <c>vocabulary/</c>: what means an increase, a total row, a
/// contents page. Code asks for a list by name; a list that is missing is a mistake of the pipeline.
/// </summary>
public sealed class Vocabulary(ImmutableSortedDictionary<string, ImmutableArray<string>> lists)
{
    // A document asks tens of thousands of times, and a sorted dictionary compares its way down to the name each time.
    private readonly Dictionary<string, ImmutableArray<string>> _byName = new(lists, StringComparer.Ordinal);

    /// <summary>All lists by name.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Lists { get; } = lists;

    /// <summary>The list of that name, in the pipeline's order.</summary>
    /// <exception cref="KeyNotFoundException">The pipeline has no such list.</exception>
    public ImmutableArray<string> this[string name] =>
        _byName.TryGetValue(name, out ImmutableArray<string> list)
            ? list
            : throw new KeyNotFoundException($"The pipeline's vocabulary has no list named '{name}'.");
}
