using System.Collections.Immutable;
using System.Text;
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
                    entry.Text("label"),
                    Patterns(entry, "titles"),
                    Patterns(entry, "not-titles"),
                    Patterns(entry, "headers"),
                    Patterns(entry, "lines"),
                    entry.Texts("genres"),
                    entry.Map("sets"),
                    Columns(entry, "columns", subjects));
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

    /// <summary>
    /// The kinds with what forms add to them: further <c>titles</c>, and <c>columns</c> that come before the last one of the kind, which takes
    /// what is left. They are understood in every document, for a table is read before it is known which form it belongs to.
    /// </summary>
    /// <exception cref="PipelineException">A form names an unknown kind, or what it adds is wrong.</exception>
    public static ImmutableArray<TableKind> Extend(ImmutableArray<TableKind> kinds, IEnumerable<PipelineFile> forms, SubjectCatalog subjects)
    {
        foreach (PipelineFile file in forms)
        {
            Entry form = file.Entry();
            foreach ((string key, Func<TableKind, Entry, string, TableKind> extend) in Extensions(subjects))
            {
                Entry? additions = form.Find(key) is { } node ? file.EntryOf(node) : null;
                foreach ((string name, YamlNode keyNode, _) in additions?.Pairs() ?? [])
                {
                    TableKind kind = kinds.FirstOrDefault(kind => kind.Name == name) ?? throw file.Expected(keyNode, "the name of a kind of table, such as B1");
                    kinds = kinds.Replace(kind, extend(kind, additions!, name));
                }
            }
        }

        return kinds;
    }

    /// <summary>What a form adds to kinds of tables, for the version of what was read with it.</summary>
    public static byte[] ExtensionOf(PipelineFile form)
    {
        Entry entry = form.Entry();
        return Encoding.UTF8.GetBytes(string.Concat(entry.Find("titles"), entry.Find("columns")));
    }

    private static IEnumerable<(string Key, Func<TableKind, Entry, string, TableKind> Extend)> Extensions(SubjectCatalog subjects) =>
    [
        ("titles", (kind, additions, name) => kind with { Titles = [.. kind.Titles, .. Patterns(additions, name)] }),
        ("columns", (kind, additions, name) => kind with { Columns = kind.Columns.InsertRange(Math.Max(0, kind.Columns.Length - 1), Columns(additions, name, subjects)) }),
    ];

    private static ImmutableArray<ColumnRole> Columns(Entry owner, string key, SubjectCatalog subjects)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnRole>();
        foreach (Entry entry in owner.Entries(key))
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
