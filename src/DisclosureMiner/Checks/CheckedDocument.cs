using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks.Forms;
using DisclosureMiner.Checks.KnownTables;
using DisclosureMiner.Checks.Narrative;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks;

/// <summary>A document with everything it owes, decided.</summary>
/// <param name="Figures">All figures of the narrative in reading order.</param>
/// <param name="Facts">All facts: cells first, then figures.</param>
/// <param name="Ledger">All obligations with verdicts, numbered.</param>
/// <param name="NotApplicable">Why no rule asks for the other side of a number, by the id of its fact: keys of the wording.</param>
internal sealed record CheckedDocument(ImmutableArray<Figure> Figures, ImmutableArray<Fact> Facts, ImmutableArray<Ruling> Ledger, ImmutableDictionary<string, string> NotApplicable)
{
    /// <summary>Writes down every obligation of a document and decides it, as far as the rules fit its form.</summary>
    public static CheckedDocument Check(Document document, ReadingKnowledge reading, SubjectCatalog subjects, RuleBook rules, DisclosureForm form)
    {
        var lexicon = new Lexicon(reading.Words, subjects, reading.Units);
        ImmutableArray<Fact> cells = TableFacts.Of(document, reading, subjects);
        NarrativeReading narrative = NarrativeReader.Read(document, lexicon);
        ImmutableArray<Fact> facts = [.. cells, .. narrative.Facts];
        var evaluator = new Evaluator(Conventions.Learn(facts));
        var duties = new Duties(evaluator);

        TableDuties(document, reading, subjects, rules, cells, evaluator, duties);
        NarrativeDuties(document, lexicon, subjects, cells, narrative, duties);
        foreach (Obligation obligation in DocumentRules.DocumentRules.Check(document, reading, subjects, rules, form))
        {
            duties.Add(Narrative.Unfilled.Explain(obligation, narrative.Statements));
        }

        return new CheckedDocument(narrative.Figures, facts, Number(duties, evaluator, rules, form), duties.NotApplicable.ToImmutableDictionary(StringComparer.Ordinal));
    }

    private static void TableDuties(
        Document document, ReadingKnowledge reading, SubjectCatalog subjects, RuleBook rules, ImmutableArray<Fact> cells, Evaluator evaluator, Duties duties)
    {
        TableObligations known = TableRules.Generate(rules, document, cells, reading, subjects, evaluator);
        foreach (Obligation obligation in known.Obligations)
        {
            duties.Add(obligation);
        }

        foreach (Ruling unformed in known.NotFormed)
        {
            duties.Undecided(unformed);
        }

        SameCells(cells, duties);
        new AlignedTables(duties).Check(cells.Where(cell => cell.Table!.Kind == "other"));
        var footing = new Footing(evaluator, reading.Words);
        var running = new RunningTotals(evaluator, reading.Words);
        ILookup<(int, int, int), Fact> byPlace = cells.ToLookup(fact => (fact.Table!.Number, fact.Cell!.Row, fact.Cell.Column));
        HashSet<Fact> stated = [.. known.Obligations.Select(obligation => obligation.Stated).OfType<Fact>()];
        foreach (Table table in document.Tables)
        {
            foreach (TablePart part in table.Parts)
            {
                Fact?[,] grid = Grid(table, part, byPlace);
                IEnumerable<Obligation> claims = table.Kind is "other" or "performance-targets"
                    ? footing.Of(part, grid, table.Kind != "other")
                    : footing.OfComparisons(part, grid).Where(claim => !stated.Contains(claim.Stated!));
                foreach (Obligation obligation in table.Kind == "other" ? claims.Concat(running.Of(part, grid)) : claims)
                {
                    duties.Add(obligation);
                }
            }
        }
    }

    private static Fact?[,] Grid(Table table, TablePart part, ILookup<(int, int, int), Fact> byPlace)
    {
        var grid = new Fact?[part.Lines.Length, part.Columns.Length];
        for (int line = 0; line < part.Lines.Length; line++)
        {
            for (int column = 0; column < part.Columns.Length; column++)
            {
                grid[line, column] = byPlace[(table.Number, part.Lines[line].Row, part.Columns[column].Column)].FirstOrDefault();
            }
        }

        return grid;
    }

