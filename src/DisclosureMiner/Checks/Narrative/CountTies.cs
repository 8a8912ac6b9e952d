using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// A stated number of projects equals the rows of the project table (N-01, N-25). Where it does, money given for just these projects is the total of the
/// table (全部3个项目28.85万元).
/// </summary>
internal sealed class CountTies(Vocabulary words, IReadOnlyList<Fact> cells, Duties duties)
{
    private const string ProjectTable = "project-expenditure";

    /// <summary>Adds the ties of all statements.</summary>
    public void Check(Document document, IReadOnlyList<Statement> statements)
    {
        List<Table> tables = [.. document.Tables.Where(table => table.Kind == ProjectTable)];
        int rows = tables.Sum(table => table.Parts.Sum(part => part.Lines.Count(line => line.Role == LineRole.Item && HasAmount(line) && !part.Lines.Any(child => IsChild(part, child, line)))));
        if (rows == 0)
        {
            return;
        }

        foreach (Statement statement in statements)
        {
            if (statement.Current?.Fact is { Printed: { Unit.Dimension: Dimension.Count } printed } fact
                && words["project-counters"].Contains(printed.Unit.Symbol)
                && (words["project-count"].Any(name => statement.Words.EndsWith(name, StringComparison.Ordinal)) || IsAllProjects(statement.Words, fact.Figure!)))
            {
                string count = rows.ToString(CultureInfo.InvariantCulture);
                duties.Add(new Obligation("", ["N-01", "N-25"], Relation.Logical, fact, [], $"{tables[0].Title}: {count} = {fact.Text}", Severity.Error, "count")
                {
                    Outcome = new LogicalOutcome(printed.Value == rows, new Bilingual($"{tables[0].Title}共有{count}个项目", $"the project table has {count} projects")),
                });
                if (printed.Value == rows)
                {
                    Funds(statement, statements);
                }
            }
        }
    }

    /// <summary>全部3个项目: the words before the number mean all, and those behind it projects.</summary>
    private bool IsAllProjects(string name, Figure figure) =>
        words["project-all"].Any(all => name.EndsWith(all, StringComparison.Ordinal))
        && Folding.Label(figure.Sentence[figure.End..]) is var behind && words["project-behind"].Any(project => behind.StartsWith(project, StringComparison.Ordinal));

    private void Funds(Statement count, IReadOnlyList<Statement> statements)
    {
        Statement? money = statements.FirstOrDefault(other => other.Order == count.Order + 1 && other.SentenceStart == count.SentenceStart && other.Block == count.Block
            && words["project-funds"].Any(name => other.Words.EndsWith(name, StringComparison.Ordinal)));
        if (money?.Current?.Fact is not { Printed.Unit.Dimension: Dimension.Money } stated)
        {
            return;
        }

        Fact? total = cells.Where(cell => cell.Table!.Kind == ProjectTable && cell.Line!.Role == LineRole.Total && cell.Printed?.Unit.Dimension == Dimension.Money)
            .MaxBy(cell => cell.Printed!.Base);
        if (total is not null && cells.Count(cell => cell.Table!.Kind == ProjectTable && cell.Line!.Role == LineRole.Total && cell.Column == total.Column) == 1)
        {
            duties.Add(Duty.Same(stated, total, Severity.Error, "table-prose", "N-01", "N-25"));
        }
    }

    private static bool HasAmount(TableLine line) => line.Values.Any(cell => cell is { Type: CellType.Number });

    private static bool IsChild(TablePart part, TableLine child, TableLine parent) => child.Parent >= 0 && ReferenceEquals(part.Lines[child.Parent], parent);
}
