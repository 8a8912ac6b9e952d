using DisclosureMiner.Checks.Expressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>Finds the cells that a selector names.</summary>
/// <param name="fiscalYear">The document's fiscal year: where several years are printed, this one is meant.</param>
/// <param name="subjects">The dictionary, for groups of subjects.</param>
internal sealed class CellFinder(int? fiscalYear, SubjectCatalog subjects)
{
    /// <summary>Whether a subject belongs to a group.</summary>
    public bool IsIn(string subject, string tag) => subjects.Find(subject)?.Tags.Contains(tag) == true;

    /// <summary>All cells, in reading order; none when the table is missing.</summary>
    public IReadOnlyList<Fact> All(CellSelector selector, Frame frame)
    {
        if (!frame.Tables.TryGetValue(selector.Table, out RuleTable? table))
        {
            return [];
        }

        List<Fact> cells = InColumn(table, selector.Column, InRow(table, selector.Row, frame), frame);
        return OfBlock(table, selector, cells, frame);
    }

    /// <summary>
    /// The one cell meant: of several, the total line's, else the outermost line's.
    /// </summary>
    /// <returns>The cell; null with a reason when there is none (<c>missing-table</c>, <c>missing-line</c>) or no single one (<c>ambiguous</c>).</returns>
    public (Fact? Cell, string Reason) One(CellSelector selector, Frame frame)
    {
        if (!frame.Tables.ContainsKey(selector.Table))
        {
            return (null, "missing-table");
        }

        IReadOnlyList<Fact> cells = All(selector, frame);
        if (cells.Count == 0)
        {
            return (null, "missing-line");
        }

        List<Fact> totals = [.. cells.Where(cell => cell.Line!.Role == LineRole.Total)];
        List<Fact> first = totals.Count > 0 ? totals : [.. cells.Where(cell => cell.Line!.Level == cells.Min(other => other.Line!.Level))];
        bool agree = first.TrueForAll(cell => cell.Printed?.Base == first[0].Printed?.Base);
        return first.Count == 1 || agree ? (first[0], "") : (null, "ambiguous");
    }

    private List<Fact> InRow(RuleTable table, Selector row, Frame frame)
    {
        switch (row.Kind)
        {
            case SelectorKind.Current when frame.Line is { } line:
                return [.. table.Facts.Where(fact => ReferenceEquals(fact.Line, line.Line))];
            case SelectorKind.Current:
                return About(table, frame.Subject);
            case SelectorKind.Tag:
                return Outermost(table, [.. table.Facts.Where(fact => fact.Key is { } key && IsIn(key.Subject, row.Names[0]))]);
            case SelectorKind.Parts:
                return [.. LinesOf(table, row.Inner!, frame).SelectMany(table.LineSums.PartsOf).SelectMany(part => Filled(table, part))];
            default:
                if (row.IsTotal)
                {
                    var totals = LinesOf(table, row, frame).Select(at => at.Line).ToHashSet(ReferenceEqualityComparer.Instance);
                    return [.. table.Facts.Where(fact => totals.Contains(fact.Line!))];
                }

                return row.Names.Select(name => About(table, name)).FirstOrDefault(found => found.Count > 0) ?? [];
        }
    }

    /// <summary>The cells about a subject; of a code that is not printed itself, those of the uppermost codes that begin with it.</summary>
    private static List<Fact> About(RuleTable table, string subject)
    {
        List<Fact> cells = [.. table.Facts.Where(fact => fact.Key?.Subject == subject || table.CodeOf(fact.Line!) == subject)];
        if (cells.Count > 0 || subject.Length >= 7 || !char.IsAsciiDigit(subject[0]))
        {
            return cells;
        }

        return Outermost(table, [.. table.Facts.Where(fact => table.CodeOf(fact.Line!).StartsWith(subject, StringComparison.Ordinal))]);
    }

    /// <summary>The lines a row selector names; within one part where the column of a loop says which.</summary>
    private static IEnumerable<LineAt> LinesOf(RuleTable table, Selector row, Frame frame)
    {
        bool InPart(TablePart part) => frame.Column is not { } column || ReferenceEquals(column.Part, part);
        if (row.Kind == SelectorKind.Current)
        {
            return frame.Line is { } line ? [line] : table.Lines.Where(at => table.CodeOf(at.Line) == frame.Subject);
        }

        if (row.IsTotal)
        {
            return table.Table.Parts.Where(InPart).Select(LineSums.TotalOf).OfType<LineAt>();
        }

        return row.Names
            .Select(name => table.Lines.Where(at => InPart(at.Part) && IsAbout(table, at, name)))
            .FirstOrDefault(found => found.Any()) ?? [];
    }

    /// <summary>A line is about a subject by its name, or, for 总计 and the like, by the keys of its cells.</summary>
    private static bool IsAbout(RuleTable table, LineAt at, string subject) =>
        table.MeaningOf(at.Line).Subject is { } own
            ? own.Id == subject
            : at.Part.Columns.Any(column => table.At(at, column)?.Key?.Subject == subject);

