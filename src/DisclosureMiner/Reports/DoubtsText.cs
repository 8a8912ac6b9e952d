using System.Text.Json;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Reports;

/// <summary>The words for what makes a cell less sure.</summary>
internal static class DoubtsText
{
    /// <summary><c>RunsOver</c> becomes <c>runs-over</c>; none when nothing does.</summary>
    public static IEnumerable<string> Of(CellDoubts doubts) => Enum.GetValues<CellDoubts>()
        .Where(doubt => doubt != CellDoubts.None && doubts.HasFlag(doubt))
        .Select(doubt => JsonNamingPolicy.KebabCaseLower.ConvertName(doubt.ToString()));
}
