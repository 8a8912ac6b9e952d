using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Forms;
using DisclosureMiner.Documents;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>Reads forms: one to a file, with what it is recognised by and which rules fit it.</summary>
internal static class FormFiles
{
    private static readonly Dictionary<string, SignKind> Kinds = new(StringComparer.Ordinal)
    {
        ["table"] = SignKind.Table,
        ["no-table"] = SignKind.NoTable,
        ["title"] = SignKind.Title,
        ["header"] = SignKind.Header,
        ["unit"] = SignKind.Unit,
        ["phrase"] = SignKind.Phrase,
        ["body"] = SignKind.Body,
    };

    /// <exception cref="PipelineException">A file is wrong, an id is used twice, or a table, unit or rule is unknown.</exception>
    public static FormBook Read(IEnumerable<PipelineFile> files, ImmutableArray<TableKind> kinds, ImmutableArray<Unit> units, RuleBook rules)
    {
        var forms = ImmutableArray.CreateBuilder<DisclosureForm>();
        foreach (PipelineFile file in files)
        {
            Entry entry = file.Entry();
            var known = new Known([.. kinds.Select(kind => kind.Name)], [.. units.Select(unit => unit.Symbol)], rules);
            DisclosureForm form = FormOf(entry, known, BaseOf(entry, forms));
            if (forms.Any(other => other.Id == form.Id))
            {
                throw file.At(entry.Need("id"), $"expected an id of its own, found '{form.Id}' a second time");
            }

            forms.Add(form);
        }

        return new FormBook(forms.ToImmutable());
    }

    /// <summary>The form that this one is <c>like</c>: what it does not say itself is as there.</summary>
    private static DisclosureForm BaseOf(Entry entry, IEnumerable<DisclosureForm> forms) => entry.Find("like") is { } node
        ? forms.FirstOrDefault(form => form.Id == entry.File.TextOf(node)) ?? throw entry.File.Expected(node, "the id of a form listed before it")
        : DisclosureForm.Unknown;

    private static DisclosureForm FormOf(Entry entry, Known known, DisclosureForm like)
    {
        ImmutableArray<FormSign> signs = [.. entry.Entries("signs").Select(sign => SignOf(sign, known))];
        var form = new DisclosureForm(
            entry.Text("id"),
            entry.Bilingual("name"),
            Listed(entry, "genres", Genre.All.Contains, "one of " + string.Join(", ", Genre.All), []),
            signs,
            signs.IsEmpty ? 0 : Number(entry, "needs", 1, signs.Sum(sign => sign.Points)),
            Listed(entry, "tables", known.Tables.Contains, "the name of a kind of table, such as B1", like.Tables),
            entry.Find("sections") is null ? like.Sections : entry.Labels("sections"),
            Listed(entry, "core", known.Rules.Has, "the id of a rule", like.Core),
            Listed(entry, "without", known.Rules.Has, "the id of a rule", like.Without),
            Listed(entry, "notes", known.Rules.Has, "the id of a rule", like.Notes),
            entry.Find("asset-year") is null ? like.AssetYear : Number(entry, "asset-year", -1, 0),
            entry.File.PlaceOf(entry.Node));
        foreach (YamlNode node in entry.Find("core") is { } core ? entry.File.ElementsOf(core) : [])
        {
            if (form.Without.Contains(entry.File.TextOf(node)))
            {
                throw entry.File.Expected(node, "a rule that applies to the form");
            }
        }

        // Read and checked when the kinds of tables were.
        entry.Find("columns");
        entry.Find("titles");
        entry.Close();
        return form;
    }

    private static FormSign SignOf(Entry entry, Known known)
    {
        int points = entry.Find("points") is null ? 1 : Number(entry, "points", 1, 9);
        foreach ((string word, SignKind kind) in Kinds)
        {
            if (entry.Find(word) is not { } node)
            {
                continue;
            }

            string what = entry.File.TextOf(node);
            if (kind is SignKind.Table or SignKind.NoTable && !known.Tables.Contains(what))
            {
                throw entry.File.Expected(node, "the name of a kind of table, such as B1");
            }

            if (kind == SignKind.Unit && !known.Units.Contains(what))
            {
                throw entry.File.Expected(node, "a unit of money");
            }

            CheckPattern(entry.File, node, kind);
            entry.Close();
            return new FormSign(kind, what, points);
        }

        throw entry.File.At(entry.Node, $"expected a sign: one of {string.Join(", ", Kinds.Keys)}");
    }

    private static void CheckPattern(PipelineFile file, YamlNode node, SignKind kind)
    {
        if (kind is SignKind.Title or SignKind.Header or SignKind.Phrase or SignKind.Body)
        {
            try
            {
                Patterns.Of(file.TextOf(node));
            }
            catch (RegexParseException e)
            {
                throw new PipelineException(file.PlaceWithin(node, e.Offset), $"expected a regular expression: {e.Message}", e);
            }
        }
    }

    private static int Number(Entry entry, string key, int least, int most)
    {
        YamlNode node = entry.Need(key);
        return int.TryParse(entry.File.TextOf(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw entry.File.Expected(node, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
    }

    private static ImmutableArray<string> Listed(Entry entry, string key, Func<string, bool> isKnown, string what, ImmutableArray<string> otherwise)
    {
        if (entry.Find(key) is not { } list)
        {
            return otherwise;
        }

        foreach (YamlNode node in entry.File.ElementsOf(list))
        {
            if (!isKnown(entry.File.TextOf(node)))
            {
                throw entry.File.Expected(node, what);
            }
        }

        return entry.Texts(key);
    }

    private sealed record Known(HashSet<string> Tables, HashSet<string> Units, RuleBook Rules);
}
