using System.Collections.Immutable;
using System.Text.Json;

namespace DisclosureMiner.Scoring;

/// <summary>The fields of one object on a line of <c>expected.jsonl</c>. Whatever is missing or unknown is a mistake, and reading goes on.</summary>
internal sealed class TruthObject
{
    private readonly JsonElement _entry;
    private readonly string _what;
    private readonly int _line;
    private readonly TruthMistakes _mistakes;

    private TruthObject(JsonElement entry, string what, int line, TruthMistakes mistakes)
    {
        _entry = entry;
        _what = what;
        _line = line;
        _mistakes = mistakes;
    }

    /// <summary>The fields of an object that may have the given keys.</summary>
    /// <param name="entry">The object.</param>
    /// <param name="what">What it describes, with an article, for messages.</param>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="mistakes">Takes what is wrong.</param>
    /// <param name="keys">All keys that are known.</param>
    public static TruthObject Of(JsonElement entry, string what, int line, TruthMistakes mistakes, params string[] keys)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            mistakes.Add(line, $"{what} must be an object with {string.Join(", ", keys)}.");
        }
        else
        {
            foreach (JsonProperty field in entry.EnumerateObject().Where(field => !keys.Contains(field.Name, StringComparer.Ordinal)))
            {
                mistakes.Add(line, $"Unknown key `{field.Name}` of {what}; expected one of {string.Join(", ", keys)}.");
            }
        }

        return new TruthObject(entry, what, line, mistakes);
    }

    /// <summary>A text that has to be there.</summary>
    public string Text(string key) => Field(key, JsonValueKind.String, "a text in quotes") is { } text ? text.GetString()! : "";

    /// <summary>A text, empty when the key is absent.</summary>
    public string OptionalText(string key) => Has(key) ? Text(key) : "";

    /// <summary>A whole number that has to be there.</summary>
    public int Number(string key)
    {
        if (Field(key, JsonValueKind.Number, "a whole number") is not { } field)
        {
            return 0;
        }

        if (!field.TryGetInt32(out int number))
        {
            Wrong(key, "a whole number");
        }

        return number;
    }

    /// <summary>The entries of a list that has to be there.</summary>
    public IEnumerable<JsonElement> Items(string key) =>
        Field(key, JsonValueKind.Array, "a list, which may be empty") is { } list ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>A list of texts that has to be there.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        JsonElement[] items = [.. Items(key)];
        if (items.Any(item => item.ValueKind != JsonValueKind.String))
        {
            Wrong(key, "a list of texts in quotes");
        }

        return [.. items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
    }

    private bool Has(string key) => _entry.ValueKind == JsonValueKind.Object && _entry.TryGetProperty(key, out _);

    private JsonElement? Field(string key, JsonValueKind kind, string expected)
    {
        // That it is no object at all has been said.
        if (_entry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!_entry.TryGetProperty(key, out JsonElement field))
        {
            _mistakes.Add(_line, $"Missing `{key}` of {_what}: expected {expected}.");
            return null;
        }

        if (field.ValueKind != kind)
        {
            Wrong(key, expected);
            return null;
        }

        return field;
    }

    private void Wrong(string key, string expected) => _mistakes.Add(_line, $"`{key}` of {_what} must be {expected}.");
}
