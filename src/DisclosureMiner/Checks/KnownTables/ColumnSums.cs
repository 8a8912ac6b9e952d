using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>
/// Which columns add up to which, by their heads: a column whose last head is 合计 or 小计 is the sum of what stands beside it
/// under the same heads, where a group with a sum of its own counts once, by that sum.
/// </summary>
/// <param name="columns">The columns of amounts of one part that take part in sums.</param>
/// <param name="isSum">Whether a path ends in a word that only says that the column is a sum.</param>
internal sealed class ColumnSums(ImmutableArray<ValueColumn> columns, Func<ImmutableArray<string>, bool> isSum)
{
    /// <summary>The columns that add up to this one; none when nothing shows that it is a sum.</summary>
    public IReadOnlyList<ValueColumn> PartsOf(ValueColumn column)
    {
        if (!columns.Contains(column) || column.Path.IsEmpty || !isSum(column.Path))
        {
            return [];
        }

        return [.. Below(column.Path[..^1]).Where(part => !ReferenceEquals(part, column))];
    }

    private IEnumerable<ValueColumn> Below(ImmutableArray<string> heads)
    {
        int depth = heads.Length;
        foreach (IGrouping<string, ValueColumn> group in columns
            .Where(column => column.Path.Length > depth && column.Path.AsSpan(0, depth).SequenceEqual(heads.AsSpan()))
            .GroupBy(column => column.Path[depth], StringComparer.Ordinal))
        {
            List<ValueColumn> members = [.. group];
            if (members.Count == 1)
            {
                yield return members[0];
                continue;
            }

            // A head that is printed alone above its group, or a 小计 within it, stands for the group.
            if (members.Find(member => member.Path.Length == depth + 1 || (member.Path.Length == depth + 2 && isSum(member.Path))) is { } sum)
            {
                yield return sum;
                continue;
            }

            foreach (ValueColumn inner in Below(heads.Add(group.Key)))
            {
                yield return inner;
            }
        }
    }
}
