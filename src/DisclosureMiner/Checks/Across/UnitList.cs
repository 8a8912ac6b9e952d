using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Across;

/// <summary>
/// The units that a department says it consists of. A list in prose is believed only when it has as many names as the text says there are:
/// a unit that was overlooked would make every sum wrong. One in a table is taken as it stands.
/// </summary>
internal static class UnitList
{
    /// <summary>The names as printed, folded; empty when none are listed, or perhaps not all.</summary>
    public static ImmutableArray<string> In(Document document, Vocabulary words)
    {
        var text = new StringBuilder();
        var tabled = new List<string>();
        foreach (Block block in document.Blocks.Where(block => block.Section.Any(heading => Has(Folding.Label(heading), words["across-unit-headings"]))))
        {
            if (block is Paragraph { Kind: ParagraphKind.Body or ParagraphKind.Heading } paragraph)
            {
                text.Append(Folding.Label(paragraph.Content.Text)).Append('。');
            }
            else if (block is Table table)
            {
                tabled.AddRange(TableNames(table, words));
            }
        }

        string told = text.ToString();
        if (Has(told, words["across-not-separate"]))
        {
            return [];
        }

        if (tabled.Count > 0)
        {
            return [.. tabled.Distinct(StringComparer.Ordinal)];
        }

        ImmutableArray<string> names = [.. NamesIn(told, words).Distinct(StringComparer.Ordinal)];
        return names.Length == MostTold(told, words) ? names : [];
    }

    private static IEnumerable<string> NamesIn(string text, Vocabulary words)
    {
        int lead = words["across-unit-leads"]
            .Select(word => text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var start ? start + word.Length : int.MaxValue)
            .Min();
        if (lead == int.MaxValue)
        {
            yield break;
        }

        foreach (string piece in Patterns.Of(words["across-unit-borders"][0]).Split(text[lead..]))
        {
            string name = Patterns.Of(words["across-unit-trims"][0]).Replace(piece, "");
            if (name.Length > 1 && (new BodyNames(words).IsItself(name) || words["name-endings"].Any(end => name.EndsWith(end, StringComparison.Ordinal))))
            {
                yield return name;
            }
        }
    }

    /// <summary>The largest number of units that the text speaks of; parts of it (事业单位3家) are smaller.</summary>
    private static int MostTold(string text, Vocabulary words) => Patterns.Of(words["across-unit-counts"][0]).Matches(text)
        .Select(match => int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture))
        .DefaultIfEmpty(0)
        .Max();

    private static IEnumerable<string> TableNames(Table table, Vocabulary words)
    {
        int column = -1;
        foreach (ImmutableArray<Cell?> row in table.Grid)
        {
            if (column < 0)
            {
                column = row.FirstOrDefault(cell => cell is not null && Has(Folding.Label(cell.Text), words["across-unit-columns"])) is { } head ? row.IndexOf(head) : -1;
                continue;
            }

            // 预算不单列,并入本级: such a unit publishes nothing of its own.
            if (row[column] is { Text.Length: > 1 } name && !row.Any(cell => cell is not null && Has(Folding.Label(cell.Text), words["across-not-separate"])))
            {
                yield return Folding.Label(name.Text);
            }
        }
    }

    private static bool Has(string text, ImmutableArray<string> words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));
}
