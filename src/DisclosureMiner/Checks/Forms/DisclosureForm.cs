using System.Collections.Immutable;

namespace DisclosureMiner.Checks.Forms;

/// <summary>
/// How one publisher lays out one genre of disclosure: what it is recognised by, what belongs to it, and which rules fit it. Forms differ
/// by province, and what is an error in one is the layout of another.
/// </summary>
/// <param name="Id">Permanent id: <c>shanghai-budget</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Genres">Genres of documents it is for; empty for all.</param>
/// <param name="Signs">What speaks for it.</param>
/// <param name="Needs">Fewest points for which it is chosen; 0 for a generic form, which is chosen when no other has enough.</param>
/// <param name="Tables">Names of the kinds of tables it has: B1, F9.</param>
/// <param name="Sections">Parts a whole disclosure has (D-01); <c>|</c> between the names of one.</param>
/// <param name="Core">Ids of the rules that must be decided before a document counts as clean.</param>
/// <param name="Without">Ids of the rules that do not apply.</param>
/// <param name="Notes">Ids of the rules of which a breach is only a note.</param>
/// <param name="AssetYear">Of which year the statement of assets is, as distance to the fiscal year (0, -1); null when practice differs.</param>
/// <param name="Source">File and place of the pipeline, for messages.</param>
public sealed record DisclosureForm(
    string Id,
    Bilingual Name,
    ImmutableArray<string> Genres,
    ImmutableArray<FormSign> Signs,
    int Needs,
    ImmutableArray<string> Tables,
    ImmutableArray<string> Sections,
    ImmutableArray<string> Core,
    ImmutableArray<string> Without,
    ImmutableArray<string> Notes,
    int? AssetYear,
    string Source)
{
    /// <summary>A form of which nothing is known but the genre.</summary>
    public static DisclosureForm Unknown { get; } =
        new("generic", new Bilingual("通用", "generic"), [], [], 0, [], [], [], [], [], null, "");

    /// <summary>Whether it stands for all layouts that no other form describes.</summary>
    public bool IsGeneric => Needs == 0;
}
