using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// A mapping that is read key by key. Whoever has read all he knows calls <see cref="Close"/>, which turns a key nobody asked
/// for (mostly a misspelt one) into an error.
/// </summary>
internal sealed class Entry(PipelineFile file, YamlMappingNode node)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The file it stands in.</summary>
    public PipelineFile File => file;

    /// <summary>The mapping.</summary>
    public YamlMappingNode Node => node;

    /// <summary>The value of a key, or null when the mapping has no such key.</summary>
    public YamlNode? Find(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public YamlNode Need(string key) => Find(key) ?? throw file.At(node, $"expected the key '{key}'");

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => file.TextOf(Need(key));

    /// <summary>A text, or nothing.</summary>
    public string? TextOrNull(string key) => Find(key) is { } value ? file.TextOf(value) : null;

    /// <summary>true or false; false when the key is missing.</summary>
    public bool Flag(string key) => Find(key) switch
    {
        null => false,
        YamlScalarNode { Value: "true" } => true,
        YamlScalarNode { Value: "false" } => false,
        { } other => throw file.Expected(other, "true or false"),
    };

    /// <summary>One of the given words.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
    {
        YamlNode value = Need(key);
        return value is YamlScalarNode { Value: { } word } && choices.TryGetValue(word, out T? choice)
            ? choice
            : throw file.Expected(value, "one of " + string.Join(", ", choices.Keys));
    }

    /// <summary>A list of texts; empty when the key is missing.</summary>
    public ImmutableArray<string> Texts(string key) =>
        Find(key) is { } list ? [.. file.ElementsOf(list).Select(file.TextOf)] : [];

    /// <summary>A list of labels, folded and without white space; empty when the key is missing.</summary>
    public ImmutableArray<string> Labels(string key) => [.. Texts(key).Select(Folding.Label)];

    /// <summary>A list of mappings; empty when the key is missing.</summary>
    public IEnumerable<Entry> Entries(string key) =>
        Find(key) is { } list ? file.ElementsOf(list).Select(file.EntryOf) : [];

    /// <summary>All keys with their values, in the order of the file.</summary>
    public IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Pairs()
    {
        foreach ((YamlNode keyNode, YamlNode value) in node.Children)
        {
            string key = file.TextOf(keyNode);
            _asked.Add(key);
            yield return (key, keyNode, value);
        }
    }

    /// <summary>A mapping of words to words; empty when the key is missing.</summary>
    public ImmutableSortedDictionary<string, string> Map(string key)
    {
        if (Find(key) is not { } map)
        {
            return ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);
        }

        return file.EntryOf(map).Pairs().ToImmutableSortedDictionary(
            pair => pair.Key, pair => file.TextOf(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>A text in both languages: <c>{zh: …, en: …}</c>.</summary>
    public Bilingual Bilingual(string key)
    {
        Entry both = file.EntryOf(Need(key));
        var text = new Bilingual(both.Text("zh"), both.Text("en"));
        both.Close();
        return text;
    }

    /// <summary>Ends the reading of this mapping.</summary>
    /// <exception cref="PipelineException">It has a key that nobody asked for.</exception>
    public void Close()
    {
        foreach (YamlNode key in node.Children.Keys)
        {
            if (!_asked.Contains(file.TextOf(key)))
            {
                throw file.At(key, $"expected one of the keys {string.Join(", ", _asked.Order(StringComparer.Ordinal))}, found '{key}'");
            }
        }
    }
}
