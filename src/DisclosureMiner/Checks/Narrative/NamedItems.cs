using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// N-26: where prose lists what personnel or operating spending consists of, the names are those of the lines that have an
/// amount. Offices that copy all names of the form mean no more by it; a name that stands for its neighbour is what to look for.
/// </summary>
internal sealed class NamedItems(Lexicon lexicon, ImmutableArray<Fact> cells, Duties duties)
{
    private const int FewestNames = 3;
    private const int MostWrong = 2;

    /// <summary>Adds the obligations of all lists of names.</summary>
    public void Check(Document document)
    {
        List<Fact> lines = [.. cells.Where(cell => cell is { Key: { Phase: not Phase.OpeningBudget, Subject: { Length: 5 } code } key } && code[0] == '3'
            && key.Year == document.FiscalYear && key.Measure == Measure.Amount && key.Component is "basic" or "total")];
        foreach (Paragraph paragraph in document.Paragraphs.Where(paragraph => lines.Count > 0 && paragraph.Kind == ParagraphKind.Body))
        {
            var text = new ParagraphText(paragraph);
            foreach (string head in lexicon["item-list-heads"])
            {
                for (int at = text.Text.IndexOf(head, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(head, at + 1, StringComparison.Ordinal))
                {
                    Check(text, at + head.Length, lines);
                }
            }
        }
    }

    private void Check(ParagraphText text, int start, List<Fact> lines)
    {
        start += text.Text.AsSpan(start).StartsWith(":", StringComparison.Ordinal) ? 1 : 0;
        int end = text.Text.AsSpan(start).IndexOfAny("。;");
        string list = text.Text[start..(end < 0 ? text.Text.Length : start + end)];
        List<(string Name, ImmutableArray<string> Codes)> named = [.. list.Split('、')
            .Select(name => (name, lexicon.Paths.EconomicItems(name)))
            .Where(item => !item.Item2.IsEmpty)];
        string[] groups = [.. named.Where(item => item.Codes.Length == 1).Select(item => item.Codes[0][..3]).Distinct(StringComparer.Ordinal)];
        List<Fact> amounts = [.. lines.Where(line => groups.Contains(line.Key!.Subject[..3]) || named.Exists(item => item.Codes.Contains(line.Key.Subject)))
            .Where(line => line.Printed is { Value: not 0 })
            .DistinctBy(line => line.Key!.Subject)];
        List<(string Name, ImmutableArray<string> Codes)> empty = named.FindAll(item => !amounts.Exists(line => item.Codes.Contains(line.Key!.Subject)));
        List<Fact> unnamed = amounts.FindAll(line => !named.Exists(item => item.Codes.Contains(line.Key!.Subject)));
        if (named.Count < FewestNames || amounts.Count == 0 || empty.Count > MostWrong || unnamed.Count > MostWrong || (empty.Count == 0) != (unnamed.Count == 0))
        {
            return;
        }

        bool holds = empty.Count == 0;
        int first = holds ? start : start + list.IndexOf(empty[0].Name, StringComparison.Ordinal);
        int length = holds ? list.Length : empty[0].Name.Length;
        string wrong = string.Join('、', empty.Select(item => item.Name)), right = string.Join('、', unnamed.Select(line => line.Line!.Label));
        duties.Add(new Obligation("", ["N-26"], Relation.Logical, null, [.. unnamed.Select(line => new Term(line))], holds ? "" : $"{wrong} ≠ {right}", Severity.Note, "named-items")
        {
            Passages = [text.Quote(first, first + length)],
            Outcome = new LogicalOutcome(holds, holds
                ? new Bilingual("列举的科目与表中非零科目一致", "the items named are those with an amount")
                : new Bilingual($"表中“{wrong}”无金额，而“{right}”有金额未列举", $"{wrong} has no amount in the table, {right} has one and is not named")),
        });
    }
}
