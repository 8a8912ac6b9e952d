using System.Collections.Immutable;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>D-01: the parts that every disclosure of its form must have are there. One note a document.</summary>
internal static class RequiredSections
{
    // Below this a text is a page of a disclosure or an extract, of which nothing is required.
    private const int FewestTables = 5;
    private static readonly ImmutableArray<string> Rules = ["D-01"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        bool isWhole = inspection.Titles.Any(title => title.Kind == StretchKind.ContentsEntry) || inspection.Document.Tables.Count() >= FewestTables;
        if (!isWhole || inspection.Form.Sections.IsEmpty)
        {
            yield break;
        }

        List<string> missing = [.. inspection.Form.Sections.Where(part => !IsThere(part.Split('|'), inspection)).Select(part => part.Split('|')[0])];
        string listed = string.Join('、', missing);
        yield return missing.Count == 0
            ? Worded.Holds(Rules, "presence", new Bilingual("应有内容齐全", "all required parts are there"))
            : Worded.Broken(Rules, "presence", Severity.Note, listed, new Bilingual($"未见{listed}", $"not found: {listed}"));
    }

    private static bool IsThere(string[] names, Inspection inspection) =>
        inspection.Titles.Concat(inspection.Prose).Any(stretch => names.Any(name => stretch.Text.Contains(name, StringComparison.Ordinal)))
        || inspection.Document.Tables.Any(table => names.Any(name => Documents.Folding.Label(table.Title).Contains(name, StringComparison.Ordinal)));
}
