using System.Collections.Immutable;
using DisclosureMiner.Documents;
using YamlDotNet.Serialization;

namespace DisclosureMiner.Tests;

/// <summary>The word lists of the repository's pipelines, as the tests of single rules need them.</summary>
internal static class TestVocabulary
{
    public static Vocabulary All { get; } = Read();

    private static Vocabulary Read()
    {
        var yaml = new DeserializerBuilder().Build();
        var lists = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(TestPaths.Pipelines, "vocabulary"), "*.yaml").Order(StringComparer.Ordinal))
        {
            foreach (var (name, list) in yaml.Deserialize<Dictionary<string, List<string>>>(File.ReadAllText(file)))
            {
                lists[name] = [.. list];
            }
        }

        return new Vocabulary(lists.ToImmutable());
    }
}