    /// <summary>
    /// T-06: one fact printed in two tables of known kinds has one value. Where two prints differ, one of them may count money
    /// carried over and the other not; the ties that know the form (BX) say which, so this one stays undecided.
    /// </summary>
    private static void SameCells(ImmutableArray<Fact> cells, Duties duties)
    {
        IEnumerable<IGrouping<FactKey, Fact>> prints = cells
            .Where(fact => fact is { Printed: not null, Key.Subject.Length: > 0 } && fact.Table!.Kind is not ("other" or "performance-targets"))
            .GroupBy(fact => fact.Key!);
        foreach (IGrouping<FactKey, Fact> same in prints)
        {
            Fact first = same.First();
            foreach (Fact again in same.Where(fact => fact.Table!.Number != first.Table!.Number && fact.Printed!.Unit.Dimension == first.Printed!.Unit.Dimension))
            {
                Obligation tie = Duty.Same(again, first, Severity.Error, "same-fact", "T-06");
                if (duties.WouldHold(tie))
                {
                    duties.Add(tie);
                }
                else
                {
                    duties.Undecided(again, "ambiguous", "same-fact", "T-06");
                }
            }
        }
    }

    private static void NarrativeDuties(Document document, Lexicon lexicon, SubjectCatalog subjects, ImmutableArray<Fact> cells, NarrativeReading narrative, Duties duties)
    {
        var binding = new Binding(cells, narrative.Statements, lexicon);
        var statements = new StatementRules(narrative.Statements, binding, duties, NarrativeReader.HomeOf(document, lexicon));
        foreach (Statement statement in narrative.Statements)
        {
            statements.Check(statement);
        }

        new ListRules(subjects, binding, duties, lexicon.Words).Check(narrative.Statements);
        new TableTies(subjects, lexicon["hints"], lexicon["others"], binding, duties).Check(narrative.Statements);
        new ItemTotals(cells, binding, duties).Check(narrative.Statements);
        new NamedItems(lexicon, cells, duties).Check(document);
        new ItemReasons(lexicon.Words, duties).Check(document, narrative.Statements);
        new UnitPrices(lexicon.Words, duties).Check(narrative.Statements);
        new FlatWords(lexicon.Words, duties).Check(narrative.Facts);
        new CountTies(lexicon.Words, cells, duties).Check(document, narrative.Statements);
        new PartitionRules(subjects, binding, duties).Check(narrative.Statements, new Period(document.FiscalYear, Phase.Budget));
        new KnownSubsets(lexicon.Words, duties).Check(narrative.Statements);
        new CountsOfMoney(subjects, lexicon.Words, binding, duties).Check(narrative.Statements, NarrativeReader.HomeOf(document, lexicon));
        var changes = new ChangeSums(subjects, lexicon["balanced"], cells, duties);
        changes.Check(narrative.Statements);
        statements.NoteFlats(changes);
        new TargetFunds(lexicon.Words, duties).Check(document, cells);
        foreach (Obligation obligation in new ProjectSheets(lexicon.Words).Check(document, cells, narrative.Statements))
        {
            duties.Add(obligation);
        }
    }

    private static ImmutableArray<Ruling> Number(Duties duties, Evaluator evaluator, RuleBook rules, DisclosureForm form)
    {
        IEnumerable<Ruling> decided = duties.Obligations
            .Select(obligation => AsOf(form, obligation, rules)).OfType<Obligation>().Select(evaluator.Decide)
            .Concat(duties.NotDecided.Select(ruling => AsOf(form, ruling.Obligation, rules) is { } asked ? ruling with { Obligation = asked } : null).OfType<Ruling>());
        ImmutableArray<Ruling> ledger = [.. form.IsGeneric ? FormQuestions.Ask([.. decided]) : decided];
        return [.. ledger.Select((ruling, i) => ruling with { Obligation = ruling.Obligation with { Id = "o" + (i + 1).ToString(CultureInfo.InvariantCulture) } })];
    }

    /// <summary>
    /// An obligation without the rules that do not fit the form, or null when none is left. Practice differs on soft rules, so a breach of
    /// nothing but these, or of rules that the form demotes, is never more than a note.
    /// </summary>
    private static Obligation? AsOf(DisclosureForm form, Obligation obligation, RuleBook rules)
    {
        ImmutableArray<string> fitting = form.Without.IsEmpty ? obligation.Rules : obligation.Rules.RemoveAll(form.Without.Contains);
        bool soft = fitting.All(rule => form.Notes.Contains(rule) || (rules.Has(rule) && rules[rule].Tolerance == Tolerance.Soft));
        return fitting.IsEmpty ? null : obligation with { Rules = fitting, Severity = soft ? Severity.Note : obligation.Severity };
    }
}
