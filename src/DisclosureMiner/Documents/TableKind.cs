using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>
/// A kind of table that a form prescribes, as the pipeline describes it. Tables are recognised by title, heads and content,
/// never by number or position, for provinces order them differently.
/// </summary>
/// <param name="Id">Permanent id: <c>budget-summary</c>.</param>
/// <param name="Name">The short name used by rules: B1, F9.</param>
/// <param name="Label">What people call it: 收支总表.</param>
/// <param name="Titles">Regular expressions over the folded title; any of them names the kind.</param>
/// <param name="NotTitles">Regular expressions over the folded title; any of them rules the kind out.</param>
/// <param name="Headers">Regular expressions over the folded header paths; all must be found when no title decides.</param>
/// <param name="Lines">Regular expressions over the folded line labels; all must be found when no title decides.</param>
/// <param name="Genres">Document genres in which it occurs; empty for all.</param>
/// <param name="Sets">What holds for every cell: flow, fund, component, phase ... (see <see cref="ColumnRole.Sets"/>).</param>
/// <param name="Columns">What its columns mean; the first that matches a column's path counts.</param>
public sealed record TableKind(
    string Id,
    string Name,
    string Label,
    ImmutableArray<string> Titles,
    ImmutableArray<string> NotTitles,
    ImmutableArray<string> Headers,
    ImmutableArray<string> Lines,
    ImmutableArray<string> Genres,
    ImmutableSortedDictionary<string, string> Sets,
    ImmutableArray<ColumnRole> Columns);

/// <summary>What a column of a known table means.</summary>
/// <param name="Id">The name rules use: <c>total</c>, <c>basic</c>, <c>project</c>, <c>general-public</c>.</param>
/// <param name="Match">Regular expressions over the folded header path joined by <c>/</c>.</param>
/// <param name="Tags">Groups it belongs to, for rules that add a whole group (<c>source</c>).</param>
/// <param name="Sets">
/// Parts of the key that its cells take: <c>subject</c>, <c>flow</c>, <c>fund</c>, <c>component</c>, <c>phase</c>,
/// <c>measure</c>, <c>year</c> (a distance to the document's fiscal year: 0, -1).
/// </param>
public sealed record ColumnRole(
    string Id,
    ImmutableArray<string> Match,
    ImmutableArray<string> Tags,
    ImmutableSortedDictionary<string, string> Sets)
{
    /// <summary>Regular expressions over the path of another column of the table, one of which must be found; empty when it may stand alone.</summary>
    public ImmutableArray<string> Beside { get; init; } = [];
}
