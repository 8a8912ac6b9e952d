using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Scoring;

/// <summary>The facts that answer to the cells and figures of a truth, with what obligations say of them.</summary>
internal sealed class MatchedFacts
{
    private readonly TableMatch _match;
    private readonly Dictionary<string, Fact> _facts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _covered;
    private readonly HashSet<string> _bounded;
    private readonly ILookup<string, Fact> _ties;

    /// <summary>The facts of one document.</summary>
    /// <param name="mined">What mining gave.</param>
    /// <param name="match">Which tables and rows that were read answer to those of the truth.</param>
    public MatchedFacts(MinedDocument mined, TableMatch match)
    {
        _match = match;
        foreach (Fact fact in mined.Facts)
        {
            _facts.TryAdd(fact.Id, fact);
        }

        // That a part is not above its whole holds for almost any number, and pins none.
        Ruling[] decided = [.. mined.Ledger.Where(ruling => ruling.IsDecided && ruling.Obligation.Relation != Relation.AtMost)];
        _covered = HeldBy(decided, mined);
        _bounded = HeldBy(mined.Ledger.Where(ruling => ruling.IsDecided), mined);
        _ties = decided
            .Select(ruling => ruling.Obligation)
            .Where(obligation => obligation is { Relation: Relation.Sum, Stated: not null, Operands.Length: 1 })
            .Select(obligation => (One: obligation.Stated!, Other: obligation.Operands[0].Fact))
            .SelectMany(tie => new[] { tie, (One: tie.Other, Other: tie.One) })
            .ToLookup(tie => tie.One.Id, tie => tie.Other, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether the figure is bound to one of the cells that the truth names for it: a decided obligation says that the two are equal,
    /// whether they turned out so or not, or both have one key. That some sum holds both of them binds nothing.
    /// </summary>
    public bool IsBound(Figure figure, TrueFigure truth)
    {
        FactKey? key = _facts.GetValueOrDefault(figure.Id)?.Key;
        return truth.Cells.Select(At).OfType<Fact>().Any(cell => _ties[figure.Id].Any(fact => fact.Id == cell.Id) || (key is not null && key == cell.Key));
    }

    /// <summary>The cells that decided obligations say the figure is equal to, for people; empty when there are none.</summary>
    public string TiesOf(Figure figure) => string.Join(
        ", ", _ties[figure.Id].Where(fact => fact.Cell is not null).Select(fact => $"{fact.Table!.Kind} / {fact.Label} ({fact.Id})").Distinct(StringComparer.Ordinal));

    /// <summary>Whether a decided obligation holds the figure, however it was decided.</summary>
    public bool IsCovered(Figure figure) => _covered.Contains(figure.Id);

    /// <summary>The same, also where a decided obligation says no more than that the figure is not above, or not below, another number.</summary>
    public bool IsBounded(Figure figure) => _bounded.Contains(figure.Id);

    /// <summary>Whether the cell was read as it is printed and a decided obligation holds it, however it was decided.</summary>
    public bool IsCovered(int table, int row, int column) =>
        _match.CellOf(table, row, column) is { } found
        && PrintedText.Squeeze(found.Cell.Text) == _match.ExpectedGrids[table][row][column]
        && _covered.Contains(IdOf(found.Table, found.Cell));

    private static HashSet<string> HeldBy(IEnumerable<Ruling> decided, MinedDocument mined)
    {
        var ids = decided.Select(ruling => ruling.Obligation.Id).ToHashSet(StringComparer.Ordinal);
        return [.. mined.Standings.Where(standing => standing.Value.Obligations.Any(ids.Contains)).Select(standing => standing.Key)];
    }

    private Fact? At(TrueCell cell) => _match.CellOf(cell.Table, cell.Row, cell.Column) is { } found
        ? _facts.GetValueOrDefault(IdOf(found.Table, found.Cell))
        : null;

    // As facts name themselves.
    private static string IdOf(Table table, Cell cell) => FormattableString.Invariant($"{table.Id}.r{cell.Row + 1}.c{cell.Column + 1}");
}
