using System.Collections.Immutable;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>Finds subjects of the dictionary by the words that prose uses for them.</summary>
internal sealed class SubjectIndex
{
    private const int ShortestSuffix = 3;

    private readonly Dictionary<string, ImmutableArray<Subject>> _byName = new(StringComparer.Ordinal);

    public SubjectIndex(SubjectCatalog catalog)
    {
        foreach (Subject subject in catalog.Subjects)
        {
            foreach (string name in subject.Labels.Concat(subject.Phrases).Concat(subject.Former).Distinct(StringComparer.Ordinal))
            {
                _byName[name] = _byName.TryGetValue(name, out var others) ? others.Add(subject) : [subject];
            }
        }
    }

    /// <summary>Whether the words are exactly a name of the dictionary.</summary>
    public bool Knows(string words) => _byName.ContainsKey(words);

    /// <summary>The subjects of these words: of the whole, else of the longest ending that is a name.</summary>
    public ImmutableArray<Subject> Find(string words)
    {
        for (int start = 0; words.Length - start >= ShortestSuffix || start == 0; start++)
        {
            if (_byName.TryGetValue(words[start..], out var subjects))
            {
                return subjects;
            }
        }

        return [];
    }
}
