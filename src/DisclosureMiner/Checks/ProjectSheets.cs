using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks;

/// <summary>
/// Declaration forms of projects (N-34, N-35, BX-28): the amounts of a project are the same in its sheet, in the overall sheet and in
/// the project table, which has all projects that have a sheet; and a price for one goes a whole number of times into the amount it explains.
/// </summary>
internal sealed class ProjectSheets(Vocabulary words)
{
    /// <summary>The kind of table that such forms are.</summary>
    internal const string Kind = "performance-targets";

    private const string ProjectTable = "project-expenditure";

    private readonly List<Obligation> _obligations = [];

    /// <summary>The obligations of all forms of a document.</summary>
    public IReadOnlyList<Obligation> Check(Document document, IReadOnlyList<Fact> cells, IReadOnlyList<Statement> statements)
    {
        Dictionary<string, Fact> budget = Budgets(cells);
        List<(Fact Current, string Project)> sheets = [];
        string project = "";
        foreach (Table table in document.Tables.Where(table => table.Kind == Kind))
        {
            List<Fact> own = [.. cells.Where(fact => fact.Table!.Number == table.Number && fact.Printed is { Unit.Dimension: Dimension.Money })];
            project = NameIn(table) ?? project;
            Fact? printed = own.Find(fact => Is(fact.Line!.Label, "project-current"));
            if (printed is not null && project.Length > 0)
            {
                sheets.Add((printed, project));
            }

            Fact? current = printed ?? budget.GetValueOrDefault(project);
            foreach (Fact fact in own)
            {
                Check(fact, project, current, budget, cells);
            }

            Prose([.. statements.Where(statement => statement.Block == table.Index)], current, budget, cells);
        }

        Listed(sheets, budget, cells);
        return _obligations;
    }

    /// <summary>
    /// BX-28: where the project table names any of the projects that have a sheet, it names them all, and they are not above its total.
    /// </summary>
    private void Listed(List<(Fact Current, string Project)> sheets, Dictionary<string, Fact> budget, IReadOnlyList<Fact> cells)
    {
        List<(Fact Current, string Project)> distinct = [.. sheets.DistinctBy(sheet => sheet.Project)];
        if (!distinct.Exists(sheet => budget.ContainsKey(sheet.Project)))
        {
            return;
        }

        foreach ((Fact current, string project) in distinct)
        {
            bool isListed = budget.ContainsKey(project);
            _obligations.Add(new Obligation("", ["BX-28"], Relation.Logical, current, [], isListed ? "" : project, Severity.Note, "project-not-listed")
            {
                Outcome = new LogicalOutcome(isListed, isListed
                    ? new Bilingual($"项目支出表列有“{project}”", $"the project table lists {project}")
                    : new Bilingual($"项目支出表未列“{project}”", $"the project table does not list {project}")),
            });
        }

        if (cells.FirstOrDefault(fact => fact.Table!.Kind == ProjectTable && fact is { Line.Role: LineRole.Total, Printed: not null, Key.Fund: "all" or "" }) is { } total)
        {
            Fact largest = distinct.MaxBy(sheet => sheet.Current.Printed!.Base).Current;
            IEnumerable<Term> others = distinct.Where(sheet => sheet.Current != largest).Select(sheet => new Term(sheet.Current, -1));
            _obligations.Add(Duty.Of(Relation.AtMost, largest, [new Term(total), .. others], Severity.Note, "at-most", "BX-28"));
        }
    }

