using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Tables;

/// <summary>Finds the unit that a head or a row's label states for the numbers beside or below it.</summary>
internal static class CellUnits
{
    /// <summary>The unit of a column by its heads, innermost first, or null.</summary>
    public static Unit? OfHeads(ImmutableArray<RawCell> path, ReadingWords words)
    {
        for (int i = path.Length - 1; i >= 0; i--)
        {
            if (UnitStatement.InBrackets(path[i].Label, words) is { } stated)
            {
                return stated;
            }

            if (words.In("percent-heads", path[i].Label) || words.Ends("percent-head-endings", path[i].Label))
            {
                return Unit.Percent;
            }

            if (words.Is("count-heads", path[i].Label))
            {
                return Unit.None;
            }

            if (i == path.Length - 1 && CountAtEnd(path[i].Label, words) is { } count)
            {
                return count;
            }
        }

        return null;
    }

    /// <summary>The unit in a row's label: 公务用车：保有（辆）, 国内接待：批次; or null.</summary>
    public static Unit? OfLabel(string label, ReadingWords words)
    {
        if (UnitStatement.InBrackets(label, words) is { } stated && label.EndsWith(')'))
        {
            return stated;
        }

        int colon = label.LastIndexOf(':');
        string last = label[(colon + 1)..];
        return colon >= 0 && words.Is("count-units", last) ? Counting(last, words)
            : label.EndsWith('率') || words.Is("percent-heads", last) ? Unit.Percent
            : null;
    }

    // 接待批次, 国内公务接待人次: the head is the unit.
    private static Unit? CountAtEnd(string label, ReadingWords words) =>
        words.Of("count-head-endings").FirstOrDefault(unit => label.EndsWith(unit, StringComparison.Ordinal)) is { } symbol
            ? Counting(symbol, words)
            : null;

    private static Unit Counting(string symbol, ReadingWords words) =>
        words.Units.TryGetValue(symbol, out Unit? known) && known.Dimension == Dimension.Count ? known : Unit.Counting(symbol);
}
