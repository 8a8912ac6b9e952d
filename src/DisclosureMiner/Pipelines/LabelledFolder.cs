using System.Collections.Immutable;
using System.Text;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Pipelines;

/// <summary>Finds the documents of a folder of which somebody has written down what is true.</summary>
public static class LabelledFolder
{
    /// <summary>All labelled documents below a folder, in the order of the truth files' names.</summary>
    /// <param name="documents">The folder of the documents.</param>
    /// <param name="truths">The folder of the truths, laid out alike; the same folder when they stand beside the documents.</param>
    /// <exception cref="TruthFormatException">A truth is not as expected.</exception>
    /// <exception cref="IOException">A folder or a truth cannot be read.</exception>
    public static ImmutableArray<LabelledDocument> Find(string documents, string truths)
    {
        ILookup<string, string> byName = Files(documents).ToLookup(file => Path.GetFileName(file), StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<LabelledDocument>();
        foreach (string file in Files(truths))
        {
            string folder = Path.GetDirectoryName(Path.GetRelativePath(truths, file))!;
            found.AddRange(Read(file).SelectMany(OfEachCopy).Select(truth => Locate(truth, documents, folder, byName)));
        }

        return found.ToImmutable();
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static ImmutableArray<GroundTruth> Read(string file)
    {
        if (file.EndsWith(TruthReader.Suffix, StringComparison.Ordinal))
        {
            return [TruthReader.ReadYaml(Text(file), file)];
        }

        return Path.GetFileName(file) == TruthReader.LinesFile ? TruthReader.ReadJsonLines(Text(file), file) : [];
    }

    /// <summary>A truth in another encoding would be read as one whose every quote is missing from its document.</summary>
    private static string Text(string file)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            throw new TruthFormatException([$"{file}:1: This is not UTF-8, as a truth has to be, whatever the encoding of its document. Save it as UTF-8."]);
        }
    }

    private static IEnumerable<GroundTruth> OfEachCopy(GroundTruth truth) =>
        truth.Copies.Prepend(truth.Document).Select(document => truth with { Document = document, Copies = [] });

    private static LabelledDocument Locate(GroundTruth truth, string documents, string folder, ILookup<string, string> byName)
    {
        string path = Path.Combine(documents, folder, truth.Document);
        if (!File.Exists(path))
        {
            // Truths that are kept apart need not repeat the folders of the documents.
            string[] namesakes = [.. byName[Path.GetFileName(truth.Document)]];
            if (namesakes is not [var only])
            {
                return new LabelledDocument(null, truth);
            }

            path = only;
        }

        string name = Path.GetRelativePath(documents, path).Replace(Path.DirectorySeparatorChar, '/');
        return new LabelledDocument(path, truth with { Document = name });
    }
}
