using System.Text.RegularExpressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring;

/// <summary>Which cells of a truth's table print a quantity. Codes, numbers of lines and blank cells do not.</summary>
internal static partial class TrueNumbers
{
    /// <summary>Whether a text is a number and nothing else, with or without its unit: 1,234.00, (3.5), 78.90%, 12元.</summary>
    public static bool IsNumber(string text) => Number().IsMatch(Folding.Label(text));

    /// <summary>Row and column, from 0, of every cell below the heads that prints a quantity.</summary>
    /// <param name="table">The table as the truth has it.</param>
    /// <param name="words">The words of heads over codes and over line numbers; null when they are not known, and all columns count.</param>
    public static IEnumerable<(int Row, int Column)> In(TrueTable table, Vocabulary? words)
    {
        int width = table.Cells.IsEmpty ? 0 : table.Cells[0].Length;
        int[] columns = [.. Enumerable.Range(0, width).Where(c => table.Columns is not { } paths || words is null || !IsOfCodes(paths[c], words))];
        for (int r = table.HeaderRows; r < table.Cells.Length; r++)
        {
            foreach (int c in columns.Where(c => IsNumber(table.Cells[r][c])))
            {
                yield return (r, c);
            }
        }
    }

    private static bool IsOfCodes(string path, Vocabulary words)
    {
        string label = Folding.Label(path).ToLowerInvariant();
        return words["code-heads"].Any(word => label.Contains(Folding.Label(word), StringComparison.Ordinal))
            || words["line-number-heads"].Any(word => label.Split('/')[^1] == Folding.Label(word));
    }

    // A leading zero belongs to a code or a telephone number.
    [GeneratedRegex(@"^[-+(△▲]?[¥$]?(?:0|[1-9][\d,]*)(?:\.\d+)?\)?(?:%|‰|元|万元|亿元)?$")]
    private static partial Regex Number();
}
