using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// D-09: 部门 or 单位 as the cover says, in the slots of the form (部门预算 in the headings of a 单位预算). "本单位" in running prose is
/// normal. One note a document.
/// </summary>
internal static class DepartmentOrUnit
{
    private const string Defect = "department-or-unit";
    private static readonly ImmutableArray<string> Rules = ["D-09"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        Vocabulary words = inspection.Words;
        string cover = Folding.Label(inspection.Document.Title);
        bool department = Has(cover, words["wording-cover-department"]), unit = Has(cover, words["wording-cover-unit"]);
        if (department == unit)
        {
            yield break;
        }

        ImmutableArray<string> others = words[unit ? "wording-department" : "wording-unit"];
        List<Passage> strange = [.. inspection.Titles.SelectMany(title => In(title, others, words["wording-official"]))];
        string says = unit ? "单位" : "部门";
        yield return strange.Count == 0
            ? Worded.Holds(Rules, Defect, new Bilingual($"标题均用“{says}”", $"all titles say {says}"))
            : Worded.Broken(Rules, Defect, Severity.Note, $"{strange[0].Text} ≠ {says}", new Bilingual($"封面用“{says}”", $"the cover says {says}"), strange);
    }

    private static IEnumerable<Passage> In(Stretch title, ImmutableArray<string> phrases, ImmutableArray<string> official)
    {
        // The official names are blotted out at their length, so that places stay right.
        string text = official.Aggregate(title.Text, (rest, name) => rest.Replace(name, new string(' ', name.Length), StringComparison.Ordinal));
        string? phrase = phrases.FirstOrDefault(phrase => text.Contains(phrase, StringComparison.Ordinal));
        return phrase is null ? [] : [title.Passage(text.IndexOf(phrase, StringComparison.Ordinal), phrase.Length)];
    }

    private static bool Has(string text, ImmutableArray<string> words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));
}
