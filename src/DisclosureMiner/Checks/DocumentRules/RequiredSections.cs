using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// D-01: the parts and tables that every disclosure of its form must have are there. One note a document; none where what is missing may
/// be in a file beside the page, which is told when both are known.
/// </summary>
internal static class RequiredSections
{
    // Below this a text is a page of a disclosure or an extract, of which nothing is required.
    private const int FewestTables = 5;

    // With fewer kinds of its form the tables are an extract, or stand in another file.
    private const int FewestKinds = 3;
    private static readonly ImmutableArray<string> Rules = ["D-01"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        bool isWhole = inspection.Titles.Any(title => title.Kind == StretchKind.ContentsEntry) || inspection.Document.Tables.Count() >= FewestTables;
        if (!isWhole || inspection.Form.Sections.IsEmpty)
        {
            yield break;
        }

        List<string> missing = [.. inspection.Form.Sections.Where(part => !IsThere(part.Split('|'), inspection)).Select(part => part.Split('|')[0])];
        missing.AddRange([.. MissingTables(inspection).Select(kind => kind.Label).Where(table => !missing.Exists(part => table.Contains(part, StringComparison.Ordinal)))]);
        if (missing.Count > 0 && !inspection.Document.Attachments.IsEmpty)
        {
            yield break;
        }

        string listed = string.Join('、', missing);
        yield return missing.Count == 0
            ? Worded.Holds(Rules, "presence", new Bilingual("应有内容齐全", "all required parts are there"))
            : Worded.Broken(Rules, "presence", Severity.Note, listed, new Bilingual($"未见{listed}", $"not found: {listed}"));
    }

    /// <summary>
    /// Kinds of the form that no table is of, and that the contents do not list (that is a matter of its own); none where a table that nobody knows may be what seems to be missing.
    /// </summary>
    private static IEnumerable<TableKind> MissingTables(Inspection inspection)
    {
        HashSet<string> printed = [.. inspection.Document.Tables.Select(table => table.Kind)];
        List<TableKind> kinds = [.. inspection.Form.Tables.Select(name => inspection.Kinds.First(kind => kind.Name == name))];
        bool tells = !printed.Contains("other") && kinds.Count(kind => printed.Contains(kind.Id)) >= FewestKinds;
        return tells ? kinds.Where(kind => !printed.Contains(kind.Id) && !IsListed(kind, inspection)) : [];
    }

    private static bool IsListed(TableKind kind, Inspection inspection) => inspection.Titles.Any(title =>
        title.Kind == StretchKind.ContentsEntry && Patterns.Any(kind.Titles, title.Text) && !Patterns.Any(kind.NotTitles, title.Text));

    private static bool IsThere(string[] names, Inspection inspection) =>
        inspection.Titles.Concat(inspection.Prose).Any(stretch => names.Any(name => stretch.Text.Contains(name, StringComparison.Ordinal)))
        || inspection.Document.Tables.Any(table => names.Any(name => Folding.Label(table.Title).Contains(name, StringComparison.Ordinal)));
}