    /// <summary>The cells of a line; where one is blank and lines below it are not, theirs instead.</summary>
    private static IEnumerable<Fact> Filled(RuleTable table, LineAt line)
    {
        foreach (ValueColumn column in line.Part.Columns)
        {
            if (table.At(line, column) is not { } own)
            {
                continue;
            }

            List<Fact> below = own.Printed is null && !own.IsUnreadable
                ? [.. table.LineSums.ChildrenOf(line).Select(child => table.At(child, column)).OfType<Fact>().Where(child => child.Printed is not null)]
                : [];
            if (below.Count == 0)
            {
                yield return own;
            }

            foreach (Fact fact in below)
            {
                yield return fact;
            }
        }
    }

    private static List<Fact> InColumn(RuleTable table, Selector? column, List<Fact> cells, Frame frame)
    {
        switch (column?.Kind)
        {
            case null:
                List<Fact> main = cells.FindAll(cell => table.RoleOf(cell.Column!)?.Id is "total" or "amount");
                return main.Count > 0 ? main : cells;
            case SelectorKind.Current:
                return cells.FindAll(cell => ReferenceEquals(cell.Column, frame.Column!.Value.Column));
            case SelectorKind.Tag:
                return cells.FindAll(cell => table.RoleOf(cell.Column!)?.Tags.Contains(column.Names[0]) == true);
            case SelectorKind.Parts:
                var parts = new HashSet<ValueColumn>(ReferenceEqualityComparer.Instance);
                foreach (TablePart part in table.Table.Parts)
                {
                    foreach (ValueColumn whole in Wholes(table, part, column.Inner!, frame))
                    {
                        parts.UnionWith(table.PartsOf(new ColumnAt(part, whole)));
                    }
                }

                return cells.FindAll(cell => parts.Contains(cell.Column!));
            default:
                return column.Names
                    .Select(name => cells.FindAll(cell => table.RoleOf(cell.Column!)?.Id == name))
                    .FirstOrDefault(found => found.Count > 0) ?? [];
        }
    }

    private static IEnumerable<ValueColumn> Wholes(RuleTable table, TablePart part, Selector column, Frame frame) =>
        column.Kind == SelectorKind.Current
            ? part.Columns.Where(candidate => ReferenceEquals(candidate, frame.Column!.Value.Column))
            : part.Columns.Where(candidate => table.RoleOf(candidate) is { } role && column.Names.Contains(role.Id));

    /// <summary>Of several bodies, years and phases, those of the loop; without one, the document's own.</summary>
    private List<Fact> OfBlock(RuleTable table, CellSelector selector, List<Fact> cells, Frame frame)
    {
        bool anyMeasure = selector.Column is { Kind: SelectorKind.Names };
        cells = cells.FindAll(cell => anyMeasure || cell.Key?.Measure is null or Measure.Amount);
        if (frame.Block is { } block)
        {
            return cells.FindAll(cell => cell.Key is { } key && KeyBlock.Of(key) == block);
        }

        if (frame.Column is not null || cells.Count < 2)
        {
            return cells;
        }

        // A column named by the rule may be that of another year (上年数); a main column printed for two years means this one.
        bool yearIsNamed = selector.Column is { Kind: SelectorKind.Names } column
            && table.Kind.Columns.Any(role => column.Names.Contains(role.Id) && (role.Sets.ContainsKey("year") || role.Sets.ContainsKey("phase")));
        if (!yearIsNamed)
        {
            cells = Preferring(cells, key => key.Year == fiscalYear);
            Phase phase = table.Kind.Sets.TryGetValue("phase", out string? set) ? FactWords.Phases[set] : Phase.Unknown;
            cells = Preferring(cells, key => key.Phase == phase);
        }

        if (frame.Line is not null)
        {
            return cells;
        }

        List<Fact> own = cells.FindAll(cell => table.MeaningOf(cell.Line!).Body.Length == 0);
        return own.Count > 0 ? own : cells;
    }

    private static List<Fact> Preferring(List<Fact> cells, Func<FactKey, bool> fits)
    {
        List<Fact> fitting = cells.FindAll(cell => cell.Key is { } key && fits(key));
        return fitting.Count > 0 ? fitting : cells;
    }

    /// <summary>Cells whose line does not lie below another line that was found.</summary>
    private static List<Fact> Outermost(RuleTable table, List<Fact> cells)
    {
        var lines = cells.Select(cell => cell.Line!).ToHashSet(ReferenceEqualityComparer.Instance);
        var below = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (LineAt at in table.Lines.Where(at => lines.Contains(at.Line)))
        {
            int guard = 0;
            for (int i = table.MeaningOf(at.Line).Above; i >= 0 && guard < at.Part.Lines.Length; i = table.MeaningOf(at.Part.Lines[i]).Above, guard++)
            {
                if (lines.Contains(at.Part.Lines[i]))
                {
                    below.Add(at.Line);
                }
            }
        }

        return cells.FindAll(cell => !below.Contains(cell.Line!));
    }
}
