using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// N-38: the sentences of the form that explain whose money it is (是市级预算主管部门…, 与区级财政有经费领拨关系…) name the level that the cover has
/// (2024年区级部门预算). Money of another level may be spoken of anywhere else. One note a document.
/// </summary>
internal static partial class AdministrativeLevel
{
    private static readonly ImmutableArray<string> Rules = ["N-38"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        if (Cover().Match(Documents.Folding.Label(inspection.Document.Title)) is not { Success: true } cover)
        {
            yield break;
        }

        List<Passage> own = [], other = [];
        foreach (Stretch sentence in inspection.Prose)
        {
            foreach (Match level in Slot().Matches(sentence.Text))
            {
                (level.Groups["level"].Value == cover.Groups["level"].Value ? own : other).Add(sentence.Passage(level.Groups["level"].Index, 2));
            }
        }

        if (other.Count > 0)
        {
            yield return Worded.Broken(Rules, "level", Severity.Note, $"{other[0].Text} ≠ {cover.Groups["level"].Value}级",
                new Bilingual("行政级次与封面不一致", "another administrative level than on the cover"), other);
        }
        else if (own.Count > 0)
        {
            yield return Worded.Holds(Rules, "level", new Bilingual("行政级次与封面一致", "the administrative level is that of the cover"), own);
        }
    }

    [GeneratedRegex("(?<level>省|市|区|县)级(?:部门|单位)?(?:预算|决算)")]
    private static partial Regex Cover();

    [GeneratedRegex("(?:是|指|与)(?<level>省|市|区|县)级(?:预算主管部门|财政有经费领拨关系)")]
    private static partial Regex Slot();
}
