using System.Collections.Immutable;
using DisclosureMiner.Checks.Expressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>What the rules over tables ask of a document.</summary>
/// <param name="Obligations">What can be decided, in the order of the catalogue and then of the tables.</param>
/// <param name="NotFormed">What cannot, with a reason, once for each rule and tables.</param>
internal sealed record TableObligations(IReadOnlyList<Obligation> Obligations, IReadOnlyList<Ruling> NotFormed);

/// <summary>Applies the catalogue's expressions to the tables of a document.</summary>
internal sealed class TableRules
{
    private readonly ILookup<string, RuleTable> _tables;
    private readonly CellFinder _finder;
    private readonly Conditions _conditions;
    private readonly Evaluator _evaluator;
    private readonly List<Obligation> _obligations = [];
    private readonly Dictionary<(string Rule, string Tables), Ruling> _notFormed = [];

    private TableRules(Document document, ImmutableArray<Fact> facts, ReadingKnowledge reading, SubjectCatalog subjects, Evaluator evaluator)
    {
        ILookup<int, Fact> byTable = facts.Where(fact => fact.Table is not null).ToLookup(fact => fact.Table!.Number);
        _tables = KnownTable.In(document, reading, subjects)
            .Where(known => known.Kind is not null)
            .Select(known => new RuleTable(known, byTable[known.Table.Number]))
            .ToLookup(table => table.Kind.Name, StringComparer.Ordinal);
        _finder = new CellFinder(document.FiscalYear, subjects);
        _conditions = new Conditions(document, reading.Words, _finder);
        _evaluator = evaluator;
    }

    /// <summary>All obligations of the rules that have an expression.</summary>
    public static TableObligations Generate(
        RuleBook rules, Document document, ImmutableArray<Fact> facts, ReadingKnowledge reading, SubjectCatalog subjects, Evaluator evaluator)
    {
        var generator = new TableRules(document, facts, reading, subjects, evaluator);
        foreach (Rule rule in rules.Rules)
        {
            foreach (RuleStatement statement in rule.Expression?.Statements ?? [])
            {
                generator.Apply(rule, statement);
            }
        }

        return new TableObligations(generator._obligations, [.. generator._notFormed.Values]);
    }

    private void Apply(Rule rule, RuleStatement statement)
    {
        foreach (Frame tables in TablesFor(rule, statement))
        {
            foreach (Frame frame in Turns(statement, tables))
            {
                if (!_conditions.Holds(rule.Condition, frame) || !_conditions.Holds(statement.When, frame))
                {
                    continue;
                }

                switch (statement.Claim)
                {
                    case CodesClaim codes:
                        _obligations.AddRange(CodeClaims.Check(codes, rule, frame));
                        break;
                    case TableClaim claim:
                        _obligations.AddRange(TableClaims.Check(claim, rule, frame));
                        break;
                    case RelationClaim relations:
                        Oblige(rule, relations, frame);
                        break;
                }
            }
        }
    }

    /// <summary>
    /// The tables that a statement is applied to: every table of a kind alone; for several kinds those that belong together, in
    /// their order where there are as many of each (a department and its units). A table printed twice, once empty, is the filled one.
    /// </summary>
    private IEnumerable<Frame> TablesFor(Rule rule, RuleStatement statement)
    {
        List<string> kinds = [.. NamesIn(statement).Distinct(StringComparer.Ordinal)];
        if (kinds is [var only])
        {
            return _tables[only].Select(table => new Frame(new Dictionary<string, RuleTable>(StringComparer.Ordinal) { [only] = table }));
        }

        List<string> printed = [.. kinds.Where(_tables.Contains)];
        Dictionary<string, List<RuleTable>> candidates = ByKind(printed, _ => true);
        if (!AreEqualInNumber(candidates))
        {
            candidates = ByKind(printed, table => !table.Table.IsEmpty);
        }

        if (!AreEqualInNumber(candidates))
        {
            NotFormed(rule, kinds, "ambiguous");
            return [];
        }

        int count = candidates.Values.Select(list => list.Count).FirstOrDefault();
        return Enumerable.Range(0, count).Select(i => new Frame(candidates.ToDictionary(pair => pair.Key, pair => pair.Value[i], StringComparer.Ordinal)));
    }

    /// <summary>The tables of each kind that fit; its first one where none does, so that an empty table is still there.</summary>
    private Dictionary<string, List<RuleTable>> ByKind(IEnumerable<string> kinds, Func<RuleTable, bool> fits) => kinds.ToDictionary(
        kind => kind,
        kind => _tables[kind].Where(fits).ToList() is { Count: > 0 } fitting ? fitting : [_tables[kind].First()],
        StringComparer.Ordinal);

    private static bool AreEqualInNumber(Dictionary<string, List<RuleTable>> tables) =>
        tables.Values.Select(list => list.Count).Distinct().Count() < 2;

