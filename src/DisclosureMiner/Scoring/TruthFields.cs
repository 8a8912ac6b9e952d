using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Scoring;

/// <summary>The fields of one mapping of a truth file. Whatever is missing or unknown is a mistake, and reading goes on.</summary>
internal sealed class TruthFields
{
    private readonly TruthMistakes _mistakes;
    private readonly Dictionary<string, YamlNode> _fields = new(StringComparer.Ordinal);
    private readonly string _what;

    private TruthFields(YamlNode node, string what, TruthMistakes mistakes)
    {
        _mistakes = mistakes;
        _what = what;
        Line = LineOf(node);
    }

    /// <summary>The line on which the mapping begins, from 1.</summary>
    public int Line { get; }

    /// <summary>The fields of a mapping that may have the given keys.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="what">What it describes, with an article, for messages.</param>
    /// <param name="mistakes">Takes what is wrong.</param>
    /// <param name="keys">All keys that are known.</param>
    public static TruthFields Of(YamlNode node, string what, TruthMistakes mistakes, params string[] keys)
    {
        var fields = new TruthFields(node, what, mistakes);
        if (node is not YamlMappingNode mapping)
        {
            mistakes.Add(fields.Line, $"{what} must be a list of `key: value`.");
            return fields;
        }

        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && keys.Contains(name, StringComparer.Ordinal))
            {
                fields._fields[name] = value;
            }
            else
            {
                mistakes.Add(LineOf(key), $"Unknown key `{key}` of {what}; expected one of {string.Join(", ", keys)}.");
            }
        }

        return fields;
    }

    /// <summary>Whether the key stands there.</summary>
    public bool Has(string key) => _fields.ContainsKey(key);

    /// <summary>The line of the key's value, or of the mapping.</summary>
    public int LineOf(string key) => _fields.TryGetValue(key, out YamlNode? node) ? LineOf(node) : Line;

    /// <summary>A text that has to be there.</summary>
    public string Text(string key) => OptionalText(key) ?? Missing(key, "a text");

    /// <summary>A text, or null when the key is absent.</summary>
    public string? OptionalText(string key) => _fields.TryGetValue(key, out YamlNode? node) ? Scalar(node, $"`{key}` of {_what}") : null;

    /// <summary>One of some texts, or null when the key is absent.</summary>
    public string? OptionalText(string key, ImmutableArray<string> allowed)
    {
        string? text = OptionalText(key);
        if (text is not null && !allowed.Contains(text, StringComparer.Ordinal))
        {
            _mistakes.Add(LineOf(key), $"`{key}` of {_what} must be one of {string.Join(", ", allowed)}, not `{text}`.");
        }

        return text;
    }

    /// <summary>A whole number, or null when the key is absent.</summary>
    public int? OptionalNumber(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        _mistakes.Add(LineOf(key), $"`{key}` of {_what} must be a whole number, not `{text}`.");
        return null;
    }

    /// <summary>A whole number that has to be there.</summary>
    public int Number(string key)
    {
        if (!Has(key))
        {
            Missing(key, "a whole number");
        }

        return OptionalNumber(key) ?? 0;
    }

    /// <summary>One of the names of an enumeration, in lower case with hyphens.</summary>
    public T Word<T>(string key)
        where T : struct, Enum => OptionalWord<T>(key) ?? default;

    /// <summary>One of some names of an enumeration that has to be there.</summary>
    public T? OptionalWord<T>(string key, params T[] allowed)
        where T : struct, Enum
    {
        T[] values = allowed.Length > 0 ? allowed : Enum.GetValues<T>();
        string expected = "one of " + string.Join(", ", values.Select(FileWord.Of));
        if (OptionalText(key) is not { } text)
        {
            Missing(key, expected);
            return null;
        }

        foreach (T value in values)
        {
            if (FileWord.Of(value) == text)
            {
                return value;
            }
        }

        _mistakes.Add(LineOf(key), $"`{key}` of {_what} must be {expected}, not `{text}`.");
        return null;
    }

    /// <summary>A list of texts; empty when the key is absent.</summary>
    public ImmutableArray<string> Texts(string key) => [.. Items(key).Select(node => Scalar(node, $"An entry of `{key}` of {_what}"))];

    /// <summary>One text, or a list of texts; empty when the key is absent.</summary>
    public ImmutableArray<string> OneOrMoreTexts(string key) => _fields.GetValueOrDefault(key) is YamlScalarNode { Value: { Length: > 0 } text } ? [text] : Texts(key);

    /// <summary>The entries of a list; none when the key is absent.</summary>
    public IEnumerable<YamlNode> Items(string key)
    {
        switch (_fields.GetValueOrDefault(key))
        {
            case null:
            case YamlScalarNode { Value: null or "" }:
                return [];
            case YamlSequenceNode list:
                return list.Children;
            default:
                _mistakes.Add(LineOf(key), $"`{key}` of {_what} must be a list.");
                return [];
        }
    }

    private static int LineOf(YamlNode node) => (int)node.Start.Line;

    private string Scalar(YamlNode node, string what)
    {
        if (node is YamlScalarNode scalar)
        {
            return scalar.Value ?? "";
        }

        // An unquoted comma or colon inside { } makes YAML see more than the one text that was meant.
        _mistakes.Add(LineOf(node), $"{what} must be one text; put it in quotes if it holds a colon, comma or bracket.");
        return "";
    }

    private string Missing(string key, string expected)
    {
        _mistakes.Add(Line, $"Missing `{key}` of {_what}: expected {expected}.");
        return "";
    }
}
