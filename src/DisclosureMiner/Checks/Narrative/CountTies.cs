using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>A stated number of projects equals the rows of the project table (N-01, N-25).</summary>
internal sealed class CountTies(Vocabulary words, Duties duties)
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
                && words["project-count"].Any(name => statement.Words.EndsWith(name, StringComparison.Ordinal)))
            {
                string count = rows.ToString(CultureInfo.InvariantCulture);
                duties.Add(new Obligation("", ["N-01", "N-25"], Relation.Logical, fact, [], $"{tables[0].Title}: {count} = {fact.Text}", Severity.Error, "count")
                {
                    Outcome = new LogicalOutcome(printed.Value == rows, new Bilingual($"{tables[0].Title}共有{count}个项目", $"the project table has {count} projects")),
                });
            }
        }
    }

    private static bool HasAmount(TableLine line) => line.Values.Any(cell => cell is { Type: CellType.Number });

    private static bool IsChild(TablePart part, TableLine child, TableLine parent) => child.Parent >= 0 && ReferenceEquals(part.Lines[child.Parent], parent);
}
