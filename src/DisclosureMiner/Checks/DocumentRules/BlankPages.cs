using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>D-08: no page between others is empty.</summary>
internal static class BlankPages
{
    private static readonly ImmutableArray<string> Rules = ["D-08"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        List<int> filled = [.. inspection.Stretches.SelectMany(stretch => stretch.Passage(0, 0).Place.Regions).Select(region => region.Page)];
        if (filled.Count == 0)
        {
            yield break;
        }

        List<Region> surplus = [.. inspection.Document.BlankPages.Where(page => page.Page > filled.Min() && page.Page < filled.Max())];
        yield return surplus.Count == 0
            ? Worded.Holds(Rules, "blank-page", new Bilingual("没有多余的空白页", "no page is superfluous"))
            : Worded.Broken(
                Rules, "blank-page", Severity.Note, "", new Bilingual("此页没有内容", "nothing is on this page"),
                surplus.Select(page => new Passage("", "", 0, [], Place.On([page]))));
    }
}
