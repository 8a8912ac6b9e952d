using System.Collections.Immutable;
using DisclosureMiner.Checks;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>Reads the examples of rules: a document for a whole file or for one rule, with the words by which it holds and those by which it breaks.</summary>
internal static class ExampleFiles
{
    /// <exception cref="PipelineException">A file is missing or wrong, a rule is unknown, or its words are not in the document exactly once.</exception>
    public static ImmutableArray<RuleExample> Read(string directory, IEnumerable<PipelineFile> files, RuleBook rules)
    {
        var examples = ImmutableArray.CreateBuilder<RuleExample>();
        foreach (PipelineFile file in files)
        {
            Entry root = file.Entry();
            string? shared = root.Find("document") is { } document ? TextOf(directory, file, document) : null;
            foreach ((string rule, YamlNode key, YamlNode value) in file.EntryOf(root.Need("rules")).Pairs())
            {
                if (!rules.Has(rule))
                {
                    throw file.At(key, $"expected the id of a rule, found '{rule}'");
                }

                if (examples.Any(example => example.Rule == rule))
                {
                    throw file.At(key, $"expected one example for each rule, found a second for '{rule}'");
                }

                examples.Add(value is YamlSequenceNode pair ? OfPair(file, rule, shared, pair) : OfText(file.EntryOf(value), rule, shared));
            }

            root.Close();
        }

        return examples.ToImmutable();
    }

    private static RuleExample OfPair(PipelineFile file, string rule, string? text, YamlSequenceNode pair) => pair.Children is [var holds, var breaks]
        ? Of(file, rule, text ?? throw file.At(pair, "expected a 'document' in this file, or a 'text' for the rule"), holds, breaks)
        : throw file.At(pair, $"expected two texts, one that holds and one that breaks, found {pair.Children.Count}");

    private static RuleExample OfText(Entry entry, string rule, string? shared)
    {
        string text = entry.TextOrNull("text") ?? shared ?? entry.Text("text");
        RuleExample example = Of(entry.File, rule, text, entry.Need("holds"), entry.Need("breaks"));
        entry.Close();
        return example;
    }

    private static RuleExample Of(PipelineFile file, string rule, string text, YamlNode holds, YamlNode breaks)
    {
        string held = file.TextOf(holds);
        int first = text.IndexOf(held, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(held, first + 1, StringComparison.Ordinal) < 0
            ? new RuleExample(rule, text, held, file.TextOf(breaks), file.PlaceOf(holds))
            : throw file.At(holds, $"expected words that occur once in the document, found {(first < 0 ? "none" : "several")}");
    }

    private static string TextOf(string directory, PipelineFile file, YamlNode node)
    {
        string path = Path.Combine(directory, file.TextOf(node));
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : throw file.Expected(node, "the path of a text in the pipeline's folder");
    }
}
