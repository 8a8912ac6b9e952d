using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks;

/// <summary>Says of another reading of a table whether the document then holds where it was broken, and loses nothing.</summary>
internal sealed class LedgerComparison
{
    private readonly int _table;
    private readonly ImmutableArray<Ruling> _broken;
    private readonly HashSet<string> _brokenElsewhere;
    private readonly int _held;
    private readonly int _heldOnTable;

    /// <summary>Compares with what a ledger says of a table.</summary>
    /// <param name="table">The table's number.</param>
    /// <param name="ledger">The ledger of the document with the table as read before.</param>
    public LedgerComparison(int table, ImmutableArray<Ruling> ledger)
    {
        _table = table;
        _broken = [.. ledger.Where(ruling => ruling.IsBroken && IsOn(ruling, table))];
        _brokenElsewhere = [.. ledger.Where(ruling => ruling.IsBroken && !IsOn(ruling, table)).Select(IdentityOf)];
        _held = ledger.Count(ruling => ruling.Holds);
        _heldOnTable = ledger.Count(ruling => ruling.Holds && IsOn(ruling, table));
    }

    /// <summary>How many obligations on the table are broken.</summary>
    public int Broken => _broken.Length;

    /// <summary>The numbers of tables whose cells take part in what would be reported, ascending.</summary>
    public static ImmutableArray<int> Contradicting(ImmutableArray<Ruling> ledger) =>
    [
        .. ledger.Where(ruling => ruling.IsBroken && ruling.Obligation.Severity != Severity.Note)
            .SelectMany(ruling => ruling.Obligation.Facts).Select(fact => fact.Table).OfType<Table>().Select(table => table.Number).Distinct().Order(),
    ];

    /// <summary>Whether the other reading changes numbers in the rows or columns of all that is broken: told without checking the document again.</summary>
    /// <param name="usual">The table as read before.</param>
    /// <param name="other">The other reading.</param>
    public bool MayRepair(Table usual, Table other)
    {
        ILookup<(string Line, string Column), decimal> before = Values(usual), after = Values(other);
        (string Line, string Column)[] changed = [.. before.Concat(after).Select(cell => cell.Key).Distinct().Where(key => !before[key].SequenceEqual(after[key]))];
        HashSet<string> lines = [.. changed.Select(key => key.Line)], columns = [.. changed.Select(key => key.Column)];
        return !_broken.IsEmpty && _broken.All(ruling => ruling.Obligation.Facts
            .Any(fact => fact.Table?.Number == _table && (lines.Contains(fact.Line!.Label) || columns.Contains(fact.Column!.Name))));
    }

    private static ILookup<(string Line, string Column), decimal> Values(Table table) => table.Parts
        .SelectMany(part => part.Lines.SelectMany(line => line.Values.Zip(part.Columns, (cell, column) => (Key: (line.Label, column.Name), cell?.Number?.Value))))
        .Where(cell => cell.Value is not null).ToLookup(cell => cell.Key, cell => cell.Value!.Value);

    /// <summary>
    /// Whether the ledger of the document with the other reading has nothing broken on the table and nothing newly broken elsewhere, and
    /// holds on the table and in the whole as many obligations as were held or broken: nothing is won by losing numbers.
    /// </summary>
    public bool IsRepairedBy(ImmutableArray<Ruling> ledger) =>
        ledger.Where(ruling => ruling.IsBroken).All(ruling => !IsOn(ruling, _table) && _brokenElsewhere.Contains(IdentityOf(ruling)))
        && ledger.Count(ruling => ruling.Holds && IsOn(ruling, _table)) >= _heldOnTable + _broken.Length
        && ledger.Count(ruling => ruling.Holds) >= _held + _broken.Length;

    private static bool IsOn(Ruling ruling, int table) => ruling.Obligation.Facts.Any(fact => fact.Table?.Number == table);

    private static string IdentityOf(Ruling ruling) =>
        $"{ruling.Obligation.Defect}|{ruling.Obligation.Relation}|{string.Join(',', ruling.Obligation.Facts.Select(fact => fact.Id))}|{ruling.Obligation.Passages.FirstOrDefault()?.Place}";
}