    private void Check(Fact fact, string project, Fact? current, Dictionary<string, Fact> budget, IReadOnlyList<Fact> cells)
    {
        // A row of the overall sheet: project by project, this year's budget and the whole budget.
        if (budget.TryGetValue(fact.Line!.Label, out Fact? listed) && Is(fact.Column!.Name, "project-current"))
        {
            Same(fact, listed);
        }
        else if (Is(fact.Line.Label, "project-current") && budget.TryGetValue(project, out Fact? own))
        {
            Same(fact, own);
        }
        else if (Is(fact.Line.Label, "project-total"))
        {
            Fact? overall = cells.FirstOrDefault(other => other.Table!.Kind == Kind && other.Printed is not null
                && other.Line!.Label == project && Is(other.Column!.Name, "project-total"));
            Fact? whole = overall ?? current;
            if (whole is not null && whole.Id != fact.Id)
            {
                Same(fact, whole);
            }
        }
        else if (fact.Line.Role == LineRole.Total && current is not null && current.Table!.Kind != Kind && project.Length > 0)
        {
            Same(fact, current);
        }
    }

    private void Prose(List<Statement> statements, Fact? current, Dictionary<string, Fact> budget, IReadOnlyList<Fact> cells)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            Statement statement = statements[i];
            if (statement.IsUnitPrice && statement.Current is { } price)
            {
                Statement? amount = statements.Skip(i + 1).FirstOrDefault(other => other.SentenceStart == statement.SentenceStart && !other.IsUnitPrice && IsMoney(other));
                if (amount is not null)
                {
                    _obligations.Add(Duty.Of(Relation.Product, amount.Current!.Fact, [new Term(price.Fact)], Severity.Error, "unit-price", "N-34"));
                    if (current is not null)
                    {
                        Same(amount.Current.Fact, current);
                    }
                }
            }
            else if (Is(statement.Words, "project-prior") && budget.Count == 1)
            {
                foreach (Mention mention in statement.Mentions)
                {
                    Fact? stated = cells.FirstOrDefault(other => other.Table!.Kind == Kind && other.Printed is not null
                        && other.Key is { Component: "project" } key && key.Year == mention.Period.Year && key.Measure == Measure.Amount);
                    if (stated is not null)
                    {
                        Same(mention.Fact, stated);
                    }
                }
            }
        }

        // 每年人均5万元, in one sheet after another: one price.
        List<Fact> prices = [.. statements.Where(statement => statement.IsUnitPrice && statement.Current is not null).Select(statement => statement.Current!.Fact)];
        foreach (Fact again in prices.Skip(1))
        {
            _obligations.Add(Duty.Same(again, prices[0], Severity.Warning, "same-fact", "N-16"));
        }
    }

    private void Same(Fact stated, Fact other) => _obligations.Add(Duty.Same(stated, other, Severity.Error, "same-fact", "N-35"));

    private bool Is(string label, string list) => Names(words[list], label);

    /// <summary>Whether the innermost part of a label is one of the names.</summary>
    internal static bool Names(ImmutableArray<string> names, string label)
    {
        string folded = Folding.Label(label).TrimEnd(':');
        return names.Any(name => folded == name || folded.EndsWith("/" + name, StringComparison.Ordinal));
    }

    /// <summary>The name behind 项目名称 at the head of a row; further to the right it is the head of a column.</summary>
    private string? NameIn(Table table)
    {
        foreach (ImmutableArray<Cell?> row in table.Grid)
        {
            List<string> texts = [.. row.OfType<Cell>().Select(cell => Folding.Label(cell.Text)).Where(text => text.Length > 0)];
            if (texts.Count > 1 && words["project-name"].Contains(texts[0]))
            {
                return texts[1];
            }
        }

        return null;
    }

    private static Dictionary<string, Fact> Budgets(IReadOnlyList<Fact> cells)
    {
        var budgets = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (Fact fact in cells)
        {
            if (fact.Table!.Kind == ProjectTable && fact.Printed is not null && fact.Line!.Role == LineRole.Item && fact.Key?.Fund is "all" or "")
            {
                budgets.TryAdd(fact.Line.Label, fact);
            }
        }

        return budgets;
    }

    private static bool IsMoney(Statement statement) => statement.Current?.Fact.Printed is { Unit.Dimension: Dimension.Money };
}
