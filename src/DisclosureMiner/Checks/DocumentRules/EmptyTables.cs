using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// D-04, BX-24, FX-14: an empty statutory table carries its statement, a statement of emptiness has an empty table, and it names
/// the right fund. One obligation for each such table.
/// </summary>
internal static partial class EmptyTables
{
    private const string Defect = "empty-table";

    private sealed record Statutory(Table Table, string Fund, bool IsFilled);

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        var emptiness = new Emptiness(inspection.Words);
        ImmutableArray<Statutory> tables = [.. inspection.Document.Tables
            .Select(table => (Table: table, Fund: Emptiness.Funds.FirstOrDefault(fund => FundOf(table.Kind) == fund)))
            .Where(pair => pair.Fund is not null)
            .Select(pair => new Statutory(pair.Table, pair.Fund!, OwnCells(pair.Table, inspection).Any(cell => cell is { Type: CellType.Unreadable } or { Number.Value: not 0 })))];
        return tables.Select(table => Judge(table, tables, emptiness, inspection));
    }

    private static Obligation Judge(Statutory table, ImmutableArray<Statutory> all, Emptiness emptiness, Inspection inspection)
    {
        ImmutableArray<string> rules = ["D-04", inspection.IsFinal ? "FX-14" : "BX-24"];
        List<Stretch> notes = [.. NotesOf(table.Table, inspection)];
        HashSet<int> noteBlocks = [.. all.SelectMany(other => NotesOf(other.Table, inspection)).Select(note => note.Block)];
        List<Stretch> prose = [.. inspection.Prose.Where(sentence => !noteBlocks.Contains(sentence.Block) && IsOfYear(sentence, inspection))];
        string title = table.Table.Title;

        Obligation Holds(string zh, string en, params IEnumerable<Passage> passages) => Worded.Holds(rules, Defect, new Bilingual(zh, en), passages);
        Obligation Broken(Severity severity, string formula, string zh, string en, params IEnumerable<Passage> passages) =>
            Worded.Broken(rules, Defect, severity, formula, new Bilingual(zh, en), passages);

        if (table.IsFilled)
        {
            Stretch? denial = notes.FirstOrDefault(note => SaysEmpty(note, emptiness, table.Fund))
                ?? prose.FirstOrDefault(sentence => !sentence.HasAny(inspection.Words["emptiness-partial"]) && emptiness.Denies(sentence.Text, table.Fund))
                ?? inspection.Prose.FirstOrDefault(sentence => IsOfYear(sentence, inspection) && DeniesIncome(sentence, table, emptiness, inspection));
            return denial is null
                ? Holds("表中有数，未见空表说明", "the table has numbers, and nothing says that it is empty")
                : Broken(Severity.Error, title, "说明为空，而表中有数", "said to be empty, while the table has numbers", [denial.Passage(), .. Filled(table.Table, inspection)]);
        }

        Stretch? wrong = notes.FirstOrDefault(note => NamesOnlyOthers(note, emptiness, table.Fund)) ?? WrongInItsSection(prose, table.Fund, emptiness);
        Stretch? statement = notes.FirstOrDefault(note => SaysEmpty(note, emptiness, table.Fund))
            ?? prose.Concat(inspection.Stretches.Where(stretch => stretch.Kind == StretchKind.Cell && stretch.Block == table.Table.Index))
                .FirstOrDefault(sentence => emptiness.SaysNothingOf(sentence.Text, table.Fund));
        if (wrong is not null)
        {
            // Read by its words such a note says of another table that it is empty; where that one is filled it is more than a slip of the pen.
            bool contradicts = all.Any(other => other.IsFilled && emptiness.Names(wrong.Text, other.Fund));
            return Broken(contradicts ? Severity.Warning : Severity.Note, title, "空表说明所称资金与本表不符", "the note names another fund than its table", wrong.Passage());
        }

        if (table.Table.IsEmpty && !all.Any(other => other.Fund == table.Fund && other.IsFilled)
            && prose.Select(sentence => (Sentence: sentence, Amount: emptiness.AmountOf(sentence.Text, table.Fund))).FirstOrDefault(pair => pair.Amount is not null)
                is { Sentence: { } stating, Amount: { } amount })
        {
            return Broken(Severity.Error, title, "文字有金额，而表为空表", "an amount is stated, while the table is empty", stating.Passage(amount.Start, amount.Length));
        }

        return statement is not null
            ? Holds("空表有说明", "the empty table has its statement", statement.Passage())
            : Broken(Severity.Note, title, "空表无说明", "the empty table has no statement", Heads(table.Table));
    }

    private static bool SaysEmpty(Stretch note, Emptiness emptiness, string fund) =>
        emptiness.SaysNothingOf(note.Text, fund)
        || (emptiness.SaysTableIsEmpty(note.Text) && (emptiness.Names(note.Text, fund) || !Emptiness.Funds.Any(other => emptiness.Names(note.Text, other))));

    private static bool NamesOnlyOthers(Stretch note, Emptiness emptiness, string fund) =>
        !emptiness.Names(note.Text, fund)
        && Emptiness.Funds.Any(other => other != fund && emptiness.Names(note.Text, other) && (emptiness.SaysNothingOf(note.Text, other) || emptiness.SaysTableIsEmpty(note.Text)));

    /// <summary>八、政府性基金…情况说明, and below it nothing but that there is no 国有资本经营: the words of the next section.</summary>
    private static Stretch? WrongInItsSection(List<Stretch> prose, string fund, Emptiness emptiness)
    {
        List<Stretch> section = prose.FindAll(sentence => sentence.Section is [.., var heading] && Names(heading, fund)
            && !Emptiness.Funds.Any(other => other != fund && Names(heading, other)));
        return section is [var only] && NamesOnlyOthers(only, emptiness, fund) ? only : null;

        bool Names(string heading, string named) => emptiness.Names(Folding.Label(heading), named);
    }

    /// <summary>没有政府性基金预算财政拨款收入, while the table has income in a column of its own.</summary>
    private static bool DeniesIncome(Stretch sentence, Statutory table, Emptiness emptiness, Inspection inspection) =>
        emptiness.DeniesIncome(sentence.Text, table.Fund)
        && table.Table.Parts.Any(part => part.Lines.Any(line => line.Values
            .Where((_, i) => i < part.Columns.Length && inspection.Words["emptiness-income"].Any(word => Folding.Label(part.Columns[i].Name).Contains(word, StringComparison.Ordinal)))
            .Any(cell => cell is { Number.Value: not 0 })));

    private static IEnumerable<Stretch> NotesOf(Table table, Inspection inspection) =>
        inspection.Prose.Where(sentence => sentence.Kind == StretchKind.Note && (table.Notes.Contains(sentence.Block) || sentence.Block == table.Index + 1));

    /// <summary>A sentence that names years, and not the document's, is about other tables.</summary>
    private static bool IsOfYear(Stretch sentence, Inspection inspection)
    {
        List<string> years = [.. Years().Matches(sentence.Text).Select(match => match.Value)];
        return years.Count == 0 || inspection.Document.FiscalYear is not { } year
            || years.Contains(year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private static IEnumerable<Passage> Filled(Table table, Inspection inspection) => OwnCells(table, inspection)
        .Where(cell => cell is { Number.Value: not 0 })
        .Take(1)
        .Select(cell => Stretch.Of(StretchKind.Cell, cell!.Content, table)!.Passage());

    /// <summary>The cells that a statement of emptiness speaks of: in a final account, those of its outturn and not of the budget beside it.</summary>
    private static IEnumerable<Cell?> OwnCells(Table table, Inspection inspection)
    {
        var heads = new HeadWords(inspection.Words);
        foreach (TablePart part in table.Parts)
        {
            bool[] own = [.. part.Columns.Select(column => !inspection.IsFinal
                || heads.PhaseOf(Folding.Label(column.Name)) is not (Phase.Budget or Phase.OpeningBudget or Phase.AdjustedBudget))];
            foreach (Cell? cell in part.Lines.SelectMany(line => line.Values.Where((_, i) => i >= own.Length || own[i])))
            {
                yield return cell;
            }
        }
    }

    private static IEnumerable<Passage> Heads(Table table) => table.Grid.SelectMany(row => row)
        .Select(cell => cell is null ? null : Stretch.Of(StretchKind.TableHead, cell.Content, table)?.Passage())
        .OfType<Passage>()
        .Take(1);

    private static string? FundOf(string kind) => kind switch
    {
        "government-fund-expenditure" or "final-government-fund" => "government-fund",
        "state-capital-expenditure" or "final-state-capital" => "state-capital",
        "three-public" or "final-three-public" => "three-public",
        _ => null,
    };

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?=年)")]
    private static partial Regex Years();
}
