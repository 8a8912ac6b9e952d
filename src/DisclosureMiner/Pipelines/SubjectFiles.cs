using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// Reads subjects: <c>subjects:</c> is a list of named lines; <c>codes:</c> maps classification codes to a name or to a mapping with
/// <c>name</c>, <c>also</c>, <c>phrases</c>, <c>former</c>, and takes <c>flow</c> and the tags of each length from the top of its file.
/// </summary>
internal static class SubjectFiles
{
    /// <exception cref="PipelineException">A file is wrong, an id is used twice, or a partition names an unknown subject.</exception>
    public static SubjectCatalog Read(IEnumerable<PipelineFile> subjectFiles, IEnumerable<PipelineFile> partitionFiles)
    {
        var subjects = ImmutableArray.CreateBuilder<Subject>();
        var nodes = new Dictionary<string, string>(StringComparer.Ordinal);
        var references = new List<(PipelineFile File, YamlNode Node, string Id)>();
        foreach (PipelineFile file in subjectFiles)
        {
            Entry root = file.Entry();
            foreach ((Subject subject, YamlNode node) in Named(root, references).Concat(Coded(root)))
            {
                if (!nodes.TryAdd(subject.Id, file.PlaceOf(node)))
                {
                    throw file.At(node, $"the subject '{subject.Id}' exists already at {nodes[subject.Id]}");
                }

                subjects.Add(subject);
            }

            root.Close();
        }

        foreach ((PipelineFile file, YamlNode node, string id) in references)
        {
            if (!nodes.ContainsKey(id))
            {
                throw file.Expected(node, "the id of a subject");
            }
        }

        return new SubjectCatalog(subjects.ToImmutable(), Partitions(partitionFiles, nodes));
    }

    private static IEnumerable<(Subject Subject, YamlNode Node)> Named(Entry root, List<(PipelineFile File, YamlNode Node, string Id)> references)
    {
        foreach (Entry entry in root.Entries("subjects"))
        {
            string id = entry.Text("id");
            var subject = new Subject(
                id,
                entry.TextOrNull("flow") ?? "",
                entry.TextOrNull("fund") ?? "",
                entry.TextOrNull("component") ?? "",
                entry.Labels("labels"),
                entry.Labels("phrases"),
                entry.Labels("former"),
                entry.Texts("tags"))
            {
                Below = Below(entry, references),
                PrintedAs = entry.Texts("printed-as"),
            };
            foreach (YamlNode other in entry.Find("printed-as") is { } others ? entry.File.ElementsOf(others) : [])
            {
                references.Add((entry.File, other, entry.File.TextOf(other)));
            }

            KeyWords.Check(entry, "flow", "fund", "component");
            entry.Close();
            yield return (subject, entry.Node);
        }
    }

    private static ImmutableArray<LabelsBelow> Below(Entry entry, List<(PipelineFile File, YamlNode Node, string Id)> references)
    {
        if (entry.Find("under") is not { } node)
        {
            return [];
        }

        Entry under = entry.File.EntryOf(node);
        var below = ImmutableArray.CreateBuilder<LabelsBelow>();
        foreach ((string id, YamlNode key, YamlNode _) in under.Pairs())
        {
            references.Add((entry.File, key, id));
            below.Add(new LabelsBelow(id, under.Labels(id)));
        }

        return below.ToImmutable();
    }

    private static IEnumerable<(Subject Subject, YamlNode Node)> Coded(Entry root)
    {
        if (root.Find("codes") is not { } codes)
        {
            yield break;
        }

        PipelineFile file = root.File;
        string flow = root.Text("flow");
        KeyWords.Check(root, "flow");
        var tags = file.EntryOf(root.Need("levels")).Pairs().ToDictionary(
            pair => pair.Key, pair => file.ElementsOf(pair.Value).Select(file.TextOf).ToImmutableArray(), StringComparer.Ordinal);
        foreach ((string code, YamlNode key, YamlNode value) in file.EntryOf(codes).Pairs())
        {
            string length = code.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!code.All(char.IsAsciiDigit) || !tags.TryGetValue(length, out ImmutableArray<string> levelTags))
            {
                throw file.Expected(key, $"a code of {string.Join(", ", tags.Keys)} digits");
            }

            if (value is YamlScalarNode)
            {
                yield return (new Subject(code, flow, "", "", [Folding.Label(file.TextOf(value))], [], [], levelTags), key);
                continue;
            }

            Entry entry = file.EntryOf(value);
            ImmutableArray<string> labels = [Folding.Label(entry.Text("name")), .. entry.Labels("also")];
            yield return (new Subject(code, flow, "", "", labels, entry.Labels("phrases"), entry.Labels("former"), levelTags), key);
            entry.Close();
        }
    }

    private static ImmutableArray<Partition> Partitions(IEnumerable<PipelineFile> files, Dictionary<string, string> subjects)
    {
        var partitions = ImmutableArray.CreateBuilder<Partition>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (PipelineFile file in files)
        {
            Entry root = file.Entry();
            foreach (Entry entry in root.Entries("partitions"))
            {
                var partition = new Partition(entry.Text("id"), entry.Text("whole"), entry.Texts("parts"), entry.Texts("required"), entry.TextOrNull("rule") ?? "");
                entry.Close();
                if (!ids.Add(partition.Id))
                {
                    throw file.At(entry.Need("id"), $"the partition '{partition.Id}' exists already");
                }

                KnownSubject(file, entry.Need("whole"), subjects);
                foreach (YamlNode part in file.ElementsOf(entry.Need("parts")))
                {
                    KnownSubject(file, part, subjects);
                }

                foreach (YamlNode part in entry.Find("required") is { } required ? file.ElementsOf(required) : [])
                {
                    if (!partition.Parts.Contains(file.TextOf(part)))
                    {
                        throw file.Expected(part, "one of the parts, written as there");
                    }
                }

                partitions.Add(partition);
            }

            root.Close();
        }

        return partitions.ToImmutable();
    }

    private static void KnownSubject(PipelineFile file, YamlNode node, Dictionary<string, string> subjects)
    {
        foreach (string id in file.TextOf(node).Split('|'))
        {
            if (!subjects.ContainsKey(id))
            {
                throw file.At(node, $"expected the id of a subject, found '{id}'");
            }
        }
    }
}
