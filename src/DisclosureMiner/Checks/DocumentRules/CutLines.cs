using System.Collections.Immutable;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>D-08: every line of a page shows in its full height.</summary>
internal static class CutLines
{
    private static readonly ImmutableArray<string> Rules = ["D-08"];

    /// <summary>The lines of one page have one cause: its cells are too low.</summary>
    public static IEnumerable<Obligation> Check(Inspection inspection) =>
        from line in inspection.Document.CutLines
        let passage = new Passage(line.Text, line.Text, 0, [], line.Place)
        group passage by passage.Place.Regions[0].Page into page
        select Worded.Broken(
            Rules, "cut-line", Severity.Note, "", new Bilingual("此行只显示一部分高度", "only a part of the height of this line shows"), page);
}
