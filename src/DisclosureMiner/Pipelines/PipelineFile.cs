using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>One YAML file of a pipeline. Nodes are read by hand, so that every complaint can point at its line and column.</summary>
internal sealed class PipelineFile
{
    private PipelineFile(string name, byte[] bytes, YamlNode root)
    {
        Name = name;
        Bytes = bytes;
        Root = root;
    }

    /// <summary>The path in messages: <c>pipelines/rules/budget.yaml</c>.</summary>
    public string Name { get; }

    /// <summary>The content, for the version.</summary>
    public byte[] Bytes { get; }

    /// <summary>The only document in the file.</summary>
    public YamlNode Root { get; }

    /// <exception cref="PipelineException">The file is missing or is no YAML.</exception>
    public static PipelineFile Read(string directory, string relative)
    {
        string name = $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)))}/{relative}";
        string path = Path.Combine(directory, relative);
        if (!File.Exists(path))
        {
            throw new PipelineException(name, "expected this file to exist");
        }

        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(Encoding.UTF8.GetString(bytes)));
            return stream.Documents.Count == 1
                ? new PipelineFile(name, bytes, stream.Documents[0].RootNode)
                : throw new PipelineException(name, $"expected one YAML document, found {stream.Documents.Count}");
        }
        catch (YamlException e)
        {
            throw new PipelineException($"{name}:{e.Start.Line}:{e.Start.Column}", $"expected valid YAML: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    /// <summary>The root as a mapping.</summary>
    public Entry Entry() => EntryOf(Root);

    /// <summary>A node as a mapping.</summary>
    public Entry EntryOf(YamlNode node) =>
        node is YamlMappingNode mapping ? new Entry(this, mapping) : throw Expected(node, "a mapping");

    /// <summary>A node as text that is not empty.</summary>
    public string TextOf(YamlNode node) =>
        node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : throw Expected(node, "a text");

    /// <summary>The elements of a list.</summary>
    public IEnumerable<YamlNode> ElementsOf(YamlNode node) =>
        node is YamlSequenceNode list ? list.Children : throw Expected(node, "a list");

    /// <summary>A complaint that something else was expected at the node.</summary>
    public PipelineException Expected(YamlNode node, string what) => At(node, $"expected {what}, found {Describe(node)}");

    /// <summary>A complaint about the node.</summary>
    public PipelineException At(YamlNode node, string problem) => new(PlaceOf(node), problem);

    /// <summary>Where the node stands: <c>pipelines/rules/budget.yaml:12:7</c>.</summary>
    public string PlaceOf(YamlNode node) => $"{Name}:{node.Start.Line}:{node.Start.Column}";

    /// <summary>Where a character of a text stands: on the text's own line, or on the right line of a block that begins with <c>|</c>.</summary>
    public string PlaceWithin(YamlNode node, int offset)
    {
        long line = node.Start.Line, column = node.Start.Column;
        if (node is YamlScalarNode { Style: ScalarStyle.Literal, Value: { } text })
        {
            int lineStart = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
            line += 1 + text.AsSpan(0, lineStart).Count('\n');
            string printed = Encoding.UTF8.GetString(Bytes).Split('\n')[line - 1];
            column = printed.IndexOf(text[lineStart..].Split('\n')[0], StringComparison.Ordinal) + 1 + offset - lineStart;
        }
        else
        {
            column += offset + (node is YamlScalarNode { Style: ScalarStyle.Plain } ? 0 : 1);
        }

        return $"{Name}:{line}:{column}";
    }

    private static string Describe(YamlNode node) => node switch
    {
        YamlScalarNode { Value: null or "" } => "nothing",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };
}
