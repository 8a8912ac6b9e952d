using System.Collections.Immutable;
using DisclosureMiner.Reports;

namespace DisclosureMiner.Server.Web;

/// <summary>Lists as CSV, in the form of the files that a run writes.</summary>
internal static class Sheet
{
    /// <summary>The lines of some rows.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="hasHead">Whether the names of the columns come first.</param>
    public static string Lines<T>(ImmutableArray<SheetColumn<T>> columns, IEnumerable<T> rows, bool hasHead) => Answers.Lines(csv =>
    {
        if (hasHead)
        {
            SheetCsv.WriteHead(csv, columns);
        }

        foreach (T row in rows)
        {
            SheetCsv.Write(csv, columns, row);
        }
    });
}
