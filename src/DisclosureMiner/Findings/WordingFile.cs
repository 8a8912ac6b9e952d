using System.Collections.Frozen;
using DisclosureMiner.Checks;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DisclosureMiner.Findings;

/// <summary>
/// The texts of the embedded <c>wording.yaml</c> by key: <c>defects/sum/title</c>. Read event by event, because building objects
/// would cost more time than everything else that a small document needs.
/// </summary>
internal static class WordingFile
{
    private static readonly Lazy<FrozenDictionary<string, Bilingual>> Embedded = new(ReadEmbedded);

    /// <summary>All texts.</summary>
    public static FrozenDictionary<string, Bilingual> Texts => Embedded.Value;

    /// <summary>The texts that <paramref name="yaml"/> holds: nested mappings whose leaves are mappings of zh and en.</summary>
    /// <exception cref="InvalidDataException">A text lacks a language, or a key occurs twice.</exception>
    public static FrozenDictionary<string, Bilingual> Read(TextReader yaml)
    {
        var zh = new Dictionary<string, string>(StringComparer.Ordinal);
        var en = new Dictionary<string, string>(StringComparer.Ordinal);
        var parser = new Parser(yaml);
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        ReadMapping(parser, "", zh, en);

        if (zh.Keys.Except(en.Keys).Concat(en.Keys.Except(zh.Keys)).Order(StringComparer.Ordinal).FirstOrDefault() is { } alone)
        {
            throw new InvalidDataException($"The text '{alone}' has one language only.");
        }

        return zh.ToFrozenDictionary(text => text.Key, text => new Bilingual(text.Value, en[text.Key]), StringComparer.Ordinal);
    }

    private static void ReadMapping(Parser parser, string path, Dictionary<string, string> zh, Dictionary<string, string> en)
    {
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            string key = parser.Consume<Scalar>().Value;
            if (!parser.TryConsume<Scalar>(out var text) || text is null)
            {
                ReadMapping(parser, path.Length == 0 ? key : $"{path}/{key}", zh, en);
                continue;
            }

            Dictionary<string, string> language = key switch
            {
                "zh" => zh,
                "en" => en,
                _ => throw new InvalidDataException($"The text '{path}/{key}' names no language."),
            };
            if (!language.TryAdd(path, text.Value))
            {
                throw new InvalidDataException($"The text '{path}' occurs twice.");
            }
        }
    }

    private static FrozenDictionary<string, Bilingual> ReadEmbedded()
    {
        using Stream stream = typeof(WordingFile).Assembly.GetManifestResourceStream("wording.yaml")
            ?? throw new InvalidDataException("wording.yaml is not part of the library.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
