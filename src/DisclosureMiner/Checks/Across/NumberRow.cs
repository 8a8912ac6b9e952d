using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Across;

/// <summary>A line of a table with so many different amounts that no other body should print the same ones.</summary>
/// <param name="Name">Names the amounts in their order; the same for equal ones.</param>
/// <param name="Line">The line.</param>
internal sealed record NumberRow(string Name, TableLine Line)
{
    private const int LeastAmounts = 5;
    private const int LeastDigits = 4;

    /// <summary>All such lines of a table: five or more different amounts of four digits or more.</summary>
    public static IEnumerable<NumberRow> In(Table table)
    {
        foreach (TablePart part in table.Parts)
        {
            foreach (TableLine line in part.Lines)
            {
                ImmutableArray<string> digits = [.. line.Values.OfType<Cell>().Select(cell => cell.Number).OfType<Printed>()
                    .Where(number => number.Unit.Dimension == Dimension.Money)
                    .Select(Digits)
                    .Where(text => text.Length >= LeastDigits && !IsYear(text))
                    .Distinct(StringComparer.Ordinal)];
                if (digits.Length >= LeastAmounts)
                {
                    yield return new NumberRow(
                        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', digits))))[..16], line);
                }
            }
        }
    }

    /// <summary>The digits as they count: 1,230.00 万元 and 12300000 元 are one amount.</summary>
    private static string Digits(Printed number) =>
        Math.Abs(number.Base).ToString("0.################", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0');

    private static bool IsYear(string digits) => digits.Length == 4 && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal));
}
