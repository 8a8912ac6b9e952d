using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>Finds subjects of the dictionary by the words that prose uses for them.</summary>
internal sealed class SubjectIndex
{
    private const int ShortestSuffix = 3;

    private readonly Dictionary<string, ImmutableArray<Subject>> _byName = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(string From, string To)> _spellings;

    public SubjectIndex(SubjectCatalog catalog, Vocabulary words)
    {
        _spellings = [.. words["spellings"].Select(entry => entry.Split('=')).Select(pair => (pair[0], pair[1]))];
        foreach (Subject subject in catalog.Subjects)
        {
            foreach (string name in subject.Labels.Concat(subject.Phrases).Concat(subject.Former).Select(Spelled).Distinct(StringComparer.Ordinal))
            {
                _byName[name] = _byName.TryGetValue(name, out var others) ? others.Add(subject) : [subject];
            }
        }
    }

    /// <summary>The words in the spelling that all names are compared in: 其它 is 其他.</summary>
    public string Spelled(string words)
    {
        foreach ((string from, string to) in _spellings)
        {
            words = words.Replace(from, to, StringComparison.Ordinal);
        }

        return words;
    }

    /// <summary>Whether the words are exactly a name of the dictionary.</summary>
    public bool Knows(string words) => _byName.ContainsKey(Spelled(words));

    /// <summary>The subjects that go by exactly this name.</summary>
    public ImmutableArray<Subject> Named(string name) => _byName.GetValueOrDefault(Spelled(name), []);

    /// <summary>The subjects of these words: of the whole, else of the longest ending that is a name.</summary>
    public ImmutableArray<Subject> Find(string words)
    {
        string spelled = Spelled(words);
        for (int start = 0; spelled.Length - start >= ShortestSuffix || start == 0; start++)
        {
            if (_byName.TryGetValue(spelled[start..], out var subjects))
            {
                return subjects;
            }
        }

        return [];
    }
}
