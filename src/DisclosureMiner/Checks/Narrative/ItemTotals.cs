using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// A list of items that print their classes names all lines of the tables it follows: its amounts add to the totals of these
/// tables (N-31, N-04). That all innermost lines are named is what says that the list is complete.
/// </summary>
internal sealed class ItemTotals(ImmutableArray<Fact> cells, Binding binding, Duties duties)
{
    private const int FewestItems = 3;

    /// <summary>Adds the obligations of all lists of items.</summary>
    public void Check(IReadOnlyList<Statement> statements)
    {
        var lists = statements
            .Where(statement => statement is { Path: not null, Repeats: null, Current: not null } && statement.Path.Level is 0 or 3)
            .GroupBy(statement => (string.Join('/', statement.Section.Take(statement.Section.Length - Depth(statement))), statement.Current!.Period));
        foreach (List<Statement> items in lists.Select(list => list.ToList()).Where(list => list.Count >= FewestItems))
        {
            Check(items);
        }
    }

    private void Check(List<Statement> items)
    {
        Period period = items[0].Current!.Period;
        List<Fact> named = [.. items.Select(item => binding.CellFor(item, period, item.Current!.Fact.Printed).Cell).OfType<Fact>().Where(cell => cell.Line is not null)];
        if (named.Count != items.Count || named.DistinctBy(cell => (cell.Table!.Number, cell.Line!.Row)).Count() != items.Count)
        {
            return;
        }

        var terms = items.Select(item => new Term(item.Current!.Fact)).ToList();
        Fact? stated = null;
        foreach (var table in named.GroupBy(cell => (cell.Table!.Number, cell.Column!.Column)))
        {
            if (!NamesAllLines([.. table]) || TotalOf(table.First()) is not { } total)
            {
                return;
            }

            if (stated is not null)
            {
                terms.Add(new Term(total, -1));
            }

            stated ??= total;
        }

        duties.Add(Duty.Sum(stated!, terms, Severity.Error, "sum", "N-31", "N-04"));
        OtherPeriods(items, period);
    }

    /// <summary>
    /// The opening budgets of the items add to that of the whole; an item that was planned and not carried out may be missing
    /// here, so only a list that adds up is known to be complete.
    /// </summary>
    private void OtherPeriods(List<Statement> items, Period period)
    {
        if (items[0].Parent is not { } whole || items.Exists(item => item.Parent != whole))
        {
            return;
        }

        foreach (Mention mention in whole.Mentions.Where(mention => mention.Period != period))
        {
            List<Fact> parts = [.. items.Select(item => item.MentionFor(mention.Period)?.Fact).OfType<Fact>()];
            Obligation sum = Duty.Sum(mention.Fact, parts.Select(part => new Term(part)), Severity.Error, "sum", "N-31");
            if (parts.Count == items.Count && duties.WouldHold(sum))
            {
                duties.Add(sum);
            }
        }
    }

    private static bool NamesAllLines(List<Fact> named)
    {
        TablePart part = named[0].Part!;
        int column = part.Columns.IndexOf(named[0].Column!);
        HashSet<int> rows = [.. named.Select(cell => cell.Line!.Row)];
        for (int i = 0; i < part.Lines.Length; i++)
        {
            TableLine line = part.Lines[i];
            bool isInnermost = line.Role == LineRole.Item && !part.Lines.Any(other => other.Parent == i);
            if (isInnermost && line.Values[column] is { Number.Value: not 0 } && !rows.Contains(line.Row))
            {
                return false;
            }
        }

        return true;
    }

    private Fact? TotalOf(Fact cell)
    {
        List<Fact> totals = [.. cells.Where(other => other.Line?.Role == LineRole.Total && other.Printed is not null
            && other.Table!.Number == cell.Table!.Number && other.Column!.Column == cell.Column!.Column)];
        return totals is [var only] ? only : null;
    }

    /// <summary>An item that reaches over several paragraphs is a heading of its own.</summary>
    private static int Depth(Statement statement) =>
        statement.Section.Length > 0 && statement.Section[^1].Contains(statement.Path!.Name, StringComparison.Ordinal) ? 1 : 0;
}
