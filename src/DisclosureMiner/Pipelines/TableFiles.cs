using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>Reads kinds of tables with the meaning of their columns.</summary>
internal static class TableFiles
{
    /// <exception cref="PipelineException">A file is wrong, an id or name is used twice, or a subject is unknown.</exception>
    public static ImmutableArray<TableKind> Read(IEnumerable<PipelineFile> files, SubjectCatalog subjects)
    {
        var kinds = ImmutableArray.CreateBuilder<TableKind>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (PipelineFile file in files)
        {
            Entry root = file.Entry();
            foreach (Entry entry in root.Entries("tables"))
            {
                var kind = new TableKind(
                    entry.Text("id"),
                    entry.Text("name"),
                    Patterns(entry, "titles"),
                    Patterns(entry, "not-titles"),
                    Patterns(entry, "headers"),
                    Patterns(entry, "lines"),
                    entry.Texts("genres"),
                    entry.Map("sets"),
                    Columns(entry, subjects));
                KeyWords.CheckSets(entry, subjects);
                entry.Close();
                foreach (string key in new[] { "id", "name" })
                {
                    YamlNode node = entry.Need(key);
                    if (!names.Add(file.TextOf(node)))
                    {
                        throw file.At(node, $"another kind of table is called '{node}'");
                    }
                }

                kinds.Add(kind);
            }

            root.Close();
        }

        return kinds.ToImmutable();
    }

    private static ImmutableArray<ColumnRole> Columns(Entry kind, SubjectCatalog subjects)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnRole>();
        foreach (Entry entry in kind.Entries("columns"))
        {
            columns.Add(new ColumnRole(entry.Text("id"), Patterns(entry, "match"), entry.Texts("tags"), entry.Map("sets")) { Beside = Patterns(entry, "beside") });
            KeyWords.CheckSets(entry, subjects);
            entry.Close();
        }

        return columns.ToImmutable();
    }

    private static ImmutableArray<string> Patterns(Entry entry, string key)
    {
        foreach (YamlNode node in entry.Find(key) is { } list ? entry.File.ElementsOf(list) : [])
        {
            try
            {
                Documents.Patterns.Of(entry.File.TextOf(node));
            }
            catch (RegexParseException e)
            {
                throw new PipelineException(entry.File.PlaceWithin(node, e.Offset), $"expected a regular expression: {e.Message}", e);
            }
        }

        return entry.Texts(key);
    }
}
