using System.Collections.Immutable;
using DisclosureMiner.Documents;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>Reads mappings from the name of a list to its words.</summary>
internal static class VocabularyFiles
{
    /// <exception cref="PipelineException">A file is wrong, two lists have one name, or a list has a word twice.</exception>
    public static Vocabulary Read(IEnumerable<PipelineFile> files)
    {
        var lists = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (PipelineFile file in files)
        {
            foreach ((string name, YamlNode key, YamlNode list) in file.Entry().Pairs())
            {
                if (!lists.TryAdd(name, WordsOf(file, list)))
                {
                    throw file.At(key, $"the list '{name}' exists already");
                }
            }
        }

        return new Vocabulary(lists.ToImmutable());
    }

    private static ImmutableArray<string> WordsOf(PipelineFile file, YamlNode list)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlNode node in file.ElementsOf(list))
        {
            string printed = file.TextOf(node);
            if (!seen.Add(printed))
            {
                throw file.At(node, $"'{printed}' is listed twice");
            }

            // Folded like the text they are compared with, but with their white space: some words are English.
            string word = Folding.Fold(printed);
            if (!words.Contains(word))
            {
                words.Add(word);
            }
        }

        return words.ToImmutable();
    }
}