    private IEnumerable<Frame> Turns(RuleStatement statement, Frame frame)
    {
        IEnumerable<Frame> frames = [frame];
        foreach (Loop loop in statement.Loops)
        {
            string name = loop.Table.Length > 0 ? loop.Table : NamesIn(statement).First();
            frames = frames.SelectMany(outer => outer.Tables.TryGetValue(name, out RuleTable? table) ? Turns(loop, table, outer) : []).ToList();
        }

        return frames;
    }

    private IEnumerable<Frame> Turns(Loop loop, RuleTable table, Frame frame)
    {
        IEnumerable<FactKey> keys = table.Facts.Where(fact => fact.Key is { Measure: Measure.Amount }).Select(fact => fact.Key!);
        bool InPart(TablePart part) => frame.Line is not { } line || ReferenceEquals(line.Part, part);
        return loop.Kind switch
        {
            LoopKind.Line => table.Lines.Select(line => frame with { Line = line }),
            LoopKind.Parent => table.Lines.Where(line => table.LineSums.ChildrenOf(line).Any()).Select(line => frame with { Line = line }),
            LoopKind.Column => table.AmountColumns.Where(column => InPart(column.Part)).Select(column => frame with { Column = column }),
            LoopKind.Subtotal => table.AmountColumns.Where(column => InPart(column.Part) && table.PartsOf(column).Count > 0)
                .Select(column => frame with { Column = column }),
            LoopKind.Code => table.Lines.Select(line => table.CodeOf(line.Line)).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal)
                .Select(code => frame with { Subject = code }),
            LoopKind.Block => keys.Select(KeyBlock.Of).Distinct().Select(block => frame with { Block = block }),
            _ => keys.Select(key => key.Subject).Distinct(StringComparer.Ordinal).Where(subject => _finder.IsIn(subject, loop.Tag))
                .Select(subject => frame with { Subject = subject }),
        };
    }

    /// <summary>Adds the relation's obligation; of alternatives the first that holds exactly, else that holds, else that can be formed.</summary>
    private void Oblige(Rule rule, RelationClaim claim, Frame frame)
    {
        List<Obligation> formed = [];
        string reason = "";
        foreach (RelationText relation in claim.Alternatives)
        {
            (Obligation? obligation, string why) = new RelationForm(_finder, rule, frame).Of(relation);
            reason = reason.Length > 0 ? reason : why;
            if (obligation is not null)
            {
                formed.Add(obligation);
            }
        }

        if (formed.Count > 0)
        {
            _obligations.Add(formed.Count == 1 ? formed[0] : formed.MinBy(obligation => (int)Rank(_evaluator.Decide(obligation).Verdict))!);
        }
        else if (reason.Length > 0)
        {
            NotFormed(rule, [.. claim.Alternatives.SelectMany(Selectors).Select(cells => cells.Table).Distinct(StringComparer.Ordinal)], reason);
        }
    }

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Exact => 0,
        Verdict.Rounding => 1,
        Verdict.UnlikelyRounding => 2,
        Verdict.CutOrPlug => 3,
        _ => 4,
    };

    /// <summary>Notes what cannot be asked. A rule none of whose tables is printed does not apply and is not noted.</summary>
    private void NotFormed(Rule rule, IReadOnlyList<string> tables, string reason)
    {
        if (tables.Any(_tables.Contains))
        {
            var obligation = new Obligation("", [rule.Id], Relation.Logical, null, [], rule.Formula, rule.Severity, "not-formed");
            _notFormed.TryAdd((rule.Id, string.Join(' ', tables)), new Ruling(obligation, Verdict.NotChecked, reason, null, null, null));
        }
    }

    private static IEnumerable<string> NamesIn(RuleStatement statement)
    {
        IEnumerable<string> claimed = statement.Claim switch
        {
            CodesClaim codes => codes.Within.Length > 0 ? [codes.Table, codes.Within] : [codes.Table],
            TableClaim claim => [claim.Table],
            RelationClaim relations => relations.Alternatives.SelectMany(Selectors).Select(cells => cells.Table),
            _ => [],
        };
        return claimed.Concat(statement.Loops.Select(loop => loop.Table).Where(name => name.Length > 0)).Concat(NamesIn(statement.When));
    }

    private static IEnumerable<string> NamesIn(Condition? condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(NamesIn),
        AnyOf any => any.Conditions.SelectMany(NamesIn),
        Not not => NamesIn(not.Inner),
        Test { Kind: TestKind.Printed or TestKind.Filled or TestKind.Empty } test => [test.Name],
        Test test => test.Cells.Select(cells => cells.Table),
        _ => [],
    };

    private static IEnumerable<CellSelector> Selectors(RelationText relation) => relation.Left.Concat(relation.Right).Select(term => term.Cells);
}
