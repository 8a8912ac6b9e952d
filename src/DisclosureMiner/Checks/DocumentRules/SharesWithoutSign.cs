using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// N-19: a share in a clause of its own (占76.23，) has its sign. 占地, 占用 and numbers with any unit are none; the sign must stand behind
/// other shares of the document, so that a document which never prints it is no case. One discrepancy a document.
/// </summary>
internal static partial class SharesWithoutSign
{
    private static readonly ImmutableArray<string> Rules = ["N-19"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        List<Passage> bare = [], signed = [];
        foreach (Stretch sentence in inspection.Prose)
        {
            bare.AddRange(Bare().Matches(sentence.Text).Select(match => sentence.Passage(match.Index, match.Length)));
            signed.AddRange(Signed().Matches(sentence.Text).Select(match => sentence.Passage(match.Index, match.Length)));
        }

        if (signed.Count == 0)
        {
            return [];
        }

        return
        [
            bare.Count == 0
                ? Worded.Holds(Rules, "share-sign", new Bilingual($"{signed.Count}处占比均有百分号", $"{signed.Count} shares have their sign"))
                : Worded.Broken(Rules, "share-sign", Severity.Warning, "", new Bilingual("占比缺少百分号", "a share lacks its sign"), bare),
        ];
    }

    [GeneratedRegex("占(?:比|比重)?(?:为)?[0-9]+(?:\\.[0-9]+)?(?=[,;。](?![0-9]))")]
    private static partial Regex Bare();

    [GeneratedRegex("占(?:比|比重)?(?:为)?[0-9]+(?:\\.[0-9]+)?%")]
    private static partial Regex Signed();
}
