using System.Collections.Immutable;
using System.Security.Cryptography;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Forms;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Pipelines;

/// <summary>All that is known of a field of disclosures, read from the files that one pipeline names.</summary>
/// <param name="Name">The pipeline's name: <c>default</c>.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Reading">What readers need: words, table kinds, units.</param>
/// <param name="Subjects">The dictionary of subjects and the known wholes and parts.</param>
/// <param name="Rules">The rule catalogue.</param>
/// <param name="Forms">The layouts that publishers use.</param>
/// <param name="Version">
/// First 16 hex digits of the SHA-256 over the bytes of all files used, in order. Anything found under one version can be found
/// again under it.
/// </param>
/// <param name="ReadingVersion">The same over the files that <paramref name="Reading"/> comes from: what was read under one is read again under it.</param>
public sealed record Pipeline(
    string Name,
    string Description,
    ReadingKnowledge Reading,
    SubjectCatalog Subjects,
    RuleBook Rules,
    FormBook Forms,
    string Version,
    string ReadingVersion)
{
    private Func<ImmutableArray<RuleExample>> Reader { get; init; } = static () => [];

    /// <summary>The named lists of words.</summary>
    public Vocabulary Words => Reading.Words;

    /// <summary>The kinds of tables.</summary>
    public ImmutableArray<TableKind> Kinds => Reading.Kinds;

    /// <summary>Reads the default pipeline from the folder <c>pipelines</c> beside the program.</summary>
    /// <exception cref="PipelineException">A file is missing or wrong.</exception>
    public static Pipeline LoadDefault() => Load(Path.Combine(AppContext.BaseDirectory, "pipelines"));

    /// <summary>Reads a pipeline and checks that all its references lead somewhere.</summary>
    /// <param name="directory">The folder that holds <c>NAME.yaml</c> and, relative to it, the files that it names.</param>
    /// <param name="name">The pipeline.</param>
    /// <exception cref="PipelineException">A file is missing or wrong; the message gives file, line and column.</exception>
    public static Pipeline Load(string directory, string name = "default")
    {
        PipelineFile head = PipelineFile.Read(directory, name + ".yaml");
        Entry entry = head.Entry();
        string ownName = entry.Text("name");
        string description = entry.Text("description");
        var used = new List<PipelineFile> { head };

        // Every run of the command waits for this: later files are taken apart while earlier ones are understood.
        Dictionary<string, List<Task<PipelineFile>>> reading = new[] { "units", "vocabulary", "subjects", "partitions", "tables", "rules", "forms" }.ToDictionary(
            key => key,
            key => entry.Texts(key).Select(relative => Task.Run(() => PipelineFile.Read(directory, relative))).ToList(),
            StringComparer.Ordinal);

        List<PipelineFile> Files(string key)
        {
            List<PipelineFile> files = [.. reading[key].Select(file => file.GetAwaiter().GetResult())];
            used.AddRange(files);
            return files;
        }

        List<PipelineFile> unitFiles = Files("units"), wordFiles = Files("vocabulary"), kindFiles = Files("tables"), formFiles = Files("forms");
        ImmutableArray<Unit> units = UnitFiles.Read(unitFiles);
        Vocabulary words = VocabularyFiles.Read(wordFiles);
        SubjectCatalog subjects = SubjectFiles.Read(Files("subjects"), Files("partitions"));
        ImmutableArray<TableKind> kinds = TableFiles.Extend(TableFiles.Read(kindFiles, subjects), formFiles, subjects);
        RuleBook rules = RuleFiles.Read(Files("rules"), kinds, subjects, words);
        FormBook forms = FormFiles.Read(formFiles, kinds, units, rules);
        ImmutableArray<string> exampleFiles = entry.Texts("examples");
        entry.Close();
        return new Pipeline(
            ownName,
            description,
            new ReadingKnowledge(words, kinds, units),
            subjects,
            rules,
            forms,
            VersionOf(used.Select(file => file.Bytes)),
            VersionOf([.. unitFiles.Concat(wordFiles).Concat(kindFiles).Select(file => file.Bytes), .. formFiles.Select(TableFiles.ExtensionOf)]))
        {
            Reader = () => ExampleFiles.Read(directory, exampleFiles.Select(relative => PipelineFile.Read(directory, relative)), rules),
        };
    }

    /// <summary>Reads the examples of the rules, which no run needs.</summary>
    /// <exception cref="PipelineException">A file is missing or wrong; the message gives file, line and column.</exception>
    public ImmutableArray<RuleExample> ReadExamples() => Reader();

    private static string VersionOf(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (byte[] part in parts)
        {
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
